import { type AgendaEntry, isUrgent, sortAgenda } from '@/lib/core/agenda';
import { addDays, type DaysOff, isWorkingDay } from '@/lib/core/calendar';
import type { CalendarDate, Contact } from '@/lib/core/model';
import type { Standing } from '@/lib/core/standing';

/** Today's list in its order, and what can wait until there is room again; together everybody who was handed in. */
export interface DayList<T extends AgendaEntry> {
  readonly shown: readonly T[];
  readonly later: readonly T[];
}

/** A day the user named himself: it takes one of the day's places and is never held back. */
function isPromised({ reason }: Standing): boolean {
  return reason === 'plan' || reason === 'plan-passed';
}

/** Those who want something today: all that is urgent or promised, and of the drifting ones as many as there are places. */
export function dayListOf<T extends AgendaEntry>(entries: readonly T[], places: number): DayList<T> {
  const shown: T[] = [];
  const later: T[] = [];
  let taken = 0;
  for (const entry of sortAgenda(entries)) {
    if (!isUrgent(entry)) {
      if (taken >= places && !isPromised(entry.standing)) {
        later.push(entry);
        continue;
      }
      taken += 1;
    }
    shown.push(entry);
  }
  return { shown, later };
}

/**
 * First days for that many people tracked at once: spread evenly over the working days of the cadence, so that they do
 * not all become due on one day, and none later than the cadence.
 */
export function spreadOver(count: number, from: CalendarDate, cadenceDays: number, off: DaysOff): CalendarDate[] {
  const ahead = Array.from({ length: cadenceDays }, (_, day) => addDays(from, day + 1));
  const working = ahead.filter((on) => isWorkingDay(on, off));
  const last = addDays(from, cadenceDays);
  return Array.from({ length: count }, (_, place) => working[Math.floor((place * working.length) / count)] ?? last);
}

const manySkips = 3;
const longer = 1.5;

/**
 * The cadence to offer after three times "not now": half as long again. Not again once it was taken, unless the
 * contact becomes due and is skipped once more.
 */
export function cadenceAfterSkips({ clock }: Contact): number | undefined {
  const { skips = 0, skippedUntilOn = '', dueOn, cadenceDays } = clock;
  if (skips < manySkips || cadenceDays === undefined || dueOn === undefined || skippedUntilOn <= dueOn)
    return undefined;
  return Math.round(cadenceDays * longer);
}
