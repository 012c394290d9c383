import { type LeavingReason, leavingReasons } from '@/lib/core/recovery';
import { text } from '@/lib/extension/text';
import { reasonKeys } from './recovery-text';

interface RecoveryReasonFieldProps {
  readonly reason: LeavingReason;
  readonly onChange: (reason: LeavingReason) => void;
}

/** Why the customer is unhappy, or left. */
export function RecoveryReasonField({ reason, onChange }: RecoveryReasonFieldProps) {
  return (
    <label className="field">
      <span>{text('caseReason')}</span>
      <select
        value={reason}
        onChange={(event) => onChange(leavingReasons.find((one) => one === event.target.value) ?? reason)}
      >
        {leavingReasons.map((one) => (
          <option key={one} value={one}>
            {text(reasonKeys[one])}
          </option>
        ))}
      </select>
    </label>
  );
}
