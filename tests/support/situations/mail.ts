import { aLog, aMail, anEvidence } from '../rows';
import type { Situation } from './situation';

const old = aMail('2026-10-05 09:00', 'out');
const friday = aMail('2026-11-13 15:00', 'in', { id: 'friday' });
const weak = { weight: 'weak' } as const;
const doubtful = { weight: 'doubtful' } as const;
const monday = '2026-11-16 09:00';

/** Her mail waits, or does not. */
export const answers: readonly Situation[] = [
  { what: 'Marta wrote today', rows: [aMail('2026-11-20 09:00', 'in')] },
  { what: 'Marta wrote yesterday: the answer is due today', rows: [aMail('2026-11-19 09:00', 'in')] },
  { what: 'Marta has waited since last Friday', rows: [friday] },
  {
    what: 'The same, and the mail has a subject',
    rows: [aMail('2026-11-13 15:00', 'in', { evidence: anEvidence({ subject: 'Delivery in March' }) })],
  },
  { what: 'Marta wrote a second time', rows: [friday, aMail('2026-11-18 09:00', 'in')] },
  {
    what: 'A lead wrote ten minutes ago',
    contact: { stage: 'lead' },
    when: '2026-11-20 10:10',
    rows: [aMail('2026-11-20 10:00', 'in')],
  },
  {
    what: 'A lead has waited since the morning',
    contact: { stage: 'lead' },
    when: '2026-11-20 14:20',
    rows: [aMail('2026-11-20 10:00', 'in')],
  },
  {
    what: 'A lead wrote on Friday evening, seen on Saturday',
    contact: { stage: 'lead' },
    when: '2026-11-21 11:00',
    rows: [aMail('2026-11-20 19:00', 'in')],
  },
  {
    what: 'A lead wrote on Friday evening, seen on Monday',
    contact: { stage: 'lead' },
    when: '2026-11-23 12:30',
    rows: [aMail('2026-11-20 19:00', 'in')],
  },
  {
    what: 'A "thanks" mail, marked "No reply needed"',
    rows: [friday, aLog(monday, 'no-reply-needed', { aboutId: 'friday' })],
  },
  { what: 'Answered from the phone: only a row shows a newer mail', rows: [friday, aMail(monday, 'unknown')] },
  { what: 'A colleague answered', rows: [friday, aMail(monday, 'out', { ...weak, doubt: 'colleague' })] },
  {
    what: 'A colleague wrote, though nothing was asked',
    rows: [old, aMail(monday, 'out', { ...weak, doubt: 'colleague' })],
  },
  { what: 'Answered by a call', rows: [friday, aLog(monday, 'call')] },
  {
    what: 'Marta’s mail waits, and a call is planned',
    rows: [friday],
    plans: [{ id: 'p', contactId: 'c', dueOn: '2026-11-26', channel: 'call', madeAt: 1, updatedAt: 1, updatedBy: 'd' }],
  },
];

/** Mail that was seen and is no contact, or is not known to be one. */
export const uncounted: readonly Situation[] = [
  { what: 'A group mail to many', rows: [old, aMail(monday, 'out', { ...weak, doubt: 'mass-mail' })] },
  { what: 'Marta was in Cc only', rows: [old, aMail(monday, 'out', { ...weak, doubt: 'cc-only' })] },
  {
    what: 'The same, where Cc counts by the user’s rule',
    rules: { countsToo: ['cc-only'] },
    rows: [old, aMail(monday, 'out', { ...weak, doubt: 'cc-only' })],
  },
  { what: 'A calendar notice', rows: [old, aMail(monday, 'in', { ...weak, doubt: 'calendar-notice' })] },
  { what: 'An out-of-office answer', rows: [old, aMail(monday, 'in', { ...doubtful, doubt: 'auto-reply' })] },
  { what: 'A mail to a mailing list', rows: [old, aMail(monday, 'in', { ...doubtful, doubt: 'list-post' })] },
  {
    what: 'A contact form that names somebody else',
    rows: [old, aMail(monday, 'in', { ...doubtful, doubt: 'sender-unclear' })],
  },
  { what: 'A row in a list, never opened', rows: [old, aMail(monday, 'in', { ...doubtful, doubt: 'row-only' })] },
  { what: 'A row that does not show who wrote', rows: [old, aMail(monday, 'unknown')] },
  {
    what: 'A mail to Marta came back',
    rows: [old, aMail(monday, 'out'), aLog('2026-11-16 09:01', 'bounce', { source: 'page' })],
  },
  {
    what: 'Sent was last seen before Marta became due',
    rows: [old],
    coverage: { sentSeenAt: Date.UTC(2026, 9, 30), searchSeenAt: {} },
  },
  { what: 'Sent has never been seen', rows: [old], coverage: { searchSeenAt: {} } },
  {
    what: 'Sent is old, but the search for Marta was looked at today',
    rows: [old],
    coverage: {
      sentSeenAt: Date.UTC(2026, 9, 30),
      searchSeenAt: { '01JAAAAAAAAAAAAAAAAAAAAAAA': Date.UTC(2026, 10, 20) },
    },
  },
  {
    what: 'Marta wrote from a second address',
    rows: [
      old,
      aMail('2026-11-18 09:00', 'in', { evidence: anEvidence({ address: 'marta@home.example' }) }),
      aMail('2026-11-19 09:00', 'out', { evidence: anEvidence({ address: 'marta@home.example' }) }),
    ],
  },
  {
    what: 'Mail with Marta’s assistant',
    rows: [aMail('2026-11-18 09:00', 'out', { evidence: anEvidence({ address: 'jonas@agency.example' }) })],
    names: { assistants: new Map([['jonas@agency.example', 'Jonas Ek']]) },
  },
];
