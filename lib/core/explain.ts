import type { Standing } from '@/lib/core/cadence';
import type { CalendarDate, Contact, Interaction } from '@/lib/core/model';
import type { Phrase } from '@/lib/core/phrase';

/** For whom a phrase is made. */
export interface Reader {
  readonly today: CalendarDate;
  /** BCP 47 language of the interface; decides how dates and numbers are written. */
  readonly locale: string;
  readonly timeZone: string;
}

/** The pill's words, such as "Overdue 12 d". */
export function badgePhrase(_standing: Standing, _reader: Reader): Phrase {
  return { key: 'statusOnTrack' };
}

/** Why the contact stands so, in full sentences. `interactions`: those the clock names, if at hand. */
export function explain(
  _contact: Contact,
  _standing: Standing,
  _interactions: readonly Interaction[],
  _reader: Reader,
): Phrase[] {
  return [];
}

/** A day as people say it: today, yesterday, tomorrow, a weekday within six days, else "1 Nov". */
export function sayDay(on: CalendarDate, _today: CalendarDate, _locale: string): string | Phrase {
  return on;
}
