import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import type { WholeContact } from './contact-whole';
import { type Twin, useTwins } from './use-twins';

/** Contacts that may be the same person as this one: one click makes them one, another says that they are two. */
export function ContactTwins({ whole }: { readonly whole: WholeContact }) {
  const twins = useTwins(whole);
  if (twins.length === 0) return null;
  return (
    <section className="tab-box" aria-labelledby="twins">
      <h2 id="twins">{text('twins')}</h2>
      {twins.map((twin) => (
        <TwinQuestion key={twin.contact.id} contactId={whole.contact.id} twin={twin} />
      ))}
    </section>
  );
}

function TwinQuestion({ contactId, twin }: { readonly contactId: string; readonly twin: Twin }) {
  const acts = useActs();
  const { contact, address, site } = twin;
  const answer = (isOne: boolean) => acts.run('answerTwin', { id: newId(), contactId, otherId: contact.id, isOne });
  const where = address ?? contact.company;
  return (
    <div className="panel-part">
      <p>
        <a className="link" href={`?id=${contact.id}`}>
          <bdi>{contact.name}</bdi>
        </a>
        {where && (
          <>
            {' '}
            <bdi className="quiet">{where}</bdi>
          </>
        )}
      </p>
      <p className="quiet">{site === undefined ? text('twinByName') : text('twinByRecord', site)}</p>
      <div className="buttons">
        <button type="button" className="button" onClick={() => void answer(true)}>
          {text('twinsMerge')}
        </button>
        <button type="button" className="button" onClick={() => void answer(false)}>
          {text('twinsApart')}
        </button>
      </div>
    </div>
  );
}
