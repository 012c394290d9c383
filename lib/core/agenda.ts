import { addDays, civilDate, daysBetween } from '@/lib/core/calendar';
import { type Reader, sayDay } from '@/lib/core/explain';
import type { CalendarDate, Contact, Instant } from '@/lib/core/model';
import type { MessageKey, Phrase } from '@/lib/core/phrase';
import type { Standing } from '@/lib/core/standing';
import { firstName } from '@/lib/core/wording';

/** The three parts of today's list. */
export type AgendaGroup = 'overdue' | 'today' | 'next';

/** One line of the list before it is drawn. */
export interface AgendaEntry {
  readonly contact: Contact;
  readonly standing: Standing;
}

/** How far the list looks ahead. */
const daysAhead = 7;

/** In which part of the list the contact stands; `undefined`: not on it. */
export function groupOf(contact: Contact, standing: Standing, today: CalendarDate): AgendaGroup | undefined {
  if (standing.reason === 'incident') return (standing.days ?? 0) > 0 ? 'overdue' : 'today';
  if (standing.status === 'overdue' || standing.status === 'fading') return 'overdue';
  if (standing.status === 'reply-owed') return (standing.days ?? 0) > 0 ? 'overdue' : 'today';
  if (standing.status === 'due') return 'today';
  const on = comingOn(contact, standing);
  return on !== undefined && on <= addDays(today, daysAhead) ? 'next' : undefined;
}

/** The day on which a contact that is quiet now will ask for attention. */
export function comingOn({ clock }: Contact, { untilOn, status }: Standing): CalendarDate | undefined {
  if (status === 'paused' || status === 'lost') return undefined;
  const days = [clock.owed?.dueOn, clock.dueOn].filter((on) => on !== undefined);
  // A snooze or plan only silences; it does not bring back who would not be due by then.
  const first = clock.retryOn ?? days.sort()[0];
  return first !== undefined && untilOn !== undefined && untilOn > first ? untilOn : first;
}

/** The list in its order: what went wrong, owed replies, then who is longest over by the own cadence; coming ones by day. */
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
      compareText(a.entry.contact.name, b.entry.contact.name) ||
      compareText(a.entry.contact.id, b.entry.contact.id),
  );
  return keyed.map(({ entry }) => entry);
}

function weightOf({ standing }: AgendaEntry): number {
  const days = standing.days ?? 0;
  if (standing.reason === 'incident') return 2e9 + days;
  if (standing.status === 'reply-owed') return 1e9 + days;
  const drifting = standing.status === 'due' || standing.status === 'overdue' || standing.status === 'fading';
  return drifting ? days / standing.cadenceDays : -1;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The situations that have a next step of their own. */
export type Situation =
  | 'went-wrong'
  | 'answer-owed'
  | 'tried-call'
  | 'tried-mail'
  | 'plan-ahead'
  | 'mail-to-check'
  | 'never-seen'
  | 'lead-silent'
  | 'fading-away'
  | 'they-wrote-last'
  | 'you-wrote-last'
  | 'after-call'
  | 'after-meeting'
  | 'after-chat'
  | 'on-track';

/** The next step: one verb and its object. */
export interface Suggestion {
  readonly situation: Situation;
  readonly phrase: Phrase;
  /** What a press does: `reply` and `check` open the conversation, `apologise` and `write` a mail, `search` the mail search, `call` the log. */
  readonly act: 'apologise' | 'reply' | 'write' | 'call' | 'search' | 'check' | 'none';
  readonly interactionId?: string;
  /** The conversation to open. */
  readonly url?: string;
}

interface Rule {
  readonly situation: Situation;
  readonly holds: (contact: Contact, standing: Standing) => boolean;
  readonly step: (contact: Contact, standing: Standing, reader: Reader) => Omit<Suggestion, 'situation'>;
}

/** The first that holds is the next step. The order is the product's: harm, promises, certainty, then habit. */
const rules: readonly Rule[] = [
  {
    situation: 'went-wrong',
    holds: (_contact, { reason }) => reason === 'incident',
    step: (contact) => ({ phrase: named('suggestApologise', contact), act: 'apologise', url: contact.clock.threadUrl }),
  },
  {
    situation: 'answer-owed',
    holds: ({ clock }, { status }) => status === 'reply-owed' || (clock.owed !== undefined && status !== 'planned'),
    step: ({ clock: { owed } }, _standing, reader) => ({
      phrase: answerPhrase(owed?.sinceAt ?? 0, reader),
      act: 'reply',
      interactionId: owed?.interactionId,
      url: owed?.url,
    }),
  },
  {
    situation: 'plan-ahead',
    holds: (_contact, { status }) => status === 'planned',
    step: (_contact, { untilOn = '' }, { today, locale }) => ({
      phrase: { key: 'suggestWait', values: [sayDay(untilOn, today, locale)] },
      act: 'none',
    }),
  },
  {
    situation: 'tried-call',
    holds: ({ clock }, { reason }) => reason === 'retry' && clock.triedKind === 'call',
    step: () => ({ phrase: { key: 'suggestCallAgain' }, act: 'call' }),
  },
  {
    situation: 'tried-mail',
    holds: (_contact, { reason }) => reason === 'retry',
    step: (contact) => ({ phrase: named('suggestWriteAgain', contact), act: 'write', url: contact.clock.threadUrl }),
  },
  {
    situation: 'mail-to-check',
    holds: ({ clock }) => clock.doubtfulId !== undefined,
    step: ({ clock }, _standing, reader) => ({
      phrase: dated('suggestCheckMail', clock.doubtfulAt, reader),
      act: 'check',
      interactionId: clock.doubtfulId,
      url: clock.doubtfulUrl,
    }),
  },
  {
    situation: 'never-seen',
    holds: ({ clock }) => clock.lastContactAt === undefined,
    step: () => ({ phrase: { key: 'suggestLookForMail' }, act: 'search' }),
  },
  {
    situation: 'on-track',
    holds: (_contact, { status }) => status === 'on-track',
    step: (contact) => ({ phrase: named('suggestWrite', contact), act: 'write', url: contact.clock.threadUrl }),
  },
  {
    situation: 'lead-silent',
    holds: ({ stage, clock }) => stage === 'lead' && clock.lastInAt === undefined && clock.lastContactKind === 'mail',
    step: (contact) => ({ phrase: named('suggestCallLead', contact), act: 'call' }),
  },
  {
    situation: 'fading-away',
    holds: (_contact, { status }) => status === 'fading',
    step: (contact) => ({ phrase: named('suggestAskHow', contact), act: 'write' }),
  },
  {
    situation: 'they-wrote-last',
    holds: ({ clock }) => clock.lastContactKind === 'mail' && clock.lastContactDirection === 'in',
    step: (contact) => ({ phrase: named('suggestWriteBack', contact), ...lastThread(contact) }),
  },
  {
    situation: 'you-wrote-last',
    holds: ({ clock }) => clock.lastContactKind === 'mail',
    step: (contact, _standing, reader) => ({
      phrase: dated('suggestFollowUpMail', contact.clock.lastContactAt, reader),
      ...lastThread(contact),
    }),
  },
  {
    situation: 'after-call',
    holds: ({ clock }) => clock.lastContactKind === 'call',
    step: ({ clock }, _standing, reader) => ({
      phrase: dated('suggestFollowUpCall', clock.lastContactAt, reader),
      act: 'write',
    }),
  },
  {
    situation: 'after-meeting',
    holds: ({ clock }) => clock.lastContactKind === 'meeting',
    step: ({ clock }, _standing, reader) => ({
      phrase: dated('suggestFollowUpMeeting', clock.lastContactAt, reader),
      act: 'write',
    }),
  },
];

/** The next step for a contact as it stands; always the same for the same contact and day. */
export function suggest(contact: Contact, standing: Standing, reader: Reader): Suggestion {
  const rule = rules.find(({ holds }) => holds(contact, standing));
  if (!rule) return { situation: 'after-chat', phrase: named('suggestWrite', contact), act: 'write' };
  return { situation: rule.situation, ...rule.step(contact, standing, reader) };
}

function named(key: MessageKey, { name }: Contact): Phrase {
  return { key, values: [firstName(name)] };
}

function dated(key: MessageKey, at: Instant | undefined, { timeZone, today, locale }: Reader): Phrase {
  return { key, values: [sayDay(civilDate(at ?? 0, timeZone), today, locale)] };
}

/** Into the conversation where its address is known, else a new mail. */
function lastThread({ clock }: Contact): Pick<Suggestion, 'act' | 'interactionId' | 'url'> {
  if (clock.threadUrl === undefined) return { act: 'write' };
  return { act: 'reply', interactionId: clock.lastContactId, url: clock.threadUrl };
}

function answerPhrase(at: Instant, { timeZone, today, locale }: Reader): Phrase {
  const on = civilDate(at, timeZone);
  const ago = daysBetween(on, today);
  if (ago <= 0) return { key: 'suggestAnswerToday' };
  if (ago === 1) return { key: 'suggestAnswerYesterday' };
  return { key: ago <= 6 ? 'suggestAnswerWeekday' : 'suggestAnswerDate', values: [sayDay(on, today, locale)] };
}
