import { Dexie } from 'dexie';
import { addDays } from '@/lib/core/calendar';
import { coverageOf } from '@/lib/core/coverage';
import { type Reader, sayDay } from '@/lib/core/day-words';
import { explain } from '@/lib/core/explain';
import { type Names, namesFrom, proofPhrase } from '@/lib/core/explain-last';
import type { GivenPromise } from '@/lib/core/given-promise';
import { inEffect } from '@/lib/core/in-effect';
import { initialsOf } from '@/lib/core/initials';
import type { Address, AddressRow, Contact, Interaction, MailboxRow } from '@/lib/core/model';
import { snoozeChoices } from '@/lib/core/snooze-choices';
import { type Standing, standingOf } from '@/lib/core/standing';
import { cadencePhrase, firstName } from '@/lib/core/wording';
import type { HoldfastDatabase } from '@/lib/db/database';
import { rulesOf, settingsOf } from '@/lib/db/settings';
import type { CardView, RequestOf } from '@/lib/messaging/protocol';
import { badgeOf } from './badge';
import { readerOf, type ServiceContext } from './context';
import { searchFor } from './mailboxes';
import { statedActivity } from './site-records';

/** What the contact card shows; `null`: there is no such contact any more. */
export async function getCard(
  db: HoldfastDatabase,
  request: RequestOf<'getCard'>,
  context: ServiceContext,
): Promise<CardView | null> {
  return (await cardOf(db, request.contactId, context)) ?? null;
}

/** All that a card rests on, by one way to the database; `undefined`: there is no such contact any more. */
export function cardOf(db: HoldfastDatabase, id: string, context: ServiceContext): Promise<CardView | undefined> {
  const tables = [db.contacts, db.addresses, db.interactions, db.promises, db.siteRecords, db.mailboxes, db.meta];
  return db.transaction('r', tables, () => readCard(db, id, context));
}

async function readCard(db: HoldfastDatabase, id: string, context: ServiceContext): Promise<CardView | undefined> {
  const contact = await db.contacts.get(id);
  if (!contact || contact.deletedAt !== undefined) return undefined;
  if (contact.mergedIntoId) return readCard(db, contact.mergedIntoId, context);
  const [settings, rows, recent, successor, mailboxes, offer] = await Promise.all([
    settingsOf(db, context.locale),
    addressRowsOf(db, contact.id),
    recentInteractions(db, contact),
    contact.successorId === undefined ? undefined : db.contacts.get(contact.successorId),
    db.mailboxes.toArray(),
    offerOf(db, contact, context),
  ]);
  const addresses = rows.filter((row) => row.role === 'own').map((row) => row.address);
  const reader = { ...readerOf(context), coverage: coverageOf(mailboxes, context.now()) };
  const standing = standingOf(contact, reader, rulesOf(settings, context.timeZone));
  return {
    ...headOf(contact, addresses),
    ...standingPart(contact, standing, recent, namesFrom(rows, successor), reader, context),
    ...linksOf(contact, standing, recent, addresses[0], mailboxes, context),
    snoozes: snoozeChoices(readerOf(context), settings).map(({ label, on }) => {
      return { label: typeof label === 'string' ? label : context.text(label), on };
    }),
    offer,
    stated: isUnseen(contact, recent) ? await statedIn(db, addresses, context) : undefined,
    cadence: context.text(cadencePhrase(contact.clock, context.locale)),
  };
}

/** Nothing was ever seen of them, and the user was not asked yet. */
function isUnseen({ clock }: Contact, recent: readonly Interaction[]): boolean {
  return clock.lastContactId === undefined && !recent.some((one) => one.kind === 'baseline');
}

async function statedIn(
  db: HoldfastDatabase,
  addresses: readonly Address[],
  context: ServiceContext,
): Promise<string | undefined> {
  const stated = await statedActivity(db, addresses);
  if (!stated) return undefined;
  const { today, locale } = readerOf(context);
  const values = [sayDay(stated.on, today, locale), new URL(stated.origin).host];
  return context.text({ key: 'statedStart', values });
}

/** The promise that waits for an answer; of several the one with the earliest day. */
async function offerOf(
  db: HoldfastDatabase,
  { id, name }: Contact,
  context: ServiceContext,
): Promise<CardView['offer']> {
  const { today, locale } = readerOf(context);
  const promises = await db.promises.where('contactId').equals(id).toArray();
  const offered = promises.filter(({ offeredUntilOn = '' }) => offeredUntilOn >= today);
  const promise = offered.reduce<GivenPromise | undefined>((best, one) => {
    return best && best.dueOn <= one.dueOn ? best : one;
  }, undefined);
  if (!promise) return undefined;
  const values = [firstName(name), promise.about, sayDay(promise.dueOn, today, locale)];
  return { promiseId: promise.id, text: context.text({ key: 'promiseOffer', values }) };
}

function headOf(contact: Contact, addresses: readonly Address[]) {
  const { id, name, company } = contact;
  return { contactId: id, name, company, addresses, initials: initialsOf(name) };
}

function standingPart(
  contact: Contact,
  standing: Standing,
  recent: readonly Interaction[],
  names: Names,
  reader: Reader,
  context: ServiceContext,
) {
  const { today } = reader;
  const { clock } = contact;
  const proof = proofPhrase(contact, standing, recent);
  const sentences = [...explain(contact, standing, recent, reader, names), ...(proof ? [proof] : [])];
  return {
    badge: badgeOf(contact, standing, reader, context),
    sentences: sentences.map((sentence) => context.text(sentence)),
    owedInteractionId: clock.owed?.interactionId,
    countedMailId: newest(recent, (one) => one.kind === 'mail' && one.weight === 'counts')?.id,
    today,
    yesterday: addDays(today, -1),
    ...(clock.recovery && {
      recovery: { id: clock.recovery.recoveryId, label: context.text({ key: 'goOnWithRecovery' }) },
    }),
    asksLastInTouch: isUnseen(contact, recent),
  };
}

const shownEntries = 50;
const fewEntries = 150;

/** The newest entries that stand, and those the clock rests on however old they are. */
async function recentInteractions(db: HoldfastDatabase, contact: Contact): Promise<Interaction[]> {
  const { clock, id } = contact;
  const all = () => db.interactions.where('[contactId+occurredAt]').between([id, Dexie.minKey], [id, Dexie.maxKey]);
  // Forwards they come at once, backwards a few at a time: worth it only where there are very many.
  const oldest = await all().limit(fewEntries).toArray();
  const isAll = oldest.length < fewEntries;
  const newestRows = isAll
    ? oldest.slice(-shownEntries).reverse()
    : await all().reverse().limit(shownEntries).toArray();
  const named = [clock.lastContactId, clock.owed?.interactionId, clock.doubtfulId].filter((one) => one !== undefined);
  const missing = named.filter((wanted) => !newestRows.some((row) => row.id === wanted));
  const older = (await db.interactions.bulkGet(missing)).filter((row) => row !== undefined);
  return inEffect([...newestRows, ...older]);
}

function newest(rows: readonly Interaction[], fits: (row: Interaction) => boolean): Interaction | undefined {
  return rows.filter(fits).reduce<Interaction | undefined>((best, row) => {
    return best && best.occurredAt >= row.occurredAt ? best : row;
  }, undefined);
}

async function addressRowsOf(db: HoldfastDatabase, contactId: string): Promise<AddressRow[]> {
  const rows = await db.addresses.where('contactId').equals(contactId).toArray();
  return rows.filter((row) => row.deletedAt === undefined);
}

/** Addresses to open: the thread that waits, else the newest; mail search and new mail in the mailbox at hand. */
function linksOf(
  contact: Contact,
  { unsure }: Standing,
  recent: readonly Interaction[],
  address: Address | undefined,
  mailboxes: readonly MailboxRow[],
  context: ServiceContext,
) {
  const waiting = recent.find((row) => row.id === contact.clock.owed?.interactionId);
  const lastMail = newest(recent, (row) => row.kind === 'mail' && row.evidence?.url !== undefined);
  const seenAt = (row: MailboxRow) => Math.max(row.inboxSeenAt ?? 0, row.sentSeenAt ?? 0);
  const nearest = mailboxes
    .filter((row) => context.caller.isOurs || row.origin === context.caller.origin)
    .sort((a, b) => seenAt(b) - seenAt(a));
  const template = (name: 'searchUrl' | 'composeUrl') => nearest.find((row) => row[name])?.[name];
  const filled = (url: string | undefined) => (url && address ? searchFor(url, address) : undefined);
  // Where a mailbox has no address for a search, its Sent tells what is in doubt.
  const sent = unsure && nearest.find((row) => row.sentUrl)?.sentUrl;
  const threadUrl = waiting && (waiting.evidence?.url ?? lastMail?.evidence?.url);
  const searchUrl = filled(template('searchUrl')) ?? sent;
  const lead = (key: 'pageReply' | 'pageSearchMail' | 'pageWrite', url: string | undefined) =>
    url === undefined ? [] : [{ label: context.text({ key }), url }];
  const write = lead('pageWrite', filled(template('composeUrl')));
  if (threadUrl) return { searchUrl, leads: lead('pageReply', threadUrl) };
  return { searchUrl, leads: unsure ? [...lead('pageSearchMail', searchUrl), ...write] : write };
}
