import { firstName } from '@/lib/core/wording';
import { text } from '@/lib/extension/text';
import { useMoment } from './moment';
import { whenWas } from './recovery-text';
import { customerOf, type RecoveryPart, type RecoveryView } from './recovery-view';

/** Why this case does not take the usual course, and who stands by it. Nothing where it does. */
export function RecoveryEscalation({ part: { view } }: { readonly part: RecoveryPart }) {
  const { escalation, contact } = view;
  const isRepeated = escalation.earlierIds.length > 0;
  if (!isRepeated && escalation.ledBy !== 'manager') return null;
  const name = firstName(contact.name);
  const { manager } = escalation;
  return (
    <section className="tab-box case-escalated" aria-labelledby="escalated">
      <h2 id="escalated">{text('caseEscalated')}</h2>
      <p>{manager === undefined ? text('caseManagerMissing', name) : text('caseManagerIs', manager, name)}</p>
      {escalation.ledBy === 'manager' && <p>{text('caseMistreatedHow', name)}</p>}
      {isRepeated && <EarlierCases view={view} />}
      {isRepeated && <p>{text('caseAgainHow')}</p>}
    </section>
  );
}

function EarlierCases({ view }: { readonly view: RecoveryView }) {
  const moment = useMoment();
  const earlier = view.escalation.earlierIds.flatMap((id) => {
    return view.others.filter(({ recovery }) => recovery.id === id).map(({ recovery }) => recovery);
  });
  return (
    <div>
      <p>{text('caseAgain', customerOf(view))}</p>
      <ul>
        {earlier.map(({ id, openedAt }) => (
          <li key={id}>
            <a className="link" href={`?id=${id}`}>
              {text('caseEarlier', whenWas(openedAt, moment))}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
