import { addMonths as monthsLater } from 'date-fns/addMonths';
import { kept } from '@/lib/core/kept';
import type { CalendarDate, Instant, MonthDay } from '@/lib/core/model';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const wallClockOf = kept(
  (timeZone) =>
    new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    }),
);

/** The zone's wall clock at `at`, written as if it were UTC, in whole seconds. */
function wallTime(at: Instant, timeZone: string): number {
  const offset = steadyOffset(Math.floor(at / dayMs), timeZone);
  return offset === undefined ? askedWallTime(at, timeZone) : Math.floor(at / 1000) * 1000 + offset;
}

function askedWallTime(at: Instant, timeZone: string): number {
  const read = new Map<string, number>();
  for (const part of wallClockOf(timeZone).formatToParts(at)) read.set(part.type, Number(part.value));
  const part = (name: string) => read.get(name) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/** Offsets by zone and UTC day. Asking the formatter takes many times as long, and every contact asks for its whole history. */
const steadyOffsets = new Map<string, Map<number, number | undefined>>();
/** Some fifty years: the memory must not grow with whatever dates a page shows. */
const daysKept = 20_000;

/** The zone's offset from UTC in ms all through that UTC day; `undefined` where its clock changes on that day. */
function steadyOffset(utcDay: number, timeZone: string): number | undefined {
  let known = steadyOffsets.get(timeZone);
  if (!known || known.size >= daysKept) {
    known = new Map();
    steadyOffsets.set(timeZone, known);
  }
  if (known.has(utcDay)) return known.get(utcDay);
  // In no zone did the clock ever change twice within one UTC day and end as it had begun.
  const offsetAt = (at: Instant) => askedWallTime(at, timeZone) - at;
  const first = offsetAt(utcDay * dayMs);
  const offset = first === offsetAt((utcDay + 1) * dayMs - 1000) ? first : undefined;
  known.set(utcDay, offset);
  return offset;
}

/** Days since 1970-01-01, counted on the calendar: no zone, no clock changes. */
function dayNumber(on: CalendarDate): number {
  return Math.floor(Date.UTC(Number(on.slice(0, 4)), Number(on.slice(5, 7)) - 1, Number(on.slice(8, 10))) / dayMs);
}

function dateOfNumber(days: number): CalendarDate {
  return new Date(days * dayMs).toISOString().slice(0, 10);
}

/** Is this text a date that exists, written `YYYY-MM-DD`? */
export function isCalendarDate(text: string): text is CalendarDate {
  return /^[1-9]\d{3}-\d{2}-\d{2}$/.test(text) && dateOfNumber(dayNumber(text)) === text;
}

/** Is this a day of every year, written `MM-DD`? */
export function isMonthDay(text: string): text is MonthDay {
  return isCalendarDate(`2000-${text}`);
}

/** The day that the calendar on the wall shows at `at`, counted from 1970-01-01: the cheap form of `civilDate`. */
export function civilDay(at: Instant, timeZone: string): number {
  return Math.floor(wallTime(at, timeZone) / dayMs);
}

/** The civil date that the calendar on the wall shows at `at`. */
export function civilDate(at: Instant, timeZone: string): CalendarDate {
  return dateOfNumber(civilDay(at, timeZone));
}

/** The instant at which the wall clock shows `wall` (written as if UTC), the earlier of two; `undefined` if it never does. */
function instantOfWall(wall: number, timeZone: string): Instant | undefined {
  const offsets = [wall - dayMs, wall + dayMs].map((near) => wallTime(near, timeZone) - near);
  const found = offsets.map((offset) => wall - offset).filter((at) => wallTime(at, timeZone) === wall);
  return found.length > 0 ? Math.min(...found) : undefined;
}

/** The first instant of that date; of the next one where the zone skipped the date. */
export function startOfDay(on: CalendarDate, timeZone: string): Instant {
  const midnight = dayNumber(on) * dayMs;
  const found = instantOfWall(midnight, timeZone);
  if (found !== undefined) return found;
  // No midnight (Cairo, Santiago and Beirut change their clocks then): the first instant that is not before the date.
  let before = midnight - 26 * hourMs;
  let after = midnight + 26 * hourMs;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (civilDate(middle, timeZone) < on) before = middle;
    else after = middle;
  }
  return after;
}

/** The instant of a wall-clock time of that date; in a gap of the clock, the first instant after it. */
export function atTime(on: CalendarDate, minutes: number, timeZone: string, seconds = 0): Instant {
  const wall = dayNumber(on) * dayMs + minutes * 60_000 + seconds * 1000;
  return (
    instantOfWall(wall, timeZone) ?? instantOfWall(wall + hourMs, timeZone) ?? startOfDay(addDays(on, 1), timeZone)
  );
}

/** Noon of that date: the instant stored where only the date is known. */
export function noonOf(on: CalendarDate, timeZone: string): Instant {
  return atTime(on, 12 * 60, timeZone);
}

/** The date `n` days later (earlier if negative), on the calendar. */
export function addDays(on: CalendarDate, n: number): CalendarDate {
  return dateOfNumber(dayNumber(on) + n);
}

/** The same day `n` months later; in a shorter month its last day. */
export function addMonths(on: CalendarDate, n: number): CalendarDate {
  // The library reckons in the machine's own zone: noon is far from any change of its clocks.
  const noon = new Date(Number(on.slice(0, 4)), Number(on.slice(5, 7)) - 1, Number(on.slice(8, 10)), 12);
  const later = monthsLater(noon, n);
  return dateOfNumber(Date.UTC(later.getFullYear(), later.getMonth(), later.getDate()) / dayMs);
}

/** Calendar days from one date to another; negative if `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Day of the week, 0 = Sunday … 6 = Saturday. */
export function weekdayOf(on: CalendarDate): number {
  return (((dayNumber(on) + 4) % 7) + 7) % 7;
}

/** Days on which the user does not work. */
export interface DaysOff {
  /** Days of the week, 0 = Sunday … 6 = Saturday. If all seven are here, none of them is off. */
  readonly weekend: readonly number[];
  /** Single days, such as public holidays. */
  readonly holidays: readonly CalendarDate[];
}

/** Is it a working day? */
export function isWorkingDay(on: CalendarDate, { weekend, holidays }: DaysOff): boolean {
  if (holidays.includes(on)) return false;
  return !weekend.includes(weekdayOf(on)) || new Set(weekend).size >= 7;
}

/** The date itself if it is a working day, else the next one that is. */
export function nextWorkingDay(on: CalendarDate, off: DaysOff): CalendarDate {
  let day = on;
  while (!isWorkingDay(day, off)) day = addDays(day, 1);
  return day;
}

/** The `n`th working day after the date; for 0 the date itself, moved off the days off. */
export function addWorkingDays(on: CalendarDate, n: number, off: DaysOff): CalendarDate {
  let day = n === 0 ? nextWorkingDay(on, off) : on;
  for (let left = n; left > 0; left--) day = nextWorkingDay(addDays(day, 1), off);
  return day;
}
