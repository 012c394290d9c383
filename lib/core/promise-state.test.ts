import { describe, expect, it } from 'vitest';
import { anAccepted, aPromise } from '@/tests/support/promise-rows';
import { aLog, aMail, at, rules } from '@/tests/support/rows';
import { openFollowUps } from './follow-up';
import type { GivenPromise } from './given-promise';
import type { Interaction } from './model';
import { brokenPromises, offeredUntil, promisedChannel, promiseKey, promiseState } from './promise-state';

/** Promised on Tuesday the 24th for Friday the 27th; Monday the 30th is the working day after. */
const stateOn = (today: string, promise: GivenPromise, live: readonly Interaction[] = []) =>
  promiseState(promise, live, today, rules);
const itself = aMail('2026-11-24 09:00', 'out', { id: 'mail-of-promise' });
const sent = (wall: string) => aMail(wall, 'out');

describe('an offer', () => {
  it('stands for fourteen days, whatever happens, and then goes away', () => {
    expect(offeredUntil(at('2026-11-24 23:30'), rules.timeZone)).toBe('2026-12-08');
    expect(stateOn('2026-12-08', aPromise(), [sent('2026-11-27 10:00')])).toBe('offered');
    expect(stateOn('2026-12-09', aPromise())).toBe('lapsed');
  });

  it('that was declined is neither kept nor broken, ever', () => {
    const declined = aPromise({ answer: 'declined', offeredUntilOn: undefined });
    for (const today of ['2026-11-24', '2026-12-24']) expect(stateOn(today, declined)).toBe('declined');
    expect(brokenPromises([declined], [], undefined, rules)).toEqual([]);
  });
});

describe('an accepted promise', () => {
  it.each<[what: string, live: Interaction[], onFriday: string, onTuesday: string]>([
    ['nothing seen', [], 'accepted', 'broken'],
    ['only the mail that made it', [itself], 'accepted', 'broken'],
    ['a mail on its day', [itself, sent('2026-11-27 16:00')], 'kept', 'kept'],
    ['a call on the working day after', [itself, aLog('2026-11-30 10:00', 'call')], 'kept', 'kept'],
    ['a mail before its day, which may have been it', [itself, sent('2026-11-26 16:00')], 'accepted', 'accepted'],
    ['a mail too late', [itself, sent('2026-12-01 08:00')], 'accepted', 'broken'],
    ['a mail of theirs', [itself, aMail('2026-11-27 16:00', 'in')], 'accepted', 'broken'],
    ['a mail to many', [itself, aMail('2026-11-27 16:00', 'out', { weight: 'weak' })], 'accepted', 'broken'],
    ['the mail itself, dated a little later in Sent', [sent('2026-11-24 09:01')], 'accepted', 'broken'],
  ])('%s', (_what, live, onFriday, onTuesday) => {
    const days = ['2026-11-27', '2026-12-01'].map((today) => stateOn(today, anAccepted(), live));
    expect(days).toEqual([onFriday, onTuesday]);
    // Until a working day has passed, nothing is said.
    expect(stateOn('2026-11-30', anAccepted(), live)).not.toBe('broken');
  });

  it('for the day of the mail itself is not kept by that mail, however it was dated', () => {
    const today = anAccepted({ dueOn: '2026-11-24' });
    expect(stateOn('2026-11-26', today, [sent('2026-11-24 09:01')])).toBe('broken');
    expect(stateOn('2026-11-26', today, [aMail('2026-11-24', 'out')])).toBe('broken');
    expect(stateOn('2026-11-24', today, [sent('2026-11-24 15:00')])).toBe('kept');
  });

  it('is what the user says of it, against what was seen', () => {
    const touch = [itself, sent('2026-11-27 16:00')];
    const broken = anAccepted({ outcome: 'broken', settledAt: at('2026-11-27 17:00') });
    const kept = anAccepted({ outcome: 'kept', settledAt: at('2026-12-03 17:00') });
    expect(stateOn('2026-11-27', broken, touch)).toBe('broken');
    expect(stateOn('2026-12-24', kept)).toBe('kept');
  });
});

describe('a broken promise as a sign', () => {
  it('is told from the day on which it is one, for ninety days', () => {
    expect(brokenPromises([anAccepted()], [itself], undefined, rules)).toEqual([
      {
        promiseId: 'promise-1',
        about: 'send the quote',
        on: '2026-11-27',
        fromOn: '2026-12-01',
        untilOn: '2027-03-01',
      },
    ]);
  });

  it('says nothing new once a recovery was opened on its day or later', () => {
    const at27 = at('2026-11-27 18:00');
    expect(brokenPromises([anAccepted()], [], at27, rules)).toEqual([]);
    expect(brokenPromises([anAccepted()], [], at('2026-11-26 18:00'), rules)).toHaveLength(1);
  });

  it('is one of the five newest, and none that was withdrawn or only offered', () => {
    const many = Array.from({ length: 8 }, (_, n) => anAccepted({ id: `p${n}`, dueOn: `2026-11-1${n}` }));
    expect(brokenPromises(many.toReversed(), [], undefined, rules).map((one) => one.promiseId)).toEqual([
      'p3',
      'p4',
      'p5',
      'p6',
      'p7',
    ]);
    expect(brokenPromises([aPromise(), anAccepted({ deletedAt: 1 })], [], undefined, rules)).toEqual([]);
  });
});

it('the follow-up of a promise for today is not over by the mail that made it', () => {
  const madeAt = at('2026-11-24 09:00');
  const stamp = { updatedAt: 1, updatedBy: 'd' };
  const plan = { id: 'f', contactId: 'c', dueOn: '2026-11-24', channel: 'mail', madeAt, ...stamp } as const;
  const open = (promiseId: string | undefined, live: Interaction[]) =>
    openFollowUps([{ ...plan, promiseId }], live, rules.timeZone).length;
  expect(open('promise-1', [sent('2026-11-24 09:01')])).toBe(1);
  expect(open('promise-1', [sent('2026-11-24 15:00')])).toBe(0);
  expect(open(undefined, [sent('2026-11-24 09:01')])).toBe(0);
});

it('is one promise however it was put', () => {
  const key = (about: string, dueOn = '2026-11-27') => promiseKey('c', dueOn, about);
  expect(key('send the quote')).toBe(key('Send you our quote!'));
  expect(key('send the quote')).not.toBe(key('send the offer'));
  expect(key('send the quote')).not.toBe(key('send the quote', '2026-11-28'));
  expect(key('it')).not.toBe(key('you'));
});

it.each([
  ['call', 'call'],
  ['give a call back', 'call'],
  ['come by', 'meeting'],
  ['send the quote', 'mail'],
  ['comment on the draft', 'mail'],
])('“%s” is done by %s', (about, channel) => {
  expect(promisedChannel(about)).toBe(channel);
});
