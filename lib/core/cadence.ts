import { addDays, civilDate, daysBetween, nextWorkingDay, startOfDay } from '@/lib/core/calendar';
import type { Clock } from '@/lib/core/clock';
import { gapsOf, linesOf } from '@/lib/core/lines';
import type { CalendarDate, Contact, ContactStatus, Instant, Interaction } from '@/lib/core/model';
import { owedReply } from '@/lib/core/owed';
import { couldFollow, counts, doubtAnsweredAtOnce, newestFirst, wasTried } from '@/lib/core/timeline';

/** The user's settings as far as they decide who is due. */
export interface Rules {
  readonly timeZone: string;
  /** Days off, 0 = Sunday … 6 = Saturday. */
  readonly weekend: readonly number[];
  /** Default cadence in days. */
  readonly cadenceDays: number;
  /** Fading line as a multiple of the cadence. */
  readonly fadingFactor: number;
  /** Working days after which their message counts as owed. */
  readonly owedAfterDays: number;
}

/** How a contact stands on one day, and why. */
export interface Standing {
  readonly status: ContactStatus;
  /** Overdue, fading and owed: days since `dueOn`. On track: days since the last contact. */
  readonly days?: number;
  readonly dueOn?: CalendarDate;
  /** Planned: silent until this day. */
  readonly untilOn?: CalendarDate;
  readonly reason: 'owed' | 'cadence' | 'retry' | 'snooze' | 'incident' | 'none';
  /** Higher is worse. */
  readonly rank: number;
  /** The cadence in force, in days. */
  readonly cadenceDays: number;
}

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

/** The interactions that stand: without voids and what they void. A void can itself be voided. */
export function inEffect(interactions: readonly Interaction[]): Interaction[] {
  const voiders = new Map<string, string[]>();
  for (const { id, voidsId } of interactions) {
    if (voidsId !== undefined) voiders.set(voidsId, [...(voiders.get(voidsId) ?? []), id]);
  }
  const stands = new Map<string, boolean>();
  for (let before = -1; before !== stands.size; ) {
    before = stands.size;
    for (const { id } of interactions) {
      const known = (voiders.get(id) ?? []).map((by) => stands.get(by));
      if (known.includes(true)) stands.set(id, false);
      else if (known.every((stood) => stood === false)) stands.set(id, true);
    }
  }
  // Entries that void each other in a ring stay undecided; they are kept, so that nothing is lost.
  return interactions.filter((one) => one.kind !== 'void' && (stands.get(one.id) ?? true));
}

/** What the interactions of a contact say about time; rebuilt after every change, never the truth itself. */
export function clockOf(contact: Contact, interactions: readonly Interaction[], rules: Rules): Clock {
  const live = doubtAnsweredAtOnce(inEffect(interactions)).sort(newestFirst);
  const counted = live.filter(counts);
  const last = counted[0];
  const from = last ? civilDate(last.occurredAt, rules.timeZone) : contact.trackedOn;
  const cadenceDays = contact.cadenceDays ?? rules.cadenceDays;
  const lines = linesOf(gapsOf(counted, rules.timeZone), from, cadenceDays, rules);
  const incidentAt = openIncident(live, rules)?.occurredAt;
  return {
    lastInAt: counted.find((one) => one.direction === 'in')?.occurredAt,
    lastOutAt: counted.find((one) => one.direction === 'out')?.occurredAt,
    lastContactAt: last?.occurredAt,
    lastContactId: last?.id,
    lastContactKind: last?.kind,
    lastContactDirection: last?.direction,
    threadUrl: counted.find((one) => one.evidence?.url !== undefined)?.evidence?.url,
    ...doubtOf(live, last),
    ...retryOf(live, counted, rules),
    owed: owedReply(live, interactions, rules),
    dueOn: nextWorkingDay(addDays(from, lines.dueAfterDays), rules.weekend),
    fadingOn: last && nextWorkingDay(addDays(from, lines.fadingAfterDays), rules.weekend),
    rhythmDays: lines.rhythmDays,
    usualDays: lines.usualDays,
    incidentAt,
    snoozedUntilOn: snoozeOf(contact, counted, incidentAt),
  };
}

/** Something went wrong, and no word of ours has followed yet. */
function openIncident(live: readonly Interaction[], rules: Rules): Interaction | undefined {
  const newest = live.find((one) => one.kind === 'incident');
  const ended = (one: Interaction) => counts(one) && one.direction !== 'in' && one.kind !== 'baseline';
  return newest && live.some((one) => ended(one) && couldFollow(one, newest, rules.timeZone)) ? undefined : newest;
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

/** After "tried, no answer" the contact comes back on the next working day, unless somebody was reached since. */
function retryOf(live: readonly Interaction[], counted: readonly Interaction[], rules: Rules): Partial<Clock> {
  const tried = live.find(wasTried);
  if (!tried) return {};
  const triedOn = civilDate(tried.occurredAt, rules.timeZone);
  // Of one day, what was known before the attempt was told is no answer to it.
  const isLater = (one: Interaction) =>
    civilDate(one.occurredAt, rules.timeZone) > triedOn || one.recordedAt > tried.recordedAt;
  if (counted.some((one) => isLater(one) && couldFollow(one, tried, rules.timeZone))) return {};
  return {
    retryOn: nextWorkingDay(addDays(triedOn, 1), rules.weekend),
    triedAt: tried.occurredAt,
    triedKind: tried.kind,
  };
}

/** A snooze ends when they write, and when something goes wrong. */
function snoozeOf(contact: Contact, counted: readonly Interaction[], incidentAt = 0): CalendarDate | undefined {
  const since = contact.snoozedAt ?? 0;
  const wrote = counted.some((one) => one.direction === 'in' && one.occurredAt > since);
  return wrote || incidentAt > since ? undefined : contact.snoozedUntilOn;
}

/** The instants at which a contact wants attention and starts fading; none for deleted and merged ones. */
export function attentionOf(
  contact: Contact,
  clock: Clock,
  rules: Rules,
): { readonly attentionAt?: Instant; readonly fadingAt?: Instant } {
  if (contact.deletedAt !== undefined || contact.mergedIntoId !== undefined) return {};
  const start = (on: CalendarDate | undefined) => (on === undefined ? Infinity : startOfDay(on, rules.timeZone));
  const silentUntil = clock.snoozedUntilOn === undefined ? -Infinity : start(clock.snoozedUntilOn);
  const wanted = Math.min(clock.incidentAt ?? Infinity, start(clock.owed?.dueOn), start(clock.retryOn ?? clock.dueOn));
  const triedAgain = clock.retryOn === undefined ? -Infinity : start(clock.retryOn);
  const fading = Math.max(start(clock.fadingOn), triedAgain, silentUntil);
  const attentionAt = Math.max(wanted, silentUntil);
  return {
    attentionAt: Number.isFinite(attentionAt) ? attentionAt : undefined,
    fadingAt: Number.isFinite(fading) ? fading : undefined,
  };
}

/** How the contact stands on that day. */
export function standingOf(contact: Contact, today: CalendarDate, rules: Rules): Standing {
  const cadenceDays = contact.cadenceDays ?? rules.cadenceDays;
  const found = statusOf(contact, today, rules);
  // The status decides; within one status the days do.
  const rank = (severity[found.status] + (found.reason === 'incident' ? 10 : 0)) * 10_000;
  return { ...found, rank: rank + Math.min(found.days ?? 0, 9_999), cadenceDays };
}

type Found = Omit<Standing, 'rank' | 'cadenceDays'>;

function statusOf(contact: Contact, today: CalendarDate, rules: Rules): Found {
  const { clock } = contact;
  if (contact.deletedAt !== undefined || contact.mergedIntoId !== undefined)
    return { status: 'paused', reason: 'none' };
  if (clock.snoozedUntilOn !== undefined && today < clock.snoozedUntilOn) {
    return { status: 'planned', untilOn: clock.snoozedUntilOn, reason: 'snooze' };
  }
  const owed = clock.owed && clock.owed.dueOn <= today ? clock.owed : undefined;
  const drift = driftOf(contact, today);
  if (clock.incidentAt !== undefined) {
    if (owed) return { status: 'reply-owed', ...since(owed.dueOn, today), reason: 'incident' };
    return drift ? { ...drift, reason: 'incident' } : { status: 'due', days: 0, dueOn: today, reason: 'incident' };
  }
  if (owed) return { status: 'reply-owed', ...since(owed.dueOn, today), reason: 'owed' };
  if (clock.retryOn !== undefined && today < clock.retryOn) {
    return { status: 'planned', untilOn: clock.retryOn, reason: 'retry' };
  }
  if (drift) return drift;
  if (clock.lastContactAt === undefined) return { status: 'unseen', dueOn: clock.dueOn, reason: 'none' };
  const lastOn = civilDate(clock.lastContactAt, rules.timeZone);
  return { status: 'on-track', days: Math.max(0, daysBetween(lastOn, today)), dueOn: clock.dueOn, reason: 'none' };
}

function since(dueOn: CalendarDate, today: CalendarDate): { days: number; dueOn: CalendarDate } {
  return { days: daysBetween(dueOn, today), dueOn };
}

/** Due, overdue or fading by the cadence or by an attempt to repeat; `undefined` while there is time. */
function driftOf({ clock }: Contact, today: CalendarDate): Found | undefined {
  const retry = clock.retryOn !== undefined && clock.retryOn <= today;
  const lines = [clock.dueOn, retry ? clock.retryOn : undefined].filter((on) => on !== undefined);
  const dueOn = lines.sort()[0];
  if (dueOn === undefined || today < dueOn) return undefined;
  const reason = retry ? 'retry' : 'cadence';
  if (clock.fadingOn !== undefined && clock.fadingOn <= today)
    return { status: 'fading', ...since(dueOn, today), reason };
  return { status: dueOn === today ? 'due' : 'overdue', ...since(dueOn, today), reason };
}
