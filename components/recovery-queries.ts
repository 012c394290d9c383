import { inEffect } from '@/lib/core/in-effect';
import type { Contact } from '@/lib/core/model';
import type { Recovery, RecoveryCase } from '@/lib/core/recovery';
import type { HoldfastDatabase } from '@/lib/db/database';
import { useDatabase } from './database-context';
import type { RecoveryRead } from './recovery-view';
import { useLive } from './use-live';

const mostExtras = 20;

/** One case in full, live. `undefined`: not read yet; `null`: there is no such case any more. */
export function useRecovery(id: string): RecoveryRead | null | undefined {
  const db = useDatabase();
  return useLive(async () => (await readRecovery(db, id)) ?? null, [db, id]);
}

/** One case with its events, its contact and the other cases of the customer. */
export async function readRecovery(db: HoldfastDatabase, id: string): Promise<RecoveryRead | undefined> {
  const recovery = await db.recoveries.get(id);
  if (!recovery || recovery.deletedAt !== undefined) return undefined;
  const contact = await contactOf(db, recovery.contactId);
  if (!contact) return undefined;
  const [events, others, knownExtras] = await Promise.all([
    db.recoveryEvents.where('recoveryId').equals(id).toArray(),
    otherCases(db, recovery),
    extrasGiven(db),
  ]);
  return { recovery, events, contact, others, knownExtras };
}

/** The contact, or the one into which it was merged. */
async function contactOf(db: HoldfastDatabase, id: string): Promise<Contact | undefined> {
  const contact = await db.contacts.get(id);
  if (!contact || contact.deletedAt !== undefined) return undefined;
  return contact.mergedIntoId ? contactOf(db, contact.mergedIntoId) : contact;
}

/** The other cases of the contact and of the account; not those of contacts who are tracked no more. */
async function otherCases(db: HoldfastDatabase, { id, contactId, accountId }: Recovery): Promise<RecoveryCase[]> {
  const [own, shared] = await Promise.all([
    db.recoveries.where('contactId').equals(contactId).toArray(),
    accountId === undefined ? [] : db.recoveries.where('accountId').equals(accountId).toArray(),
  ]);
  const others = [...new Map([...own, ...shared].map((one) => [one.id, one])).values()].filter((one) => one.id !== id);
  const people = await db.contacts.bulkGet(others.map((one) => one.contactId));
  const kept = others.filter((one, index) => one.deletedAt === undefined && people[index]?.deletedAt === undefined);
  const ids = kept.map((one) => one.id);
  const events = Map.groupBy(
    await db.recoveryEvents.where('recoveryId').anyOf(ids).toArray(),
    ({ recoveryId }) => recoveryId,
  );
  return kept.map((one) => ({ recovery: one, events: events.get(one.id) ?? [] }));
}

/** What was given besides in any case, newest first. */
async function extrasGiven(db: HoldfastDatabase): Promise<readonly string[]> {
  const events = inEffect(await db.recoveryEvents.toArray()).sort((a, b) => b.occurredAt - a.occurredAt);
  return [...new Set(events.flatMap((one) => (one.kind === 'extra' ? [one.what] : [])))].slice(0, mostExtras);
}
