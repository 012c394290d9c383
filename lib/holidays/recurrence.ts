/** A rule of RFC 5545 §3.3.10, as far as it speaks of whole days. */
export interface Recurrence {
  readonly frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  /** So many times in all; `undefined`: without end. */
  readonly count?: number;
  /** Day number of the last day on which it may fall. */
  readonly until?: number;
  readonly months?: readonly number[];
  readonly monthDays?: readonly number[];
  /** 0 = Sunday; `nth` counts within the month or the year, from the end if negative. */
  readonly weekdays?: readonly { readonly day: number; readonly nth?: number }[];
  /** The day on which weeks begin, 0 = Sunday. */
  readonly weekStart: number;
}

/** Days that may still be looked at: a file full of rules must not hold up the page. */
export interface Patience {
  left: number;
}

const dayMs = 86_400_000;

/** Days since 1970-01-01 of a date (month from 1), on the calendar. */
export function dayNumber(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / dayMs;
}

/**
 * The days between two others on which the rule falls, `start` among them. Each day is held against the rule: that takes
 * no longer for a rule that never comes true. `undefined`: patience ran out.
 */
export function occurrences(
  start: number,
  rule: Recurrence,
  [from, to]: readonly [number, number],
  patience: Patience,
): number[] | undefined {
  const last = Math.min(to, rule.until ?? to);
  const found: number[] = [];
  let count = 0;
  // Only who counts must look at the days before.
  for (let day = rule.count === undefined ? Math.max(start, from) : start; day <= last; day++) {
    if (patience.left-- <= 0) return undefined;
    if (day !== start && !falls(day, start, rule)) continue;
    count += 1;
    if (day >= from) found.push(day);
    if (count === rule.count) break;
  }
  return found;
}

function falls(day: number, start: number, rule: Recurrence): boolean {
  return inStep(day, start, rule) && inMonth(day, start, rule) && onDay(day, start, rule);
}

function inStep(day: number, start: number, { frequency, interval, weekStart }: Recurrence): boolean {
  if (frequency === 'DAILY') return (day - start) % interval === 0;
  if (frequency === 'WEEKLY') return (weekOf(day, weekStart) - weekOf(start, weekStart)) % interval === 0;
  const a = new Date(start * dayMs);
  const b = new Date(day * dayMs);
  const years = b.getUTCFullYear() - a.getUTCFullYear();
  const steps = frequency === 'YEARLY' ? years : years * 12 + b.getUTCMonth() - a.getUTCMonth();
  return steps % interval === 0;
}

function inMonth(day: number, start: number, { frequency, months, monthDays, weekdays }: Recurrence): boolean {
  const month = new Date(day * dayMs).getUTCMonth() + 1;
  if (months) return months.includes(month);
  const isFree = frequency !== 'YEARLY' || monthDays !== undefined || weekdays !== undefined;
  return isFree || month === new Date(start * dayMs).getUTCMonth() + 1;
}

function onDay(day: number, start: number, { frequency, months, monthDays, weekdays }: Recurrence): boolean {
  const date = new Date(day * dayMs);
  const inYear = frequency === 'YEARLY' && !months;
  if (weekdays && !weekdays.some((one) => one.day === date.getUTCDay() && isNth(day, one.nth, inYear))) return false;
  const dayOfMonth = date.getUTCDate();
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  if (monthDays) return monthDays.some((one) => one === dayOfMonth || one === dayOfMonth - length - 1);
  if (weekdays || frequency === 'DAILY') return true;
  if (frequency === 'WEEKLY') return (day - start) % 7 === 0;
  return dayOfMonth === new Date(start * dayMs).getUTCDate();
}

function isNth(day: number, nth: number | undefined, inYear: boolean): boolean {
  if (nth === undefined) return true;
  const date = new Date(day * dayMs);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
  const first = inYear ? dayNumber(year, 1, 1) : dayNumber(year, month, 1);
  const next = inYear ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
  return nth > 0 ? Math.floor((day - first) / 7) + 1 === nth : Math.floor((next - 1 - day) / 7) + 1 === -nth;
}

function weekOf(day: number, weekStart: number): number {
  // 1970-01-01 was a Thursday.
  return Math.floor((day + 4 - weekStart) / 7);
}
