import type { LifecycleStage } from '@/lib/core/model';
import { text } from '@/lib/extension/text';
import { stageNames } from './stage-text';

interface ContactStageFieldProps {
  readonly stage: LifecycleStage;
  readonly onChange: (stage: LifecycleStage) => void;
}

/** Where the contact stands in the life of a customer. */
export function ContactStageField({ stage, onChange }: ContactStageFieldProps) {
  return (
    <label className="field">
      <span>{text('fieldStage')}</span>
      <select
        value={stage}
        onChange={(event) => {
          const chosen = stageNames.find(([name]) => name === event.target.value);
          if (chosen) onChange(chosen[0]);
        }}
      >
        {stageNames.map(([name, key]) => (
          <option key={name} value={name}>
            {text(key)}
          </option>
        ))}
      </select>
    </label>
  );
}
