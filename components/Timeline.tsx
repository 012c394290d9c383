import { civilDate } from '@/lib/core/calendar';
import { sayDay } from '@/lib/core/day-words';
import type { Interaction } from '@/lib/core/model';
import { newestFirst } from '@/lib/core/timeline-order';
import { text } from '@/lib/extension/text';
import { type Moment, useMoment } from './moment';
import { happened, whyDoubtful } from './timeline-text';

const shown = 10;

interface TimelineProps {
  readonly interactions: readonly Interaction[];
  readonly name: string;
}

/** The newest entries of a contact; doubtful ones say why they do not count. The contact's own page changes them. */
export function Timeline({ interactions, name }: TimelineProps) {
  const moment = useMoment();
  const recent = [...interactions].sort(newestFirst).slice(0, shown);
  return (
    <section className="panel-part">
      <h3>{text('timeline')}</h3>
      {recent.length === 0 && <p className="quiet">{text('timelineEmpty')}</p>}
      <ol className="timeline">
        {recent.map((one) => (
          <TimelineEntry key={one.id} one={one} name={name} day={dayOf(one, moment)} />
        ))}
      </ol>
    </section>
  );
}

interface TimelineEntryProps {
  readonly one: Interaction;
  readonly name: string;
  readonly day: string;
}

function TimelineEntry({ one, name, day }: TimelineEntryProps) {
  const doubt = whyDoubtful(one);
  const details = [one.evidence?.subject, doubt, one.note].filter((part) => part !== undefined && part !== '');
  return (
    <li className={one.weight === 'counts' ? 'entry' : 'entry entry-weak'}>
      <span className="entry-day">{day}</span>
      <span className="entry-what">{happened(one, name)}</span>
      {details.map((detail) => (
        <bdi key={detail} className="entry-detail">
          {detail}
        </bdi>
      ))}
    </li>
  );
}

function dayOf(one: Interaction, { today, locale, timeZone }: Moment): string {
  return sayDay(civilDate(one.occurredAt, timeZone), today, locale);
}
