import { isUrgent } from '@/lib/core/agenda';
import { civilDate, isWorkingDay, nextWorkingDay } from '@/lib/core/calendar';
import { sayDay, whenPhrase } from '@/lib/core/day-words';
import { firstName } from '@/lib/core/wording';
import { countText, numberText, phrase, text } from '@/lib/extension/text';
import { type Moment, useMoment } from './moment';
import type { AgendaRead } from './queries';
import { StateNote } from './StateNote';

interface DayNoteProps {
  readonly agenda: AgendaRead;
  /** The user wants the list although it is a day off. */
  readonly worksAnyway: boolean;
  readonly onWorkAnyway: () => void;
  /** The user wants to see what can wait. */
  readonly onLater: () => void;
}

/** Words for a day without work: nobody waits, it is a day off, or enough was done. Nothing on an ordinary day. */
export function DayNote({ agenda, worksAnyway, onWorkAnyway, onLater }: DayNoteProps) {
  const moment = useMoment();
  const shown = waitingIn(agenda);
  const waiting = shown + agenda.later.count;
  if (waiting === 0) {
    return <StateNote title={text('emptyTitle')}>{agenda.upcoming && <p>{nextSentence(agenda, moment)}</p>}</StateNote>;
  }
  if (worksAnyway || !isDayOff(moment)) return shown > 0 ? null : <DoneNote later={agenda.later} onLater={onLater} />;
  const backOn = sayDay(nextWorkingDay(moment.today, moment), moment.today, moment.locale);
  const show = (
    <button type="button" className="button" onClick={onWorkAnyway}>
      {text('weekendShow')}
    </button>
  );
  return (
    <StateNote title={text('weekendTitle', weekdayName(moment))} action={show}>
      <p>{countText(waiting, 'weekendOne', 'weekendOther', backOn)}</p>
    </StateNote>
  );
}

function DoneNote({ later, onLater }: { readonly later: AgendaRead['later']; readonly onLater: () => void }) {
  const show = (
    <button type="button" className="button" onClick={onLater}>
      {text('doneForTodayShow')}
    </button>
  );
  const count = numberText(later.count, later.capped);
  return <StateNote title={text('doneForToday', count)} action={show} />;
}

export function isDayOff(moment: Moment): boolean {
  return !isWorkingDay(moment.today, moment);
}

/** How many are asked for today. */
export function waitingIn({ parts }: AgendaRead): number {
  return parts.recovery.entries.filter(isUrgent).length + parts.overdue.total + parts.today.total;
}

function nextSentence({ upcoming }: AgendaRead, moment: Moment): string {
  const contact = upcoming?.contact;
  if (contact?.attentionAt === undefined) return '';
  const when = whenPhrase(civilDate(contact.attentionAt, moment.timeZone), moment);
  return text('emptyNext', firstName(contact.name), typeof when === 'string' ? when : phrase(when));
}

function weekdayName({ today, locale }: Moment): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.parse(today));
}
