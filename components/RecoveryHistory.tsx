import { dayAt, sayDay } from '@/lib/core/day-words';
import type { RecoveryEvent } from '@/lib/core/recovery';
import { text } from '@/lib/extension/text';
import { type Moment, useMoment } from './moment';
import { eventText } from './recovery-text';
import type { RecoveryPart } from './recovery-view';
import { whenText } from './when-text';

/** Everything that happened, newest first. */
export function RecoveryHistory({ part }: { readonly part: RecoveryPart }) {
  const { happenings, recovery } = part.view;
  const moment = useMoment();
  return (
    <section className="tab-box" aria-labelledby="course">
      <h2 id="course">{text('caseHistory')}</h2>
      <ol className="history">
        {happenings.map((event) => (
          <Happening key={event.id} event={event} onTakeBack={() => void part.deeds.takeBack(event)} />
        ))}
        <li className="happening">
          <span className="happening-day">{dayOf(recovery.openedAt, moment)}</span>
          <span className="happening-what">{text('caseEntryOpened')}</span>
        </li>
      </ol>
    </section>
  );
}

interface HappeningProps {
  readonly event: RecoveryEvent;
  readonly onTakeBack: () => void;
}

function Happening({ event, onTakeBack }: HappeningProps) {
  const moment = useMoment();
  const what = eventText(event, moment);
  const occurredOn = dayAt(event.occurredAt, moment);
  const recordedOn = dayAt(event.recordedAt, moment);
  const how = event.aboutId !== undefined ? text('caseSeen') : undefined;
  const entered = recordedOn === occurredOn ? undefined : text('caseEnteredOn', whenText(recordedOn, moment));
  const details = [event.note, how, entered].filter((part) => part !== undefined && part !== '');
  return (
    <li className="happening">
      <span className="happening-day">{dayOf(event.occurredAt, moment)}</span>
      <bdi className="happening-what">{what}</bdi>
      <button
        type="button"
        className="link-button happening-act"
        aria-label={text('caseTakeBackOf', what)}
        onClick={onTakeBack}
      >
        {text('takeBack')}
      </button>
      {details.map((detail) => (
        <bdi key={detail} className="happening-detail">
          {detail}
        </bdi>
      ))}
    </li>
  );
}

function dayOf(at: number, moment: Moment): string {
  return sayDay(dayAt(at, moment), moment.today, moment.locale);
}
