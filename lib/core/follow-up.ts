import { civilDate } from '@/lib/core/calendar';
import type { Clock } from '@/lib/core/clock';
import type { SeriesKind } from '@/lib/core/follow-up-series';
import type { CalendarDate, Contact, Instant, Interaction, RowStamp, Ulid } from '@/lib/core/model';
import { counts } from '@/lib/core/timeline';

/** The mail of a promise may be dated a little later once it is seen in Sent. */
export const sameMailMs = 600_000;

/** How a follow-up is meant to happen. */
export type Channel = 'call' | 'meeting' | 'mail' | 'chat';

/**
 * `introduction`: somebody has taken over from a contact who left. `try-again`: to win back somebody who was lost.
 * `referral-lead`: somebody was recommended to us, `referral-thanks`: by this contact. `extension-thanks`: they went on
 * with us.
 */
export type PlanReason =
  | 'introduction'
  | 'try-again'
  | 'referral-lead'
  | 'referral-thanks'
  | 'extension-thanks'
  | SeriesKind;

/** A dated task about a contact. */
export interface FollowUp extends RowStamp {
  readonly id: Ulid;
  readonly contactId: Ulid;
  readonly dueOn: CalendarDate;
  readonly channel: Channel;
  readonly reason?: PlanReason;
  /** The day it is about: of the renewal, the birthday, the review as it was meant. `undefined`: about no day. */
  readonly forOn?: CalendarDate;
  /** Whom a referral is about, by the name at that time: the recommended one, or who recommended the contact. */
  readonly aboutId?: Ulid;
  readonly about?: string;
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
  readonly forOn?: CalendarDate;
  readonly about?: string;
}

/** The next open follow-up. `undefined`: nothing is planned. */
export function planOf(
  followUps: readonly FollowUp[],
  live: readonly Interaction[],
  timeZone: string,
): Plan | undefined {
  const [next] = openFollowUps(followUps, live, timeZone);
  if (!next) return undefined;
  const { id, dueOn, channel, reason, forOn, about } = next;
  return { followUpId: id, on: dueOn, channel, reason, forOn, about };
}

/**
 * Of somebody who is lost nothing is asked but what was planned for winning them back, and nothing for the sake of
 * business of anybody at whose company something has gone wrong.
 */
export function askedFor(
  { stage }: Pick<Contact, 'stage'>,
  followUps: readonly FollowUp[],
  { isSilenced }: Pick<Clock, 'isSilenced'>,
): readonly FollowUp[] {
  if (stage === 'lost') return followUps.filter(({ reason }) => reason === 'try-again');
  return isSilenced ? followUps.filter((one) => !isQuietInRecovery(one)) : followUps;
}

/** Whether an open recovery at the customer's silences it: prompts for renewal, referral and the days of the year. */
export function isQuietInRecovery({ reason }: Pick<FollowUp, 'reason'>): boolean {
  return /^(renewal|referral|birthday|anniversary)/.test(reason ?? '');
}

/** A touch of ours, or one of which it is not known whose it was: it may be what was planned. */
export function isOurTouch(one: Interaction): boolean {
  return counts(one) && one.kind !== 'baseline' && one.direction !== 'in';
}

/**
 * Whether that is the planned thing itself: a touch of ours on its day or later. What was before the plan was made, on
 * the same day, is what led to it.
 */
export function overtakes(one: Interaction, { dueOn, madeAt, promiseId }: FollowUp, timeZone: string): boolean {
  if (!isOurTouch(one)) return false;
  const { precision, occurredAt, recordedAt } = one;
  // The mail that made a promise for today does not keep it, however it was dated once it was seen in Sent.
  const before = promiseId !== undefined && precision === 'instant' ? madeAt + sameMailMs + 1 : madeAt;
  return civilDate(occurredAt, timeZone) >= dueOn && (precision === 'day' ? recordedAt : occurredAt) >= before;
}

/** Follow-ups neither done nor overtaken, earliest first. */
export function openFollowUps(
  followUps: readonly FollowUp[],
  live: readonly Interaction[],
  timeZone: string,
): readonly FollowUp[] {
  const happened = (plan: FollowUp) => live.some((one) => overtakes(one, plan, timeZone));
  const open = followUps.filter((one) => one.deletedAt === undefined && one.doneAt === undefined && !happened(one));
  return open.sort((a, b) => (a.dueOn < b.dueOn || (a.dueOn === b.dueOn && a.id < b.id) ? -1 : 1));
}
