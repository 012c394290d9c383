import type { Rules } from '@/lib/core/cadence';
import { weighed } from '@/lib/core/counting';
import { inEffect } from '@/lib/core/in-effect';
import type { Interaction } from '@/lib/core/model';
import { doubtAnsweredAtOnce } from '@/lib/core/timeline';
import { newestFirst } from '@/lib/core/timeline-order';

/** One line of the whole timeline. */
export interface Entry {
  readonly one: Interaction;
  /** The user said that this mail does not count. */
  readonly isDiscounted: boolean;
}

/**
 * The whole timeline, newest first, each entry as the rules of today weigh it. Mail that the user took out stays in sight;
 * what the user entered and took back does not.
 */
export function entriesOf(interactions: readonly Interaction[], rules: Rules): readonly Entry[] {
  const stands = doubtAnsweredAtOnce(inEffect(interactions).map((one) => weighed(one, rules)));
  const standing = new Set(stands.map((one) => one.id));
  const replaced = new Set(interactions.flatMap((one) => (one.kind === 'void' ? [] : [one.voidsId])));
  const takenBack = new Set(
    interactions.flatMap((one) => (one.kind === 'void' && one.source === 'user' ? [one.voidsId] : [])),
  );
  const discounted = interactions.filter(
    (one) => one.source === 'page' && takenBack.has(one.id) && !standing.has(one.id) && !replaced.has(one.id),
  );
  const entries = [
    ...stands.map((one) => ({ one, isDiscounted: false })),
    ...discounted.map((one) => ({ one, isDiscounted: true })),
  ];
  return entries.sort((a, b) => newestFirst(a.one, b.one));
}
