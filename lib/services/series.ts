import { civilDate, isCalendarDate, isMonthDay, nextWorkingDay } from '@/lib/core/calendar';
import { sayDay } from '@/lib/core/day-words';
import type { CalendarDate, Contact, Ulid } from '@/lib/core/model';
import { firstName } from '@/lib/core/wording';
import type { HoldfastDatabase } from '@/lib/db/database';
import type { ActReply, RequestOf } from '@/lib/messaging/protocol';
import { act } from './act';
import type { Change } from './change';
import { Refusal, type ServiceContext } from './context';
import { moveTo } from './recoveries';
import { callOff, daysOf, isRenewal, keepDays } from './series-days';

type Kind = RequestOf<'planSeries'>['kind'];

/** The day on which prompts rest is set, moved or taken away; what was planned by the day before is off. */
export function planSeries(
  db: HoldfastDatabase,
  request: RequestOf<'planSeries'>,
  context: ServiceContext,
): Promise<ActReply> {
  return act(db, context, 'planSeries', request.id, async (change) => {
    const { kind, on } = request;
    const contact = await change.contact(request.contactId);
    const today = civilDate(context.now(), context.timeZone);
    const contactIds = [contact.id];
    if (on !== null && !isGood(kind, on, today)) throw new Refusal('errorBadRequest');
    await setDay(change, contact, kind, on ?? undefined);
    if (on === null) return { said: { key: 'doneSeriesEnded' }, contactIds };
    const days = daysOf({ kind, on }, change, today);
    await keepDays(change, contact.id, kind === 'renewal' ? days : days.slice(0, 1));
    const [first] = days;
    if (!first) return { said: { key: 'doneEdited', values: [contact.name] }, contactIds };
    const values = [sayDay(first.dueOn, today, context.locale), firstName(contact.name)];
    return { said: { key: 'doneSeriesPlanned', values }, contactIds };
  });
}

/** A renewal and a first review lie ahead or are today's. */
function isGood(kind: Kind, on: string, today: CalendarDate): boolean {
  if (kind === 'birthday' || kind === 'anniversary') return isMonthDay(on);
  return isCalendarDate(on) && on >= today;
}

async function setDay(change: Change, contact: Contact, kind: Kind, on: string | undefined): Promise<void> {
  if (kind === 'renewal') return setRenewal(change, contact, on);
  await callOff(change, [contact.id], ({ reason }) => reason === kind);
  if (kind === 'review') await change.patchContact(contact.id, { reviewFromOn: on });
  else if (kind === 'birthday') await change.patchContact(contact.id, { birthday: on });
  else await change.patchContact(contact.id, { anniversary: on });
}

/** The company renews, whoever there was asked for it; who belongs to none renews by himself. */
async function setRenewal(change: Change, { id, accountId }: Contact, renewsOn: string | undefined): Promise<void> {
  const account = accountId === undefined ? undefined : await change.db.accounts.get(accountId);
  if (!account || account.deletedAt !== undefined) {
    await callOff(change, [id], isRenewal);
    await change.patchContact(id, { renewsOn });
    return;
  }
  const everybody = await change.db.contacts.where('accountId').equals(account.id).primaryKeys();
  await callOff(change, everybody, isRenewal);
  await change.patchAccount(account.id, { renewsOn });
}

/** They go on with us and are thanked the same day, or they do not: the prompts of this renewal are over. */
export function answerRenewal(
  db: HoldfastDatabase,
  request: RequestOf<'answerRenewal'>,
  context: ServiceContext,
): Promise<ActReply> {
  return act(db, context, 'answerRenewal', request.id, async (change) => {
    const { id, outcome, nextOn } = request;
    const contact = await change.contact(request.contactId);
    const today = civilDate(context.now(), context.timeZone);
    const contactIds = [contact.id];
    if (nextOn !== undefined && !isGood('renewal', nextOn, today)) throw new Refusal('errorBadRequest');
    const isExtended = outcome === 'extended';
    await setRenewal(change, contact, isExtended ? nextOn : undefined);
    if (!isExtended) {
      await moveTo(change, contact, outcome, id);
      const key = outcome === 'past' ? 'doneRenewalPast' : 'doneRenewalAtRisk';
      return { said: { key, values: [contact.name] }, contactIds };
    }
    const dueOn = nextWorkingDay(today, change.settings);
    const thanks = { dueOn, channel: 'mail', reason: 'extension-thanks', forOn: today } as const;
    const prompts = nextOn === undefined ? [] : daysOf({ kind: 'renewal', on: nextOn }, change, today);
    await keepDays(change, contact.id, [thanks, ...prompts]);
    const thankOn = sayDay(dueOn, today, context.locale);
    return { said: { key: 'doneRenewalExtended', values: [firstName(contact.name), thankOn] }, contactIds };
  });
}

/** Somebody recommended us: thanked the same day, and whoever was recommended is written to the same day. */
export function setReferrer(
  db: HoldfastDatabase,
  request: RequestOf<'setReferrer'>,
  context: ServiceContext,
): Promise<ActReply> {
  return act(db, context, 'setReferrer', request.id, async (change) => {
    const contact = await change.contact(request.contactId);
    const contactIds = [contact.id];
    const referrer = request.referrerId === null ? undefined : await change.contact(request.referrerId);
    if (referrer?.id === contact.id) throw new Refusal('errorBadRequest');
    const saved = { said: { key: 'doneEdited', values: [contact.name] }, contactIds } as const;
    const { referredById: before } = contact;
    if (before === referrer?.id) return saved;
    await callOff(change, [contact.id, ...(before ? [before] : [])], (one) => isAboutReferral(one, contact.id, before));
    await change.patchContact(contact.id, { referredById: referrer?.id });
    if (!referrer) return saved;
    const today = civilDate(context.now(), context.timeZone);
    const dueOn = nextWorkingDay(today, change.settings);
    const plan = { dueOn, channel: 'mail', forOn: today } as const;
    const thanks = { ...plan, reason: 'referral-thanks', aboutId: contact.id, about: contact.name } as const;
    const hello = { ...plan, reason: 'referral-lead', aboutId: referrer.id, about: referrer.name } as const;
    await keepDays(change, referrer.id, [thanks]);
    await keepDays(change, contact.id, [hello]);
    const values = [firstName(referrer.name), contact.name, sayDay(dueOn, today, context.locale)];
    return { said: { key: 'doneReferrer', values }, contactIds: [contact.id, referrer.id] };
  });
}

interface AboutReferral {
  readonly reason?: string;
  readonly aboutId?: Ulid;
}

/** Thanks for this referral, or the prompt to write to whom that one recommended. */
function isAboutReferral({ reason, aboutId }: AboutReferral, contactId: Ulid, referrerId: Ulid | undefined): boolean {
  if (reason === 'referral-thanks') return aboutId === contactId;
  return reason === 'referral-lead' && aboutId === referrerId;
}
