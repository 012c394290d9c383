import { addDays, addWorkingDays, civilDate, type DaysOff } from '@/lib/core/calendar';
import { type Channel, isOurTouch, sameMailMs } from '@/lib/core/follow-up';
import type { BrokenPromise, GivenPromise } from '@/lib/core/given-promise';
import type { CalendarDate, Instant, Interaction, Ulid } from '@/lib/core/model';

/** `lapsed`: the offer was not answered in time. `accepted`: neither kept nor broken, as far as is known. */
export type PromiseState = 'offered' | 'lapsed' | 'declined' | 'accepted' | 'kept' | 'broken';

/** What decides when a promise is broken. */
export interface PromiseRules extends DaysOff {
  readonly timeZone: string;
}

/** An offer that is not answered for so many days goes away. */
const offerDays = 14;
/** A broken promise is a sign of danger for so many days. */
const signalDays = 90;

/** The last day on which a promise of that mail is offered. */
export function offeredUntil(madeAt: Instant, timeZone: string): CalendarDate {
  return addDays(civilDate(madeAt, timeZone), offerDays);
}

/** How a promise stands on that day. `live`: the contact's interactions that stand. */
export function promiseState(
  promise: GivenPromise,
  live: readonly Interaction[],
  today: CalendarDate,
  rules: PromiseRules,
): PromiseState {
  const { answer, offeredUntilOn = '' } = promise;
  if (answer === undefined) return today <= offeredUntilOn ? 'offered' : 'lapsed';
  if (answer === 'declined') return 'declined';
  if (isKept(promise, live, rules)) return 'kept';
  const fromOn = brokenFrom(promise, live, rules);
  return fromOn !== undefined && fromOn <= today ? 'broken' : 'accepted';
}

/**
 * Accepted promises that are broken or will be, unless something is seen, the newest last; at most five. Not those after
 * which a recovery was opened: that one tells more.
 */
export function brokenPromises(
  promises: readonly GivenPromise[],
  live: readonly Interaction[],
  recoveredAt: Instant | undefined,
  rules: PromiseRules,
): readonly BrokenPromise[] {
  const found = promises.flatMap((promise): BrokenPromise[] => {
    const { id, about, dueOn, answer, deletedAt } = promise;
    if (answer !== 'accepted' || deletedAt !== undefined || isKept(promise, live, rules)) return [];
    const fromOn = brokenFrom(promise, live, rules);
    if (fromOn === undefined) return [];
    if (recoveredAt !== undefined && civilDate(recoveredAt, rules.timeZone) >= dueOn) return [];
    return [{ promiseId: id, about, on: dueOn, fromOn, untilOn: addDays(fromOn, signalDays) }];
  });
  return found.sort((a, b) => (a.fromOn < b.fromOn || (a.fromOn === b.fromOn && a.on < b.on) ? -1 : 1)).slice(-5);
}

/** By the user's word, or by a touch of ours on its day or the working day after it. */
function isKept(promise: GivenPromise, live: readonly Interaction[], rules: PromiseRules): boolean {
  if (promise.outcome !== undefined) return promise.outcome === 'kept';
  const { dueOn } = promise;
  const lastOn = addWorkingDays(dueOn, 1, rules);
  return touchDays(promise, live, rules).some((on) => on >= dueOn && on <= lastOn);
}

/**
 * From which day on it counts as broken: the user said so, or a working day has passed after its day. `undefined`: a
 * touch of ours before its day may have been the thing itself; only the user can tell.
 */
function brokenFrom(
  promise: GivenPromise,
  live: readonly Interaction[],
  rules: PromiseRules,
): CalendarDate | undefined {
  const { outcome, settledAt, madeAt, dueOn } = promise;
  if (outcome === 'broken') return civilDate(settledAt ?? madeAt, rules.timeZone);
  if (touchDays(promise, live, rules).some((on) => on < dueOn)) return undefined;
  return addDays(addWorkingDays(dueOn, 1, rules), 1);
}

/** The days on which the user was in touch after the promise. The mail that made it is none of them. */
function touchDays({ madeAt }: GivenPromise, live: readonly Interaction[], { timeZone }: PromiseRules) {
  const madeOn = civilDate(madeAt, timeZone);
  return live
    .filter(isOurTouch)
    .filter(({ occurredAt, precision }) => {
      if (precision === 'day') return civilDate(occurredAt, timeZone) > madeOn;
      return occurredAt > madeAt + sameMailMs;
    })
    .map(({ occurredAt }) => civilDate(occurredAt, timeZone));
}

/** How what was promised is done, by its first word. */
export function promisedChannel(about: string): Channel {
  if (/^(?:call|phone|ring|give .{0,20}\b(?:call|ring))\b/i.test(about)) return 'call';
  if (/^(?:come|stop|drop|pop|visit|meet|be (?:there|on[- ]site))\b/i.test(about)) return 'meeting';
  return 'mail';
}

/** What makes two promises one: the same contact, day and thing, however it was put. To be hashed. */
export function promiseKey(contactId: Ulid, dueOn: CalendarDate, about: string): string {
  const thing = about
    .toLowerCase()
    .replace(/\b(?:the|an?|our|your|my|you|it|to|for)\b/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return JSON.stringify(['promise', contactId, dueOn, thing || about]);
}
