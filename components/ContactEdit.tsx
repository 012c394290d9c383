import { type FormEvent, useState } from 'react';
import type { Contact } from '@/lib/core/model';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import { type ContactDraft, ContactFields } from './ContactFields';
import { useMoment } from './moment';

/** Name, company, stage and cadence of a contact, saved together. */
export function ContactEdit({ contact }: { readonly contact: Contact }) {
  const moment = useMoment();
  const acts = useActs();
  const [draft, setDraft] = useState<ContactDraft>({
    name: contact.name,
    company: contact.company ?? '',
    stage: contact.stage,
    cadence: contact.cadenceDays === undefined ? '' : String(contact.cadenceDays),
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    void acts.run('editContact', {
      id: newId(),
      contactId: contact.id,
      name: draft.name.trim(),
      company: draft.company.trim() || null,
      stage: draft.stage,
      cadenceDays: draft.cadence === '' ? null : Number(draft.cadence),
    });
  };
  return (
    <section className="panel-part">
      <h3>{text('details')}</h3>
      <form className="fields" onSubmit={save}>
        <ContactFields draft={draft} defaultCadence={moment.cadenceDays} onChange={setDraft} />
        <button type="submit" className="button">
          {text('pageSave')}
        </button>
      </form>
    </section>
  );
}
