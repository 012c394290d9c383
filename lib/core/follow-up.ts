import { civilDate } from '@/lib/core/calendar';
import type { CalendarDate, Instant, Interaction, RowStamp, Ulid } from '@/lib/core/model';
import { counts } from '@/lib/core/timeline';

/** The mail of a promise may be dated a little later once it is seen in Sent. */
export const sameMailMs = 600_000;

/** How a follow-up is meant to happen. */
export type Channel = 'call' | 'meeting' | 'mail' | 'chat';

/** `introduction`: somebody has taken over from a contact who left. `try-again`: to win back somebody who was lost. */
export type PlanReason = 'introduction' | 'try-again';

/** A dated task about a contact. */
export interface FollowUp extends RowStamp {
  readonly id: Ulid;
  readonly contactId: Ulid;
  readonly dueOn: CalendarDate;
  readonly channel: Channel;
  readonly reason?: PlanReason;
  readonly note?: string;
  readonly madeAt: Instant;
  /** The promise it stands for; `madeAt` is then the moment of the mail that made it. */
  readonly promiseId?: string;
  /** The user said that it happened, or that it will not. */
  readonly doneAt?: Instant;
}

/** The next open follow-up of a contact, as its clock keeps it. */
export interface Plan {
  readonly followUpId: Ulid;
  readonly on: CalendarDate;
  readonly channel: Channel;
  readonly reason?: PlanReason;
}

/** The next open follow-up. `undefined`: nothing is planned. */
export function planOf(
  followUps: readonly FollowUp[],
  live: readonly Interaction[],
  timeZone: string,
): Plan | undefined {
  const [next] = openFollowUps(followUps, live, timeZone);
  return next && { followUpId: next.id, on: next.dueOn, channel: next.channel, reason: next.reason };
}

/** Follow-ups neither done nor overtaken, earliest first: a touch of ours on its day or later is the thing itself. */
export function openFollowUps(
  followUps: readonly FollowUp[],
  live: readonly Interaction[],
  timeZone: string,
): readonly FollowUp[] {
  const touches = live.filter((one) => counts(one) && one.kind !== 'baseline' && one.direction !== 'in');
  // The mail that made the promise for today does not keep it, however it was dated once it was seen in Sent.
  const isBefore = ({ promiseId, madeAt }: FollowUp, { precision, occurredAt }: Interaction) =>
    promiseId !== undefined && precision === 'instant' && occurredAt <= madeAt + sameMailMs;
  const happened = (plan: FollowUp) =>
    touches.some((one) => civilDate(one.occurredAt, timeZone) >= plan.dueOn && !isBefore(plan, one));
  const open = followUps.filter((one) => one.deletedAt === undefined && one.doneAt === undefined && !happened(one));
  return open.sort((a, b) => (a.dueOn < b.dueOn || (a.dueOn === b.dueOn && a.id < b.id) ? -1 : 1));
}
