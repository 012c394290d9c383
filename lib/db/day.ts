import type { CalendarDate, Ulid } from '@/lib/core/model';
import type { HoldfastDatabase } from './database';

/** Which of the drifting contacts were seen to on one day: they have used up their share of its budget. */
export interface DayRow {
  readonly key: 'day';
  readonly on: CalendarDate;
  readonly handledIds: readonly Ulid[];
}

/** The drifting contacts that were seen to on that day. */
export async function handledOn(db: HoldfastDatabase, on: CalendarDate): Promise<readonly Ulid[]> {
  const row = await db.meta.get('day');
  return row?.key === 'day' && row.on === on ? row.handledIds : [];
}
