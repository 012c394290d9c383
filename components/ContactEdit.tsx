import { type FormEvent, useState } from 'react';
import type { Contact } from '@/lib/core/model';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import { type ContactDraft, ContactFields } from './ContactFields';
import { useMoment } from './moment';

/** Name, company, stage and cadence of a contact, saved together. What was typed stays until then. */
export function ContactEdit({ contact }: { readonly contact: Contact }) {
  const moment = useMoment();
  const acts = useActs();
  const [typed, setTyped] = useState<ContactDraft>();
  const saved = draftOf(contact);
  const draft = typed ?? saved;
  const none = contact.cadenceDays === 'none';
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const reply = await acts.run('editContact', {
      id: newId(),
      contactId: contact.id,
      name: draft.name.trim(),
      company: draft.company.trim() || null,
      stage: draft.stage,
      // Untouched it stays: an empty field may mean "no reminders" too.
      cadenceDays: draft.cadence === saved.cadence ? undefined : Number(draft.cadence) || null,
    });
    if (reply) setTyped(undefined);
  };
  return (
    <section className="panel-part">
      <h3>{text('details')}</h3>
      <form className="fields" onSubmit={(event) => void save(event)}>
        <ContactFields
          draft={draft}
          inherited={none ? text('cadenceNone') : text('cadenceDefault', moment.cadenceDays)}
          onChange={setTyped}
        />
        <button type="submit" className="button">
          {text('pageSave')}
        </button>
      </form>
    </section>
  );
}

function draftOf({ name, company = '', stage, cadenceDays }: Contact): ContactDraft {
  return { name, company, stage, cadence: typeof cadenceDays === 'number' ? String(cadenceDays) : '' };
}
