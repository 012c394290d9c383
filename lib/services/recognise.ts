import { plainName } from '@/lib/core/address';
import { parseMailbox } from '@/lib/core/mailbox';
import type { Contact } from '@/lib/core/model';
import { nameKey, rarestWord } from '@/lib/core/same-person';
import { wordsOf } from '@/lib/core/words';
import type { HoldfastDatabase } from '@/lib/db/database';
import type { RequestOf } from '@/lib/messaging/protocol';
import type { ServiceContext } from './context';
import { type Known, lookUp } from './people';
import { recordKey } from './site-records';

type Raw = RequestOf<'reportSightings'>['sightings'][number];

/** Whom a sighting without a tracked address shows. */
export interface Recognised {
  readonly contact: Contact;
  /** The name alone says so, and it is nobody else's. */
  readonly isProbable: boolean;
}

/**
 * Whom sightings mean of which no tracked address says it: by the site's record, else, where the page shows no address at
 * all, by a name that only one contact bears. In their order.
 */
export async function recognise(
  db: HoldfastDatabase,
  sightings: readonly (Raw | undefined)[],
  context: ServiceContext,
): Promise<(Recognised | undefined)[]> {
  const byRecord = await contactsOfRecords(db, sightings, context);
  const names = sightings.map((raw, index) => (raw && !byRecord[index] ? nameKey(raw.mailbox) : undefined));
  const byName = new Map<string, Contact | undefined>();
  for (const name of new Set(names)) if (name !== undefined) byName.set(name, await onlyBearer(db, name));
  return sightings.map((raw, index) => {
    const certain = byRecord[index];
    if (raw && certain && isNamed(certain, raw.mailbox)) return { contact: certain, isProbable: false };
    const probable = byName.get(names[index] ?? '');
    return probable && { contact: probable, isProbable: true };
  });
}

async function contactsOfRecords(
  db: HoldfastDatabase,
  sightings: readonly (Raw | undefined)[],
  context: ServiceContext,
): Promise<readonly (Contact | undefined)[]> {
  const { origin } = context.caller;
  const keys = sightings.map((raw) => (raw?.record === undefined ? undefined : recordKey(origin, raw.record)));
  const distinct = [...new Set(keys.filter((key) => key !== undefined))];
  if (distinct.length === 0) return [];
  const records = new Map((await db.siteRecords.bulkGet(distinct)).map((record, index) => [distinct[index], record]));
  const addresses = [...new Set([...records.values()].flatMap((record) => record?.addresses ?? []))];
  const known = await lookUp(db, addresses);
  const byAddress = new Map(known.map((one, index) => [addresses[index], one]));
  return keys.map((key) => onlyOne((records.get(key)?.addresses ?? []).map((address) => byAddress.get(address))));
}

/** A record that shows an entirely different name is somebody else's by now; where it shows none, it is as before. */
function isNamed({ name }: Contact, mailbox: string): boolean {
  const shown = wordsOf(plainName(mailbox.includes('@') ? (parseMailbox(mailbox)?.name ?? '') : mailbox));
  const known = wordsOf(plainName(name));
  return shown.length === 0 || known.length === 0 || shown.some((word) => known.includes(word));
}

/** Several contacts in one record are a question for the user, no answer. */
function onlyOne(known: readonly (Known | undefined)[]): Contact | undefined {
  const living = known.filter((one) => one !== undefined);
  const [first] = living;
  const isOne = living.every(({ contact }) => contact.id === first?.contact.id);
  return isOne && !first?.row.neverBadge ? first?.contact : undefined;
}

/** The one contact that bears the name, in whatever order its words stand; two who share it are nobody. */
async function onlyBearer(db: HoldfastDatabase, name: string): Promise<Contact | undefined> {
  const bearers = await db.contacts
    .where('words')
    .equals(rarestWord(name))
    .filter((one) => one.deletedAt === undefined && one.mergedIntoId === undefined && nameKey(one.name) === name)
    .limit(2)
    .toArray();
  const [bearer, another] = bearers;
  return bearer && !another && !(await isUnbadged(db, bearer.id)) ? bearer : undefined;
}

/** Does the user want a badge beside none of the contact's addresses? */
async function isUnbadged(db: HoldfastDatabase, contactId: string): Promise<boolean> {
  const rows = await db.addresses.where('contactId').equals(contactId).toArray();
  const living = rows.filter((row) => row.deletedAt === undefined);
  return living.length > 0 && living.every((row) => row.neverBadge);
}
