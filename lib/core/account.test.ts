import { describe, expect, it } from 'vitest';
import { aContact, aMail, english, historyOf, rules, stands } from '@/tests/support/rows';
import { type Account, cadenceInForce } from './account';
import { clockOf } from './cadence';
import type { Contact, LifecycleStage } from './model';
import { attentionOf } from './standing';
import { cadencePhrase } from './wording';

const norrsken: Account = {
  id: 'norrsken.example',
  name: 'Norrsken',
  domains: ['norrsken.example'],
  updatedAt: 1,
  updatedBy: 'device-1',
};
const some = {
  ...rules,
  stageCadences: { lead: 7, past: 180, 'at-risk': 'none' },
  tagCadences: { vip: 10, slow: 90, quiet: 'none' },
} as const;
const told = (changes: Partial<Contact>, account?: Account) => {
  const contact = { ...aContact(), ...changes };
  const clock = clockOf(contact, historyOf([aMail('2026-11-03 09:00', 'out')], { account }), some);
  return `${english(cadencePhrase(clock, 'en-GB'))} | ${clock.dueOn}`;
};

describe('the cadence in force: contact, account, shortest tag, stage, default', () => {
  it.each<[string, Partial<Contact>, Account | undefined, string]>([
    ['nobody set one', {}, norrsken, 'Every 30 days | 2026-12-03'],
    ['the stage', { stage: 'lead' }, norrsken, 'Every 7 days, by the stage | 2026-11-10'],
    [
      'a tag before the stage',
      { stage: 'lead', tags: ['vip'] },
      norrsken,
      'Every 10 days, by the tag vip | 2026-11-13',
    ],
    [
      'the shortest of the tags',
      { tags: ['slow', 'vip', 'quiet'] },
      undefined,
      'Every 10 days, by the tag vip | 2026-11-13',
    ],
    ['a tag without a cadence says nothing', { tags: ['gold'] }, undefined, 'Every 30 days | 2026-12-03'],
    [
      'the account before tags',
      { tags: ['vip'] },
      { ...norrsken, cadenceDays: 14 },
      'Every 14 days, as for Norrsken | 2026-11-17',
    ],
    [
      'the contact before all',
      { cadenceDays: 1, tags: ['vip'] },
      { ...norrsken, cadenceDays: 14 },
      'Every day | 2026-11-04',
    ],
    [
      'none at the contact',
      { cadenceDays: 'none' },
      { ...norrsken, cadenceDays: 14 },
      'No reminders by time | undefined',
    ],
    [
      'none at the account',
      { tags: ['vip'] },
      { ...norrsken, cadenceDays: 'none' },
      'No reminders by time | undefined',
    ],
    ['none at the only tag', { tags: ['quiet'] }, norrsken, 'No reminders by time | undefined'],
    ['none at the stage', { stage: 'at-risk' }, norrsken, 'No reminders by time | undefined'],
  ])('%s', (_what, changes, account, expected) => expect(told(changes, account)).toBe(expected));

  it('names whose it is', () => {
    const from = (changes: Partial<Contact>, account?: Account) =>
      cadenceInForce({ ...aContact(), ...changes }, account, some);
    expect(from({ cadenceDays: 5 })).toEqual({ days: 5, from: 'contact' });
    expect(from({}, { ...norrsken, cadenceDays: 'none' })).toEqual({
      days: undefined,
      from: 'account',
      of: 'Norrsken',
    });
    expect(from({ tags: ['slow'] })).toEqual({ days: 90, from: 'tag', of: 'slow' });
    expect(from({ stage: 'past' })).toEqual({ days: 180, from: 'stage' });
    expect(from({})).toEqual({ days: 30, from: 'default' });
  });
});

describe('without a cadence', () => {
  it('nobody is ever due by time, whatever the silence', () => {
    const contact = aContact({ cadenceDays: 'none' }, [aMail('2024-11-03 09:00', 'out')]);
    expect(attentionOf(contact, rules)).toEqual({});
    expect(stands(contact, '2026-11-20')).toBe('on-track 747 none');
    expect(stands(aContact({ cadenceDays: 'none' }), '2026-11-20')).toBe('unseen none');
  });

  it('an answer is still owed', () => {
    const contact = aContact({ cadenceDays: 'none' }, [aMail('2026-11-13 15:00', 'in')]);
    expect(stands(contact, '2026-11-18')).toBe('reply-owed 2 owed');
  });
});

describe('a cadence that the user set is never made later by the history', () => {
  const slow = ['2026-05-03', '2026-07-03', '2026-09-03', '2026-11-03'].map((on) => aMail(`${on} 09:00`, 'out'));
  it.each<[string, Partial<Contact>, Partial<Account>]>([
    ['contact', { cadenceDays: 20 }, {}],
    ['account', {}, { cadenceDays: 20 }],
    ['pinned', { cadenceDays: 20, isCadencePinned: true }, {}],
  ])('%s', (_whose, changes, account) => {
    const contact = aContact(changes, slow, { account: { ...norrsken, ...account } });
    expect(contact.clock.dueOn).toBe('2026-11-23');
  });
});

describe('the rhythm of the history', () => {
  const weekly = ['2026-10-13', '2026-10-20', '2026-10-27', '2026-11-03'].map((on) => aMail(`${on} 09:00`, 'out'));
  it.each<[string, Partial<Contact>, string, number | undefined]>([
    ['makes it earlier', {}, '2026-11-16', 11],
    ['not where the cadence is pinned', { isCadencePinned: true }, '2026-12-03', undefined],
    ['not from before a fresh start', { freshFromOn: '2026-11-01' }, '2026-12-03', undefined],
    ['only from after a fresh start', { freshFromOn: '2026-10-20' }, '2026-11-16', 13],
  ])('%s', (_what, changes, dueOn, rhythmDays) => {
    expect(aContact(changes, weekly).clock).toMatchObject({ dueOn, rhythmDays });
  });

  it.each<LifecycleStage>(['lead', 'new', 'customer', 'at-risk', 'won-back', 'past'])(
    'counts for stage %s too',
    (stage) => {
      const { clock } = aContact({ stage }, weekly);
      expect(clock.dueOn && clock.dueOn <= '2027-05-02').toBe(true);
    },
  );
});
