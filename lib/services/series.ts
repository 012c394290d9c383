import { civilDate, isCalendarDate, isMonthDay, nextWorkingDay } from '@/lib/core/calendar';
import { sayDay } from '@/lib/core/day-words';
import type { FollowUp } from '@/lib/core/follow-up';
import type { CalendarDate, Contact } from '@/lib/core/model';
import type { Phrase } from '@/lib/core/phrase';
import { firstName } from '@/lib/core/wording';
import type { HoldfastDatabase } from '@/lib/db/database';
import type { ActReply, RequestOf } from '@/lib/messaging/protocol';
import { act } from './act';
import type { Change } from './change';
import { Refusal, type ServiceContext } from './context';
import { moveTo } from './recoveries';
import { callOff, daysOf, isRenewal, keepDays } from './series-days';

type Planned = RequestOf<'planSeries'>;

/**
 * The day on which prompts rest is set, moved or taken away; what was planned by the day before is off. Of a renewal it
 * may be because the customer went on with us, who is thanked the same day, or did not.
 */
export function planSeries(db: HoldfastDatabase, request: Planned, context: ServiceContext): Promise<ActReply> {
  return act(db, context, 'planSeries', request.id, async (change) => {
    const { id, kind, on, outcome } = request;
    const contact = await change.contact(request.contactId);
    const today = civilDate(context.now(), context.timeZone);
    if (on !== null && !isGood(kind, on, today)) throw new Refusal('errorBadRequest');
    await setDay(change, contact, kind, on ?? undefined);
    const days = on === null ? [] : daysOf({ kind, on }, change, today);
    const plans: FollowUpDay[] = kind === 'renewal' ? [...days] : days.slice(0, 1);
    if (outcome === 'extended') plans.unshift({ ...dayOfThanks(change, today), reason: 'extension-thanks' });
    else if (outcome) await moveTo(change, contact, outcome, id);
    await keepDays(change, contact.id, plans);
    return { said: saidOf(request, contact, plans[0], context), contactIds: [contact.id] };
  });
}

type FollowUpDay = Pick<FollowUp, 'dueOn' | 'channel' | 'reason' | 'forOn'>;

function saidOf(
  { on, outcome }: Planned,
  { name }: Contact,
  first: FollowUpDay | undefined,
  { now, timeZone, locale }: ServiceContext,
): Phrase {
  if (outcome === 'past') return { key: 'doneRenewalPast', values: [name] };
  if (outcome === 'at-risk') return { key: 'doneRenewalAtRisk', values: [name] };
  if (!first) return on === null ? { key: 'doneSeriesEnded' } : { key: 'doneEdited', values: [name] };
  const values = [sayDay(first.dueOn, civilDate(now(), timeZone), locale), firstName(name)];
  return { key: outcome ? 'doneRenewalExtended' : 'doneSeriesPlanned', values };
}

/** A renewal and a first review lie ahead or are today's. */
function isGood(kind: Planned['kind'], on: string, today: CalendarDate): boolean {
  return kind === 'renewal' || kind === 'review' ? isCalendarDate(on) && on >= today : isMonthDay(on);
}

/** The company renews, whoever there was asked for it; who belongs to none renews by himself. */
async function setDay(change: Change, contact: Contact, kind: Planned['kind'], on: string | undefined): Promise<void> {
  const { id, accountId } = contact;
  const account = kind === 'renewal' && accountId !== undefined ? await change.db.accounts.get(accountId) : undefined;
  if (account && account.deletedAt === undefined) {
    await callOff(change, await change.db.contacts.where('accountId').equals(account.id).primaryKeys(), isRenewal);
    await change.patchAccount(account.id, { renewsOn: on });
    return;
  }
  await callOff(change, [id], (one) => (kind === 'renewal' ? isRenewal(one) : one.reason === kind));
  const field = kind === 'renewal' ? 'renewsOn' : kind === 'review' ? 'reviewFromOn' : kind;
  await change.patchContact(id, Object.fromEntries([[field, on]]));
}

/** Somebody recommended us: thanked the same day, and whoever was recommended is written to the same day. */
export function setReferrer(
  db: HoldfastDatabase,
  request: RequestOf<'setReferrer'>,
  context: ServiceContext,
): Promise<ActReply> {
  return act(db, context, 'setReferrer', request.id, async (change) => {
    const { id, name, referredById: before } = await change.contact(request.contactId);
    const referrer = request.referrerId === null ? undefined : await change.contact(request.referrerId);
    if (referrer?.id === id) throw new Refusal('errorBadRequest');
    const saved = { said: { key: 'doneEdited', values: [name] }, contactIds: [id] } as const;
    if (before === referrer?.id) return saved;
    await callOff(change, [id], ({ reason }) => reason === 'referral-lead');
    const isThanks = ({ reason, aboutId }: FollowUp) => reason === 'referral-thanks' && aboutId === id;
    if (before) await callOff(change, [before], isThanks);
    await change.patchContact(id, { referredById: referrer?.id });
    if (!referrer) return saved;
    const today = civilDate(context.now(), context.timeZone);
    const day = dayOfThanks(change, today);
    await keepDays(change, referrer.id, [{ ...day, reason: 'referral-thanks', aboutId: id, about: name }]);
    await keepDays(change, id, [{ ...day, reason: 'referral-lead', aboutId: referrer.id, about: referrer.name }]);
    const values = [firstName(referrer.name), name, sayDay(day.dueOn, today, context.locale)];
    return { said: { key: 'doneReferrer', values }, contactIds: [id, referrer.id] };
  });
}

/** Today; on a day off the next one at work. */
function dayOfThanks({ settings }: Change, today: CalendarDate) {
  return { dueOn: nextWorkingDay(today, settings), channel: 'mail', forOn: today } as const;
}
