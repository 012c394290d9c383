import type { Standing } from '@/lib/core/cadence';
import { addDays } from '@/lib/core/calendar';
import type { Reader } from '@/lib/core/explain';
import type { CalendarDate, Contact } from '@/lib/core/model';
import type { Phrase } from '@/lib/core/phrase';

/** The three parts of today's list. */
export type AgendaGroup = 'overdue' | 'today' | 'next';

/** One line of the list before it is drawn. */
export interface AgendaEntry {
  readonly contact: Contact;
  readonly standing: Standing;
}

/** The next step: one verb and its object. */
export interface Suggestion {
  readonly situation: Situation;
  readonly phrase: Phrase;
  /** What a click does: reply opens the thread, write a new mail, search the mail search; call logs one. */
  readonly act: 'apologise' | 'reply' | 'write' | 'call' | 'search' | 'check' | 'none';
  readonly interactionId?: string;
  /** The conversation to open. */
  readonly url?: string;
}
export type Situation = 'apology' | 'owed' | 'retry' | 'never-seen' | 'doubtful' | 'their-turn' | 'our-turn' | 'soon';

/** In which part of the list the contact stands; `undefined`: not on it. */
export function groupOf(contact: Contact, standing: Standing, today: CalendarDate): AgendaGroup | undefined {
  if (standing.status === 'overdue' || standing.status === 'fading') return 'overdue';
  if (standing.status === 'reply-owed') return (standing.days ?? 0) > 0 ? 'overdue' : 'today';
  if (standing.status === 'due') return 'today';
  const nextOn = standing.untilOn ?? contact.clock.dueOn;
  return nextOn && nextOn <= addDays(today, 7) ? 'next' : undefined;
}

/** The list in its order: worst first. */
export function sortAgenda<T extends AgendaEntry>(entries: readonly T[]): T[] {
  return [...entries].sort((a, b) => b.standing.rank - a.standing.rank);
}

/** The next step for a contact as it stands. */
export function suggest(_contact: Contact, _standing: Standing, _reader: Reader): Suggestion {
  return { situation: 'soon', phrase: { key: 'statusOnTrack' }, act: 'none' };
}
