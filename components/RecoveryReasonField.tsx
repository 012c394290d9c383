import type { LeavingReason } from '@/lib/core/recovery';
import { text } from '@/lib/extension/text';
import { reasonNames } from './recovery-text';

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
        onChange={(event) => onChange(reasonNames.find(([one]) => one === event.target.value)?.[0] ?? reason)}
      >
        {reasonNames.map(([one, key]) => (
          <option key={one} value={one}>
            {text(key)}
          </option>
        ))}
      </select>
    </label>
  );
}
