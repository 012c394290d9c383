import type { GivenPromise } from '@/lib/core/given-promise';
import type { CalendarDate } from '@/lib/core/model';
import type { HoldfastDatabase } from '@/lib/db/database';

/** So many at a time; whoever has answered them sees the next. */
const shown = 3;

/** Promises that wait for the user's answer, the earliest day first; with the contact's name. */
export async function readOffers(
  db: HoldfastDatabase,
  today: CalendarDate,
  contactId: string | undefined,
): Promise<readonly (GivenPromise & { readonly name: string })[]> {
  const open = await db.promises.where('offeredUntilOn').aboveOrEqual(today).toArray();
  const people = await db.contacts.bulkGet(open.map((promise) => promise.contactId));
  return open
    .flatMap((promise, index) => {
      const contact = people[index];
      const isMeant = contactId === undefined || promise.contactId === contactId;
      return isMeant && contact && contact.deletedAt === undefined ? { ...promise, name: contact.name } : [];
    })
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    .slice(0, shown);
}
