import type { Contact } from '@/lib/core/model';
import type { HoldfastDatabase } from './database';

/** Some contacts of the database, found by an index. */
export type ContactRange = ReturnType<HoldfastDatabase['contacts']['toCollection']>;

/** Counting an index costs a second in a large table and nobody reads "12,345 overdue": from here on it is "1,000+". */
export const countedUpTo = 1_000;

/** At most `limit` contacts of a range, and how many there are. Of a long one both ends are read: the oldest, and the newest. */
export async function readRange(range: () => ContactRange, limit: number) {
  const cap = Math.max(limit, countedUpTo);
  const counted = await countUpTo(range(), cap + 1);
  if (counted <= limit) return { contacts: await range().toArray(), counted, capped: false };
  return { contacts: await readEnds(range, limit), counted: Math.min(counted, cap), capped: counted > cap };
}

/** The first and the last contacts of a range, `limit` together. */
export async function readEnds(range: () => ContactRange, limit: number): Promise<Contact[]> {
  const half = Math.ceil(limit / 2);
  const [oldest, newest] = await Promise.all([range().limit(half).toArray(), range().reverse().limit(half).toArray()]);
  return [...new Map([...oldest, ...newest].map((contact) => [contact.id, contact])).values()];
}

export async function countUpTo(range: ContactRange, limit: number): Promise<number> {
  return (await range.limit(limit).primaryKeys()).length;
}
