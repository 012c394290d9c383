import type { Rules } from '@/lib/core/cadence';
import { addWorkingDays, civilDay, daysBetween } from '@/lib/core/calendar';
import type { CalendarDate, Contact, Interaction } from '@/lib/core/model';
import { lineOf, type Rhythm, rhythmOf, share, tailOf } from '@/lib/core/rhythm';

/** When a contact becomes due and starts fading, in days after the last contact. */
export interface Lines {
  readonly dueAfterDays: number;
  readonly fadingAfterDays: number;
  /** The due line again where the contact's own rhythm made it earlier than the cadence. */
  readonly rhythmDays?: number;
  /** The middle one of the contact's gaps. `undefined`: too few of them, or too uneven, to speak of a habit. */
  readonly usualDays?: number;
}

/** However fast two people write, a silence of fewer working days than this is none. */
const leastWorkingDays = 3;
/** Fewer gaps are no habit; nor is a middle gap so far from the due line that days of talk and long silences alternate. */
const habitGaps = 3;
const habitSpread = 4;

/**
 * The days between the days of contact, oldest first. Several contacts on one day are one. "Last in touch" is the user's
 * estimate and says nothing of the time before it: no gap is learnt from it.
 */
export function gapsOf(counted: readonly Interaction[], timeZone: string): number[] {
  const estimated = new Map<number, boolean>();
  for (const one of counted) {
    const day = civilDay(one.occurredAt, timeZone);
    estimated.set(day, (estimated.get(day) ?? true) && one.kind === 'baseline');
  }
  const days = [...estimated.keys()].sort((a, b) => a - b);
  return days.flatMap((day, index) => {
    const before = days[index - 1];
    return before === undefined || estimated.get(day) || estimated.get(before) ? [] : [day - before];
  });
}

/**
 * The lines of a contact last spoken to on `from`. Without gaps they are the cadence and its multiple; the rhythm of the
 * gaps may only make them earlier, or neglect would teach itself, and never so early that a pause looks like silence.
 */
export function linesOf(gaps: readonly number[], from: CalendarDate, cadenceDays: number, rules: Rules): Lines {
  const latest = Math.max(cadenceDays, Math.round(cadenceDays * rules.fadingFactor));
  if (gaps.length === 0) return { dueAfterDays: cadenceDays, fadingAfterDays: latest };
  const rhythm = rhythmOf(gaps, cadenceDays);
  const least = daysBetween(from, addWorkingDays(from, leastWorkingDays, rules.weekend));
  const dueAfterDays = lineOf(rhythm, share.due, least, cadenceDays);
  const leastFading = Math.max(dueAfterDays, Math.round(least * rules.fadingFactor));
  return {
    dueAfterDays,
    fadingAfterDays: lineOf(rhythm, share.fading, leastFading, latest),
    rhythmDays: dueAfterDays < cadenceDays ? dueAfterDays : undefined,
    usualDays: usualDaysOf(gaps, rhythm),
  };
}

function usualDaysOf(gaps: readonly number[], rhythm: Rhythm): number | undefined {
  if (gaps.length < habitGaps) return undefined;
  const sorted = gaps.toSorted((a, b) => a - b);
  const [lower = 0, upper = 0] = [Math.floor((gaps.length - 1) / 2), Math.floor(gaps.length / 2)].map((n) => sorted[n]);
  const usual = Math.round((lower + upper) / 2);
  return tailOf(rhythm, usual * habitSpread) <= share.due ? usual : undefined;
}

/**
 * The cadence to offer to a contact who keeps the untouched default and whose habit is slower: "You speak every 60 days.
 * Make that the cadence?" Until it is accepted, the default holds.
 */
export function cadenceToOffer({ cadenceDays, clock }: Contact, rules: Rules): number | undefined {
  const { usualDays } = clock;
  return cadenceDays === undefined && usualDays !== undefined && usualDays > rules.cadenceDays ? usualDays : undefined;
}
