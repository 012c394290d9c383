import { type Account, type CadenceInForce, type CadenceRules, cadenceInForce } from '@/lib/core/account';
import { type AwayPeriod, shiftedByAway } from '@/lib/core/away';
import { addDays, civilDate, daysBetween } from '@/lib/core/calendar';
import type { Clock } from '@/lib/core/clock';
import { type CountingRules, weakKinds, weighed } from '@/lib/core/counting';
import { askedFor, type FollowUp, planOf } from '@/lib/core/follow-up';
import type { GivenPromise } from '@/lib/core/given-promise';
import { inEffect } from '@/lib/core/in-effect';
import { gapsOf, linesOf } from '@/lib/core/lines';
import type { CalendarDate, Contact, Interaction, LifecycleStage } from '@/lib/core/model';
import { owedReply, settledIds } from '@/lib/core/owed';
import { brokenPromises } from '@/lib/core/promise-state';
import type { RecoveryCase } from '@/lib/core/recovery';
import { casesPart } from '@/lib/core/recovery-clock';
import { counts, doubtAnsweredAtOnce, wasTried, withoutUndelivered } from '@/lib/core/timeline';
import { couldFollow, newestFirst } from '@/lib/core/timeline-order';
import { nextDayAtWork, type WorkingTime } from '@/lib/core/working-time';

/** The user's settings as far as they decide who is due. */
export interface Rules extends WorkingTime, CadenceRules, CountingRules {
  /** Fading line as a multiple of the cadence. */
  readonly fadingFactor: number;
  /** Working days after which their message counts as owed. */
  readonly owedAfterDays: number;
  /** Working hours instead, for contacts of these stages. */
  readonly owedAfterHours: Readonly<Partial<Record<LifecycleStage, number>>>;
  /** However fast two people write, a silence of fewer working days than this is none. */
  readonly leastWorkingDays: number;
  readonly away: readonly AwayPeriod[];
}

/** Everything stored on which a contact's clock rests. */
export interface History {
  /** All of them, voided ones included. */
  readonly interactions: readonly Interaction[];
  readonly followUps: readonly FollowUp[];
  /** `undefined`: the contact belongs to none. */
  readonly account?: Account;
  /** Every recovery of the contact and of the others at its account. */
  readonly recoveries: readonly RecoveryCase[];
  /** Every promise to the contact. */
  readonly promises: readonly GivenPromise[];
}

/** What the history of a contact says about time; rebuilt after every change, never the truth itself. */
export function clockOf(contact: Contact, history: History, rules: Rules): Clock {
  const standing = inEffect(history.interactions).map((one) => weighed(one, rules));
  const live = withoutUndelivered(doubtAnsweredAtOnce(standing).sort(newestFirst));
  const counted = live.filter(counts);
  const last = counted[0];
  const cadence = cadenceInForce(contact, history.account, rules);
  const cases = casesPart(contact, history.recoveries, rules);
  return {
    lastInAt: counted.find((one) => one.direction === 'in')?.occurredAt,
    lastOutAt: counted.find((one) => one.direction === 'out')?.occurredAt,
    lastContactAt: last?.occurredAt,
    lastContactId: last?.id,
    lastContactKind: last?.kind,
    lastContactDirection: last?.direction,
    ...(last?.direction === 'in' && settledIds(live, history.interactions).has(last.id) ? { isLastSettled: true } : {}),
    threadUrl: counted.find((one) => one.evidence?.url !== undefined)?.evidence?.url,
    ...doubtOf(live, last),
    ...retryOf(contact, live, counted, rules),
    ...skipsOf(live, last, rules),
    ...newerThan(live, last),
    owed: owedReply(live, history.interactions, contact.stage, rules),
    plan: planOf(askedFor(contact, history.followUps, cases), live, rules.timeZone),
    accountTier: history.account?.tier,
    cadenceDays: cadence.days,
    cadenceFrom: cadence.from,
    cadenceOf: cadence.of,
    // Saying hello to a past customer is repeat business.
    ...(cases.isSilenced && contact.stage === 'past' ? {} : linesPart(contact, counted, cadence, rules)),
    ...cases,
    ...promisesPart(contact, history, live, rules),
    snoozedUntilOn: snoozeOf(contact, counted, cases.recovery?.openedAt),
  };
}

/** What was promised and not kept, as far as no recovery was opened for it. */
function promisesPart(
  { id }: Contact,
  { promises, recoveries }: History,
  live: readonly Interaction[],
  rules: Rules,
): Pick<Clock, 'promises'> {
  const own = recoveries.filter(({ recovery }) => recovery.contactId === id && recovery.deletedAt === undefined);
  const openedAt = own.reduce((newest, { recovery }) => Math.max(newest, recovery.openedAt), -Infinity);
  const found = brokenPromises(promises, live, Number.isFinite(openedAt) ? openedAt : undefined, rules);
  return found.length > 0 ? { promises: found } : {};
}

/** Due and fading days, moved off days away and days off, and not before a pause was over. */
function linesPart(contact: Contact, counted: readonly Interaction[], cadence: CadenceInForce, rules: Rules) {
  if (cadence.days === undefined) return {};
  const last = counted[0];
  const from = last ? civilDate(last.occurredAt, rules.timeZone) : contact.trackedOn;
  const { freshFromOn = '', pausedAt, pausedUntilOn = '', firstDueOn } = contact;
  const learnt = contact.isCadencePinned
    ? []
    : counted.filter((one) => civilDate(one.occurredAt, rules.timeZone) >= freshFromOn);
  const lines = linesOf(gapsOf(learnt, rules.timeZone), from, cadence.days, rules);
  const day = (days: number) => shiftedByAway(from, addDays(from, days), rules.away);
  const isSpread =
    firstDueOn !== undefined && counted.every((one) => one.kind === 'baseline' && one.source === 'import');
  const due = isSpread ? firstDueOn : day(lines.dueAfterDays);
  const late = pausedAt !== undefined && due < pausedUntilOn;
  const faded = late
    ? addDays(pausedUntilOn, lines.fadingAfterDays - lines.dueAfterDays)
    : [day(lines.fadingAfterDays), due].sort().at(-1);
  const dueFrom = late ? pausedUntilOn : due;
  const awayDays = late || isSpread ? 0 : daysBetween(addDays(from, lines.dueAfterDays), due);
  return {
    dueOn: nextDayAtWork(dueFrom, rules, rules.away),
    fadingOn: last && faded && nextDayAtWork(faded, rules, rules.away),
    ...movedPart({
      ...(late ? { pausedUntilOn } : {}),
      ...(awayDays > 0 ? { awayDays } : {}),
      ...(rules.holidays.includes(dueFrom) ? { holidayOn: dueFrom } : {}),
    }),
    rhythmDays: lines.rhythmDays,
    usualDays: lines.usualDays,
  };
}

function movedPart(moved: NonNullable<Clock['moved']>): Pick<Clock, 'moved'> {
  return Object.keys(moved).length > 0 ? { moved } : {};
}

/** Skips since the last contact; after the newest of them the contact rests until the next working day. */
function skipsOf(live: readonly Interaction[], last: Interaction | undefined, rules: Rules): Partial<Clock> {
  const skips = live.filter((one) => one.kind === 'skip' && (!last || one.occurredAt > last.occurredAt));
  const [newest] = skips;
  if (!newest) return {};
  const skippedOn = civilDate(newest.occurredAt, rules.timeZone);
  return { skips: skips.length, skippedUntilOn: nextDayAtWork(addDays(skippedOn, 1), rules, rules.away) };
}

/** What happened after the last contact and is none: a colleague's answer, a mail that came back, one that is weak. */
function newerThan(live: readonly Interaction[], last: Interaction | undefined): Partial<Clock> {
  const newer = live.filter((one) => !last || one.occurredAt >= last.occurredAt);
  const weak = newer.find(
    (one) => one.kind === 'mail' && one.weight === 'weak' && weakKinds.some((kind) => kind === one.doubt),
  );
  return {
    weak: weak?.doubt && { at: weak.occurredAt, doubt: weak.doubt },
    colleagueAt: newer.find((one) => one.doubt === 'colleague')?.occurredAt,
    bouncedAt: newer.find((one) => one.kind === 'bounce')?.occurredAt,
  };
}

function doubtOf(live: readonly Interaction[], last: Interaction | undefined): Partial<Clock> {
  const found = live.find((one) => one.kind === 'mail' && one.weight === 'doubtful' && !wasTried(one));
  if (!found || (last && last.occurredAt > found.occurredAt)) return {};
  return {
    doubtfulId: found.id,
    doubtfulAt: found.occurredAt,
    doubt: found.doubt,
    doubtfulUrl: found.evidence?.url,
  };
}

/** After "tried, no answer" the contact comes back on the next working day, or after a pause, unless somebody was reached since. */
function retryOf(
  { pausedAt, pausedUntilOn = '' }: Contact,
  live: readonly Interaction[],
  counted: readonly Interaction[],
  rules: Rules,
): Partial<Clock> {
  const tried = live.find(wasTried);
  if (!tried) return {};
  const triedOn = civilDate(tried.occurredAt, rules.timeZone);
  // Of one day, what was known before the attempt was told is no answer to it.
  const isLater = (one: Interaction) =>
    civilDate(one.occurredAt, rules.timeZone) > triedOn || one.recordedAt > tried.recordedAt;
  if (counted.some((one) => isLater(one) && couldFollow(one, tried, rules.timeZone))) return {};
  const next = addDays(triedOn, 1);
  const from = pausedAt !== undefined && next < pausedUntilOn ? pausedUntilOn : next;
  return {
    retryOn: nextDayAtWork(from, rules, rules.away),
    triedAt: tried.occurredAt,
    triedKind: tried.kind,
  };
}

/** A snooze ends when they write, and when something goes wrong. */
function snoozeOf(contact: Contact, counted: readonly Interaction[], wentWrongAt = 0): CalendarDate | undefined {
  const since = contact.snoozedAt ?? 0;
  const wrote = counted.some((one) => one.direction === 'in' && one.occurredAt > since);
  return wrote || wentWrongAt > since ? undefined : contact.snoozedUntilOn;
}
