import { addDays, civilDate } from '@/lib/core/calendar';
import type { FollowUp } from '@/lib/core/follow-up';
import { type Series, type SeriesDay, seriesDays } from '@/lib/core/follow-up-series';
import type { CalendarDate, Contact, Interaction, Ulid } from '@/lib/core/model';
import { counts } from '@/lib/core/timeline';
import type { Change } from './change';

type Reason = FollowUp['reason'];

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
function seriesOf({ reviewFromOn, birthday, anniversary }: Contact, reason: Reason): Series | undefined {
  if (reason === 'review') return reviewFromOn === undefined ? undefined : { kind: reason, firstOn: reviewFromOn };
  if (reason !== 'birthday' && reason !== 'anniversary') return undefined;
  const monthDay = reason === 'birthday' ? birthday : anniversary;
  return monthDay === undefined ? undefined : { kind: reason, monthDay };
}

/** The days of a series until some time after that day or after today, in order. */
export function daysOf(
  series: Series,
  { settings }: Change,
  today: CalendarDate,
  fromOn = today,
): readonly SeriesDay[] {
  const untilOn = addDays(fromOn > today ? fromOn : today, furthestNext);
  return seriesDays(series, { today, untilOn, off: settings });
}

/** Keeps days of a series as follow-ups of the contact. */
export async function keepDays(
  change: Change,
  contactId: Ulid,
  days: readonly SeriesDay[],
  about: Pick<FollowUp, 'aboutId' | 'about'> = {},
): Promise<void> {
  const madeAt = change.context.now();
  for (const { kind: reason, dueOn, forOn, channel } of days) {
    await change.addFollowUp({
      id: change.context.newId(),
      contactId,
      dueOn,
      channel,
      reason,
      forOn,
      ...about,
      madeAt,
    });
  }
}

/** Prompts about the company go to whoever follows there; those about the person do not. */
export async function handOverPlans(change: Change, leaverId: Ulid, contactId: Ulid): Promise<void> {
  for (const one of await change.db.followUps.where('contactId').equals(leaverId).toArray()) {
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
  const rows = await change.db.followUps.where('contactId').equals(contactId).toArray();
  const isLater = (one: Pick<FollowUp, 'forOn'>) => (one.forOn ?? '') > forOn;
  if (rows.some((one) => one.deletedAt === undefined && one.reason === reason && isLater(one))) return;
  await keepDays(change, contactId, daysOf(series, change, today).filter(isLater).slice(0, 1));
}

/** A touch of ours overtakes what was planned until its day; what comes back is planned anew. */
export async function followSeries(change: Change, one: Interaction): Promise<void> {
  if (!counts(one) || one.direction === 'in' || one.kind === 'baseline') return;
  const { now, timeZone } = change.context;
  const on = civilDate(one.occurredAt, timeZone);
  const rows = await change.db.followUps.where('contactId').equals(one.contactId).toArray();
  const overtaken = rows.filter((row) => isOpen(row) && row.dueOn <= on && !isRenewal(row));
  for (const row of overtaken) await planNext(change, row, civilDate(now(), timeZone));
}

/** Takes what is still open among the follow-ups of these contacts off the list. */
export async function callOff(
  change: Change,
  contactIds: readonly Ulid[],
  isMeant: (one: FollowUp) => boolean,
): Promise<void> {
  const rows = await change.db.followUps
    .where('contactId')
    .anyOf([...contactIds])
    .toArray();
  for (const one of rows) {
    if (isOpen(one) && isMeant(one)) await change.patchFollowUp(one.id, { doneAt: change.context.now() });
  }
}
