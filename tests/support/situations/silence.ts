import { aLog, aMail } from '../rows';
import { apart, type Situation } from './situation';

const out = (wall: string) => aMail(wall, 'out');
const old = aMail('2026-10-05 09:00', 'out');

/** In touch, or for too long not. */
export const silence: readonly Situation[] = [
  { what: 'Wrote to Marta two days ago', rows: [aMail('2026-11-18 09:00', 'out')] },
  {
    what: 'Marta wrote in the morning, and was answered in the afternoon',
    rows: [aMail('2026-11-18 09:00', 'in'), aMail('2026-11-18 15:00', 'out')],
  },
  { what: 'Logged a call', rows: [old, aLog('2026-11-19 10:00', 'call')] },
  { what: 'Logged a meeting of today', rows: [old, aLog('2026-11-20 10:00', 'meeting')] },
  { what: 'Logged a chat', rows: [aLog('2026-11-16 10:00', 'chat')] },
  { what: 'Only a note was added', rows: [old, aLog('2026-11-19 10:00', 'note')] },
  { what: 'Due today by the default cadence', rows: [aMail('2026-10-21 09:00', 'out')] },
  { what: 'Neglected: silent for longer than wanted', rows: [old] },
  {
    what: 'Neglected after Marta’s last word',
    rows: [
      aMail('2026-09-25 09:00', 'in', { id: 'hers' }),
      aLog('2026-09-25 10:00', 'no-reply-needed', { aboutId: 'hers' }),
    ],
  },
  { what: 'Neglected for a quarter', rows: [aMail('2026-08-05 09:00', 'out')] },
  { what: 'Neglected for more than a year', rows: [aMail('2025-08-05 09:00', 'out')] },
  { what: 'No history: tracked two weeks ago', contact: { trackedOn: '2026-11-06' }, rows: [] },
  { what: 'No history: tracked long ago, never seen since', contact: { trackedOn: '2026-10-01' }, rows: [] },
  {
    what: 'No history, tracked with a hundred others: first days are spread',
    contact: { trackedOn: '2026-11-09', firstDueOn: '2026-11-20' },
    rows: [],
  },
  { what: 'No history, but Marta was said to be in touch "this month"', rows: [aLog('2026-11-05', 'baseline')] },
  {
    what: 'Tried to call today, no answer',
    rows: [old, aLog('2026-11-20 09:00', 'call', { weight: 'weak', doubt: 'tried-no-answer' })],
  },
  {
    what: 'Tried to call yesterday, no answer',
    rows: [old, aLog('2026-11-19 09:00', 'call', { weight: 'weak', doubt: 'tried-no-answer' })],
  },
  {
    what: 'Wrote to Marta again today, no answer',
    rows: [old, aLog('2026-11-20 09:00', 'mail', { weight: 'weak', doubt: 'tried-no-answer' })],
  },
];

/** What the silence is measured by. */
export const measures: readonly Situation[] = [
  { what: 'Weekly mails, and ten days of silence', rows: apart('2026-11-10', [7, 7, 7], out) },
  { what: 'Weekly mails, and two weeks of silence', rows: apart('2026-11-06', [7, 7, 7, 7, 7, 7], out) },
  { what: 'Weekly mails, and three weeks of silence', rows: apart('2026-10-30', [7, 7, 7, 7, 7, 7], out) },
  { what: 'Daily mails, and a week of silence', rows: apart('2026-11-13', [1, 1, 1, 1, 1, 1, 1, 1], out) },
  { what: 'Days of talk and long silences alternate', rows: apart('2026-10-24', [1, 1, 1, 40, 1, 1, 45], out) },
  { what: 'One gap of a week is no habit, but counts', rows: apart('2026-10-30', [7], out) },
  { what: 'Every two months, while the default is a month', rows: apart('2026-10-14', [60, 60, 60, 60], out) },
  {
    what: 'Weekly mails, with the cadence pinned',
    contact: { isCadencePinned: true },
    rows: apart('2026-11-06', [7, 7, 7, 7], out),
  },
  {
    what: 'That was a project: started fresh',
    contact: { freshFromOn: '2026-11-06' },
    rows: apart('2026-11-06', [7, 7, 7, 7], out),
  },
  { what: 'A cadence of the contact’s own', contact: { cadenceDays: 14 }, rows: [aMail('2026-11-03 09:00', 'out')] },
  { what: 'The cadence of the account', account: { cadenceDays: 14 }, rows: [aMail('2026-11-03 09:00', 'out')] },
  {
    what: 'The cadence of the shortest of the tags',
    contact: { tags: ['vip', 'fair'] },
    rules: { tagCadences: { vip: 10, fair: 90 } },
    rows: [aMail('2026-11-03 09:00', 'out')],
  },
  { what: 'The cadence of leads', contact: { stage: 'lead' }, rows: [aMail('2026-11-11 09:00', 'out')] },
  { what: 'A past customer after half a year', contact: { stage: 'past' }, rows: [aMail('2026-05-18 09:00', 'out')] },
  { what: 'At risk, and silent', contact: { stage: 'at-risk' }, rows: [old] },
  { what: 'No cadence wanted', contact: { cadenceDays: 'none' }, rows: [aMail('2026-02-03 09:00', 'out')] },
];
