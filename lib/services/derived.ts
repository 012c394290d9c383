import { Dexie } from 'dexie';
import { clockOf, type History, type Rules } from '@/lib/core/cadence';
import type { AddressRow, Contact, Interaction, Ulid } from '@/lib/core/model';
import { isSameCustomer } from '@/lib/core/recovery-escalation';
import { attentionOf } from '@/lib/core/standing';
import { searchWords } from '@/lib/core/words';
import type { DerivedRow, HoldfastDatabase } from '@/lib/db/database';
import { exclusively } from '@/lib/db/lock';
import { rulesOf, settingsOf } from '@/lib/db/settings';
import { giveAccounts } from './accounts';
import { casesOf, giveRecoveries } from './cases';
import type { ServiceContext } from './context';
import { rest } from './rest';

/** The contact with its derived fields made anew from its interactions and addresses. Needs a transaction to be true. */
export async function rederive(db: HoldfastDatabase, contact: Contact, rules: Rules): Promise<Contact> {
  const { id, accountId } = contact;
  // All at once: one after the other, each would wait for the way to the database and back.
  const [interactions, followUps, promises, account, recoveries, addresses] = await Promise.all([
    interactionsOf(db, id),
    db.followUps.where('contactId').equals(id).toArray(),
    db.promises.where('contactId').equals(id).toArray(),
    accountId === undefined ? undefined : db.accounts.get(accountId),
    casesOf(db, [contact]),
    db.addresses.where('contactId').equals(id).toArray(),
  ]);
  return derivedOf(contact, { interactions, followUps, promises, account, recoveries }, addresses, rules);
}

/** The contact with the derived fields that its history and addresses give. */
function derivedOf(contact: Contact, history: History, rows: readonly AddressRow[], rules: Rules): Contact {
  const known = { ...contact, clock: clockOf(contact, history, rules) };
  if (contact.deletedAt !== undefined || contact.mergedIntoId) {
    return { ...known, attentionAt: undefined, urgentAt: undefined, fadingAt: undefined, words: [] };
  }
  const addresses = rows.filter((row) => row.deletedAt === undefined).map((row) => row.address);
  const { attentionAt, urgentAt, fadingAt } = attentionOf(known, rules);
  const words = searchWords(contact.name, contact.company, addresses);
  return { ...known, attentionAt, urgentAt, fadingAt, words };
}

/** Everything ever stored of a contact, voided entries included. */
export function interactionsOf(db: HoldfastDatabase, contactId: Ulid): Promise<Interaction[]> {
  return db.interactions
    .where('[contactId+occurredAt]')
    .between([contactId, Dexie.minKey], [contactId, Dexie.maxKey])
    .toArray();
}

/** So few that neither reading nor writing them keeps a message waiting; see `scripts/bench-rebuild.ts`. */
const batchSize = 25;

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
  return exclusively('holdfast-write', async () => {
    const mark = await markOf(db);
    if (mark?.nextId !== undefined && mark.nextId !== from) return mark.nextId;
    const rules = await rulesNow();
    const contacts = await db.contacts.where('id').aboveOrEqual(from).limit(batchSize).toArray();
    const made = await derivedAnew(db, contacts, rules);
    const last = contacts.at(-1);
    const next = last && contacts.length === batchSize ? `${last.id}\u0000` : undefined;
    // Nobody else writes contacts meanwhile, and every message reads `meta`: neither is held for longer than it is written.
    await db.contacts.bulkPut(made);
    return db.transaction('rw', db.meta, async () => {
      const now = await markOf(db);
      if (now?.nextId !== mark?.nextId || now?.timeZone !== mark?.timeZone) return now?.nextId;
      if (now) await db.meta.put({ ...now, nextId: next });
      return next;
    });
  });
}

async function markOf(db: HoldfastDatabase) {
  const row = await db.meta.get('derived');
  return row?.key === 'derived' ? row : undefined;
}

/** All of them with a few reads: their ids follow one another, and so do those of their rows. */
async function derivedAnew(db: HoldfastDatabase, contacts: readonly Contact[], rules: Rules): Promise<Contact[]> {
  const [first, last] = [contacts.at(0)?.id, contacts.at(-1)?.id];
  if (first === undefined || last === undefined) return [];
  const accountIds = new Set(contacts.map(({ accountId }) => accountId).filter((id) => id !== undefined));
  const [interactions, followUps, promises, addresses, accounts, cases] = await Promise.all([
    db.interactions.where('[contactId+occurredAt]').between([first, Dexie.minKey], [last, Dexie.maxKey]).toArray(),
    db.followUps.where('contactId').between(first, last, true, true).toArray(),
    db.promises.where('contactId').between(first, last, true, true).toArray(),
    db.addresses.where('contactId').between(first, last, true, true).toArray(),
    db.accounts.bulkGet([...accountIds]),
    casesOf(db, contacts),
  ]);
  const [interactionsBy, followUpsBy, promisesBy, addressesBy] = [
    byContact(interactions),
    byContact(followUps),
    byContact(promises),
    byContact(addresses),
  ];
  return contacts.map((contact) => {
    const { id, accountId } = contact;
    const account = accountId === undefined ? undefined : accounts.find((one) => one?.id === accountId);
    const history: History = {
      interactions: interactionsBy.get(id) ?? [],
      followUps: followUpsBy.get(id) ?? [],
      promises: promisesBy.get(id) ?? [],
      account,
      recoveries: cases.filter(({ recovery }) => isSameCustomer(recovery, { contactId: id, accountId })),
    };
    return derivedOf(contact, history, addressesBy.get(id) ?? [], rules);
  });
}

function byContact<T extends { readonly contactId: Ulid }>(rows: readonly T[]): ReadonlyMap<Ulid, readonly T[]> {
  return Map.groupBy(rows, ({ contactId }) => contactId);
}

type Place = Pick<ServiceContext, 'locale' | 'timeZone'>;

/** Derived fields rest on rules that have changed; contacts are done anew from the first on. */
export async function markStale(
  db: HoldfastDatabase,
  timeZone: string,
  more: Pick<DerivedRow, 'wantsRecoveries'> = {},
) {
  await db.meta.put({ ...(await markOf(db)), key: 'derived', timeZone, nextId: '', ...more });
}

/**
 * Brings derived fields up to date with rules and time zone, batch by batch; goes on where a killed worker stopped.
 * Called at every start and after every change. `true`: something was recomputed.
 */
export async function refreshDerived(db: HoldfastDatabase, { locale, timeZone }: Place): Promise<boolean> {
  const row = await db.meta.get('derived');
  const known = row?.key === 'derived' ? row : undefined;
  if (known?.wantsAccounts) await giveAccounts(db);
  if (known?.wantsRecoveries) await giveRecoveries(db, timeZone);
  if (known?.timeZone !== timeZone) await markStale(db, timeZone);
  let next = known?.timeZone === timeZone ? known.nextId : '';
  if (next === undefined) return false;
  const rulesNow = async () => rulesOf(await settingsOf(db, locale), timeZone);
  while (next !== undefined) {
    const begunAt = performance.now();
    next = await rebuildBatch(db, rulesNow, next);
    if (next !== undefined) await rest(performance.now() - begunAt);
  }
  return true;
}
