import { mailboxKey } from '@/lib/core/address';
import { civilDate, isCalendarDate } from '@/lib/core/calendar';
import { sayDay } from '@/lib/core/day-words';
import type { Mailbox } from '@/lib/core/mailbox';
import type { Address, AddressRow, CalendarDate, Contact, Ulid } from '@/lib/core/model';
import { firstName } from '@/lib/core/wording';
import type { HoldfastDatabase } from '@/lib/db/database';
import type { ActReply, RequestOf } from '@/lib/messaging/protocol';
import { accountFor } from './accounts';
import { act, type Done } from './act';
import type { Change } from './change';
import { Refusal, type ServiceContext } from './context';
import { todayBefore } from './day-ahead';
import { interactionsOf } from './derived';
import { addAddress } from './further-address';
import { addressOf, companyOf, lookUp, mailboxOf, nameOf, ownKeys } from './people';
import { withdrawPromisesIn } from './promise-rows';
import { spreadFirstDays } from './spread';

type Tracked = RequestOf<'track'>['people'][number];

/** Nobody becomes a contact by himself: this is the user's act, and stores exactly what was shown. */
export function track(db: HoldfastDatabase, request: RequestOf<'track'>, context: ServiceContext): Promise<ActReply> {
  return act(db, context, 'track', request.id, async (change) => {
    const own = ownKeys(change.settings, await db.mailboxes.toArray());
    const done = new Map<Ulid, Done>();
    for (const person of request.people) {
      const mailbox = mailboxOf(person.mailbox);
      if (own.has(mailboxKey(mailbox.address))) continue;
      const one = await trackOne(change, person, mailbox);
      done.set(one.contactIds[0] ?? '', one);
    }
    const [first] = done.values();
    if (!first) throw new Refusal('errorBadRequest');
    if (done.size === 1) return first;
    await spreadFirstDays(change, [...done.keys()]);
    return { said: { key: 'doneTrackedOther', values: [done.size] }, contactIds: [...done.keys()] };
  });
}

async function trackOne(change: Change, person: Tracked, mailbox: Mailbox): Promise<Done> {
  if (person.as === 'address-of' || person.as === 'assistant-of') {
    if (!person.ofContactId) throw new Refusal('errorBadRequest');
    const contact = await change.contact(person.ofContactId);
    return addAddress(change, contact, mailbox, person.as === 'assistant-of');
  }
  const [known] = await lookUp(change.db, [mailbox.address]);
  if (known) {
    return { said: { key: 'doneAlreadyTracked', values: [known.contact.name] }, contactIds: [known.contact.id] };
  }
  const id = await trackAnew(change, mailbox, { stage: person.as });
  const { name } = await change.contact(id);
  return { said: { key: 'doneTrackedOne', values: [name] }, contactIds: [id] };
}

/** What a new contact starts with, beside name and address. */
type Start = Pick<Contact, 'stage' | 'company' | 'accountId' | 'tags' | 'tier' | 'cadenceDays'>;

/** The contact of an address that nobody has: brought back if it was tracked before, else made. */
export async function trackAnew(change: Change, mailbox: Mailbox, start: Start): Promise<Ulid> {
  return (
    (await revive(change, mailbox, start.stage)) ?? (await addNew(change, nameOf(mailbox), mailbox.address, start))
  );
}

/** Somebody who was tracked before comes back with history, name, and every address that went at the same time. */
async function revive(change: Change, mailbox: Mailbox, stage: Contact['stage']): Promise<Ulid | undefined> {
  const row = await change.db.addresses.get(mailbox.address);
  const contact = row && (await change.db.contacts.get(row.contactId));
  if (!row || contact?.deletedAt === undefined) return undefined;
  // An assistant is somebody else, and so is whoever had the address before it was called a wrong person's.
  const wentAlong = ({ deletedAt }: typeof row) => deletedAt === contact.deletedAt;
  if (row.role !== 'own' || !wentAlong(row)) return undefined;
  const trackedOn = civilDate(change.context.now(), change.context.timeZone);
  for (const { address } of (await addressRowsOf(change, contact.id)).filter(wentAlong)) {
    await change.putAddress(address, { deletedAt: undefined });
  }
  const afresh = { leftOn: undefined, pausedAt: undefined, pausedUntilOn: undefined, pauseReason: undefined };
  await change.patchContact(contact.id, { ...afresh, deletedAt: undefined, stage, trackedOn });
  await change.putAddress(row.address, { neverBadge: undefined });
  return contact.id;
}

function addressRowsOf({ db }: Change, contactId: Ulid): Promise<AddressRow[]> {
  return db.addresses.where('contactId').equals(contactId).toArray();
}

async function addNew(change: Change, name: string, address: Address | undefined, start: Start): Promise<Ulid> {
  const { context } = change;
  const { id } = await change.addContact({
    id: context.newId(),
    name,
    ...start,
    company: start.company ?? (address && companyOf(address)),
    accountId: start.accountId ?? (address && (await accountFor(change, address))),
    trackedOn: civilDate(context.now(), context.timeZone),
  });
  const fields = { role: 'own', via: undefined, neverBadge: undefined, deletedAt: undefined } as const;
  if (address) await change.putAddress(address, { contactId: id, ...fields });
  return id;
}

/** A contact typed in by hand; without an address it is found by name only. */
export function addContact(db: HoldfastDatabase, request: RequestOf<'addContact'>, context: ServiceContext) {
  return act(db, context, 'addContact', request.id, async (change) => {
    const name = request.name.trim();
    const mailbox = request.address?.trim() ? mailboxOf(request.address) : undefined;
    const own = ownKeys(change.settings, await db.mailboxes.toArray());
    if (mailbox && own.has(mailboxKey(mailbox.address))) throw new Refusal('errorBadRequest');
    const [known] = mailbox ? await lookUp(db, [mailbox.address]) : [];
    if (known) {
      return { said: { key: 'doneAlreadyTracked', values: [known.contact.name] }, contactIds: [known.contact.id] };
    }
    if (!name) throw new Refusal('errorBadRequest');
    const { stage, cadenceDays } = request;
    const company = request.company?.trim() || undefined;
    const revived = mailbox && (await revive(change, mailbox, stage));
    if (revived) await change.patchContact(revived, { name, ...(company && { company }) });
    const id = revived ?? (await addNew(change, name, mailbox?.address, { stage, cadenceDays, company }));
    return { said: { key: 'doneTrackedOne', values: [name] }, contactIds: [id] };
  });
}

/** Absent fields stay; `null` clears. A change of stage is an entry of the timeline too. */
export function editContact(db: HoldfastDatabase, request: RequestOf<'editContact'>, context: ServiceContext) {
  return act(db, context, 'editContact', request.id, async (change) => {
    const before = await change.contact(request.contactId);
    const name = request.name === undefined ? before.name : request.name.trim();
    if (!name) throw new Refusal('errorBadRequest');
    const { freshFromOn, stage = before.stage } = request;
    const today = civilDate(context.now(), context.timeZone);
    if (freshFromOn && !isPast(freshFromOn, today)) throw new Refusal('errorBadRequest');
    await change.patchContact(before.id, { ...editsIn(request), name, stage });
    if (stage !== before.stage) {
      const entry = { kind: 'stage', precision: 'instant', weight: 'weak', source: 'user', stage } as const;
      await change.append({ id: request.id, contactId: before.id, occurredAt: context.now(), ...entry });
    }
    return { said: { key: freshFromOn ? 'doneStartedFresh' : 'doneEdited', values: [name] }, contactIds: [before.id] };
  });
}

/** The fields to change, as they are stored. */
function editsIn(request: RequestOf<'editContact'>) {
  const { company, cadenceDays, tags, tier, facts, isCadencePinned, freshFromOn } = request;
  return {
    ...(company !== undefined && { company: company?.trim() || undefined }),
    ...(tags && { tags: tagsOf(tags) }),
    ...(tier !== undefined && { tier: tier ?? undefined }),
    ...(facts !== undefined && { facts: facts?.trim() || undefined }),
    ...(cadenceDays !== undefined && { cadenceDays: cadenceDays ?? undefined }),
    ...(isCadencePinned !== undefined && { isCadencePinned: isCadencePinned || undefined }),
    ...(freshFromOn !== undefined && { freshFromOn: freshFromOn ?? undefined }),
  };
}

function isPast(on: CalendarDate, today: CalendarDate): boolean {
  return isCalendarDate(on) && on <= today;
}

/** Each tag once, as first written. `undefined`: none. */
function tagsOf(texts: readonly string[]): readonly string[] | undefined {
  const tags = [...new Set(texts.map((tag) => tag.trim().replaceAll(/\s+/g, ' ')))].filter((tag) => tag !== '');
  return tags.length === 0 ? undefined : tags;
}

/** Silent until that day, or until they write. */
export function snooze(db: HoldfastDatabase, request: RequestOf<'snooze'>, context: ServiceContext) {
  return act(db, context, 'snooze', request.id, async (change) => {
    const contact = await change.contact(request.contactId);
    const { untilOn } = request;
    const today = todayBefore(untilOn, context);
    await change.patchContact(contact.id, { snoozedUntilOn: untilOn, snoozedAt: context.now() });
    const day = sayDay(untilOn, today, context.locale);
    return { said: { key: 'doneSnoozed', values: [day, firstName(contact.name)] }, contactIds: [contact.id] };
  });
}

/** Off every list and page. Rows stay as tombstones, so that undo and tracking again find them. */
export function untrack(db: HoldfastDatabase, request: RequestOf<'untrack'>, context: ServiceContext) {
  return act(db, context, 'untrack', request.id, async (change) => {
    const contact = await change.contact(request.contactId);
    const deletedAt = context.now();
    for (const row of await addressRowsOf(change, contact.id)) {
      if (row.deletedAt === undefined) await change.putAddress(row.address, { deletedAt });
    }
    await change.patchContact(contact.id, { deletedAt });
    return { said: { key: 'doneUntracked', values: [contact.name] }, contactIds: [contact.id] };
  });
}

/** The address is not this contact's: it goes, and with it what only this address had proved. */
export function wrongPerson(db: HoldfastDatabase, request: RequestOf<'wrongPerson'>, context: ServiceContext) {
  return act(db, context, 'wrongPerson', request.id, async (change) => {
    const contact = await change.contact(request.contactId);
    const address = addressOf(request.address);
    const row = await db.addresses.get(address);
    if (row?.contactId !== contact.id || row.deletedAt !== undefined) throw new Refusal('errorNotFound');
    await change.putAddress(address, { deletedAt: context.now() });
    // Replaced entries too: they would stand again when what replaced them goes.
    const proven = (await interactionsOf(db, contact.id)).filter(({ evidence }) => evidence?.address === address);
    for (const one of proven) await change.takeBack(one);
    await withdrawPromisesIn(change, contact.id, new Set(proven.map(({ id }) => id)));
    return { said: { key: 'doneWrongPerson', values: [address, contact.name] }, contactIds: [contact.id] };
  });
}

/** Mail with this address still counts; only its badge goes. */
export function neverBadge(db: HoldfastDatabase, request: RequestOf<'neverBadge'>, context: ServiceContext) {
  return act(db, context, 'neverBadge', request.id, async (change) => {
    const [known] = await lookUp(db, [addressOf(request.address)]);
    if (!known) throw new Refusal('errorNotFound');
    await change.putAddress(known.row.address, { neverBadge: true });
    return { said: { key: 'doneNeverBadge', values: [known.row.address] }, contactIds: [known.contact.id] };
  });
}
