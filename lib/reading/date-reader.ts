import type { ParsedResult } from 'chrono-node';
import { addDays, type DaysOff } from '@/lib/core/calendar';
import { type DatedWords, dayBefore, dayPhrasesIn, isNear } from '@/lib/core/day-phrases';
import type { CalendarDate } from '@/lib/core/model';
import type { DateReader } from '@/lib/core/promise';
import { dayOf, parseDates } from './parse-dates';

interface ReadDay extends DatedWords {
  /** How well the words know their day: "by EOD" knows less than a weekday, a weekday less than a date. */
  readonly certainty: 0 | 1 | 2;
}

/** What it depends on which day words mean. */
export interface DateReading {
  readonly locale: string;
  /** For "within two working days". */
  readonly off: DaysOff;
}

/**
 * Reads the words of running text that name a day, as a promise means them: what the library sees, without what only looks
 * like a date, and with the phrases that mean a last day.
 */
export function dateReader({ locale, off }: DateReading): DateReader {
  return (text, sentOn) => {
    const phrases = dayPhrasesIn(text, sentOn, off).map(
      ({ isLoose, ...words }): ReadDay => ({ ...words, certainty: isLoose ? 0 : 2 }),
    );
    const read = parseDates(text, sentOn, locale).flatMap((result) => dayMeant(result, text, sentOn) ?? []);
    // A phrase knows better than the library, unless that has read more of the same date: "Dec 4 at 10".
    const dates = read.filter((date) => phrases.every((phrase) => !overlap(date, phrase) || holds(date, phrase)));
    const all = [...dates, ...phrases.filter((phrase) => !dates.some((date) => overlap(date, phrase)))];
    return joined(inOrder(all), text).filter(({ on }) => on >= sentOn);
  };
}

function overlap(a: DatedWords, b: DatedWords): boolean {
  return a.from < b.to && b.from < a.to;
}

function holds(outer: DatedWords, inner: DatedWords): boolean {
  return outer.from <= inner.from && outer.to >= inner.to;
}

function inOrder(dates: readonly ReadDay[]): readonly ReadDay[] {
  return dates.toSorted((a, b) => a.from - b.from);
}

/** A date of the library as a promise means it. `undefined`: a number, a time, a verb, a day that has been. */
function dayMeant(result: ParsedResult, text: string, sentOn: CalendarDate): ReadDay | undefined {
  const { start } = result;
  const words = result.text.replace(/[\s,(]+$/, '');
  const from = result.index + (/^[(\s]*/.exec(words)?.[0].length ?? 0);
  const lead = text.slice(0, from);
  const isDate = start.isCertain('day') && start.isCertain('month');
  if ((!isDate && !start.isCertain('weekday')) || /^(?:last|past)\b|weekend/i.test(words)) return undefined;
  const tags = start.tags();
  const isDuration = tags.has('result/relativeDate') && !/tomorrow/i.test(words);
  if (isDuration || tags.has('casualReference/now') || (isWeak(words) && !announced.test(lead))) return undefined;
  const day = dayOf(result.end ?? start);
  if (day === undefined || (isDate && !start.isCertain('year') && !isNear(day, sentOn))) return undefined;
  // On a Friday, "Friday" is the next one.
  const on = !isDate && day === sentOn && !/^this\b/i.test(words) ? addDays(day, 7) : day;
  const end = result.index + words.length;
  const noon = /^\s+(?:lunch(?:time)?|midday)\b/i.exec(text.slice(end))?.[0] ?? '';
  // "Before 5 pm on Friday" is on Friday.
  const last = start.isCertain('hour') ? on : dayBefore(lead, on);
  return { from, to: end + noon.length, on: last, certainty: isDate ? 2 : 1 };
}

const announced = /\b(?:on|by|before|until|till|than|this|next|from|for)\s+$/i;

/** "24/7" and "sat" are dates only where a preposition says so. */
function isWeak(words: string): boolean {
  return /^\d{1,2}[/.-]\d{1,2}$/.test(words) || /^(?:mon|wed|sat|sun)$/.test(words);
}

/** One date of words side by side that say the same day, or of which one says it better: "Tuesday, January 19", "EOD tomorrow". */
function joined(dates: readonly ReadDay[], text: string): readonly DatedWords[] {
  const found: ReadDay[] = [];
  for (const date of dates) {
    const last = found.at(-1);
    const isBeside = last && /^[\s,]*\(?(?:(?:on|of|at|by)\s+)?(?:the\s+)?$/i.test(text.slice(last.to, date.from));
    if (!last || !isBeside || (last.on !== date.on && last.certainty === date.certainty)) found.push(date);
    else {
      const better = date.certainty > last.certainty ? date : last;
      found[found.length - 1] = { ...better, from: last.from, to: date.to };
    }
  }
  return found.map(({ from, to, on }) => ({ from, to, on }));
}
