import type { AwayPeriod } from '@/lib/core/away';
import { addDays, atTime, civilDate, daysBetween, startOfDay } from '@/lib/core/calendar';
import type { CalendarDate, Instant } from '@/lib/core/model';
import type { Promised } from '@/lib/core/recovery-facts';
import { isWorking, nextDayAtWork, type WorkingTime } from '@/lib/core/working-time';

/** When the user works and is there; all timers of a case run in this time. */
export interface RecoveryRules extends WorkingTime {
  readonly away: readonly AwayPeriod[];
}

/** By when something is to be done; the day is always one on which the user works and is there. */
export interface Deadline {
  readonly dueOn: CalendarDate;
  readonly dueAt: Instant;
  /** From when on it is late: the first working minute after `dueAt`, so nothing turns red while nobody works. */
  readonly lateAt: Instant;
}

/** Days within which a fault is remedied, counted from the opening, the promise or the last "not OK". */
const remedyDays = 7;
const firstHourMs = 3_600_000;

/** The day itself if the user is at work on it, else the next one. */
function dayAtWork(on: CalendarDate, rules: RecoveryRules): CalendarDate {
  return nextDayAtWork(on, rules, rules.away);
}

/** The first moment from `at` on at which the user works and is there. */
export function momentAtWork(at: Instant, rules: RecoveryRules): Instant {
  const on = civilDate(at, rules.timeZone);
  if (isAtWork(at, rules)) return at;
  const startsToday = at < startOfWork(on, rules) ? on : addDays(on, 1);
  return startOfWork(dayAtWork(startsToday, rules), rules);
}

/** Is that a moment at which the user works and is there? */
export function isAtWork(at: Instant, rules: RecoveryRules): boolean {
  const on = civilDate(at, rules.timeZone);
  return isWorking(at, rules) && dayAtWork(on, rules) === on;
}

function startOfWork(on: CalendarDate, rules: RecoveryRules): Instant {
  return atTime(on, rules.workStartMinutes, rules.timeZone);
}

function endOfWork(on: CalendarDate, rules: RecoveryRules): Instant {
  return atTime(on, rules.workEndMinutes, rules.timeZone);
}

/** Until work ends on that day, or on the next one at work. */
export function byEndOf(on: CalendarDate, rules: RecoveryRules): Deadline {
  const dueOn = dayAtWork(on, rules);
  const dueAt = endOfWork(dueOn, rules);
  return { dueOn, dueAt, lateAt: momentAtWork(dueAt, rules) };
}

/** Until the end of the `n`th day at work after the day of that instant. */
export function afterDaysAtWork(at: Instant, n: number, rules: RecoveryRules): Deadline {
  let on = civilDate(at, rules.timeZone);
  for (let left = n; left > 0; left--) on = dayAtWork(addDays(on, 1), rules);
  return byEndOf(on, rules);
}

/** The later of two deadlines. */
export function laterOf(a: Deadline, b: Deadline): Deadline {
  return a.dueAt >= b.dueAt ? a : b;
}

/** The earlier of two deadlines. */
export function earlierOf(a: Deadline, b: Deadline): Deadline {
  return a.dueAt <= b.dueAt ? a : b;
}

/**
 * When the apology is due. Opened at work: the same business day, until work ends. Opened at any other moment (after
 * hours, before hours, on a day off or away): the next working morning, within the first hour of work.
 */
export function apologyDeadline(openedAt: Instant, rules: RecoveryRules): Deadline {
  if (isAtWork(openedAt, rules)) return byEndOf(civilDate(openedAt, rules.timeZone), rules);
  const morningAt = momentAtWork(openedAt, rules);
  const dueOn = civilDate(morningAt, rules.timeZone);
  const dueAt = Math.min(morningAt + firstHourMs, endOfWork(dueOn, rules));
  return { dueOn, dueAt, lateAt: momentAtWork(dueAt, rules) };
}

/** Opened outside work, and work has not begun since: the hours in which a holding note is all that can be sent. */
export function isBeforeWork(openedAt: Instant, now: Instant, rules: RecoveryRules): boolean {
  return !isAtWork(openedAt, rules) && now < momentAtWork(openedAt, rules);
}

/** The last day for a remedy that nobody has promised for an earlier one: a week later. */
export function remedyDeadline(fromAt: Instant, rules: RecoveryRules): Deadline {
  return byEndOf(addDays(civilDate(fromAt, rules.timeZone), remedyDays), rules);
}

/**
 * When a promised fix is due: on its day. If that is a day off, on the last day at work before it, because the customer
 * counts on the day that was named; only where there is none since the promise, on the next.
 */
export function promiseDeadline({ dueOn, madeAt }: Promised, rules: RecoveryRules): Deadline {
  const madeOn = civilDate(madeAt, rules.timeZone);
  for (let on = dueOn; on >= madeOn; on = addDays(on, -1)) {
    if (dayAtWork(on, rules) === on) return byEndOf(on, rules);
  }
  return byEndOf(dueOn, rules);
}

/** The day of the one status note, half way to the promised day; `undefined` where that is too near for one. */
export function statusDay(promise: Promised, rules: RecoveryRules): CalendarDate | undefined {
  const madeOn = civilDate(promise.madeAt, rules.timeZone);
  const { dueOn } = promiseDeadline(promise, rules);
  const half = dayAtWork(addDays(madeOn, Math.floor(daysBetween(madeOn, dueOn) / 2)), rules);
  return madeOn < half && half < dueOn ? half : undefined;
}

/** How a deadline stands: not yet, today, or over. */
export function urgencyOf(
  { dueOn, lateAt }: Deadline,
  now: Instant,
  { timeZone }: RecoveryRules,
): 'open' | 'due' | 'overdue' {
  if (lateAt <= now) return 'overdue';
  return startOfDay(dueOn, timeZone) <= now ? 'due' : 'open';
}
