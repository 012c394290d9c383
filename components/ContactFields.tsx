import type { LifecycleStage } from '@/lib/core/model';
import { text } from '@/lib/extension/text';

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
  readonly defaultCadence: number;
  readonly onChange: (draft: ContactDraft) => void;
}

const stages = [
  { stage: 'customer', key: 'pageCustomer' },
  { stage: 'lead', key: 'pageLead' },
] as const;

/** Name, company, stage and cadence. */
export function ContactFields({ draft, defaultCadence, onChange }: ContactFieldsProps) {
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
      <fieldset className="field field-choice">
        <legend>{text('fieldStage')}</legend>
        {stages.map(({ stage, key }) => (
          <label key={stage}>
            <input type="radio" checked={draft.stage === stage} onChange={() => onChange({ ...draft, stage })} />
            {text(key)}
          </label>
        ))}
      </fieldset>
      <label className="field">
        <span>{text('fieldCadence')}</span>
        <input
          type="number"
          min={1}
          max={3650}
          inputMode="numeric"
          placeholder={text('cadenceDefault', defaultCadence)}
          value={draft.cadence}
          onChange={(event) => onChange({ ...draft, cadence: event.target.value })}
        />
      </label>
    </>
  );
}
