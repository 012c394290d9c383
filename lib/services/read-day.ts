import { casual, GB } from 'chrono-node/en';
import { addDays, isCalendarDate, nextWorkingDay } from '@/lib/core/calendar';
import type { CalendarDate } from '@/lib/core/model';
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
  const typed = typedDay(request.text, today, locale);
  if (typed === undefined || typed <= today || typed > addDays(today, furthestDays)) return null;
  const on = nextWorkingDay(typed, await settingsOf(db, locale));
  const year = on.slice(0, 4) === today.slice(0, 4) ? undefined : ('numeric' as const);
  const style = { weekday: 'short', day: 'numeric', month: 'short', year, timeZone: 'UTC' } as const;
  return { label: new Intl.DateTimeFormat(locale, style).format(Date.parse(on)), on };
}

function typedDay(text: string, today: CalendarDate, locale: string): CalendarDate | undefined {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  // Noon on the machine's own wall: only the day's numbers are read back, so no zone comes in between.
  const reference = new Date(year, month - 1, day, 12);
  // 3/12 is in March only where people write so.
  const reader = locale === 'en' || locale === 'en-US' ? casual : GB;
  const [found] = reader.parse(text, reference, { forwardDate: true });
  if (!found) return undefined;
  const parts = (['year', 'month', 'day'] as const).map((part) => String(found.start.get(part) ?? '').padStart(2, '0'));
  const on = parts.join('-');
  return isCalendarDate(on) ? on : undefined;
}
