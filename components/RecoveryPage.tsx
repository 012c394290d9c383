import { firstName } from '@/lib/core/wording';
import { text } from '@/lib/extension/text';
import { Avatar } from './Avatar';
import { useMoment } from './moment';
import { RecoveryAgreed } from './RecoveryAgreed';
import { RecoveryEscalation } from './RecoveryEscalation';
import { RecoveryHappened } from './RecoveryHappened';
import { RecoveryHistory } from './RecoveryHistory';
import { RecoveryMore } from './RecoveryMore';
import { RecoveryClosed, RecoveryNext } from './RecoveryNext';
import { RecoveryPill } from './RecoveryPill';
import { RecoverySteps } from './RecoverySteps';
import { formsOf } from './recovery-forms';
import type { RecoveryPart } from './recovery-view';

/** One case: what happened, the one next step, the six steps, and everything that was done so far. */
export function RecoveryPage({ part }: { readonly part: RecoveryPart }) {
  const { view } = part;
  const { next } = view.course;
  return (
    <>
      <RecoveryHead part={part} />
      <div className="tab-column">
        <RecoveryHappened part={part} />
        <RecoveryEscalation part={part} />
        <div className="tab-columns">
          <div className="tab-column">
            {next ? <RecoveryNext part={part} next={next} /> : <RecoveryClosed view={view} />}
            <RecoveryMore part={part} offered={next ? formsOf(next, view) : []} />
          </div>
          <div className="tab-column">
            <RecoverySteps view={view} />
            <RecoveryAgreed view={view} />
          </div>
        </div>
        <RecoveryHistory part={part} />
      </div>
    </>
  );
}

/** Who it is, where, and how the case stands. */
function RecoveryHead({ part: { view } }: { readonly part: RecoveryPart }) {
  const { contact } = view;
  return (
    <div className="tab-who">
      <Avatar name={contact.name} large />
      <div className="tab-names">
        <h1>
          <bdi>{contact.name}</bdi>
        </h1>
        {contact.company && <bdi className="quiet">{contact.company}</bdi>}
        <p>
          <a className="link" href={`contact.html?id=${contact.id}`}>
            {text('caseOpenContact', firstName(contact.name))}
          </a>
        </p>
      </div>
      <RecoveryPill view={view} moment={useMoment()} />
    </div>
  );
}
