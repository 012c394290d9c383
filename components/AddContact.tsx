import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { LifecycleStage } from '@/lib/core/model';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import { ContactStageField } from './ContactStageField';
import { useMoment } from './moment';

/** What the user types about a contact; empty texts mean "none". */
interface Draft {
  readonly name: string;
  readonly company: string;
  readonly stage: LifecycleStage;
  /** Digits, or empty for the default. */
  readonly cadence: string;
}

interface AddContactProps {
  /** What was searched for in vain. */
  readonly name: string;
  readonly onAdded: (contactId: string) => void;
}

/** Adds a contact by hand. */
export function AddContact({ name, onAdded }: AddContactProps) {
  const moment = useMoment();
  const acts = useActs();
  const [draft, setDraft] = useState<Draft>({ name, company: '', stage: 'customer', cadence: '' });
  const [address, setAddress] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const reply = await acts.run('addContact', {
      id: newId(),
      name: draft.name.trim(),
      company: draft.company.trim() || undefined,
      address: address.trim() || undefined,
      stage: draft.stage,
      cadenceDays: draft.cadence === '' ? undefined : Number(draft.cadence),
    });
    const contactId = reply?.contactIds[0];
    if (contactId) onAdded(contactId);
  };
  return (
    <form ref={form} className="fields panel" onSubmit={(event) => void add(event)}>
      <Fields draft={draft} inherited={text('cadenceDefault', moment.cadenceDays)} onChange={setDraft} />
      <label className="field">
        <span>{text('fieldAddress')}</span>
        <input type="email" maxLength={320} value={address} onChange={(event) => setAddress(event.target.value)} />
      </label>
      <button type="submit" className="button button-primary">
        {text('addContact')}
      </button>
    </form>
  );
}

interface FieldsProps {
  readonly draft: Draft;
  /** What holds while no cadence of the contact's own is typed. */
  readonly inherited: string;
  readonly onChange: (draft: Draft) => void;
}

/** Name, company, stage and cadence. */
function Fields({ draft, inherited, onChange }: FieldsProps) {
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
      <ContactStageField stage={draft.stage} onChange={(stage) => onChange({ ...draft, stage })} />
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
