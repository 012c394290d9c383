import type { Contact, Ulid } from '@/lib/core/model';
import type { Recovery, RecoveryCase } from '@/lib/core/recovery';
import { upgradeIncident } from '@/lib/core/upgrade';
import type { HoldfastDatabase } from '@/lib/db/database';
import { exclusively } from '@/lib/db/lock';
import { interactionsOf } from './derived';

/** Every case of these contacts and of their accounts; not those of contacts who are tracked no more. */
export async function casesOf(
  db: HoldfastDatabase,
  contacts: readonly Pick<Contact, 'id' | 'accountId'>[],
): Promise<RecoveryCase[]> {
  const accountIds = new Set(contacts.map(({ accountId }) => accountId).filter((id) => id !== undefined));
  const [own, shared] = await Promise.all([
    db.recoveries
      .where('contactId')
      .anyOf(contacts.map(({ id }) => id))
      .toArray(),
    accountIds.size === 0
      ? []
      : db.recoveries
          .where('accountId')
          .anyOf([...accountIds])
          .toArray(),
  ]);
  const all = new Map([...own, ...shared].map((one) => [one.id, one]));
  if (all.size === 0) return [];
  const cases = await withEvents(db, [...all.values()]);
  const people = await db.contacts.bulkGet(cases.map(({ recovery }) => recovery.contactId));
  return cases.filter((_, index) => people[index]?.deletedAt === undefined);
}

/** The cases with everything that happened in them. */
export async function withEvents(db: HoldfastDatabase, recoveries: readonly Recovery[]): Promise<RecoveryCase[]> {
  const ids = recoveries.map(({ id }) => id);
  const events = await db.recoveryEvents.where('recoveryId').anyOf(ids).toArray();
  const byCase = Map.groupBy(events, ({ recoveryId }) => recoveryId);
  return recoveries.map((recovery) => ({ recovery, events: byCase.get(recovery.id) ?? [] }));
}

/** The cases in which this contact was let down, deleted ones too. */
export async function ownCases(db: HoldfastDatabase, contactId: Ulid): Promise<RecoveryCase[]> {
  const own = await db.recoveries.where('contactId').equals(contactId).toArray();
  return own.length === 0 ? [] : withEvents(db, own);
}

/** What went wrong before there were recoveries, or says so in an old copy, becomes one: once, and only what is open. */
export function giveRecoveries(db: HoldfastDatabase, timeZone: string): Promise<void> {
  return exclusively('holdfast-write', () =>
    db.transaction('rw', db.contacts, db.interactions, db.recoveries, db.meta, async () => {
      const mark = await db.meta.get('derived');
      if (mark?.key !== 'derived' || !mark.wantsRecoveries) return;
      const incidents = await db.interactions.filter(({ kind }) => kind === 'incident').toArray();
      const contacts = await db.contacts.bulkGet([...new Set(incidents.map(({ contactId }) => contactId))]);
      for (const contact of contacts) {
        if (!contact || contact.mergedIntoId !== undefined) continue;
        const recovery = upgradeIncident(contact, await interactionsOf(db, contact.id), timeZone);
        if (recovery && !(await db.recoveries.get(recovery.id))) await db.recoveries.add(recovery);
      }
      await db.meta.put({ ...mark, wantsRecoveries: undefined });
    }),
  );
}
