import { useEffect, useState } from 'react';
import type { CalendarDate } from '@/lib/core/model';
import { locale } from '@/lib/extension/text';
import type * as CalendarFile from '@/lib/holidays/calendar-file';
import type * as PublicHolidays from '@/lib/holidays/public-holidays';

/** What knows holidays is large: it is handed in as ways to load it. */
export interface HolidaySources {
  readonly publicHolidays: () => Promise<typeof PublicHolidays>;
  readonly calendarFile: () => Promise<typeof CalendarFile>;
}

/** `undefined` while it is being loaded. */
export function usePublicHolidays({ publicHolidays }: HolidaySources): typeof PublicHolidays | undefined {
  const [book, setBook] = useState<{ readonly loaded: typeof PublicHolidays }>();
  useEffect(() => {
    let current = true;
    void publicHolidays().then((loaded) => current && setBook({ loaded }));
    return () => {
      current = false;
    };
  }, [publicHolidays]);
  return book?.loaded;
}

/** This year and the next two: who plans further ahead comes back here before. */
export function yearsFrom(today: CalendarDate): readonly number[] {
  const year = Number(today.slice(0, 4));
  return [year, year + 1, year + 2];
}

/** The days of one place give way to those of another; days that came otherwise stay. */
export function exchanged(
  stored: readonly CalendarDate[],
  gone: readonly CalendarDate[],
  come: readonly CalendarDate[],
): CalendarDate[] {
  return [...new Set([...stored.filter((on) => !gone.includes(on)), ...come])].sort();
}

/** "Fri, 25 Dec 2026" */
export function dayText(on: CalendarDate): string {
  const style = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale(), style).format(Date.parse(on));
}
