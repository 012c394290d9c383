import { type AwayPeriod, joined } from '@/lib/core/away';
import { addDays, atTime, civilDate, type DaysOff, isWorkingDay, nextWorkingDay } from '@/lib/core/calendar';
import type { CalendarDate, Instant } from '@/lib/core/model';

/** When the user works: which days, and from when to when. */
export interface WorkingTime extends DaysOff {
  readonly timeZone: string;
  /** Minutes after midnight, on the wall clock. The end is after the start. */
  readonly workStartMinutes: number;
  readonly workEndMinutes: number;
}

const minuteMs = 60_000;

/**
 * The instant that lies so many working minutes after `at`. Outside working hours the count begins at the next start of
 * work; the end of work itself is outside. A day on which the clocks change has as many working minutes as pass between
 * its start and its end of work.
 */
export function addWorkingMinutes(at: Instant, minutes: number, time: WorkingTime): Instant {
  let left = minutes * minuteMs;
  let on = civilDate(at, time.timeZone);
  let from = at;
  for (;;) {
    const { startAt, endAt } = workOf(on, time);
    const begin = Math.max(from, startAt);
    if (isWorkingDay(on, time) && begin < endAt) {
      if (left <= endAt - begin) return begin + left;
      left -= endAt - begin;
    }
    on = nextWorkingDay(addDays(on, 1), time);
    from = -Infinity;
  }
}

/** Is the user at work at that instant? */
export function isWorking(at: Instant, time: WorkingTime): boolean {
  const on = civilDate(at, time.timeZone);
  const { startAt, endAt } = workOf(on, time);
  return isWorkingDay(on, time) && at >= startAt && at < endAt;
}

function workOf(on: CalendarDate, time: WorkingTime): { readonly startAt: Instant; readonly endAt: Instant } {
  return {
    startAt: atTime(on, time.workStartMinutes, time.timeZone),
    endAt: atTime(on, time.workEndMinutes, time.timeZone),
  };
}

/** The date itself if the user is at work on it, else the next one: neither a day off nor a day away. */
export function nextDayAtWork(on: CalendarDate, off: DaysOff, periods: readonly AwayPeriod[]): CalendarDate {
  let day = nextWorkingDay(on, off);
  for (const { fromOn, toOn } of joined(periods)) {
    if (fromOn <= day && day <= toOn) day = nextWorkingDay(addDays(toOn, 1), off);
  }
  return day;
}
