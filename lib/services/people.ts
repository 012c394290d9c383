import {
  canonicalAddress,
  companyName,
  domainOf,
  isFreeMail,
  isRoleAddress,
  mailboxKey,
  plainName,
} from '@/lib/core/address';
import { type Mailbox, parseMailbox } from '@/lib/core/mailbox';
import type { Address, AddressRow, Contact, MailboxRow } from '@/lib/core/model';
import type { Settings } from '@/lib/core/settings';
import { companyDomains, isColleague } from '@/lib/core/verdict';
import { wordsOf } from '@/lib/core/words';
import type { HoldfastDatabase } from '@/lib/db/database';
import { type Answer, memories } from '@/lib/db/remembered';
import type { RequestOf, SortedPerson, TrackChoices } from '@/lib/messaging/protocol';
import { Refusal, type ServiceContext } from './context';
import { factsAbout } from './recipient-facts';
import { rememberedUser } from './user';

/** A mailbox as text, or a refusal: the sender should have known. */
export function mailboxOf(text: string): Mailbox {
  const mailbox = parseMailbox(text);
  if (!mailbox) throw new Refusal('errorBadRequest');
  return mailbox;
}

export function addressOf(text: string): Address {
  const address = canonicalAddress(text);
  if (!address) throw new Refusal('errorBadRequest');
  return address;
}

/** Canonical addresses out of what the user or a page gave; what is none is left out. */
export function addressesOf(texts: readonly string[]): Address[] {
  const found = texts.map((text) => parseMailbox(text)?.address).filter((address) => address !== undefined);
  return [...new Set(found)];
}

/** Name to show: the page's, else made from the address (`ann.lee@…` → Ann Lee). */
export function nameOf(mailbox: Mailbox): string {
  const given = plainName(mailbox.name);
  if (given) return given;
  const local = mailbox.address.slice(0, mailbox.address.lastIndexOf('@')).split('+')[0] ?? '';
  const words = local.split(/[._-]+/).filter((word) => word !== '');
  return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(' ') || mailbox.address;
}

export function companyOf(address: Address): string | undefined {
  const domain = domainOf(address);
  return isFreeMail(domain) ? undefined : companyName(domain);
}

/** `mailboxKey`s of the user's own addresses: those the user named, and those the mailboxes showed. */
export function ownKeys(settings: Settings, mailboxes: readonly MailboxRow[]): Set<string> {
  const all = [...settings.ownAddresses, ...mailboxes.flatMap((row) => row.addresses)];
  return new Set(all.map(mailboxKey));
}

/** The user and the user's company: no customers, unless the user tracks somebody of them on purpose. */
export interface Ourselves {
  /** `mailboxKey`s of the user's own addresses. */
  readonly own: ReadonlySet<string>;
  /** Domains of the user's own company. */
  readonly company: ReadonlySet<string>;
}

export function ourselves(settings: Settings, mailboxes: readonly MailboxRow[]): Ourselves {
  const own = ownKeys(settings, mailboxes);
  return { own, company: companyDomains(own, settings.ownDomains) };
}

/** A living address row with its living contact. */
export interface Known {
  readonly row: AddressRow;
  readonly contact: Contact;
}

/** People come again and again while a list is scrolled, sorted and opened; a large list shows a hundred of them. */
const memoryOf = memories<Known>(2_000);

/** Who is tracked under these addresses, in their order. */
export async function lookUp(
  db: HoldfastDatabase,
  addresses: readonly Address[],
): Promise<readonly (Known | undefined)[]> {
  return memoryOf(db).recall(addresses, (unknown) =>
    db.transaction('r', [db.addresses, db.contacts], () => living(db, unknown)),
  );
}

async function living(db: HoldfastDatabase, addresses: readonly Address[]): Promise<readonly Answer<Known>[]> {
  const rows = await db.addresses.bulkGet([...addresses]);
  const contacts = await db.contacts.bulkGet(rows.map((row) => row?.contactId ?? ''));
  return Promise.all(
    addresses.map(async (address, index) => {
      const row = rows[index];
      const found = contacts[index];
      const contact = found?.mergedIntoId ? await db.contacts.get(found.mergedIntoId) : found;
      const isLiving = row && contact && row.deletedAt === undefined && contact.deletedAt === undefined;
      const ids = [row?.contactId, found?.mergedIntoId].filter((id) => id !== undefined);
      return { value: isLiving ? { row, contact } : undefined, rests: { addresses: [address], contacts: ids } };
    }),
  );
}

/** People of a page for the popup: who is tracked, who could be. Own, colleagues' and role addresses are nobody. */
export async function sortPeople(
  db: HoldfastDatabase,
  request: RequestOf<'sortPeople'>,
  context: ServiceContext,
): Promise<SortedPerson[]> {
  const { settings, mailboxes } = await rememberedUser(db, context.locale);
  const us = ourselves(settings, mailboxes);
  const people = new Map<Address, { readonly text: string; readonly mailbox: Mailbox }>();
  for (const text of request.mailboxes) {
    const mailbox = parseMailbox(text);
    if (!mailbox || us.own.has(mailboxKey(mailbox.address))) continue;
    const earlier = people.get(mailbox.address);
    if (!earlier || (!earlier.mailbox.name && mailbox.name)) people.set(mailbox.address, { text, mailbox });
  }
  const known = await lookUp(db, [...people.keys()]);
  const writing = new Set(addressesOf(request.writing ?? []));
  const sorted = [...people.values()].map(async ({ text, mailbox }, index): Promise<SortedPerson[]> => {
    const { address } = mailbox;
    const contact = known[index]?.contact;
    if (contact) {
      const facts = writing.has(address) ? await factsAbout(db, contact, context) : undefined;
      return [{ mailbox: text, address, name: contact.name, state: 'tracked', contactId: contact.id, facts }];
    }
    if (isRoleAddress(address) || isColleague(address, us)) return [];
    return [{ mailbox: text, address, name: nameOf(mailbox), state: 'untracked' }];
  });
  return (await Promise.all(sorted)).flat();
}

const maxCandidates = 5;
const looked = 25;

/** Whose further address or assistant this may be: people of the same name or of the same company. */
export async function getTrackChoices(
  db: HoldfastDatabase,
  request: RequestOf<'getTrackChoices'>,
): Promise<TrackChoices | null> {
  const mailbox = parseMailbox(request.mailbox);
  if (!mailbox) return null;
  const name = nameOf(mailbox);
  const nameWords = wordsOf(name);
  const domain = domainOf(mailbox.address);
  const domainWord = isFreeMail(domain) ? undefined : wordsOf(domain).at(-2);
  const byName = await contactsWith(db, nameWords.at(-1));
  const namesakes = byName.filter((contact) => nameWords.every((word) => wordsOf(contact.name).includes(word)));
  const colleagues: Contact[] = [];
  for (const contact of await contactsWith(db, domainWord)) {
    const addresses = await db.addresses.where('contactId').equals(contact.id).toArray();
    if (addresses.some((row) => domainOf(row.address) === domain)) colleagues.push(contact);
  }
  const all = new Map([...namesakes, ...colleagues].map((contact) => [contact.id, contact]));
  const candidates = [...all.values()].slice(0, maxCandidates);
  return {
    name,
    address: mailbox.address,
    candidates: candidates.map(({ id, name, company }) => ({ contactId: id, name, company })),
  };
}

function contactsWith(db: HoldfastDatabase, word: string | undefined): Promise<Contact[]> {
  return word ? db.contacts.where('words').equals(word).limit(looked).toArray() : Promise.resolve([]);
}
