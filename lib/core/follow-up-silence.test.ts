import { describe, expect, it } from 'vitest';
import { anEvent, aRecovery, deeds } from '@/tests/support/recovery-rows';
import { aContact, aMail, stands } from '@/tests/support/rows';
import { aPlan } from '@/tests/support/situations/situation';
import { isQuietInRecovery, type PlanReason } from './follow-up';
import type { Contact } from './model';

const recent = aMail('2026-11-10 09:00', 'out');
const recovery = aRecovery('2026-11-18 09:00', { contactId: '01JBBBBBBBBBBBBBBBBBBBBBBB' });
/** Something went wrong with a colleague of Marta's, and later was withdrawn. */
const opened = { recoveries: [{ recovery, events: [] }] };
const closed = { recoveries: [{ recovery, events: [anEvent('2026-11-19 09:00', deeds.withdrawn)] }] };

const marta: Partial<Contact> = { accountId: 'norrsken.example' };
const quiet: readonly PlanReason[] = [
  'renewal-90',
  'renewal-60',
  'renewal-30',
  'referral-thanks',
  'referral-lead',
  'birthday',
  'anniversary',
];
const asked: readonly PlanReason[] = ['introduction', 'review', 'extension-thanks'];
const planned = (reason: PlanReason | undefined, more: object, changes = marta) => {
  const plan = aPlan('2026-11-20', { reason, forOn: '2026-11-20' });
  return stands(aContact(changes, [recent], { followUps: [plan], ...more }), '2026-11-20');
};

describe('an open recovery of anybody at the account', () => {
  it.each(quiet)('silences the prompt %s, which comes back once it is closed', (reason) => {
    expect(planned(reason, opened)).toBe('on-track 10 none');
    expect(planned(reason, closed)).toBe('due 0 plan');
    expect(planned(reason, {})).toBe('due 0 plan');
  });

  it.each([undefined, ...asked])('leaves what is not asked for the sake of business: %s', (reason) => {
    expect(planned(reason, opened)).toBe('due 0 plan');
  });

  it('shows what else is planned behind a prompt that rests', () => {
    const followUps = [aPlan('2026-11-20', { reason: 'birthday' }), aPlan('2026-11-23', { id: 'later' })];
    const contact = aContact(marta, [recent], { followUps, ...opened });
    expect(contact.clock.plan).toMatchObject({ followUpId: 'later', on: '2026-11-23' });
  });

  it('silences the hello to a past customer, who is asked for again after it', () => {
    const past: Partial<Contact> = { ...marta, stage: 'past' };
    const long = [aMail('2026-03-02 09:00', 'out')];
    expect(stands(aContact(past, long, opened), '2026-11-20')).toBe('on-track 263 none');
    expect(stands(aContact(past, long, closed), '2026-11-20')).toBe('overdue 81 cadence');
    const customer = aContact({ ...past, stage: 'customer' }, long, opened);
    expect(stands(customer, '2026-11-20')).toMatch(/^fading/);
  });
});

it('of every reason it is settled whether it rests', () => {
  expect(quiet.every((reason) => isQuietInRecovery({ reason }))).toBe(true);
  expect([...asked, 'try-again' as const, undefined].some((reason) => isQuietInRecovery({ reason }))).toBe(false);
});
