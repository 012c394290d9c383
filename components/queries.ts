import { type AgendaEntry, type AgendaGroup, groupOf, sortAgenda } from '@/lib/core/agenda';
import { inEffect } from '@/lib/core/cadence';
import { addDays, startOfDay } from '@/lib/core/calendar';
import type { Address, AddressRow, Contact, Interaction } from '@/lib/core/model';
import { standingOf } from '@/lib/core/standing';
import { wordsOf } from '@/lib/core/words';
import type { HoldfastDatabase } from '@/lib/db/database';
import { linkFor, mailboxHome, mailtoLink, newestMailbox } from './links';
import type { Moment } from './moment';

/** One part of the agenda, as far as it was read. */
export interface AgendaPart {
  readonly entries: readonly AgendaEntry[];
  /** How many there are in all; if `capped`, at least that many. */
  readonly total: number;
  readonly capped: boolean;
}

/** Counting an index costs a second in a large table and nobody reads "12,345 overdue": from here on it is "1,000+". */
const countedUpTo = 1_000;

export interface AgendaRead {
  readonly parts: Readonly<Record<AgendaGroup, AgendaPart>>;
  /** The interactions that the contacts' clocks name, for their reasons. */
  readonly interactions: ReadonlyMap<string, Interaction>;
  /** The first contact after today. */
  readonly upcoming?: AgendaEntry;
  /** Whether anybody is tracked at all. */
  readonly hasContacts: boolean;
}

/**
 * Today's list by the index of attention: at most `limit` rows of each of its three ranges, whatever the size of the table. Of a long overdue range both ends are read: the oldest, and the newest (replies owed are there).
 */
export async function readAgenda(db: HoldfastDatabase, moment: Moment, limit: number): Promise<AgendaRead> {
  const [today, tomorrow, end] = [0, 1, 8].map((days) => startOfDay(addDays(moment.today, days), moment.timeZone));
  const index = () => db.contacts.where('attentionAt');
  const ranges = await Promise.all([
    readRange(() => index().below(today), limit),
    readRange(() => index().between(today, tomorrow), limit),
    readRange(() => index().between(tomorrow, end), limit),
  ]);
  const entryOf = (contact: Contact) => ({ contact, standing: standingOf(contact, moment, moment) });
  const entries = ranges.flatMap((range) => range.contacts).map(entryOf);
  const groups = ['overdue', 'today', 'next'] as const;
  const partOf = (group: AgendaGroup, place: number): AgendaPart => {
    const own = entries.filter(({ contact, standing }) => groupOf(contact, standing, moment.today) === group);
    const { unread = 0, capped = false } = ranges[place] ?? {};
    return { entries: sortAgenda(own), total: own.length + unread, capped };
  };
  const [overdue, due, next] = groups.map(partOf);
  const upcoming = await index().aboveOrEqual(tomorrow).first();
  const none: AgendaPart = { entries: [], total: 0, capped: false };
  return {
    parts: { overdue: overdue ?? none, today: due ?? none, next: next ?? none },
    interactions: await namedInteractions(
      db,
      entries.map((entry) => entry.contact),
    ),
    upcoming: upcoming && entryOf(upcoming),
    hasContacts: entries.length > 0 || upcoming !== undefined,
  };
}

type ContactRange = ReturnType<HoldfastDatabase['contacts']['toCollection']>;

async function readRange(range: () => ContactRange, limit: number) {
  const cap = Math.max(limit, countedUpTo);
  const counted = await countUpTo(range(), cap + 1);
  if (counted <= limit) return { contacts: await range().toArray(), unread: 0, capped: false };
  const half = Math.ceil(limit / 2);
  const [oldest, newest] = await Promise.all([range().limit(half).toArray(), range().reverse().limit(half).toArray()]);
  const contacts = [...oldest, ...newest];
  return { contacts, unread: Math.min(counted, cap) - contacts.length, capped: counted > cap };
}

async function countUpTo(range: ContactRange, limit: number): Promise<number> {
  return (await range.limit(limit).primaryKeys()).length;
}

/** The interactions on which the clocks of these contacts rest. */
async function namedInteractions(db: HoldfastDatabase, contacts: readonly Contact[]) {
  const ids = contacts.flatMap(({ clock }) => [clock.owed?.interactionId, clock.lastContactId, clock.doubtfulId]);
  const rows = await db.interactions.bulkGet([...new Set(ids.filter((id) => id !== undefined))]);
  return new Map(rows.filter((row) => row !== undefined).map((row) => [row.id, row]));
}

export interface ContactRead {
  readonly contact: Contact;
  readonly addresses: readonly AddressRow[];
  /** What stands, newest first. */
  readonly interactions: readonly Interaction[];
}

/** One contact with its addresses and its newest entries; `undefined`: there is no such contact any more. */
export async function readContact(db: HoldfastDatabase, id: string, limit: number): Promise<ContactRead | undefined> {
  const contact = await db.contacts.get(id);
  if (!contact || contact.deletedAt !== undefined) return undefined;
  if (contact.mergedIntoId) return readContact(db, contact.mergedIntoId, limit);
  const rows = await db.interactions
    .where('[contactId+occurredAt]')
    .between([contact.id, -Infinity], [contact.id, Infinity])
    .reverse()
    .limit(limit * 4)
    .toArray();
  const named = await namedInteractions(db, [contact]);
  const known = new Set(rows.map((row) => row.id));
  const older = [...named.values()].filter((row) => !known.has(row.id));
  const addresses = await db.addresses.where('contactId').equals(contact.id).toArray();
  return {
    contact,
    addresses: addresses.filter((row) => row.deletedAt === undefined),
    interactions: inEffect([...rows, ...older]),
  };
}

/** Contacts of whom every word of the query begins some word, in the order of their names. */
export async function findContacts(db: HoldfastDatabase, query: string, limit: number): Promise<readonly Contact[]> {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  const begin = (word: string) => db.contacts.where('words').startsWith(word);
  const counts = await Promise.all(words.map((word) => countUpTo(begin(word), countedUpTo)));
  // The rarest word leads, so that a common first name costs nothing.
  const rarest = words[counts.indexOf(Math.min(...counts))] ?? '';
  const others = words.filter((word) => word !== rarest);
  const found = await begin(rarest)
    .distinct()
    .filter((contact) => isAlive(contact) && others.every((word) => contact.words.some((own) => own.startsWith(word))))
    .limit(limit)
    .toArray();
  return found.sort((a, b) => a.name.localeCompare(b.name));
}

function isAlive(contact: Contact): boolean {
  return contact.deletedAt === undefined && contact.mergedIntoId === undefined;
}

/** Where to write to a contact and where to search for its mail. */
export interface ContactLinks {
  /** `undefined`: the contact has no mail address. */
  readonly address?: Address;
  readonly composeUrl?: string;
  readonly searchUrl?: string;
  /** The mailbox itself, for those that have no address for a search. `undefined`: none was seen yet. */
  readonly mailboxUrl?: string;
}

/** Links of a contact in the mailbox that was seen last; without any mailbox, a new mail in the system's program. */
export async function readLinks(db: HoldfastDatabase, contactId: string): Promise<ContactLinks> {
  const rows = await db.addresses.where('contactId').equals(contactId).toArray();
  const own = rows.find((row) => row.deletedAt === undefined && row.role === 'own');
  if (!own) return {};
  const { address } = own;
  const mailbox = newestMailbox(await db.mailboxes.toArray());
  return {
    address,
    composeUrl: linkFor(mailbox?.composeUrl, address) ?? mailtoLink(address),
    searchUrl: linkFor(mailbox?.searchUrl, address),
    mailboxUrl: mailbox && mailboxHome(mailbox),
  };
}

/** Those of the contacts of whom nothing was ever seen or told. A mail that does not count for certain says more than a guess. */
export async function unseenAmong(db: HoldfastDatabase, ids: readonly string[]): Promise<readonly Contact[]> {
  const contacts = await db.contacts.bulkGet([...ids]);
  return contacts.filter((contact) => contact !== undefined).filter(isUnseen);
}

function isUnseen(contact: Contact): boolean {
  return isAlive(contact) && contact.clock.lastContactAt === undefined && contact.clock.doubtfulAt === undefined;
}
