import { civilDate, daysBetween } from '@/lib/core/calendar';
import type { CalendarDate, Instant } from '@/lib/core/model';
import type { Phrase } from '@/lib/core/phrase';
import type { Now } from '@/lib/core/standing';

/** For whom a phrase is made. */
export interface Reader extends Now {
  /** BCP 47 language of the interface; decides how dates and numbers are written. */
  readonly locale: string;
  readonly timeZone: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${Object.values(options).join()} ${Object.keys(options).join()}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formats.set(key, made);
  return made;
}

/** A day as people say it: today, yesterday, tomorrow, a weekday within six days, else "1 Nov", with the year if it is another. */
export function sayDay(
  on: CalendarDate,
  today: CalendarDate,
  locale: string,
  weekday: 'long' | 'short' = 'long',
): string {
  const days = daysBetween(today, on);
  if (Math.abs(days) <= 1) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
  const at = Date.UTC(Number(on.slice(0, 4)), Number(on.slice(5, 7)) - 1, Number(on.slice(8)));
  if (Math.abs(days) <= 6) return dateFormat(locale, { weekday }).format(at);
  const year = on.slice(0, 4) === today.slice(0, 4) ? undefined : 'numeric';
  return dateFormat(locale, { day: 'numeric', month: 'short', ...(year ? { year } : {}) }).format(at);
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
