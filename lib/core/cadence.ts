import { addDays, civilDate, daysBetween, nextWorkingDay, startOfDay } from '@/lib/core/calendar';
import type { CalendarDate, Clock, Contact, ContactStatus, Instant, Interaction } from '@/lib/core/model';

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

/** The interactions that stand: without voids and what they void. A void can itself be voided. */
export function inEffect(interactions: readonly Interaction[]): Interaction[] {
  const voiding = interactions.filter((one) => one.voidsId !== undefined);
  return interactions.filter((one) => one.kind !== 'void' && !voiding.some((by) => by.voidsId === one.id));
}

/** Days after the last contact at which a contact is due and starts fading. The seam for rhythm: today simply the cadence. */
export function linesOf(
  _history: readonly Interaction[],
  cadenceDays: number,
  fadingFactor: number,
): { readonly dueAfterDays: number; readonly fadingAfterDays: number } {
  return { dueAfterDays: cadenceDays, fadingAfterDays: Math.round(cadenceDays * fadingFactor) };
}

/** What the interactions of a contact say about time; rebuilt after every change. */
export function clockOf(contact: Contact, interactions: readonly Interaction[], rules: Rules): Clock {
  const last = inEffect(interactions)
    .filter((one) => one.weight === 'counts')
    .sort((a, b) => b.occurredAt - a.occurredAt)[0];
  const from = last ? civilDate(last.occurredAt, rules.timeZone) : contact.trackedOn;
  const lines = linesOf(interactions, contact.cadenceDays ?? rules.cadenceDays, rules.fadingFactor);
  return {
    lastContactAt: last?.occurredAt,
    lastContactId: last?.id,
    dueOn: nextWorkingDay(addDays(from, lines.dueAfterDays), rules.weekend),
    fadingOn: nextWorkingDay(addDays(from, lines.fadingAfterDays), rules.weekend),
  };
}

/** The instants at which a contact wants attention and starts fading; none for deleted and merged ones. */
export function attentionOf(
  contact: Contact,
  clock: Clock,
  rules: Rules,
): { readonly attentionAt?: Instant; readonly fadingAt?: Instant } {
  if (contact.deletedAt !== undefined || contact.mergedIntoId !== undefined) return {};
  return {
    attentionAt: clock.dueOn ? startOfDay(clock.dueOn, rules.timeZone) : undefined,
    fadingAt: clock.fadingOn ? startOfDay(clock.fadingOn, rules.timeZone) : undefined,
  };
}

/** How the contact stands on that day. */
export function standingOf(contact: Contact, today: CalendarDate, rules: Rules): Standing {
  const cadenceDays = contact.cadenceDays ?? rules.cadenceDays;
  const { dueOn } = contact.clock;
  const days = dueOn ? daysBetween(dueOn, today) : -1;
  const status: ContactStatus = days > 0 ? 'overdue' : days === 0 ? 'due' : 'on-track';
  return { status, days: Math.max(0, days), dueOn, reason: 'cadence', rank: Math.max(0, days), cadenceDays };
}
