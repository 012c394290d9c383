import { addDays, civilDate } from '@/lib/core/calendar';
import { type FollowUp, isOurTouch, overtakes } from '@/lib/core/follow-up';
import { type Series, type SeriesDay, seriesDays } from '@/lib/core/follow-up-series';
import type { CalendarDate, Contact, Interaction, Ulid } from '@/lib/core/model';
import type { Change } from './change';

/** Farther than from one day of a series that comes back to the next. */
const furthestNext = 400;

/** Neither done nor off; a touch of ours may have overtaken it. */
export function isOpen({ doneAt, deletedAt }: FollowUp): boolean {
  return doneAt === undefined && deletedAt === undefined;
}

/** One of the three prompts before a renewal. */
export function isRenewal({ reason }: Pick<FollowUp, 'reason'>): boolean {
  return reason?.startsWith('renewal') === true;
}

/** The contact's series that comes back. `undefined`: that reason has none, or not any more. */
function seriesOf(contact: Contact, kind: FollowUp['reason']): Series | undefined {
  if (kind !== 'review' && kind !== 'birthday' && kind !== 'anniversary') return undefined;
  const on = kind === 'review' ? contact.reviewFromOn : contact[kind];
  return on === undefined ? undefined : { kind, on };
}

/** The days of a series until some time after its own day and after today, in order. */
export function daysOf(series: Series, { settings }: Change, today: CalendarDate): readonly SeriesDay[] {
  // A day of every year, such as `02-29`, comes before every date.
  const [, fromOn = today] = [series.on, today].sort();
  return seriesDays(series, today, addDays(fromOn, furthestNext), settings);
}

type Plans = readonly Pick<FollowUp, 'dueOn' | 'channel' | 'reason' | 'forOn' | 'aboutId' | 'about'>[];

/** Plans these with the contact. */
export async function keepDays(change: Change, contactId: Ulid, plans: Plans): Promise<void> {
  const { context } = change;
  for (const plan of plans) {
    await change.addFollowUp({ id: context.newId(), contactId, ...plan, madeAt: context.now() });
  }
}

function plansOf({ db }: Change, contactId: Ulid): Promise<FollowUp[]> {
  return db.followUps.where('contactId').equals(contactId).toArray();
}

/** Prompts about the company go to whoever follows there; those about the person do not. */
export async function handOverPlans(change: Change, leaverId: Ulid, contactId: Ulid): Promise<void> {
  for (const one of await plansOf(change, leaverId)) {
    if (isOpen(one) && (isRenewal(one) || one.reason === 'review')) await change.patchFollowUp(one.id, { contactId });
  }
}

/** What comes after a follow-up that is settled: the next of its series, and no earlier prompt for the same renewal. */
export async function planNext(change: Change, settled: FollowUp, today: CalendarDate): Promise<void> {
  const { contactId, reason, forOn = '' } = settled;
  if (isRenewal(settled)) return callOff(change, [contactId], (one) => isRenewal(one) && one.dueOn < today);
  const contact = await change.db.contacts.get(contactId);
  const series = contact && contact.deletedAt === undefined ? seriesOf(contact, reason) : undefined;
  if (!series) return;
  const isLater = (one: Pick<FollowUp, 'reason' | 'forOn'>) => one.reason === reason && (one.forOn ?? '') > forOn;
  if ((await plansOf(change, contactId)).some((one) => one.deletedAt === undefined && isLater(one))) return;
  await keepDays(change, contactId, daysOf(series, change, today).filter(isLater).slice(0, 1));
}

/** A touch of ours overtakes what was planned until its day; what comes back is planned anew. */
export async function followSeries(change: Change, one: Interaction): Promise<void> {
  // Most of what a page reports is none: nothing is read for it.
  if (!isOurTouch(one)) return;
  const { now, timeZone } = change.context;
  for (const plan of await plansOf(change, one.contactId)) {
    const isOvertaken = isOpen(plan) && !isRenewal(plan) && overtakes(one, plan, timeZone);
    if (isOvertaken) await planNext(change, plan, civilDate(now(), timeZone));
  }
}

/** What is still open among the follow-ups of these contacts and meant is off. */
export async function callOff(
  change: Change,
  contactIds: readonly Ulid[],
  isMeant: (one: FollowUp) => boolean,
): Promise<void> {
  for (const contactId of contactIds) {
    for (const one of await plansOf(change, contactId)) {
      if (isOpen(one) && isMeant(one)) await change.patchFollowUp(one.id, { doneAt: change.context.now() });
    }
  }
}
