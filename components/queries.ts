import { type AgendaEntry, type AgendaGroup, groupOf, isOfToday, sortAgenda } from '@/lib/core/agenda';
import { addDays, startOfDay } from '@/lib/core/calendar';
import { dayListOf } from '@/lib/core/day-list';
import { inEffect } from '@/lib/core/in-effect';
import type { Address, AddressRow, Contact, Interaction } from '@/lib/core/model';
import { standingOf } from '@/lib/core/standing';
import { wordsOf } from '@/lib/core/words';
import type { HoldfastDatabase } from '@/lib/db/database';
import { handledOn } from '@/lib/db/day';
import { countUpTo, readRecent, readStretch, type Stretch } from '@/lib/db/ranges';
import { linkFor, mailboxHome, mailtoLink, newestMailbox } from './links';
import type { Moment } from './moment';

/** One part of the agenda, as far as it was read. */
export interface AgendaPart {
  readonly entries: readonly AgendaEntry[];
  /** How many there are in all; if `capped`, at least that many. */
  readonly total: number;
  readonly capped: boolean;
}

export interface AgendaRead {
  readonly parts: Readonly<Record<AgendaGroup, AgendaPart>>;
  /** How many of today can wait, because the day's budget is used up; if `capped`, at least that many. */
  readonly later: { readonly count: number; readonly capped: boolean };
  /** The last contacts that the lines tell of, by their ids. */
  readonly interactions: ReadonlyMap<string, Interaction>;
  /** The first contact after today. */
  readonly upcoming?: AgendaEntry;
  /** Whether anybody is tracked at all. */
  readonly hasContacts: boolean;
}

/** So many open recoveries are read, and of the drifting ones to find out whom to ask for on one day. */
const compared = 200;

/**
 * Today's list: what is urgent by its own index, the rest by the index of attention; at most `limit` rows of each range,
 * more of the drifting ones and fewer of the days to come, whatever the size of the table. `budget`: how many of the
 * drifting ones are asked for on one day.
 */
export function readAgenda(
  db: HoldfastDatabase,
  moment: Moment,
  limit: number,
  budget = Infinity,
): Promise<AgendaRead> {
  // One transaction: each is a way to the browser's process and back.
  return db.transaction('r', [db.contacts, db.interactions, db.meta], () => agendaOf(db, moment, limit, budget));
}

async function agendaOf(db: HoldfastDatabase, moment: Moment, limit: number, budget: number): Promise<AgendaRead> {
  const [today = 0, tomorrow = 0, end = 0] = [0, 1, 8].map((days) =>
    startOfDay(addDays(moment.today, days), moment.timeZone),
  );
  const drifting = budget < Infinity ? Math.max(limit, compared) : limit;
  const pressing: Stretch = { index: 'urgentAt', from: -Infinity, to: moment.now + 1 };
  const before: Stretch = { index: 'attentionAt', from: -Infinity, to: today };
  const ofToday: Stretch = { index: 'attentionAt', from: today, to: tomorrow };
  const ahead: Stretch = { index: 'attentionAt', from: tomorrow, to: end };
  const [open, urgent, overdue, recent, due, next, handled, [upcoming]] = await Promise.all([
    db.contacts.orderBy('clock.recovery.openedAt').limit(Math.max(limit, compared)).toArray(),
    readStretch(db, pressing, limit),
    readStretch(db, before, drifting),
    readRecent(db, before, drifting / 2),
    readStretch(db, ofToday, drifting),
    readStretch(db, ahead, Math.ceil(limit / 2)),
    handledOn(db, moment.today),
    db.contacts.where('attentionAt').aboveOrEqual(tomorrow).limit(1).toArray(),
  ]);
  const entryOf = (contact: Contact) => ({ contact, standing: standingOf(contact, moment, moment) });
  const contacts = [open, recent, ...[urgent, overdue, due, next].map((range) => range.contacts)].flat();
  const entries = [...new Map(contacts.map((contact) => [contact.id, contact])).values()].map(entryOf);
  // One stretch may have brought what another left out.
  const unreadOf = ({ counted, capped }: Counted, { index, from, to }: Stretch) => {
    const read = entries.filter(({ contact: { [index]: at = NaN } }) => at >= from && at < to);
    return { unread: Math.max(0, counted - read.length), capped };
  };
  const day = dayOf(entries, moment, budget - handled.length, {
    overdue: unreadOf(overdue, before),
    today: unreadOf(due, ofToday),
    next: unreadOf(next, ahead),
    urgent: unreadOf(urgent, pressing),
  });
  const drawn = Object.values(day.parts).flatMap((part) => part.entries);
  return {
    ...day,
    interactions: await interactionsAt(db, drawn.map(toldOf)),
    upcoming: upcoming && entryOf(upcoming),
    hasContacts: entries.length > 0 || upcoming !== undefined,
  };
}

interface Counted {
  readonly counted: number;
  readonly capped: boolean;
}

interface Unread {
  readonly unread: number;
  readonly capped: boolean;
}

/** Who was read, in the parts of the list. What was not read counts where it would stand. */
function dayOf(
  entries: readonly AgendaEntry[],
  moment: Moment,
  places: number,
  rest: Readonly<Record<Exclude<AgendaGroup, 'recovery'> | 'urgent', Unread>>,
): Pick<AgendaRead, 'parts' | 'later'> {
  const groups = new Map(entries.map((one) => [one, groupOf(one.contact, one.standing, moment.today)]));
  const { shown, later } = dayListOf(
    entries.filter((one) => isOfToday(one, moment.today)),
    places,
  );
  const ahead = sortAgenda(entries.filter((one) => !isOfToday(one, moment.today)));
  const partOf = (group: AgendaGroup, own: readonly AgendaEntry[], { unread, capped }: Unread): AgendaPart => {
    const ofGroup = own.filter((one) => groups.get(one) === group);
    return { entries: ofGroup, total: ofGroup.length + unread, capped };
  };
  const none = { unread: 0, capped: false };
  const isLimited = places < Infinity;
  const unread = rest.overdue.unread + rest.today.unread - rest.urgent.unread;
  return {
    parts: {
      recovery: partOf('recovery', [...shown, ...ahead], none),
      overdue: partOf('overdue', shown, isLimited ? rest.urgent : rest.overdue),
      today: partOf('today', shown, isLimited ? none : rest.today),
      next: partOf('next', ahead, rest.next),
    },
    later: isLimited
      ? { count: later.length + Math.max(0, unread), capped: rest.overdue.capped || rest.today.capped }
      : { count: 0, capped: false },
  };
}

/** The interaction that a line tells of: the last contact. A reply that is owed says all by itself. */
function toldOf({ contact: { clock }, standing: { status } }: AgendaEntry): string | undefined {
  return status === 'reply-owed' ? undefined : clock.lastContactId;
}

/** The interactions on which the clocks of these contacts rest. */
export function namedInteractions(db: HoldfastDatabase, contacts: readonly Contact[]) {
  const ids = contacts.flatMap(({ clock }) => [clock.owed?.interactionId, clock.lastContactId, clock.doubtfulId]);
  return interactionsAt(db, ids);
}

async function interactionsAt(db: HoldfastDatabase, ids: readonly (string | undefined)[]) {
  const rows = await db.interactions.bulkGet([...new Set(ids.filter((id) => id !== undefined))]);
  return new Map(rows.filter((row) => row !== undefined).map((row) => [row.id, row]));
}

export interface ContactRead {
  readonly contact: Contact;
  readonly addresses: readonly AddressRow[];
  /** What stands, newest first. */
  readonly interactions: readonly Interaction[];
  /** Who follows, where the contact left. */
  readonly successor?: Contact;
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
    successor: contact.successorId === undefined ? undefined : await db.contacts.get(contact.successorId),
  };
}

/** A word that more words than this begin with is common, however common. */
const rareUpTo = 1_000;

/** Contacts of whom every word of the query begins some word, in the order of their names. */
export async function findContacts(db: HoldfastDatabase, query: string, limit: number): Promise<readonly Contact[]> {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  const begin = (word: string) => db.contacts.where('words').startsWith(word);
  const counts = await Promise.all(words.map((word) => countUpTo(begin(word), rareUpTo)));
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
