import { addDays, type DaysOff, daysBetween, nextWorkingDay } from '@/lib/core/calendar';
import type { CalendarDate } from '@/lib/core/model';

/** Days on which the user was away, both included. */
export interface AwayPeriod {
  readonly fromOn: CalendarDate;
  readonly toOn: CalendarDate;
}

/**
 * A day counted from `from`, moved by the days on which the user was away before it: nobody drifts while nobody is there.
 * Periods may overlap and stand in any order.
 */
export function shiftedByAway(from: CalendarDate, on: CalendarDate, periods: readonly AwayPeriod[]): CalendarDate {
  let shifted = on;
  for (const { fromOn, toOn } of joined(periods)) {
    const begin = fromOn > from ? fromOn : addDays(from, 1);
    if (begin <= toOn && begin <= shifted) shifted = addDays(shifted, daysBetween(begin, toOn) + 1);
  }
  return shifted;
}

/** So many working days without a sign of the user are asked about. */
const unseenWorkingDays = 5;
/** Longer ago than this, the user has begun anew. */
const longestGap = 366;

/**
 * The working days from first to last on which the user was not seen between two days on which they were; `undefined`
 * where those are too few to ask about.
 */
export function unseenBetween(lastOn: CalendarDate, today: CalendarDate, off: DaysOff): AwayPeriod | undefined {
  if (daysBetween(lastOn, today) > longestGap) return undefined;
  const working: CalendarDate[] = [];
  for (let on = nextWorkingDay(addDays(lastOn, 1), off); on < today; on = nextWorkingDay(addDays(on, 1), off)) {
    working.push(on);
  }
  const [fromOn] = working;
  const toOn = working.at(-1);
  return fromOn && toOn && working.length >= unseenWorkingDays ? { fromOn, toOn } : undefined;
}

/** Is every day of the period one on which the user is known to have been away? */
export function isKnownAway({ fromOn, toOn }: AwayPeriod, periods: readonly AwayPeriod[]): boolean {
  return joined(periods).some((known) => known.fromOn <= fromOn && known.toOn >= toOn);
}

/** The periods with one more, oldest first, without overlaps. */
export function withAway(periods: readonly AwayPeriod[], more: AwayPeriod): readonly AwayPeriod[] {
  return joined([...periods, more]);
}

/** The same days without overlaps, oldest first. */
export function joined(periods: readonly AwayPeriod[]): AwayPeriod[] {
  const found: AwayPeriod[] = [];
  for (const next of periods.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))) {
    const last = found.at(-1);
    if (last && next.fromOn <= addDays(last.toOn, 1)) {
      const [, toOn = last.toOn] = [last.toOn, next.toOn].sort();
      found[found.length - 1] = { fromOn: last.fromOn, toOn };
    } else found.push(next);
  }
  return found;
}
