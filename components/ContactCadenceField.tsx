import { useId } from 'react';
import { text } from '@/lib/extension/text';
import type { CadenceDraft } from './cadence-draft';

interface ContactCadenceFieldProps {
  readonly legend: string;
  readonly draft: CadenceDraft;
  /** What holds where nothing of one's own is set, in words. */
  readonly inherited: string;
  readonly onChange: (draft: CadenceDraft) => void;
}

/** Inherited, a number of days, or no reminders by time. */
export function ContactCadenceField({ legend, draft, inherited, onChange }: ContactCadenceFieldProps) {
  const name = useId();
  const choose = (from: CadenceDraft['from']) => () => onChange({ ...draft, from });
  return (
    <fieldset className="cadence-field">
      <legend className="visually-hidden">{legend}</legend>
      <label className="switch">
        <input type="radio" name={name} checked={draft.from === 'inherited'} onChange={choose('inherited')} />
        {inherited}
      </label>
      <span className="switch">
        <input
          type="radio"
          name={name}
          checked={draft.from === 'own'}
          aria-label={text('cadenceOwn')}
          onChange={choose('own')}
        />
        <span aria-hidden="true">{text('cadenceEvery')}</span>
        <input
          className="days-input"
          type="number"
          min={1}
          max={3_650}
          inputMode="numeric"
          required={draft.from === 'own'}
          value={draft.days}
          aria-label={text('fieldCadence')}
          onChange={(event) => onChange({ from: 'own', days: event.target.value })}
        />
        <span aria-hidden="true">{text('cadenceUnit')}</span>
      </span>
      <label className="switch">
        <input type="radio" name={name} checked={draft.from === 'none'} onChange={choose('none')} />
        {text('cadenceNone')}
      </label>
    </fieldset>
  );
}
