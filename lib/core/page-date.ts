import { addDays, atTime, civilDate, isCalendarDate, noonOf, weekdayOf } from '@/lib/core/calendar';
import { type DateNames, dateNamesOf, plainDate, wordsIn } from '@/lib/core/date-names';
import type { CalendarDate, Instant } from '@/lib/core/model';

/** A date as read from a page; with precision `day` the instant is that day's noon. */
export interface ReadDate {
  readonly at: Instant;
  readonly precision: 'instant' | 'day';
}
/** What a page date depends on. */
export interface DateContext {
  /** BCP 47 language of the page. */
  readonly language: string;
  readonly now: Instant;
  readonly timeZone: string;
}

const maxLength = 200;
const minuteMs = 60_000;

/**
 * A date as the page shows it, such as "Tue 4 Aug, 15:15 (2 days ago)". `undefined` rather than a guess: unknown words,
 * days and months that could be swapped, a weekday that does not fit. A time without a zone is in the given zone.
 */
export function readPageDate(text: string, context: DateContext): ReadDate | undefined {
  if (text.length > maxLength) return undefined;
  const names = dateNamesOf(context.language);
  const found = take(plainDate(text.replace(/[(（][^()（）]*[)）]/g, ' ')), names);
  if (!found?.words.every((word) => isKnown(word, names))) return undefined;
  const timeZone = found.words.some((word) => word === 'utc' || word === 'gmt') ? 'UTC' : context.timeZone;
  const today = civilDate(context.now, timeZone);
  const minutes = found.time && minutesOf(found.time, found.words, names);
  if (found.time && minutes === undefined) return undefined;
  const on = dayOf(found, names, today, minutes !== undefined);
  if (on === undefined) return undefined;
  if (minutes === undefined) return { at: noonOf(on, timeZone), precision: 'day' };
  const at = atTime(on, minutes, timeZone, found.time?.seconds);
  // "22:54" alone means today, and today it has not been yet.
  const alone = found.date === undefined && found.offset === undefined && !hasDate(found, names);
  return alone && at > context.now + minuteMs ? undefined : { at, precision: 'instant' };
}

interface Time {
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}
interface NumericDate {
  readonly parts: readonly [number, number, number];
  readonly order: 'ymd' | 'dmy' | 'unknown';
}
interface Taken {
  /** Days from today, from words like "yesterday". */
  readonly offset?: number;
  readonly date?: NumericDate;
  readonly time?: Time;
  readonly words: readonly string[];
  readonly numbers: readonly string[];
}

const yearFirst = /(?<!\d)(\d{4}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{1,2})(?!\d)\.?/;
const eastAsian = /(?:(\d{4}) ?[年년] ?)?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]/;
const yearLast = /(?<!\d)(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{4})(?!\d)/;
const clock = /(?<![\d:.])(\d{1,2})(?::| ?h ?|時)(\d{2})(?::(\d{2}))?(?![\d:])/;

const dottedClock = /(?<![\d.])(\d{1,2})\.(\d{2})(?:\.(\d{2}))?$/;

/** Takes the text apart: what is recognised is cut out, words and numbers remain. */
function take(plain: string, names: DateNames): Taken | undefined {
  const relative = names.relatives.find(
    ([word]) => plain.startsWith(word) && !/^\p{L}/u.test(plain.slice(word.length)),
  );
  let rest = relative ? plain.slice(relative[0].length) : plain;
  const cut = (pattern: RegExp): RegExpExecArray | undefined => {
    const match = pattern.exec(rest);
    if (match) rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`;
    return match ?? undefined;
  };
  const date = numericDate(cut(yearFirst), cut(eastAsian), cut(yearLast));
  const time = cut(clock) ?? (names.dottedTime ? cut(dottedClock) : undefined);
  rest = rest.replace(/(\d)(?:st|nd|rd|th|er)\b/g, '$1');
  const numbers = rest.match(/\d+/g) ?? [];
  if (/[:/]/.test(rest) || /\d\.\d/.test(rest)) return undefined;
  return {
    offset: relative?.[1],
    date,
    time: time && { hours: Number(time[1]), minutes: Number(time[2]), seconds: Number(time[3] ?? 0) },
    words: wordsIn(rest),
    numbers,
  };
}

type Match = RegExpExecArray | undefined;

function numericDate(first: Match, asian: Match, last: Match): NumericDate | undefined {
  if (first) return { parts: [Number(first[1]), Number(first[2]), Number(first[3])], order: 'ymd' };
  if (asian) return { parts: [Number(asian[1] ?? 0), Number(asian[2]), Number(asian[3])], order: 'ymd' };
  if (!last) return undefined;
  // With full stops the day stands first in every country; with strokes it depends.
  const order = last[2] === '.' ? 'dmy' : 'unknown';
  return { parts: [Number(last[4]), Number(last[3]), Number(last[1])], order };
}

function isKnown(word: string, { months, weekdays, halves, fillers }: DateNames): boolean {
  const zone = word === 'utc' || word === 'gmt';
  return zone || months.has(word) || weekdays.has(word) || halves.has(word) || fillers.has(word);
}

function minutesOf(time: Time, words: readonly string[], { halves }: DateNames): number | undefined {
  const { hours, minutes, seconds } = time;
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
  const half = words.map((word) => halves.get(word)).find((late) => late !== undefined);
  if (half === undefined) return hours * 60 + minutes;
  if (hours < 1 || hours > 12) return undefined;
  return ((hours % 12) + (half ? 12 : 0)) * 60 + minutes;
}

function hasDate(found: Taken, { months, weekdays }: DateNames): boolean {
  return found.words.some((word) => months.has(word) || weekdays.has(word));
}

/** The day the text names, in its own words or by the weekday; today if it names only a time. */
function dayOf(found: Taken, names: DateNames, today: CalendarDate, hasTime: boolean): CalendarDate | undefined {
  const { month, weekday } = namedIn(found, names);
  // A year far off is one of another calendar, such as 2569 in Thailand.
  const nextYear = `${Number(today.slice(0, 4)) + 1}-12-31`;
  const fits = (on: CalendarDate) =>
    isCalendarDate(on) && on <= nextYear && on >= '1971' && (weekday === undefined || weekdayOf(on) === weekday);
  if (found.offset !== undefined) {
    const on = addDays(today, found.offset);
    return found.date === undefined && month === undefined && found.numbers.length === 0 && fits(on) ? on : undefined;
  }
  if (found.date)
    return month === undefined && found.numbers.length === 0
      ? numericDay(found.date, fits, today, weekday === undefined ? undefined : names.monthFirst)
      : undefined;
  if (month !== undefined) return namedDay(found.numbers, month, fits, today);
  if (found.numbers.length > 0) return undefined;
  if (weekday === undefined) return hasTime ? today : undefined;
  // The weekday of today could be today or a week ago.
  const back = (weekdayOf(today) - weekday + 7) % 7;
  return back === 0 ? undefined : addDays(today, -back);
}

/** Month and weekday among the words. Where one word can be both, the last is the month if a number needs one. */
function namedIn({ words, numbers }: Taken, { months, weekdays }: DateNames): { month?: number; weekday?: number } {
  const certain = words.find((word) => months.has(word) && !weekdays.has(word));
  const either = words.findLast((word) => months.has(word) && weekdays.has(word));
  const monthWord = certain ?? (numbers.length > 0 ? either : undefined);
  const monthAt = monthWord === undefined ? -1 : words.lastIndexOf(monthWord);
  const weekdayWord = words.find((word, index) => weekdays.has(word) && index !== monthAt);
  return {
    month: monthWord === undefined ? undefined : months.get(monthWord),
    weekday: weekdayWord === undefined ? undefined : weekdays.get(weekdayWord),
  };
}

type Fits = (on: CalendarDate) => boolean;

/** Day or month first? One of them is no date, or the weekday fits only one; else the country decides, given a weekday. */
function numericDay(
  { parts: [year, second, third], order }: NumericDate,
  fits: Fits,
  today: CalendarDate,
  monthFirst: boolean | undefined,
) {
  if (year === 0) return withoutYear(second, third, fits, today);
  const asMonthDay = dateOf(year, second, third);
  if (order !== 'unknown') return fits(asMonthDay) ? asMonthDay : undefined;
  const swapped = dateOf(year, third, second);
  const possible = new Set([asMonthDay, swapped].filter(fits));
  if (possible.size > 1) return monthFirst === undefined ? undefined : monthFirst ? swapped : asMonthDay;
  return [...possible][0];
}

function namedDay(numbers: readonly string[], month: number, fits: Fits, today: CalendarDate) {
  const [first, second] = numbers;
  if (first === undefined || numbers.length > 2) return undefined;
  if (second === undefined) return withoutYear(month, Number(first), fits, today);
  const yearIsFirst = first.length === 4;
  const year = Number(yearIsFirst ? first : second);
  const day = Number(yearIsFirst ? second : first);
  const whole = (yearIsFirst ? first : second).length === 4 ? year : 2000 + year;
  const on = dateOf(whole, month, day);
  return fits(on) ? on : undefined;
}

/** Without a year it is the newest such day that is not to come. */
function withoutYear(month: number, day: number, fits: Fits, today: CalendarDate): CalendarDate | undefined {
  const thisYear = Number(today.slice(0, 4));
  const candidates = [thisYear + 1, thisYear, thisYear - 1].map((year) => dateOf(year, month, day));
  const on = candidates.find((one) => isCalendarDate(one) && one <= addDays(today, 1));
  return on !== undefined && fits(on) ? on : undefined;
}

function dateOf(year: number, month: number, day: number): CalendarDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Gmail began in April 2004; a smaller number is no instant. */
const firstGmailAt = Date.UTC(2004, 2, 1);

/** The instant hidden in a message id, `gmail:<hex>` or `gmail:<decimal>`; `undefined` where the id carries none. */
export function instantOfId(id: string): Instant | undefined {
  const [, hex, decimal] = /^gmail:(?:([0-9a-f]{15,16})|(\d{17,20}))$/i.exec(id) ?? [];
  if (hex === undefined && decimal === undefined) return undefined;
  // Decimal ids have 19 digits or so, hexadecimal ones 16 (15 in the first months).
  const number = hex === undefined ? BigInt(decimal ?? '0') : BigInt(`0x${hex}`);
  const at = Number(number >> 20n);
  return at >= firstGmailAt && at <= 8.64e15 ? at : undefined;
}
