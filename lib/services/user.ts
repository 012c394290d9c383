import type { HoldfastDatabase } from '@/lib/db/database';
import { memories } from '@/lib/db/remembered';
import { type UserRows, userRows } from '@/lib/db/settings';

const memoryOf = memories<UserRows>(1);

/** The user's choices and mailboxes, as every report of a page needs them; read again once one of them was written. */
export async function rememberedUser(db: HoldfastDatabase, locale: string): Promise<UserRows> {
  const rests = { meta: ['settings'], mailboxes: 'all' } as const;
  const [user] = await memoryOf(db).recall([locale], async () => [{ value: await userRows(db, locale), rests }]);
  return user ?? userRows(db, locale);
}
