import type { Interaction } from '@/lib/core/model';

/** An entry of an append-only list, in which a correction is a new entry that voids the old one. */
type Voidable = Pick<Interaction, 'id' | 'voidsId'> & { readonly kind: string };

/** The entries that stand: without voids and what they void. A void can itself be voided. */
export function inEffect<T extends Voidable>(entries: readonly T[]): T[] {
  const voiders = new Map<string, string[]>();
  for (const { id, voidsId } of entries) {
    if (voidsId !== undefined) voiders.set(voidsId, [...(voiders.get(voidsId) ?? []), id]);
  }
  const stands = new Map<string, boolean>();
  for (let before = -1; before !== stands.size; ) {
    before = stands.size;
    for (const { id } of entries) {
      const known = (voiders.get(id) ?? []).map((by) => stands.get(by));
      if (known.includes(true)) stands.set(id, false);
      else if (known.every((stood) => stood === false)) stands.set(id, true);
    }
  }
  // Entries that void each other in a ring stay undecided; they are kept, so that nothing is lost.
  return entries.filter((one) => one.kind !== 'void' && (stands.get(one.id) ?? true));
}
