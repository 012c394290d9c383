import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import type { WholeContact } from './contact-whole';
import { type Duplicate, useDuplicates } from './use-duplicates';

/** Contacts that may be the same person as this one: one click makes them one, another says that they are two. */
export function ContactDuplicates({ whole }: { readonly whole: WholeContact }) {
  const duplicates = useDuplicates(whole);
  if (duplicates.length === 0) return null;
  return (
    <section className="tab-box" aria-labelledby="duplicates">
      <h2 id="duplicates">{text('duplicates')}</h2>
      {duplicates.map((duplicate) => (
        <DuplicateQuestion key={duplicate.contact.id} contactId={whole.contact.id} duplicate={duplicate} />
      ))}
    </section>
  );
}

function DuplicateQuestion({ contactId, duplicate }: { readonly contactId: string; readonly duplicate: Duplicate }) {
  const acts = useActs();
  const { contact, address, site } = duplicate;
  const answer = (isOne: boolean) =>
    acts.run('answerDuplicate', { id: newId(), contactId, otherId: contact.id, isOne });
  const where = address ?? contact.company;
  return (
    <div className="panel-part">
      <p>
        <a className="link" href={`contact.html?id=${contact.id}`}>
          <bdi>{contact.name}</bdi>
        </a>
        {where && (
          <>
            {' '}
            <bdi className="quiet">{where}</bdi>
          </>
        )}
      </p>
      <p className="quiet">{site === undefined ? text('duplicateByName') : text('duplicateByRecord', site)}</p>
      <div className="buttons">
        <button type="button" className="button" onClick={() => void answer(true)}>
          {text('duplicatesMerge')}
        </button>
        <button type="button" className="button" onClick={() => void answer(false)}>
          {text('duplicatesApart')}
        </button>
      </div>
    </div>
  );
}
