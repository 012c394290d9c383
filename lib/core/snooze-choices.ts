import { addDays, addMonths, type DaysOff, nextWorkingDay, weekdayOf } from '@/lib/core/calendar';
import type { Reader } from '@/lib/core/day-words';
import type { CalendarDate } from '@/lib/core/model';
import type { Phrase } from '@/lib/core/phrase';

/** A day to snooze until, and what to call it: a weekday's name is ready text, the rest are phrases. */
export interface SnoozeChoice {
  readonly label: string | Phrase;
  readonly on: CalendarDate;
}

/** The ready choices; none of them ends on a day off, and two that end on the same day are one. */
export function snoozeChoices({ today, locale }: Pick<Reader, 'today' | 'locale'>, off: DaysOff): SnoozeChoice[] {
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const tomorrow = addDays(today, 1);
  const next = nextWorkingDay(tomorrow, off);
  const monday = nextWorkingDay(addDays(today, (8 - weekdayOf(today)) % 7 || 7), off);
  const choices: readonly SnoozeChoice[] = [
    { label: next === tomorrow ? { key: 'snoozeTomorrow' } : weekday.format(Date.parse(next)), on: next },
    { label: weekday.format(Date.parse(monday)), on: monday },
    { label: { key: 'snoozeInTwoWeeks' }, on: nextWorkingDay(addDays(today, 14), off) },
    { label: { key: 'snoozeInAMonth' }, on: nextWorkingDay(addMonths(today, 1), off) },
  ];
  return choices.filter((choice, index) => choices.findIndex((other) => other.on === choice.on) === index);
}
