import type { LifecycleStage } from '@/lib/core/model';
import { text } from '@/lib/extension/text';
import { stageNames } from './stage-text';

/** What the user types about a contact; empty texts mean "none". */
export interface ContactDraft {
  readonly name: string;
  readonly company: string;
  readonly stage: LifecycleStage;
  /** Digits, or empty for the default. */
  readonly cadence: string;
}

interface ContactFieldsProps {
  readonly draft: ContactDraft;
  /** What holds while no cadence of the contact's own is typed. */
  readonly inherited: string;
  readonly onChange: (draft: ContactDraft) => void;
}

/** Name, company, stage and cadence. */
export function ContactFields({ draft, inherited, onChange }: ContactFieldsProps) {
  return (
    <>
      <label className="field">
        <span>{text('fieldName')}</span>
        <input
          required
          maxLength={200}
          value={draft.name}
          onChange={(event) => onChange({ ...draft, name: event.target.value })}
        />
      </label>
      <label className="field">
        <span>{text('fieldCompany')}</span>
        <input
          maxLength={200}
          value={draft.company}
          onChange={(event) => onChange({ ...draft, company: event.target.value })}
        />
      </label>
      <StageField stage={draft.stage} onChange={(stage) => onChange({ ...draft, stage })} />
      <label className="field">
        <span>{text('fieldCadence')}</span>
        <input
          type="number"
          min={1}
          max={3650}
          inputMode="numeric"
          placeholder={inherited}
          value={draft.cadence}
          onChange={(event) => onChange({ ...draft, cadence: event.target.value })}
        />
      </label>
    </>
  );
}

interface StageFieldProps {
  readonly stage: LifecycleStage;
  readonly onChange: (stage: LifecycleStage) => void;
}

/** Where the contact stands in the life of a customer. */
export function StageField({ stage, onChange }: StageFieldProps) {
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
