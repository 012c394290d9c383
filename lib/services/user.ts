import type { HoldfastDatabase } from '@/lib/db/database';
import { Remembered } from '@/lib/db/remembered';
import { type UserRows, userRows } from '@/lib/db/settings';

const remembered = new WeakMap<HoldfastDatabase, Remembered<UserRows>>();

/** The user's choices and mailboxes, as every report of a page needs them; read again once one of them was written. */
export async function rememberedUser(db: HoldfastDatabase, locale: string): Promise<UserRows> {
  const memory = remembered.get(db) ?? new Remembered<UserRows>(db, 1);
  remembered.set(db, memory);
  const rests = { meta: ['settings'], mailboxes: 'all' } as const;
  const [user] = await memory.recall([locale], async () => [{ value: await userRows(db, locale), rests }]);
  return user ?? userRows(db, locale);
}
