import { Dexie } from 'dexie';
import { clockOf, type History, type Rules } from '@/lib/core/cadence';
import type { Contact, Interaction, Ulid } from '@/lib/core/model';
import { attentionOf } from '@/lib/core/standing';
import { searchWords } from '@/lib/core/words';
import type { HoldfastDatabase } from '@/lib/db/database';
import { exclusively } from '@/lib/db/lock';
import { rulesOf, settingsOf } from '@/lib/db/settings';
import type { ServiceContext } from './context';

/** The contact with its derived fields made anew from its interactions and addresses. Needs a transaction to be true. */
export async function rederive(db: HoldfastDatabase, contact: Contact, rules: Rules): Promise<Contact> {
  const history = await historyOf(db, contact);
  const known = { ...contact, clock: clockOf(contact, history, rules) };
  if (contact.deletedAt !== undefined || contact.mergedIntoId) {
    return { ...known, attentionAt: undefined, urgentAt: undefined, fadingAt: undefined, words: [] };
  }
  const rows = await db.addresses.where('contactId').equals(contact.id).toArray();
  const addresses = rows.filter((row) => row.deletedAt === undefined).map((row) => row.address);
  const { attentionAt, urgentAt, fadingAt } = attentionOf(known, rules);
  const words = searchWords(contact.name, contact.company, addresses);
  return { ...known, attentionAt, urgentAt, fadingAt, words };
}

/** Everything on which a contact's clock rests. */
async function historyOf(db: HoldfastDatabase, { id, accountId }: Contact): Promise<History> {
  return {
    interactions: await interactionsOf(db, id),
    followUps: await db.followUps.where('contactId').equals(id).toArray(),
    account: accountId === undefined ? undefined : await db.accounts.get(accountId),
  };
}

/** Everything ever stored of a contact, voided entries included. */
export function interactionsOf(db: HoldfastDatabase, contactId: Ulid): Promise<Interaction[]> {
  return db.interactions
    .where('[contactId+occurredAt]')
    .between([contactId, Dexie.minKey], [contactId, Dexie.maxKey])
    .toArray();
}

const batchSize = 200;

/**
 * Makes the derived fields of every contact anew, in batches, so that no message waits long: after a change of the
 * rules or of the time zone, and to prove that the fields kept up to date act by act are right.
 */
export async function rebuildDerived(db: HoldfastDatabase, rules: Rules): Promise<void> {
  let from: string | undefined = '';
  while (from !== undefined) from = await rebuildBatch(db, async () => rules, from);
}

/**
 * One batch of contacts from that id on; the id to go on from, or `undefined` at the end. Whoever else changed the
 * rules or went further meanwhile decides where it goes on.
 */
export function rebuildBatch(
  db: HoldfastDatabase,
  rulesNow: () => Promise<Rules>,
  from: string,
): Promise<string | undefined> {
  const tables = [db.contacts, db.interactions, db.addresses, db.accounts, db.followUps, db.meta];
  const batch = async () => {
    const row = await db.meta.get('derived');
    const wanted = row?.key === 'derived' ? row.nextId : undefined;
    if (wanted !== undefined && wanted !== from) return wanted;
    const rules = await rulesNow();
    const contacts = await db.contacts.where('id').aboveOrEqual(from).limit(batchSize).toArray();
    await db.contacts.bulkPut(await Promise.all(contacts.map((contact) => rederive(db, contact, rules))));
    const last = contacts.at(-1);
    const next = last && contacts.length === batchSize ? `${last.id}\u0000` : undefined;
    if (row?.key === 'derived') await db.meta.put({ ...row, nextId: next });
    return next;
  };
  return exclusively('holdfast-write', () => db.transaction('rw', tables, batch));
}

type Place = Pick<ServiceContext, 'locale' | 'timeZone'>;

/** Derived fields rest on rules that have changed; contacts are done anew from the first on. */
export async function markStale(db: HoldfastDatabase, timeZone: string): Promise<void> {
  await db.meta.put({ key: 'derived', timeZone, nextId: '' });
}

/**
 * Brings derived fields up to date with rules and time zone, batch by batch; goes on where a killed worker stopped.
 * Called at every start and after every change. `true`: something was recomputed.
 */
export async function refreshDerived(db: HoldfastDatabase, { locale, timeZone }: Place): Promise<boolean> {
  const row = await db.meta.get('derived');
  const known = row?.key === 'derived' ? row : undefined;
  if (known?.timeZone !== timeZone) await markStale(db, timeZone);
  let next = known?.timeZone === timeZone ? known.nextId : '';
  if (next === undefined) return false;
  const rulesNow = async () => rulesOf(await settingsOf(db, locale), timeZone);
  while (next !== undefined) next = await rebuildBatch(db, rulesNow, next);
  return true;
}
