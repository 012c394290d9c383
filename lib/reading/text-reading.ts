import type { CalendarDate } from '@/lib/core/model';
import { type DatedPromise, promisesIn } from '@/lib/core/promise';
import { type DateReading, dateReader } from './date-reader';
import { dayOf, parseDates } from './parse-dates';

/** What reads days and promises out of the words of people. */
export interface TextReading {
  /** The first day that the words name, counted from `today`; `undefined`: none. */
  dayIn(text: string, today: CalendarDate, locale: string): CalendarDate | undefined;
  /** What a mail of that day promises, as far as it names the day. */
  promisesIn(text: string, sentOn: CalendarDate, reading: DateReading): readonly DatedPromise[];
}

/** The whole of it, with a library for dates that weighs more than all the rest of the background is worth waiting for. */
export const textReading: TextReading = {
  dayIn: (text, today, locale) => {
    const [found] = parseDates(text, today, locale);
    return found && dayOf(found.start);
  },
  promisesIn: (text, sentOn, reading) => promisesIn(text, sentOn, dateReader(reading)),
};
