import type { Contact } from '@/lib/core/model';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import { ContactFactsField } from './ContactFactsField';

/** What the user knows of the person; seen here and nowhere else. */
export function ContactFacts({ contact }: { readonly contact: Contact }) {
  const acts = useActs();
  return (
    <section className="tab-box" aria-labelledby="facts">
      <h2 id="facts">{text('facts')}</h2>
      <ContactFactsField
        label={text('factsOf', contact.name)}
        facts={contact.facts ?? ''}
        onSave={(facts) => acts.run('editContact', { id: newId(), contactId: contact.id, facts })}
      />
      <p className="quiet">{text('factsStay')}</p>
    </section>
  );
}
