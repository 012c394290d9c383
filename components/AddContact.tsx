import { type FormEvent, useEffect, useRef, useState } from 'react';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import { type ContactDraft, ContactFields } from './ContactFields';
import { useMoment } from './moment';

interface AddContactProps {
  /** What was searched for in vain. */
  readonly name: string;
  readonly onAdded: (contactId: string) => void;
}

/** Adds a contact by hand. */
export function AddContact({ name, onAdded }: AddContactProps) {
  const moment = useMoment();
  const acts = useActs();
  const [draft, setDraft] = useState<ContactDraft>({ name, company: '', stage: 'customer', cadence: '' });
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
      <ContactFields draft={draft} inherited={text('cadenceDefault', moment.cadenceDays)} onChange={setDraft} />
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
