import { civilDate, isCalendarDate } from '@/lib/core/calendar';
import type { CalendarDate, Instant } from '@/lib/core/model';

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/;

/**
 * The civil day of a date or an instant in ISO 8601, which no language can turn round. `undefined`: another form, or a day
 * that is still to come.
 */
export function isoDay(text: string, now: Instant, timeZone: string): CalendarDate | undefined {
  const on = isCalendarDate(text) ? text : dayOfInstant(text, timeZone);
  return on !== undefined && on <= civilDate(now, timeZone) ? on : undefined;
}

function dayOfInstant(text: string, timeZone: string): CalendarDate | undefined {
  const at = instant.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : civilDate(at, timeZone);
}
