import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anEvent, aRecovery, deeds } from '@/tests/support/recovery-rows';
import { aContact, aLog, aMail, at, timeZone } from '@/tests/support/rows';
import { aPlan } from '@/tests/support/situations/situation';
import { isQuietInRecovery, openFollowUps, overtakes, type PlanReason } from './follow-up';
import type { Interaction } from './model';

const said = (wall: string, changes: Partial<Interaction> = {}) => aLog(wall, 'call', changes);
const day = (on: string, recorded: string) =>
  said(`${on} 12:00`, { precision: 'day', recordedAt: at(recorded) } as const);

describe('a plan of 25 October 2026, the night of which has an hour more', () => {
  const plan = aPlan('2026-10-25', { madeAt: at('2026-10-01 09:00') });
  it.each<[string, Interaction, boolean]>([
    ['a minute before the day', said('2026-10-24 23:59'), false],
    ['at its first minute', said('2026-10-25 00:00'), true],
    ['in the hour that comes twice', said('2026-10-25 02:30'), true],
    ['at its last minute', said('2026-10-25 23:59'), true],
    ['a day later', said('2026-10-26 00:00'), true],
    ['their own mail', aMail('2026-10-25 10:00', 'in'), false],
    ['a note', aLog('2026-10-25 10:00', 'note'), false],
    ['the user’s word for the last contact', aLog('2026-10-25 10:00', 'baseline'), false],
    ['an attempt', said('2026-10-25 10:00', { weight: 'weak', doubt: 'tried-no-answer' }), false],
  ])('%s', (_name, touch, expected) => expect(overtakes(touch, plan, timeZone)).toBe(expected));
});

describe('a plan for the day on which it is made, at eleven', () => {
  const plan = aPlan('2026-03-29', { madeAt: at('2026-03-29 11:00') });
  it.each<[string, Interaction, boolean]>([
    ['a call before it is what led to it', said('2026-03-29 09:00'), false],
    ['a call after it', said('2026-03-29 15:00'), true],
    [
      'a mail of nine that is seen after it',
      aMail('2026-03-29 09:00', 'out', { recordedAt: at('2026-03-29 16:00') }),
      false,
    ],
    ['a touch of that day, told before it', day('2026-03-29', '2026-03-29 10:00'), false],
    ['a touch of that day, told after it', day('2026-03-29', '2026-03-29 16:00'), true],
  ])('%s', (_name, touch, expected) => expect(overtakes(touch, plan, timeZone)).toBe(expected));
});

const reasons: readonly (PlanReason | undefined)[] = [
  undefined,
  'introduction',
  'try-again',
  'renewal-90',
  'renewal-30',
  'review',
  'extension-thanks',
  'referral-thanks',
  'referral-lead',
  'birthday',
  'anniversary',
];
const plans = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 28 }), fc.constantFrom(...reasons)), { maxLength: 6 })
  .map((all) =>
    all.map(([date, reason], index) => aPlan(`2026-12-${String(date).padStart(2, '0')}`, { id: `${index}`, reason })),
  );
const recovery = aRecovery('2026-11-18 09:00', { contactId: '01JBBBBBBBBBBBBBBBBBBBBBBB' });
const withdrawn = anEvent('2026-11-19 09:00', deeds.withdrawn);

it('while a recovery is open the next plan is the first that is not asked for business, and after it the first', () => {
  const nextOf = (followUps: typeof plans extends fc.Arbitrary<infer T> ? T : never, events: (typeof withdrawn)[]) =>
    aContact({}, [], { followUps, recoveries: [{ recovery, events }] }).clock.plan?.followUpId;
  fc.assert(
    fc.property(plans, (all) => {
      const open = openFollowUps(all, [], timeZone);
      expect(nextOf(all, [])).toBe(open.find((one) => !isQuietInRecovery(one))?.id);
      expect(nextOf(all, [withdrawn])).toBe(open[0]?.id);
    }),
  );
});
