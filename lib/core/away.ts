import { addDays, daysBetween } from '@/lib/core/calendar';
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

/** The same days without overlaps, oldest first. */
function joined(periods: readonly AwayPeriod[]): AwayPeriod[] {
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
