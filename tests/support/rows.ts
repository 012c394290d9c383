import type { History, Rules } from '@/lib/core/cadence';
import { clockOf } from '@/lib/core/cadence';
import { addDays, atTime, startOfDay } from '@/lib/core/calendar';
import type { Contact, Evidence, Instant, Interaction } from '@/lib/core/model';
import { type Phrase, say } from '@/lib/core/phrase';
import { ruleDefaults } from '@/lib/core/settings';
import { type Now, standingOf } from '@/lib/core/standing';
import { messageText } from './i18n';

export const timeZone = 'Europe/Berlin';

export const rules: Rules = {
  ...ruleDefaults,
  timeZone,
  weekend: [0, 6],
  holidays: [],
};

/** The last moment of that day. */
export function endOf(today: string): Now {
  return { today, now: startOfDay(addDays(today, 1), timeZone) - 1 };
}

/** `at('2026-11-03 09:05')`: that wall time in Berlin. */
export function at(wall: string): Instant {
  const [on = '', time = '12:00'] = wall.split(' ');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return atTime(on, hours * 60 + minutes, timeZone);
}

/** A tracked customer of whom nothing was seen; its clock is derived from `interactions`. */
export function aContact(
  changes: Partial<Contact> = {},
  interactions: readonly Interaction[] = [],
  more: Partial<History> = {},
): Contact {
  const contact: Contact = {
    id: '01JAAAAAAAAAAAAAAAAAAAAAAA',
    name: 'Marta Lindqvist',
    stage: 'customer',
    trackedOn: '2026-10-01',
    clock: {},
    words: [],
    updatedAt: 1,
    updatedBy: 'device-1',
    ...changes,
  };
  return { ...contact, clock: clockOf(contact, historyOf(interactions, more), rules) };
}

/** A history of these interactions alone, unless more is given. */
export function historyOf(interactions: readonly Interaction[], more: Partial<History> = {}): History {
  return { interactions, followUps: [], recoveries: [], promises: [], ...more };
}

export function anEvidence(changes: Partial<Evidence> = {}): Evidence {
  return {
    site: 'gmail',
    view: 'thread',
    rule: 'test',
    origin: 'https://mail.google.com',
    mailbox: 'me@holdfast.example',
    address: 'marta@norrsken.example',
    role: 'from',
    dateOrigin: 'id',
    proof: 'recipients',
    ...changes,
  };
}

let made = 0;

/** A sighted mail that counts. `thread`: its thread id. */
export function aMail(
  wall: string,
  direction: 'in' | 'out' | 'unknown',
  changes: Partial<Interaction> = {},
): Interaction {
  made += 1;
  return {
    id: `mail-${made}`,
    contactId: '01JAAAAAAAAAAAAAAAAAAAAAAA',
    kind: 'mail',
    occurredAt: at(wall),
    precision: wall.includes(' ') ? 'instant' : 'day',
    direction,
    weight: direction === 'unknown' ? 'doubtful' : 'counts',
    ...(direction === 'unknown' ? { doubt: 'direction-unknown' } : {}),
    source: 'page',
    evidence: anEvidence({ threadId: 'thread-1', messageId: `message-${made}` }),
    recordedAt: at(wall) + made,
    recordedBy: 'device-1',
    ...changes,
  };
}

/** Something the user logged, at the moment it happened. */
export function aLog(wall: string, kind: Interaction['kind'], changes: Partial<Interaction> = {}): Interaction {
  made += 1;
  return {
    id: `log-${made}`,
    contactId: '01JAAAAAAAAAAAAAAAAAAAAAAA',
    kind,
    occurredAt: at(wall),
    precision: wall.includes(' ') ? 'instant' : 'day',
    weight: 'counts',
    source: 'user',
    recordedAt: at(wall) + made,
    recordedBy: 'device-1',
    ...changes,
  };
}

/** A phrase in English. */
export function english(phrase: Phrase): string {
  return say(phrase, messageText);
}

/** "overdue 12 cadence", as it stands on that day. */
export function stands(contact: Contact, today: string): string {
  const { status, days, reason, untilOn } = standingOf(contact, endOf(today), rules);
  return [status, days, reason, untilOn].filter((part) => part !== undefined).join(' ');
}
