import { badgePhrase } from '@/lib/core/explain';
import type { Contact } from '@/lib/core/model';
import { standingOf } from '@/lib/core/standing';
import { firstName } from '@/lib/core/wording';
import { phrase, text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { AccountForm } from './AccountForm';
import { Avatar } from './Avatar';
import { useActs } from './acts';
import type { WholeContact } from './contact-whole';
import { useMoment } from './moment';
import { StatusPill } from './StatusPill';

/** The company: who else is known there, what holds for all of them, and whether everything hangs by one thread. */
export function AccountBox({ whole: { contact, account, colleagues } }: { readonly whole: WholeContact }) {
  const acts = useActs();
  if (!account) {
    return (
      <section className="tab-box" aria-labelledby="account">
        <h2 id="account">{text('account')}</h2>
        <p className="quiet">{text('accountNone')}</p>
      </section>
    );
  }
  const { id: accountId, name, domains, tracksEveryone = false } = account;
  const [only, ...others] = [contact, ...colleagues].filter(isThere);
  return (
    <section className="tab-box" aria-labelledby="account">
      <h2 id="account">
        <bdi>{name}</bdi>
      </h2>
      <bdi className="quiet">{domains.join(', ')}</bdi>
      {only && others.length === 0 && <p className="offer">{text('singleThread', firstName(only.name), name)}</p>}
      {colleagues.length > 0 && (
        <ul className="colleagues" aria-label={text('othersAt', name)}>
          {colleagues.map((one) => (
            <Colleague key={one.id} contact={one} />
          ))}
        </ul>
      )}
      <label className="switch">
        <input
          type="checkbox"
          checked={tracksEveryone}
          onChange={(event) =>
            void acts.run('editAccount', { id: newId(), accountId, tracksEveryone: event.target.checked })
          }
        />
        <bdi>{text('trackEveryoneAt', domains[0] ?? name)}</bdi>
      </label>
      <details className="more">
        <summary>{text('editAccount')}</summary>
        <AccountForm account={account} />
      </details>
    </section>
  );
}

/** Somebody one can turn to at the company. */
function isThere({ leftOn, stage }: Contact): boolean {
  return leftOn === undefined && stage !== 'lost';
}

function Colleague({ contact }: { readonly contact: Contact }) {
  const moment = useMoment();
  const standing = standingOf(contact, moment, moment);
  return (
    <li className="colleague">
      <Avatar name={contact.name} />
      <a className="link" href={`contact.html?id=${contact.id}`}>
        <bdi>{contact.name}</bdi>
      </a>
      <StatusPill status={standing.status} label={phrase(badgePhrase(standing, moment))} />
    </li>
  );
}
