import { civilDate } from '@/lib/core/calendar';
import type { Interaction } from '@/lib/core/model';

/** Order of a timeline: newest first; of equal instants the less certain one first, as it may be the newer. */
export function newestFirst(a: Interaction, b: Interaction): number {
  return (
    b.occurredAt - a.occurredAt ||
    Number(a.weight === 'counts') - Number(b.weight === 'counts') ||
    b.recordedAt - a.recordedAt ||
    (a.id < b.id ? 1 : -1)
  );
}

/** Could `a` have happened after `b`? Where only days are known, two of one day could have come in either order. */
export function couldFollow(a: Interaction, b: Interaction, timeZone: string): boolean {
  if (a.precision === 'instant' && b.precision === 'instant') return a.occurredAt >= b.occurredAt;
  // What was written down before `b` happened also happened before it.
  if (a.recordedAt < b.occurredAt && b.precision === 'instant') return false;
  return civilDate(a.occurredAt, timeZone) >= civilDate(b.occurredAt, timeZone);
}
