import type { Interaction } from '@/lib/core/model';

/** This entry, those it replaced and those that replaced it: one real mail or call, seen or corrected several times. */
export function versionsOf(interactions: readonly Interaction[], id: string): ReadonlySet<string> {
  const found = new Set([id]);
  for (let before = 0; before !== found.size; ) {
    before = found.size;
    for (const one of interactions) {
      if (one.kind === 'void' || one.voidsId === undefined) continue;
      if (found.has(one.voidsId)) found.add(one.id);
      else if (found.has(one.id)) found.add(one.voidsId);
    }
  }
  return found;
}
