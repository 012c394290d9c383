import type { Recovery, RecoveryCase, RecoveryEvent } from '@/lib/core/recovery';
import { anEvent, aRecovery, deeds, promised } from '../recovery-rows';
import { aMail } from '../rows';
import { aPlan, type Situation } from './situation';

const before = aMail('2026-11-16 09:00', 'out');
const opened = (wall: string, ...events: readonly RecoveryEvent[]): RecoveryCase[] => [
  { recovery: aRecovery(wall), events },
];
const changed = (wall: string, changes: Partial<Recovery>): RecoveryCase[] => [
  { recovery: aRecovery(wall, changes), events: [] },
];
const apologised = anEvent('2026-11-16 15:00', deeds.apologised);
const asked = anEvent('2026-11-17 09:30', deeds.asked);
const planned = anEvent('2026-11-17 09:40', deeds.planned);
const fixed = anEvent('2026-11-19 14:00', deeds.fixed);
const extra = anEvent('2026-11-19 14:05', deeds.extra);
const promise = (dueOn: string) => anEvent('2026-11-17 09:41', promised(dueOn));
const ok = anEvent('2026-11-20 09:00', deeds.ok);
const inStep = (...events: readonly RecoveryEvent[]) => opened('2026-11-16 10:00', apologised, ...events);

/** Something went wrong, and is being put right. */
export const recoveries: readonly Situation[] = [
  { what: 'Something went wrong today', rows: [before], cases: opened('2026-11-20 10:00'), when: '2026-11-20 10:05' },
  {
    what: 'Something went wrong today, and work is over',
    rows: [before],
    cases: opened('2026-11-20 18:30'),
    when: '2026-11-20 18:35',
  },
  {
    what: 'The same on Saturday: nothing is red',
    rows: [before],
    cases: opened('2026-11-20 18:30'),
    when: '2026-11-21 12:00',
  },
  {
    what: 'The same on Monday morning',
    rows: [before],
    cases: opened('2026-11-20 18:30'),
    when: '2026-11-23 09:10',
  },
  { what: 'No apology since Wednesday', rows: [before], cases: opened('2026-11-18 10:00') },
  {
    what: 'Something went wrong, and Marta’s mail waits too',
    rows: [aMail('2026-11-17 09:00', 'in')],
    cases: opened('2026-11-20 10:00'),
  },
  {
    what: 'The second failure within ninety days: nobody was named yet',
    rows: [before],
    cases: [
      ...changed('2026-11-20 10:00', { id: '01JR0000000000000000000002' }),
      ...opened('2026-10-01 10:00', anEvent('2026-10-02 10:00', deeds.lost)),
    ],
    when: '2026-11-20 10:05',
  },
  {
    what: 'Apologised today',
    rows: [before],
    cases: opened('2026-11-20 09:00', anEvent('2026-11-20 10:00', deeds.apologised)),
  },
  { what: 'Apologised, and not asked since how to put it right', rows: [before], cases: inStep() },
  { what: 'Asked; no plan yet', rows: [before], cases: inStep(asked) },
  { what: 'Planned; nobody said by when', rows: [before], cases: inStep(asked, planned) },
  {
    what: 'A fix is promised for Thursday',
    rows: [before],
    cases: inStep(asked, planned, promise('2026-11-26')),
    when: '2026-11-18 10:00',
  },
  {
    what: 'Half way to the promised fix',
    rows: [before],
    cases: inStep(asked, planned, promise('2026-11-26')),
    when: '2026-11-23 10:00',
  },
  {
    what: 'The fix is promised for today',
    rows: [before],
    cases: inStep(asked, planned, promise('2026-11-20')),
    when: '2026-11-20 10:00',
  },
  { what: 'The promised day has gone by', rows: [before], cases: inStep(asked, planned, promise('2026-11-18')) },
  { what: 'Fixed yesterday', rows: [before], cases: inStep(asked, planned, fixed) },
  { what: 'Fixed, and something extra given', rows: [before], cases: inStep(asked, planned, fixed, extra) },
  {
    what: 'Marta says that it is not OK',
    rows: [before],
    cases: inStep(asked, planned, fixed, extra, anEvent('2026-11-20 09:00', deeds.notOk)),
  },
  { what: 'Marta says that all is OK', rows: [before], cases: inStep(asked, planned, fixed, extra, ok) },
  {
    what: 'All six steps are done',
    rows: [before],
    cases: inStep(asked, planned, fixed, extra, ok, anEvent('2026-11-20 09:30', deeds.repeatAsked)),
  },
  {
    what: 'A recovery that can wait, and a call planned for today',
    rows: [before],
    cases: inStep(asked, planned, promise('2026-11-26')),
    plans: [aPlan('2026-11-18')],
    when: '2026-11-18 10:00',
  },
  {
    what: 'Lost, with a day to try again',
    rows: [before],
    contact: { stage: 'lost' },
    cases: opened('2026-11-16 10:00', anEvent('2026-11-17 10:00', deeds.lost)),
    plans: [aPlan('2026-11-20', { channel: 'mail', reason: 'try-again' })],
  },
  {
    what: 'A past customer, and a recovery with a colleague',
    rows: [aMail('2026-03-02 09:00', 'out')],
    contact: { stage: 'past', accountId: 'norrsken.example' },
    cases: changed('2026-11-20 10:00', { contactId: '01JBBBBBBBBBBBBBBBBBBBBBBB' }),
  },
];
