import type { Interaction } from '@/lib/core/model';

/** What is seen for certain and still no personal contact, unless the user says that it is. */
export const weakKinds = ['cc-only', 'calendar-notice', 'mass-mail'] as const;
/** One of `weakKinds`. */
export type WeakKind = (typeof weakKinds)[number];

/** The user's own word on what resets a clock. */
export interface CountingRules {
  /** Mail to more people is mass mail. */
  readonly mostRecipients: number;
  /** Weak kinds that count for this user. */
  readonly countsToo: readonly WeakKind[];
}

/** The entry as the rules of today weigh it, whatever they were when it was seen. */
export function weighed(one: Interaction, { mostRecipients, countsToo }: CountingRules): Interaction {
  if (one.kind !== 'mail' || one.weight === 'doubtful') return one;
  const people = one.evidence?.recipientCount;
  const isMass = people === undefined ? one.doubt === 'mass-mail' : people > mostRecipients;
  const reasons = [one.doubt === 'mass-mail' ? undefined : one.doubt, isMass ? 'mass-mail' : undefined] as const;
  // A mail can be weak for two reasons, and counts only if the user lets both pass.
  const doubt = reasons.find((reason) => reason !== undefined && !countsToo.some((kind) => kind === reason));
  const { doubt: _, ...rest } = one;
  return doubt === undefined ? { ...rest, weight: 'counts' } : { ...rest, weight: 'weak', doubt };
}
