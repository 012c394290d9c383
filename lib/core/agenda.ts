import { addDays } from '@/lib/core/calendar';
import type { CalendarDate, Contact } from '@/lib/core/model';
import type { Standing } from '@/lib/core/standing';

/** The parts of today's list, in their order. */
export type AgendaGroup = 'recovery' | 'overdue' | 'today' | 'next';

/** One line of the list before it is drawn. */
export interface AgendaEntry {
  readonly contact: Contact;
  readonly standing: Standing;
}

/** How far the list looks ahead. */
const daysAhead = 7;

/** In which part of the list the contact stands; `undefined`: not on it. */
export function groupOf(contact: Contact, standing: Standing, today: CalendarDate): AgendaGroup | undefined {
  if (standing.reason === 'recovery') return standing.reason;
  if (standing.status === 'overdue' || standing.status === 'fading') return 'overdue';
  if (standing.status === 'reply-owed') return (standing.days ?? 0) > 0 ? 'overdue' : 'today';
  if (standing.status === 'due') return 'today';
  const on = comingOn(contact, standing);
  return on !== undefined && on <= addDays(today, daysAhead) ? 'next' : undefined;
}

/** What no daily budget holds back: a reply owed, and a recovery whose next step is due. */
export function isUrgent({ standing: { reason, status } }: Pick<AgendaEntry, 'standing'>): boolean {
  return status === 'reply-owed' || (reason === 'recovery' && status !== 'planned');
}

/** Does the contact want something today? */
export function isOfToday(entry: AgendaEntry, today: CalendarDate): boolean {
  const group = groupOf(entry.contact, entry.standing, today);
  return isUrgent(entry) || group === 'overdue' || group === 'today';
}

/** The day on which a contact that is quiet now will ask for attention. */
export function comingOn({ clock }: Contact, { untilOn, status, reason }: Standing): CalendarDate | undefined {
  if (reason === 'recovery') return untilOn;
  if (status === 'paused' || status === 'lost') return undefined;
  const days = [clock.owed?.dueOn, clock.dueOn].filter((on) => on !== undefined);
  // A snooze or plan only silences; it does not bring back who would not be due by then.
  const first = clock.retryOn ?? days.sort()[0];
  return first !== undefined && untilOn !== undefined && untilOn > first ? untilOn : first;
}

/**
 * The list in its order: recoveries, owed replies, the user's own dates, then who is longest over by the line in
 * force, of equal ones who matters most; coming ones by day.
 */
export function sortAgenda<T extends AgendaEntry>(entries: readonly T[]): T[] {
  const keyed = entries.map((entry) => ({
    entry,
    weight: weightOf(entry),
    on: comingOn(entry.contact, entry.standing) ?? '',
  }));
  keyed.sort(
    (a, b) =>
      b.weight - a.weight ||
      (a.weight < 0 ? compareText(a.on, b.on) : 0) ||
      tierOf(a.entry) - tierOf(b.entry) ||
      compareText(a.entry.contact.name, b.entry.contact.name) ||
      compareText(a.entry.contact.id, b.entry.contact.id),
  );
  return keyed.map(({ entry }) => entry);
}

function weightOf(entry: AgendaEntry): number {
  const { contact, standing } = entry;
  const days = standing.days ?? 0;
  if (standing.reason === 'recovery') return isUrgent(entry) ? 3e9 + days : -1;
  if (standing.status === 'reply-owed') return 2e9 + days + (standing.hours ?? 0) / 100;
  if (standing.reason === 'plan' || standing.reason === 'plan-passed') return 1e9 + days;
  const drifting = standing.status === 'due' || standing.status === 'overdue' || standing.status === 'fading';
  // Who is used to a word a week is missed after two, whatever the cadence says.
  return drifting ? days / (contact.clock.rhythmDays ?? standing.cadenceDays) : -1;
}

/** The own tier, else the account's. Who has none stands between those who matter and those who matter little. */
function tierOf({ contact }: AgendaEntry): number {
  return 'ab c'.indexOf(contact.tier ?? contact.clock.accountTier ?? ' ');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
