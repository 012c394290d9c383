import { sayDay } from '@/lib/core/day-words';
import type { GivenPromise } from '@/lib/core/given-promise';
import type { Interaction } from '@/lib/core/model';
import type { MessageKey } from '@/lib/core/phrase';
import { type PromiseState, promiseState } from '@/lib/core/promise-state';
import { versionsOf } from '@/lib/core/versions-of';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';
import type { WholeContact } from './contact-whole';
import { isWebUrl } from './links';
import { useMoment } from './moment';
import { PromiseOffers } from './PromiseOffers';

interface ContactPromisesProps {
  readonly whole: WholeContact;
  readonly live: readonly Interaction[];
}

const stateKeys: Readonly<Partial<Record<PromiseState, MessageKey>>> = {
  accepted: 'promiseOpen',
  kept: 'promiseKept',
  broken: 'promiseBroken',
};

/** What was promised in mails: what waits for an answer, what is still to be kept, and what became of the rest. */
export function ContactPromises({ whole: { contact, promises, interactions }, live }: ContactPromisesProps) {
  const moment = useMoment();
  const told = promises
    .map((promise) => ({ promise, state: promiseState(promise, live, moment.today, moment) }))
    .filter(({ state }) => state === 'offered' || stateKeys[state] !== undefined)
    .sort((a, b) => b.promise.madeAt - a.promise.madeAt);
  if (told.length === 0) return null;
  return (
    <section className="panel-part">
      <h3>{text('promises')}</h3>
      <PromiseOffers contactId={contact.id} />
      <ul className="plans">
        {told.map(
          ({ promise, state }) =>
            state !== 'offered' && (
              <PromiseLine key={promise.id} promise={promise} state={state} interactions={interactions} />
            ),
        )}
      </ul>
    </section>
  );
}

interface PromiseLineProps {
  readonly promise: GivenPromise;
  readonly state: PromiseState;
  readonly interactions: readonly Interaction[];
}

function PromiseLine({ promise, state, interactions }: PromiseLineProps) {
  const { today, locale } = useMoment();
  const acts = useActs();
  const { id: promiseId, words, about, dueOn, mailId } = promise;
  const settle = (outcome: 'kept' | 'broken') => void acts.run('settlePromise', { id: newId(), promiseId, outcome });
  const day = sayDay(dueOn, today, locale);
  const url = urlOf(mailId, interactions);
  return (
    <li className={state === 'broken' ? 'plan plan-asks' : 'plan'}>
      <p>
        <bdi className="plan-what">{text(stateKeys[state] ?? 'promiseOpen', about, day)}</bdi>
        <bdi className="quiet">{text('promiseWords', words)}</bdi>
        {isWebUrl(url) && (
          <a className="link" href={url} target="_blank" rel="noreferrer">
            {text('openConversation')}
          </a>
        )}
      </p>
      {state !== 'kept' && (
        <div className="buttons">
          <button type="button" className="button button-small" onClick={() => settle('kept')}>
            {text('promiseWasKept')}
          </button>
          {state === 'accepted' && dueOn <= today && (
            <button type="button" className="button button-small" onClick={() => settle('broken')}>
              {text('promiseWasNot')}
            </button>
          )}
        </div>
      )}
    </li>
  );
}

/** The conversation of the mail, which may have been seen better since. */
function urlOf(mailId: string, interactions: readonly Interaction[]): string | undefined {
  const versions = versionsOf(interactions, mailId);
  return interactions.find(({ id, evidence }) => versions.has(id) && evidence?.url !== undefined)?.evidence?.url;
}
