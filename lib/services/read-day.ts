import { addDays, nextWorkingDay } from '@/lib/core/calendar';
import type { HoldfastDatabase } from '@/lib/db/database';
import { settingsOf } from '@/lib/db/settings';
import type { DayChoice, RequestOf } from '@/lib/messaging/protocol';
import { readerOf, type ServiceContext } from './context';
import { furthestDays } from './day-ahead';

/** The day somebody typed, moved off the days off, and how it was understood; `null`: no day that is still ahead. */
export async function readDay(
  db: HoldfastDatabase,
  request: RequestOf<'readDay'>,
  context: ServiceContext,
): Promise<DayChoice | null> {
  const { today, locale } = readerOf(context);
  const typed = (await context.reading()).dayIn(request.text, today, locale);
  if (typed === undefined || typed <= today || typed > addDays(today, furthestDays)) return null;
  const on = nextWorkingDay(typed, await settingsOf(db, locale));
  const year = on.slice(0, 4) === today.slice(0, 4) ? undefined : ('numeric' as const);
  const style = { weekday: 'short', day: 'numeric', month: 'short', year, timeZone: 'UTC' } as const;
  return { label: new Intl.DateTimeFormat(locale, style).format(Date.parse(on)), on };
}
