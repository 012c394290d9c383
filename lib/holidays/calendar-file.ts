import ICAL from 'ical.js';
import { inOrder, type NamedDay } from './named-day';
import { dayNumber, occurrences, type Patience, type Recurrence } from './recurrence';

/** What a calendar file says about days off. */
export type CalendarRead =
  | {
      readonly ok: true;
      readonly days: readonly NamedDay[];
      /** Entries that could not be taken: with a time of day, broken, or with a rule that is not understood. */
      readonly leftOut: number;
    }
  | { readonly ok: false; readonly why: 'too-large' | 'no-calendar' | 'no-days' };

/** A calendar of holidays has some kilobytes. */
const largestFile = 2_000_000;
const mostDays = 1_000;
const longestEntry = 366;
const mostDaysLookedAt = 2_000_000;
const dayMs = 86_400_000;

/** The days of all-day entries (RFC 5545) in those years; entries that return are followed through all of them. */
export function readCalendar(text: string, years: readonly number[]): CalendarRead {
  if (text.length > largestFile) return { ok: false, why: 'too-large' };
  const entries = entriesIn(text);
  if (!entries) return { ok: false, why: 'no-calendar' };
  const patience: Patience = { left: mostDaysLookedAt };
  const moved = movedIn(entries);
  let leftOut = 0;
  const days: NamedDay[] = [];
  for (const entry of entries) {
    const found = attempt(() => daysOf(entry, years, moved, patience));
    if (found) for (const day of found) days.push(day);
    else leftOut += 1;
  }
  const found = inOrder(days).slice(0, mostDays);
  return found.length > 0 ? { ok: true, days: found, leftOut } : { ok: false, why: 'no-days' };
}

function entriesIn(text: string): readonly ICAL.Component[] | undefined {
  return attempt(() => {
    const parsed: unknown = ICAL.parse(text.replace(/^\uFEFF/, ''));
    if (!Array.isArray(parsed)) return undefined;
    const roots = Array.isArray(parsed[0]) ? parsed : [parsed];
    const calendars = roots.map((root) => new ICAL.Component(root)).filter(({ name }) => name === 'vcalendar');
    return calendars.length > 0 ? calendars.flatMap((one) => one.getAllSubcomponents('vevent')) : undefined;
  });
}

/** Single days of an entry that returns and that were given an entry of their own, as `uid|day`. */
function movedIn(entries: readonly ICAL.Component[]): ReadonlySet<string> {
  const moved = new Set<string>();
  for (const entry of entries) {
    const at = attempt(() => numberOf(entry.getFirstPropertyValue('recurrence-id')));
    if (at !== undefined) moved.add(`${uidOf(entry)}|${at}`);
  }
  return moved;
}

/** `undefined`: no entry about whole days. */
function daysOf(
  entry: ICAL.Component,
  years: readonly number[],
  moved: ReadonlySet<string>,
  patience: Patience,
): NamedDay[] | undefined {
  const start = numberOf(entry.getFirstPropertyValue('dtstart'));
  const starts = start === undefined ? undefined : startsOf(entry, start, years, patience);
  if (start === undefined || !starts) return undefined;
  if (`${entry.getFirstPropertyValue('status') ?? ''}`.toUpperCase() === 'CANCELLED') return [];
  const isOwn = entry.getFirstPropertyValue('recurrence-id') !== null;
  const without = new Set(numbersOf(entry, 'exdate'));
  const standing = starts.filter((day) => !without.has(day) && (isOwn || !moved.has(`${uidOf(entry)}|${day}`)));
  const length = lengthOf(entry, start);
  const name = `${entry.getFirstPropertyValue('summary') ?? ''}`.trim().slice(0, 200);
  const days = standing.flatMap((day) => Array.from({ length }, (_, index) => ({ on: dateOf(day + index), name })));
  return days.filter(({ on }) => years.includes(Number(on.slice(0, 4))));
}

function startsOf(entry: ICAL.Component, start: number, years: readonly number[], patience: Patience) {
  const rule = entry.getFirstPropertyValue('rrule');
  const more = numbersOf(entry, 'rdate');
  if (rule === null) return [start, ...more];
  const understood = rule instanceof ICAL.Recur ? recurrenceOf(rule) : undefined;
  const [first = 0, last = first] = [years[0], years.at(-1)];
  // From the year before on: an entry of several days may reach over.
  const within = [dayNumber(first - 1, 1, 1), dayNumber(last, 12, 31)] as const;
  const found = understood && occurrences(start, understood, within, patience);
  return found && [...found, ...more];
}

/** DTEND is the day after the last. */
function lengthOf(entry: ICAL.Component, start: number): number {
  const end = numberOf(entry.getFirstPropertyValue('dtend'));
  const duration = entry.getFirstPropertyValue('duration');
  const days = duration instanceof ICAL.Duration ? duration.toSeconds() / 86_400 : (end ?? start + 1) - start;
  return Math.min(Math.max(1, Math.ceil(days)), longestEntry);
}

const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const understoodParts = new Set(['BYMONTH', 'BYMONTHDAY', 'BYDAY']);

function recurrenceOf({ freq, interval, count, until, wkst, parts }: ICAL.Recur): Recurrence | undefined {
  const frequency = frequencies.find((one) => one === freq);
  if (!frequency || !Object.keys(parts).every((name) => understoodParts.has(name))) return undefined;
  return {
    frequency,
    interval: Math.max(1, interval),
    count: count ?? undefined,
    until: until ? dayNumber(until.year, until.month, until.day) : undefined,
    months: parts.BYMONTH?.map(Number),
    monthDays: parts.BYMONTHDAY?.map(Number),
    weekdays: parts.BYDAY?.map((text) => {
      const [, nth, day = ''] = /^([+-]?\d+)?(\w\w)$/.exec(`${text}`) ?? [];
      return { day: weekdays.indexOf(day), nth: nth === undefined ? undefined : Number(nth) };
    }),
    weekStart: wkst - 1,
  };
}

function numbersOf(entry: ICAL.Component, name: string): number[] {
  const values = entry.getAllProperties(name).flatMap((property) => property.getValues());
  return values.map(numberOf).filter((day) => day !== undefined);
}

/** Day number of a date; `undefined` for anything else, a time of day included. */
function numberOf(value: unknown): number | undefined {
  if (!(value instanceof ICAL.Time) || !value.isDate) return undefined;
  const day = dayNumber(value.year, value.month, value.day);
  return Number.isFinite(day) && Math.abs(day) < 4_000_000 ? day : undefined;
}

function uidOf(entry: ICAL.Component): string {
  return `${entry.getFirstPropertyValue('uid') ?? ''}`;
}

function dateOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** The library throws at whatever it cannot read; to us that is an entry less. */
function attempt<T>(task: () => T): T | undefined {
  try {
    return task();
  } catch {
    return undefined;
  }
}
