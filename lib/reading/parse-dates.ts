import type { ParsedComponents, ParsedResult } from 'chrono-node';
import { casual, GB } from 'chrono-node/en';
import { isCalendarDate } from '@/lib/core/calendar';
import type { CalendarDate } from '@/lib/core/model';

/** Every date that the library sees in the text, counted from that day. */
export function parseDates(text: string, today: CalendarDate, locale: string): readonly ParsedResult[] {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  // Noon on the machine's own wall: only the day's numbers are read back, so no zone comes in between.
  const reference = new Date(year, month - 1, day, 12);
  // 3/12 is in March only where people write so.
  const reader = locale === 'en' || locale === 'en-US' ? casual : GB;
  return reader.parse(text, reference, { forwardDate: true });
}

/** The day of a date that the library has read; `undefined` where there is no such day. */
export function dayOf(components: ParsedComponents): CalendarDate | undefined {
  const parts = (['year', 'month', 'day'] as const).map((part) => String(components.get(part) ?? '').padStart(2, '0'));
  const on = parts.join('-');
  return isCalendarDate(on) ? on : undefined;
}
