import { addDays, civilDate, isCalendarDate } from '@/lib/core/calendar';
import type { CalendarDate } from '@/lib/core/model';
import { Refusal, type ServiceContext } from './context';

/** Nobody plans further ahead. */
export const furthestDays = 3_650;

/** Today; refuses an end of silence that is no day, not ahead, or further away than anybody plans. */
export function todayBefore(untilOn: CalendarDate, { now, timeZone }: ServiceContext): CalendarDate {
  const today = civilDate(now(), timeZone);
  if (!isCalendarDate(untilOn) || untilOn <= today || untilOn > addDays(today, furthestDays)) {
    throw new Refusal('errorBadRequest');
  }
  return today;
}
