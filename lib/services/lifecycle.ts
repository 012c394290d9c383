import { mailboxKey } from '@/lib/core/address';
import { addDays, civilDate, isCalendarDate, nextWorkingDay } from '@/lib/core/calendar';
import { sayDay } from '@/lib/core/day-words';
import type { Contact, Ulid } from '@/lib/core/model';
import { factsOf } from '@/lib/core/recovery-facts';
import { firstName } from '@/lib/core/wording';
import type { HoldfastDatabase } from '@/lib/db/database';
import type { ActReply, RequestOf } from '@/lib/messaging/protocol';
import { act } from './act';
import { ownCases } from './cases';
import type { Change } from './change';
import { trackAnew } from './contacts';
import { Refusal, type ServiceContext } from './context';
import { lookUp, mailboxOf, ownKeys } from './people';
import { handOverPlans } from './series-days';

/** Silent until that day, or until the user says so; what went wrong and what is owed still shows. */
export function pause(db: HoldfastDatabase, request: RequestOf<'pause'>, context: ServiceContext): Promise<ActReply> {
  return act(db, context, 'pause', request.id, async (change) => {
    const contact = await change.contact(request.contactId);
    const { untilOn: pausedUntilOn, reason } = request;
    const today = civilDate(context.now(), context.timeZone);
    if (pausedUntilOn !== undefined && (!isCalendarDate(pausedUntilOn) || pausedUntilOn <= today)) {
      throw new Refusal('errorBadRequest');
    }
    const fields = { pausedAt: context.now(), pausedUntilOn, pauseReason: reason?.trim() || undefined };
    await change.patchContact(contact.id, fields);
    const contactIds = [contact.id];
    if (pausedUntilOn === undefined) return { said: { key: 'donePaused', values: [contact.name] }, contactIds };
    const day = sayDay(pausedUntilOn, today, context.locale);
    return { said: { key: 'donePausedUntil', values: [contact.name, day] }, contactIds };
  });
}

/** Back in the rhythm: a pause ends, and so does "left the company". */
export function resume(db: HoldfastDatabase, request: RequestOf<'resume'>, context: ServiceContext): Promise<ActReply> {
  return act(db, context, 'resume', request.id, async (change) => {
    const contact = await change.contact(request.contactId);
    const paused = { pausedAt: undefined, pausedUntilOn: undefined, pauseReason: undefined };
    await change.patchContact(contact.id, { ...paused, leftOn: undefined, successorId: undefined });
    return { said: { key: 'doneResumed', values: [contact.name] }, contactIds: [contact.id] };
  });
}

/** The person is gone and the customer is not: history stays, and whoever follows is greeted on the next working day. */
export function leaveCompany(
  db: HoldfastDatabase,
  request: RequestOf<'leaveCompany'>,
  context: ServiceContext,
): Promise<ActReply> {
  return act(db, context, 'leaveCompany', request.id, async (change) => {
    const leaver = await change.contact(request.contactId);
    const today = civilDate(context.now(), context.timeZone);
    const leftOn = leaver.leftOn ?? today;
    if (!request.successor) {
      await change.patchContact(leaver.id, { leftOn });
      return { said: { key: 'doneLeft', values: [leaver.name] }, contactIds: [leaver.id] };
    }
    const successorId = await successorOf(change, leaver, request.successor);
    await change.patchContact(leaver.id, { leftOn, successorId });
    await handOver(change, leaver, await change.contact(successorId));
    const { name } = await change.contact(successorId);
    const dueOn = nextWorkingDay(addDays(today, 1), change.settings);
    const plan = { dueOn, channel: 'mail', reason: 'introduction', madeAt: context.now() } as const;
    await change.addFollowUp({ id: context.newId(), contactId: successorId, ...plan });
    const values = [leaver.name, firstName(name), sayDay(dueOn, today, context.locale)];
    return { said: { key: 'doneLeftTo', values }, contactIds: [leaver.id, successorId] };
  });
}

/** What is between the customer and us goes to whoever follows: what is to be put right, renewals, reviews. */
async function handOver(change: Change, leaver: Contact, { id, accountId, reviewFromOn }: Contact): Promise<void> {
  await change.patchContact(id, { reviewFromOn: reviewFromOn ?? leaver.reviewFromOn });
  await handOverPlans(change, leaver.id, id);
  for (const { recovery, events } of await ownCases(change.db, leaver.id)) {
    const isOpen = recovery.deletedAt === undefined && factsOf(recovery, events).closing === undefined;
    if (isOpen) await change.patchRecovery(recovery.id, { contactId: id, accountId });
  }
}

/** Whoever follows: a contact that is there already, by address or by name, else a new one of the same account. */
async function successorOf(
  change: Change,
  leaver: Contact,
  successor: NonNullable<RequestOf<'leaveCompany'>['successor']>,
): Promise<Ulid> {
  const { db, context, settings } = change;
  const name = successor.name.trim();
  const mailbox = successor.address?.trim() ? mailboxOf(successor.address) : undefined;
  if (mailbox && ownKeys(settings, await db.mailboxes.toArray()).has(mailboxKey(mailbox.address))) {
    throw new Refusal('errorBadRequest');
  }
  const { company, accountId, stage, tags, tier, cadenceDays } = leaver;
  const [found] = mailbox ? await lookUp(db, [mailbox.address]) : [];
  // An assistant's address becomes her own when she takes over.
  const known =
    found?.row.role === 'own' ? found.contact : mailbox ? undefined : await namesakeOf(change, leaver, name);
  if (known) {
    if (known.id === leaver.id || known.leftOn !== undefined) throw new Refusal('errorBadRequest');
    await change.patchContact(known.id, { accountId: known.accountId ?? accountId });
    return known.id;
  }
  const start = { company, accountId, stage, tags, tier, cadenceDays };
  if (mailbox) {
    const id = await trackAnew(change, { ...mailbox, name: name || mailbox.name }, start);
    if (accountId !== undefined) await change.patchContact(id, { accountId, company });
    return id;
  }
  if (!name) throw new Refusal('errorBadRequest');
  const trackedOn = civilDate(context.now(), context.timeZone);
  return (await change.addContact({ ...start, id: context.newId(), name, trackedOn })).id;
}

/** The living contact of that name in the leaver's account. */
async function namesakeOf(change: Change, { accountId, id }: Contact, name: string): Promise<Contact | undefined> {
  if (accountId === undefined) return undefined;
  const wanted = name.toLocaleLowerCase();
  const colleagues = await change.db.contacts.where('accountId').equals(accountId).toArray();
  return colleagues.find((one) => {
    const isAlive = one.deletedAt === undefined && one.mergedIntoId === undefined;
    return isAlive && one.id !== id && one.name.toLocaleLowerCase() === wanted;
  });
}
