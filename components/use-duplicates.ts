import type { Contact } from '@/lib/core/model';
import { mayBeOne, nameKey, rarestWord } from '@/lib/core/same-person';
import type { HoldfastDatabase } from '@/lib/db/database';
import type { WholeContact } from './contact-whole';
import { useDatabase } from './database-context';
import { useLive } from './use-live';

/** A contact that may be the same person, and why. */
export interface Duplicate {
  readonly contact: Contact;
  /** One of its addresses. `undefined`: it has none. */
  readonly address?: string;
  /** The site whose one record shows both, such as `crm.acme.example`. `undefined`: they share a name. */
  readonly site?: string;
}

const mostDuplicates = 3;

/** Contacts that may be the same person as this one; a record that shows both says more than a name. */
export function useDuplicates(whole: WholeContact): readonly Duplicate[] {
  const db = useDatabase();
  const { contact, addresses } = whole;
  return useLive(() => findDuplicates(db, whole), [db, contact, addresses], []);
}

async function findDuplicates(
  db: HoldfastDatabase,
  { contact, addresses }: WholeContact,
): Promise<readonly Duplicate[]> {
  const bySite = await sitesOfOthers(
    db,
    addresses.filter((row) => row.role === 'own').map((row) => row.address),
  );
  const recorded = await db.contacts.bulkGet([...bySite.keys()]);
  const found = [...recorded.filter((one) => one !== undefined), ...(await namesakes(db, contact))];
  const duplicates = new Map(found.filter((one) => mayBeOne(contact, one)).map((one) => [one.id, one]));
  return Promise.all(
    [...duplicates.values()].slice(0, mostDuplicates).map(async (one) => {
      const rows = await db.addresses.where('contactId').equals(one.id).toArray();
      const own = rows.find((row) => row.role === 'own' && row.deletedAt === undefined);
      return { contact: one, address: own?.address, site: bySite.get(one.id) };
    }),
  );
}

/** Other contacts whose addresses stand in a record with one of these, with the record's site. */
async function sitesOfOthers(db: HoldfastDatabase, addresses: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const records = await db.siteRecords.where('addresses').anyOf(addresses).toArray();
  const sites = new Map<string, string>();
  for (const record of records) {
    const rows = await db.addresses.bulkGet(record.addresses.filter((address) => !addresses.includes(address)));
    const { host } = new URL(record.key.slice(0, record.key.indexOf('|')));
    for (const row of rows) if (row && row.deletedAt === undefined) sites.set(row.contactId, host);
  }
  return sites;
}

async function namesakes(db: HoldfastDatabase, { name }: Contact): Promise<readonly Contact[]> {
  const key = nameKey(name);
  if (key === undefined) return [];
  const bearers = db.contacts.where('words').equals(rarestWord(key));
  return bearers.filter((one) => nameKey(one.name) === key).toArray();
}
