import { addDays, nextWorkingDay, weekdayOf } from '@/lib/core/calendar';
import type { CalendarDate } from '@/lib/core/model';
import { text } from '@/lib/extension/text';
import type { Moment } from './moment';

export interface SnoozeChoice {
  readonly label: string;
  readonly on: CalendarDate;
}

/** The ready choices; none of them ends on a day off, and two that end on the same day are one. */
export function snoozeChoices({ today, weekend, locale }: Pick<Moment, 'today' | 'weekend' | 'locale'>) {
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const nameOf = (on: CalendarDate) => weekday.format(Date.parse(on));
  const tomorrow = addDays(today, 1);
  const next = nextWorkingDay(tomorrow, weekend);
  const monday = nextWorkingDay(addDays(today, (8 - weekdayOf(today)) % 7 || 7), weekend);
  const choices: readonly SnoozeChoice[] = [
    { label: next === tomorrow ? text('snoozeTomorrow') : nameOf(next), on: next },
    { label: nameOf(monday), on: monday },
    { label: text('snoozeInTwoWeeks'), on: nextWorkingDay(addDays(today, 14), weekend) },
    { label: text('snoozeInAMonth'), on: nextWorkingDay(addDays(today, 30), weekend) },
  ];
  return choices.filter((choice, index) => choices.findIndex((other) => other.on === choice.on) === index);
}
