import { civilDate, daysBetween } from '@/lib/core/calendar';
import { kept } from '@/lib/core/kept';
import type { CalendarDate, Instant } from '@/lib/core/model';
import type { Phrase } from '@/lib/core/phrase';
import type { Now } from '@/lib/core/standing';

/** For whom a phrase is made. */
export interface Reader extends Now {
  /** BCP 47 language of the interface; decides how dates and numbers are written. */
  readonly locale: string;
  readonly timeZone: string;
}

const dayFormat = (parts: Intl.DateTimeFormatOptions) =>
  kept((locale) => new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' }));
const dayFormats = {
  long: dayFormat({ weekday: 'long' }),
  short: dayFormat({ weekday: 'short' }),
  date: dayFormat({ day: 'numeric', month: 'short' }),
  dateAndYear: dayFormat({ day: 'numeric', month: 'short', year: 'numeric' }),
};
const relativeFormat = kept((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));

/** "yesterday", "in 60 days". */
export function relativeDay(days: number, locale: string): string {
  return relativeFormat(locale).format(days, 'day');
}

/** A day as people say it: today, yesterday, tomorrow, a weekday within six days, else "1 Nov", with the year if it is another. */
export function sayDay(
  on: CalendarDate,
  today: CalendarDate,
  locale: string,
  weekday: 'long' | 'short' = 'long',
): string {
  const days = daysBetween(today, on);
  if (Math.abs(days) <= 1) return relativeDay(days, locale);
  const at = Date.UTC(Number(on.slice(0, 4)), Number(on.slice(5, 7)) - 1, Number(on.slice(8)));
  if (Math.abs(days) <= 6) return dayFormats[weekday](locale).format(at);
  const isThisYear = on.slice(0, 4) === today.slice(0, 4);
  return dayFormats[isThisYear ? 'date' : 'dateAndYear'](locale).format(at);
}

/** The same inside a sentence: "today", "on Friday", "on 1 Nov". */
export function whenPhrase(on: CalendarDate, { today, locale }: Reader): string | Phrase {
  const day = sayDay(on, today, locale);
  return Math.abs(daysBetween(today, on)) <= 1 ? day : { key: 'onDay', values: [day] };
}

/** The day of that instant, where the reader is. */
export function dayAt(at: Instant, { timeZone }: Reader): CalendarDate {
  return civilDate(at, timeZone);
}

/** `whenPhrase` of an instant. */
export function whenAt(at: Instant, reader: Reader): string | Phrase {
  return whenPhrase(dayAt(at, reader), reader);
}

/** To answer the mail of that moment: "Answer Friday’s mail". */
export function answerPhrase(at: Instant, { timeZone, today, locale }: Reader): Phrase {
  const on = civilDate(at, timeZone);
  const ago = daysBetween(on, today);
  if (ago <= 0) return { key: 'suggestAnswerToday' };
  if (ago === 1) return { key: 'suggestAnswerYesterday' };
  return { key: ago <= 6 ? 'suggestAnswerWeekday' : 'suggestAnswerDate', values: [sayDay(on, today, locale)] };
}
