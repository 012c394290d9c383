import type { Contact } from '@/lib/core/model';
import type { HoldfastDatabase } from './database';

/** Some contacts of the database, found by an index. */
type ContactRange = ReturnType<HoldfastDatabase['contacts']['toCollection']>;

/** Contacts whose instant in that index lies from `from` on and before `to`. */
export interface Stretch {
  readonly index: 'attentionAt' | 'urgentAt';
  readonly from: number;
  readonly to: number;
}

/** Each counted row takes as long as a read one, and nobody's day depends on it: from here on it is "200+". */
const countedUpTo = 200;

/** The first `limit` contacts of a stretch, and how many there are. */
export async function readStretch(db: HoldfastDatabase, stretch: Stretch, limit: number) {
  const contacts = await within(db, stretch).limit(limit).toArray();
  if (contacts.length < limit) return { contacts, counted: contacts.length, capped: false };
  const cap = Math.max(limit, countedUpTo);
  const counted = await countUpTo(within(db, stretch), cap + 1);
  return { contacts, counted: Math.min(counted, cap), capped: counted > cap };
}

const recentMs = 30 * 86_400_000;

/**
 * The first `limit` contacts of the last thirty days of a stretch. Who is used to a word a week is missed after two, before
 * others who wait for years; and to walk an index backwards takes ten times as long as to read the same rows forwards.
 */
export function readRecent(db: HoldfastDatabase, { index, from, to }: Stretch, limit: number): Promise<Contact[]> {
  return within(db, { index, from: Math.max(from, to - recentMs), to })
    .limit(limit)
    .toArray();
}

function within(db: HoldfastDatabase, { index, from, to }: Stretch): ContactRange {
  return db.contacts.where(index).between(from, to, true, false);
}

export async function countUpTo(range: ContactRange, limit: number): Promise<number> {
  return (await range.limit(limit).primaryKeys()).length;
}
