import type { Rules } from '@/lib/core/cadence';
import { civilDate, daysBetween, startOfDay } from '@/lib/core/calendar';
import type { OwedReply } from '@/lib/core/clock';
import { type Coverage, type Unsure, unsureOf } from '@/lib/core/coverage';
import type { BrokenPromise } from '@/lib/core/given-promise';
import type { CalendarDate, Contact, ContactStatus, Instant } from '@/lib/core/model';
import { type OpenCase, type RecoveryStage, stageAt, wantsAt } from '@/lib/core/recovery-stage';

/** The moment for which something is said. */
export interface Now {
  readonly now: Instant;
  /** The civil date of `now` where the user is. */
  readonly today: CalendarDate;
  /** How far sent mail is known. `undefined`: no mailbox was seen yet, so nothing is doubted. */
  readonly coverage?: Coverage;
}

/** How a contact stands at one moment, and why. */
export interface Standing {
  readonly status: ContactStatus;
  /** Overdue, fading and owed: days since `dueOn`. On track: days since the last contact. */
  readonly days?: number;
  /** Owed since today by the hour: whole hours since then. */
  readonly hours?: number;
  readonly dueOn?: CalendarDate;
  /** Planned and paused: silent until this day. */
  readonly untilOn?: CalendarDate;
  readonly reason: Reason;
  /** What the open recovery asks for; set where that is the reason. */
  readonly stage?: RecoveryStage;
  /** Set while mail of the user's own that was not seen may make the claim wrong. */
  readonly unsure?: Unsure;
  /** A promise that was broken not long ago: a sign that the contact may be lost. */
  readonly broken?: BrokenPromise;
  /** Higher is worse. */
  readonly rank: number;
  /** The cadence by which days over are weighed; the default where the contact has none. */
  readonly cadenceDays: number;
}

/** `plan`: a follow-up of today or ahead. `plan-passed`: its day has gone by and nobody said what came of it. */
export type Reason =
  | 'owed'
  | 'cadence'
  | 'retry'
  | 'snooze'
  | 'skip'
  | 'plan'
  | 'plan-passed'
  | 'pause'
  | 'left'
  | 'recovery'
  | 'none';

const severity: Readonly<Record<ContactStatus, number>> = {
  'reply-owed': 7,
  fading: 6,
  overdue: 5,
  due: 4,
  planned: 3,
  unseen: 2,
  'on-track': 1,
  paused: 0,
  lost: 0,
};

/** Instants at which a contact asks for something; derived, and indexed in the database. */
export interface Attention {
  /** When it wants to be on the list. `undefined`: not by itself. */
  readonly attentionAt?: Instant;
  /** When it starts fading. */
  readonly fadingAt?: Instant;
  /** When it became what no daily budget holds back: a reply owed, or the next step of a recovery. */
  readonly urgentAt?: Instant;
}

/** The instants at which a contact wants attention; none for those who are gone. */
export function attentionOf(contact: Contact, rules: Rules): Attention {
  if (isGone(contact)) return {};
  const { clock } = contact;
  const start = (on: CalendarDate | undefined) => (on === undefined ? Infinity : startOfDay(on, rules.timeZone));
  const silent = (on: CalendarDate | undefined) => (on === undefined ? -Infinity : start(on));
  const snoozed = silent(clock.snoozedUntilOn);
  const resting = Math.max(silent(clock.skippedUntilOn), restOf(contact, start));
  const drift = Math.max(resting, start(driftsOn(contact)));
  const step = (clock.recovery && wantsAt(clock.recovery)) ?? Infinity;
  const urgent = Math.max(Math.min(step, isLost(contact) ? Infinity : (clock.owed?.dueAt ?? Infinity)), snoozed);
  const again = Math.max(resting, silent(clock.retryOn), snoozed);
  const fading = clock.plan || clock.recovery || isLost(contact) ? Infinity : Math.max(start(clock.fadingOn), again);
  return {
    attentionAt: finite(Math.max(Math.min(urgent, drift), snoozed)),
    fadingAt: finite(fading),
    urgentAt: finite(urgent),
  };
}

/** The day on which it wants attention by time: while a recovery is open, and of who is lost, only a plan does. */
function driftsOn(contact: Contact): CalendarDate | undefined {
  const { plan, recovery, retryOn, dueOn } = contact.clock;
  return plan?.on ?? (recovery || isLost(contact) ? undefined : (retryOn ?? dueOn));
}

function finite(at: Instant): Instant | undefined {
  return Number.isFinite(at) ? at : undefined;
}

/** A pause without an end is over when the user says so. */
function restOf({ pausedAt, pausedUntilOn }: Contact, start: (on: CalendarDate | undefined) => Instant): Instant {
  return pausedAt === undefined ? -Infinity : start(pausedUntilOn);
}

/** Nothing is asked of the user for these. */
function isGone({ deletedAt, mergedIntoId, leftOn }: Contact): boolean {
  return deletedAt !== undefined || mergedIntoId !== undefined || leftOn !== undefined;
}

/** Nothing is asked of the user but what was planned for winning them back, or what a recovery asks. */
function isLost({ stage }: Contact): boolean {
  return stage === 'lost';
}

/** How the contact stands at that moment. */
export function standingOf(contact: Contact, at: Now, rules: Rules): Standing {
  const cadenceDays = contact.clock.cadenceDays ?? rules.cadenceDays;
  const gone = goneOf(contact, at);
  const found = gone ?? urgentOf(contact, at) ?? quietOf(contact, at) ?? driftOf(contact, at);
  const { today } = at;
  const broken = gone
    ? undefined
    : contact.clock.promises?.findLast((one) => one.fromOn <= today && today < one.untilOn);
  const { status, reason, days = 0 } = found ?? restingOf(contact, at, rules);
  // The status decides; within one status the days do.
  const rank =
    (severity[status] + (reason === 'recovery' && status !== 'planned' ? 10 : 0)) * 10_000 + Math.min(days, 9_999);
  const unsure = found && unsureOf(contact, found, at.coverage, rules.timeZone);
  return {
    ...(found ?? restingOf(contact, at, rules)),
    ...(unsure ? { unsure } : {}),
    ...(broken ? { broken } : {}),
    rank,
    cadenceDays,
  };
}

type Found = Omit<Standing, 'rank' | 'cadenceDays' | 'unsure' | 'broken'>;

function goneOf(contact: Contact, { today }: Now): Found | undefined {
  const { deletedAt, mergedIntoId, leftOn, clock } = contact;
  if (deletedAt !== undefined || mergedIntoId !== undefined) return { status: 'paused', reason: 'none' };
  if (leftOn !== undefined) return { status: 'paused', reason: 'left' };
  const isAskedFor = clock.recovery || (clock.plan && clock.plan.on <= today);
  return isLost(contact) && !isAskedFor ? { status: 'lost', reason: 'none' } : undefined;
}

/** A snooze silences everything until they write; then come what a recovery asks for and what is owed. */
function urgentOf(contact: Contact, at: Now): Found | undefined {
  const { clock } = contact;
  const { today, now } = at;
  if (clock.snoozedUntilOn !== undefined && today < clock.snoozedUntilOn) {
    return { status: 'planned', untilOn: clock.snoozedUntilOn, reason: 'snooze' };
  }
  const owed = clock.owed && clock.owed.dueAt <= now && !isLost(contact) ? sinceOwed(clock.owed, at) : undefined;
  return clock.recovery ? recoveringOf(contact, clock.recovery, owed, at) : owed;
}

/** What an open recovery asks for: now, or on a day ahead. Until then only a plan for today goes before it. */
function recoveringOf(contact: Contact, recovery: OpenCase, owed: Found | undefined, at: Now): Found | undefined {
  const { today, now } = at;
  const stage = stageAt(recovery, now);
  const { state, dueOn = today } = stage;
  if (owed) return { ...owed, reason: 'recovery', stage };
  if (state !== 'open') {
    return { status: state, ...since(dueOn, today), reason: 'recovery', stage };
  }
  const { plan } = contact.clock;
  if (plan && plan.on <= today && !quietOf(contact, at)) return undefined;
  return { status: 'planned', untilOn: stage.dueOn, reason: 'recovery', stage };
}

function sinceOwed({ dueOn, dueAt, isByHour }: OwedReply, { now, today }: Now): Found {
  const days = daysBetween(dueOn, today);
  const hours = isByHour && days === 0 ? Math.floor((now - dueAt) / 3_600_000) : undefined;
  return { status: 'reply-owed', days, hours, dueOn, reason: 'owed' };
}

/** Silent by the user's own word: a pause, a plan, an attempt to repeat, a skip. */
function quietOf({ clock, pausedAt, pausedUntilOn }: Contact, { today }: Now): Found | undefined {
  const isAhead = (on: CalendarDate | undefined): on is CalendarDate => on !== undefined && today < on;
  if (pausedAt !== undefined && (pausedUntilOn === undefined || today < pausedUntilOn)) {
    return { status: 'paused', untilOn: pausedUntilOn, reason: 'pause' };
  }
  if (clock.plan && today < clock.plan.on) return { status: 'planned', untilOn: clock.plan.on, reason: 'plan' };
  if (isAhead(clock.skippedUntilOn)) return { status: 'planned', untilOn: clock.skippedUntilOn, reason: 'skip' };
  if (!clock.plan && isAhead(clock.retryOn)) return { status: 'planned', untilOn: clock.retryOn, reason: 'retry' };
  return undefined;
}

/** Due, overdue or fading by a plan, by an attempt to repeat or by the cadence; `undefined` while there is time. */
function driftOf({ clock }: Contact, { today }: Now): Found | undefined {
  const { plan } = clock;
  if (plan && plan.on <= today) {
    return { status: 'due', ...since(plan.on, today), reason: plan.on < today ? 'plan-passed' : 'plan' };
  }
  const retry = clock.retryOn !== undefined && clock.retryOn <= today;
  const lines = [clock.dueOn, retry ? clock.retryOn : undefined].filter((on) => on !== undefined);
  const dueOn = lines.sort()[0];
  if (plan || dueOn === undefined || today < dueOn) return undefined;
  const reason = retry ? 'retry' : 'cadence';
  if (clock.fadingOn !== undefined && clock.fadingOn <= today)
    return { status: 'fading', ...since(dueOn, today), reason };
  return { status: dueOn === today ? 'due' : 'overdue', ...since(dueOn, today), reason };
}

function restingOf({ clock }: Contact, { today }: Now, rules: Rules): Found {
  if (clock.lastContactAt === undefined) return { status: 'unseen', dueOn: clock.dueOn, reason: 'none' };
  const lastOn = civilDate(clock.lastContactAt, rules.timeZone);
  return { status: 'on-track', days: Math.max(0, daysBetween(lastOn, today)), dueOn: clock.dueOn, reason: 'none' };
}

function since(dueOn: CalendarDate, today: CalendarDate): { days: number; dueOn: CalendarDate } {
  return { days: daysBetween(dueOn, today), dueOn };
}
