import { anAccepted } from '../promise-rows';
import { aLog, aMail, at } from '../rows';
import { aPlan, type Situation } from './situation';

const old = aMail('2026-10-05 09:00', 'out');
const long = aMail('2026-08-05 09:00', 'out');
const skips = ['2026-11-17', '2026-11-18', '2026-11-19'].map((on) => aLog(`${on} 09:00`, 'skip'));

const promising = aMail('2026-11-10 09:00', 'out');
const promised = anAccepted({ dueOn: '2026-11-13', madeAt: at('2026-11-10 09:00') });
const quote = aPlan('2026-11-13', { channel: 'mail', promiseId: promised.id, madeAt: promised.madeAt });

/** Silent by the user's own word, or asking because of it. */
export const plans: readonly Situation[] = [
  { what: 'A call is planned for next Thursday', rows: [old], plans: [aPlan('2026-11-26')] },
  { what: 'A meeting is planned in two weeks', rows: [old], plans: [aPlan('2026-12-04', { channel: 'meeting' })] },
  { what: 'A call is planned for today', rows: [old], plans: [aPlan('2026-11-20')] },
  { what: 'A mail is planned for today', rows: [old], plans: [aPlan('2026-11-20', { channel: 'mail' })] },
  { what: 'A call was planned for yesterday, and nothing was logged', rows: [old], plans: [aPlan('2026-11-19')] },
  {
    what: 'A meeting was planned for Tuesday, and nothing was logged',
    rows: [old],
    plans: [aPlan('2026-11-17', { channel: 'meeting' })],
  },
  { what: 'The planned call was logged', rows: [old, aLog('2026-11-19 10:00', 'call')], plans: [aPlan('2026-11-19')] },
  {
    what: 'Snoozed until Thursday',
    contact: { snoozedUntilOn: '2026-11-26', snoozedAt: at('2026-11-19 09:00') },
    rows: [old],
  },
  {
    what: 'Snoozed, but Marta wrote',
    contact: { snoozedUntilOn: '2026-11-26', snoozedAt: at('2026-11-16 09:00') },
    rows: [old, aMail('2026-11-18 09:00', 'in')],
  },
  {
    what: 'The prompt 60 days before a renewal is due today',
    rows: [old],
    plans: [aPlan('2026-11-20', { channel: 'mail', reason: 'renewal-60', forOn: '2027-01-19' })],
  },
  {
    what: 'The prompt 30 days before a renewal was due on Monday',
    rows: [old],
    plans: [aPlan('2026-11-16', { reason: 'renewal-30', forOn: '2026-12-16' })],
  },
  {
    what: 'They went on with us today',
    rows: [old],
    plans: [aPlan('2026-11-20', { channel: 'mail', reason: 'extension-thanks', forOn: '2026-11-20' })],
  },
  {
    what: 'Marta recommended us to Ann Lee',
    rows: [old],
    plans: [aPlan('2026-11-20', { channel: 'mail', reason: 'referral-thanks', forOn: '2026-11-20', about: 'Ann Lee' })],
  },
  {
    what: 'A lead whom Bo Ek recommended to us',
    contact: { stage: 'lead' },
    rows: [],
    plans: [aPlan('2026-11-20', { channel: 'mail', reason: 'referral-lead', forOn: '2026-11-20', about: 'Bo Ek' })],
  },
  {
    what: 'A quarterly review is next Thursday',
    rows: [old],
    plans: [aPlan('2026-11-26', { channel: 'meeting', reason: 'review', forOn: '2026-11-26' })],
  },
  {
    what: 'Her birthday is today',
    rows: [old],
    plans: [aPlan('2026-11-20', { channel: 'mail', reason: 'birthday', forOn: '2026-11-20' })],
  },
  {
    what: 'A quote was promised for Friday, and is remembered',
    when: '2026-11-11 09:00',
    rows: [promising],
    plans: [quote],
    promises: [promised],
  },
  {
    what: 'The same on the Monday after, and nothing was seen',
    when: '2026-11-16 18:00',
    rows: [promising],
    plans: [quote],
    promises: [promised],
  },
  {
    what: 'The same, and a working day has gone by',
    when: '2026-11-17 09:00',
    rows: [promising],
    plans: [quote],
    promises: [promised],
  },
  {
    what: 'The same, and a mail went out too late',
    rows: [promising, aMail('2026-11-18 09:00', 'out')],
    plans: [quote],
    promises: [promised],
  },
  { what: 'Skipped today', rows: [old, aLog('2026-11-20 09:00', 'skip')] },
  { what: 'Skipped three times in a row', rows: [old, ...skips] },
];

/** Away, paused or gone. */
export const away: readonly Situation[] = [
  {
    what: 'Paused until January, with a reason',
    contact: { pausedAt: 1, pausedUntilOn: '2027-01-11', pauseReason: 'Parental leave.' },
    rows: [old],
  },
  { what: 'Paused without an end', contact: { pausedAt: 1 }, rows: [old] },
  { what: 'The pause ended today', contact: { pausedAt: 1, pausedUntilOn: '2026-11-20' }, rows: [long] },
  { what: 'Paused, but Marta wrote and waits', contact: { pausedAt: 1 }, rows: [aMail('2026-11-18 09:00', 'in')] },
  { what: 'Marta left the company', contact: { leftOn: '2026-11-16' }, rows: [old] },
  {
    what: 'Marta left, and Nils follows',
    contact: { leftOn: '2026-11-16', successorId: '01JBBBBBBBBBBBBBBBBBBBBBBB' },
    rows: [old],
    names: { successor: 'Nils Berg' },
  },
  {
    what: 'Nils follows: the introduction is due',
    contact: { name: 'Nils Berg' },
    rows: [],
    plans: [aPlan('2026-11-20', { channel: 'mail', reason: 'introduction' })],
  },
  { what: 'Marked as lost', contact: { stage: 'lost' }, rows: [old] },
  {
    what: 'Won back, and written to yesterday',
    contact: { stage: 'won-back' },
    rows: [aMail('2026-11-19 09:00', 'out')],
  },
  {
    what: 'Back from two weeks of holidays: not yet due',
    rules: { away: [{ fromOn: '2026-11-02', toOn: '2026-11-15' }] },
    rows: [aMail('2026-10-12 09:00', 'out')],
  },
  {
    what: 'Back from two weeks of holidays: due a while after',
    rules: { away: [{ fromOn: '2026-11-02', toOn: '2026-11-15' }] },
    rows: [old],
  },
  {
    what: 'Back from holidays, and Marta has waited all the while',
    when: '2026-11-16 09:30',
    rules: { away: [{ fromOn: '2026-11-02', toOn: '2026-11-15' }] },
    rows: [aMail('2026-10-30 09:00', 'in')],
  },
  {
    what: 'The due day was a public holiday',
    when: '2026-11-20 09:00',
    rules: { holidays: ['2026-11-19'] },
    rows: [aMail('2026-10-20 09:00', 'out')],
  },
  { what: 'The due day was a Saturday', when: '2026-11-23 09:00', rows: [aMail('2026-10-22 09:00', 'out')] },
];
