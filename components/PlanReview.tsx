import { useId } from 'react';
import { addMonths, civilDate } from '@/lib/core/calendar';
import { sayDay } from '@/lib/core/day-words';
import { inEffect } from '@/lib/core/in-effect';
import { text } from '@/lib/extension/text';
import type { WholeContact } from './contact-whole';
import { type Moment, useMoment } from './moment';
import { happened } from './timeline-text';

interface PlanReviewProps {
  readonly whole: WholeContact;
  /** The answer so far. */
  readonly given: string;
  readonly onGiven: (given: string) => void;
}

/** "What did they get this quarter?": what was given is there to see, the answer is kept with the review. */
export function PlanReview({ whole, given, onGiven }: PlanReviewProps) {
  const moment = useMoment();
  const hintId = useId();
  const gifts = givenSince(whole, addMonths(moment.today, -3), moment);
  return (
    <div className="panel-part">
      <label className="field">
        <span>{text('reviewGiven')}</span>
        <textarea
          rows={2}
          maxLength={2_000}
          value={given}
          aria-describedby={hintId}
          onChange={(event) => onGiven(event.target.value)}
        />
      </label>
      <p id={hintId} className="quiet">
        {text(gifts.length > 0 ? 'reviewGivenSeen' : 'reviewGivenNothing')}
      </p>
      {gifts.length > 0 && (
        <ul className="quiet plan-given">
          {gifts.map(({ id, said }) => (
            <li key={id}>
              <bdi>{said}</bdi>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Gifts, letters, meetings and extras of a recovery from that day on, newest first. */
function givenSince({ contact, interactions, extras }: WholeContact, sinceOn: string, moment: Moment) {
  const kinds: readonly string[] = ['gift', 'letter', 'meeting'];
  const touches = inEffect(interactions)
    .filter(({ kind, weight }) => kinds.includes(kind) && weight === 'counts')
    .map((one) => ({ id: one.id, at: one.occurredAt, what: one.note ?? happened(one, contact.name) }));
  const all = [...touches, ...extras].filter(({ at }) => civilDate(at, moment.timeZone) >= sinceOn);
  return all
    .sort((a, b) => b.at - a.at)
    .map(({ id, at, what }) => ({
      id,
      said: text('planWhatWhen', what, sayDay(civilDate(at, moment.timeZone), moment.today, moment.locale)),
    }));
}
