import type { Account } from '@/lib/core/account';
import type { FollowUp } from '@/lib/core/follow-up';
import type { GivenPromise } from '@/lib/core/given-promise';
import { inEffect } from '@/lib/core/in-effect';
import type { AddressRow, Contact, Instant, Interaction } from '@/lib/core/model';
import type { HoldfastDatabase } from '@/lib/db/database';
import { useDatabase } from './database-context';
import { useLive } from './use-live';

/** Everything stored about one contact, and the company it belongs to. */
export interface WholeContact {
  readonly contact: Contact;
  readonly addresses: readonly AddressRow[];
  /** Every entry ever made, those taken back included, in no order. */
  readonly interactions: readonly Interaction[];
  readonly followUps: readonly FollowUp[];
  /** Those that were withdrawn with their mail are not among them. */
  readonly promises: readonly GivenPromise[];
  readonly account?: Account;
  /** The other living contacts of the account, by name; those who left are among them. */
  readonly colleagues: readonly Contact[];
  readonly successor?: Contact;
  /** Whose place the contact took. */
  readonly predecessor?: Contact;
  /** Who recommended us to the contact. */
  readonly referrer?: Contact;
  /** What the contact or anybody at the account got besides in a recovery. */
  readonly extras: readonly Extra[];
  /** Tags in use, to choose from. */
  readonly knownTags: readonly string[];
}

interface Extra {
  readonly id: string;
  readonly at: Instant;
  readonly what: string;
}

/** One contact in full, live. `undefined`: not read yet; `null`: there is no such contact any more. */
export function useWholeContact(id: string): WholeContact | null | undefined {
  const db = useDatabase();
  return useLive(async () => (await readWholeContact(db, id)) ?? null, [db, id]);
}

/** One contact in full, by its id or the id of one that was merged into it. */
export async function readWholeContact(db: HoldfastDatabase, id: string): Promise<WholeContact | undefined> {
  const contact = await db.contacts.get(id);
  if (!contact || contact.deletedAt !== undefined) return undefined;
  if (contact.mergedIntoId) return readWholeContact(db, contact.mergedIntoId);
  const { accountId, successorId, referredById } = contact;
  const [addresses, interactions, followUps, promises, account, inAccount, successor, referrer, knownTags] =
    await Promise.all([
      db.addresses.where('contactId').equals(contact.id).toArray(),
      db.interactions
        .where('[contactId+occurredAt]')
        .between([contact.id, -Infinity], [contact.id, Infinity])
        .toArray(),
      db.followUps.where('contactId').equals(contact.id).toArray(),
      db.promises.where('contactId').equals(contact.id).toArray(),
      accountId === undefined ? undefined : db.accounts.get(accountId),
      accountId === undefined ? [] : db.contacts.where('accountId').equals(accountId).toArray(),
      successorId === undefined ? undefined : db.contacts.get(successorId),
      referredById === undefined ? undefined : db.contacts.get(referredById),
      db.contacts.orderBy('tags').uniqueKeys(),
    ]);
  const colleagues = inAccount.filter((one) => one.id !== contact.id && isAlive(one));
  return {
    contact,
    addresses: addresses.filter((row) => row.deletedAt === undefined),
    interactions,
    followUps,
    promises: promises.filter((row) => row.deletedAt === undefined),
    account: account?.deletedAt === undefined ? account : undefined,
    colleagues: colleagues.sort((a, b) => a.name.localeCompare(b.name)),
    successor: successor && isAlive(successor) ? successor : undefined,
    referrer: referrer && isAlive(referrer) ? referrer : undefined,
    extras: await extrasOf(db, [contact, ...colleagues]),
    predecessor: inAccount.find((one) => one.successorId === contact.id && isAlive(one)),
    knownTags: knownTags.filter((tag) => typeof tag === 'string'),
  };
}

async function extrasOf(db: HoldfastDatabase, people: readonly Contact[]): Promise<readonly Extra[]> {
  const cases = await db.recoveries
    .where('contactId')
    .anyOf(people.map(({ id }) => id))
    .primaryKeys();
  const events = inEffect(await db.recoveryEvents.where('recoveryId').anyOf(cases).toArray());
  return events.flatMap((one) => (one.kind === 'extra' ? [{ id: one.id, at: one.occurredAt, what: one.what }] : []));
}

function isAlive({ deletedAt, mergedIntoId }: Contact): boolean {
  return deletedAt === undefined && mergedIntoId === undefined;
}
