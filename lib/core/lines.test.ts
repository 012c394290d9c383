import { describe, expect, it } from 'vitest';
import { aContact, aLog, aMail, rules, stands, timeZone } from '@/tests/support/rows';
import { clockOf } from './cadence';
import { addDays } from './calendar';
import { cadenceToOffer, gapsOf, linesOf } from './lines';
import type { Interaction } from './model';

/** Mails of ours, the last on Friday 2026-11-20, with these gaps before it, oldest first. */
function mailsApart(...gaps: number[]): Interaction[] {
  let on = '2026-11-20';
  const days = gaps.toReversed().map((gap) => {
    on = addDays(on, -gap);
    return on;
  });
  return ['2026-11-20', ...days].map((day) => aMail(`${day} 09:00`, 'out'));
}

describe('gapsOf', () => {
  it.each<[string, Interaction[], number[]]>([
    ['no contact', [], []],
    ['one contact', [aMail('2026-11-03 09:00', 'out')], []],
    ['two', [aMail('2026-11-10 09:00', 'in'), aMail('2026-11-03 09:00', 'out')], [7]],
    [
      'several on one day',
      [aMail('2026-11-03 08:00', 'in'), aMail('2026-11-03 09:00', 'out'), aLog('2026-11-04', 'call')],
      [1],
    ],
    ['a minute over midnight', [aMail('2026-11-03 23:59', 'out'), aMail('2026-11-04 00:00', 'out')], [1]],
    ['a change of the clock', [aMail('2026-10-24 23:30', 'out'), aMail('2026-10-26 00:30', 'out')], [2]],
    [
      'of a "last in touch" nothing is learnt',
      [
        aMail('2026-08-03 09:00', 'out'),
        aLog('2026-10-01', 'baseline'),
        aMail('2026-11-03 09:00', 'out'),
        aMail('2026-11-10 09:00', 'out'),
      ],
      [7],
    ],
    [
      'unless a contact of that day proves it',
      [aMail('2026-11-03 09:00', 'out'), aLog('2026-11-10', 'baseline'), aMail('2026-11-10 15:00', 'out')],
      [7],
    ],
  ])('%s', (_what, counted, gaps) => expect(gapsOf(counted, timeZone)).toEqual(gaps));

  it('learns only from what counts', () => {
    const weekly = mailsApart(7, 7, 7);
    const asIt = clockOf(aContact(), weekly, rules);
    const extra = [
      aMail('2026-11-15 09:00', 'out', { weight: 'weak', doubt: 'mass-mail' }),
      aMail('2026-11-16 09:00', 'unknown'),
      aLog('2026-11-17 09:00', 'note'),
      aLog('2026-11-18 09:00', 'call', { weight: 'weak', doubt: 'tried-no-answer' }),
    ];
    expect(clockOf(aContact(), [...weekly, ...extra], rules)).toMatchObject({ rhythmDays: asIt.rhythmDays });
    const counted = clockOf(aContact(), [...weekly, aLog('2026-11-17 09:00', 'call')], rules);
    expect(counted.rhythmDays).not.toBe(asIt.rhythmDays);
  });
});

describe('linesOf', () => {
  const friday = '2026-11-20';
  it.each<[string, number[], number, number, number]>([
    ['no gap: the cadence and its double', [], 30, 30, 60],
    ['one week', [7], 30, 18, 42],
    ['three weeks', [7, 7, 7], 30, 11, 19],
    ['a year of weeks', Array<number>(52).fill(7), 30, 9, 11],
    ['bursts', [1, 1, 1, 40, 1, 1, 45], 30, 24, 58],
    ['slower than wanted: the cadence stands', [90, 90, 90], 30, 30, 60],
    ['as wanted: the cadence stands', Array<number>(20).fill(30), 30, 30, 44],
    ['daily: three working days of silence, six to fading', Array<number>(20).fill(1), 30, 5, 10],
    ['a cadence under three working days stands', Array<number>(20).fill(1), 2, 2, 4],
    ['a long cadence is given up slowly', Array<number>(9).fill(7), 365, 66, 158],
    ['but is', Array<number>(20).fill(7), 365, 10, 12],
  ])('%s', (_what, gaps, cadenceDays, dueAfterDays, fadingAfterDays) => {
    expect(linesOf(gaps, friday, cadenceDays, rules)).toMatchObject({ dueAfterDays, fadingAfterDays });
  });

  it('says when it was the rhythm that decided', () => {
    expect(linesOf([7, 7, 7], friday, 30, rules).rhythmDays).toBe(11);
    expect(linesOf([90, 90, 90], friday, 30, rules).rhythmDays).toBeUndefined();
    expect(linesOf([], friday, 30, rules).rhythmDays).toBeUndefined();
  });

  it.each<[string, number[], number | undefined]>([
    ['two gaps are none', [7, 7], undefined],
    ['three are', [7, 7, 7], 7],
    ['the middle one of an odd number', [5, 9, 7, 6, 8], 7],
    ['the middle of the two middle ones', [6, 7, 8, 9], 8],
    ['one long silence among few makes it none', [7, 7, 7, 7, 7, 120, 7], undefined],
    ['among many it does not', [...Array<number>(50).fill(7), 120], 7],
    ['days of talk and long silences are none', [1, 1, 1, 40, 1, 1, 45], undefined],
    ['a slow one', [60, 61, 59, 60], 60],
  ])('a habit to speak of: %s', (_what, gaps, usualDays) => {
    expect(linesOf(gaps, friday, 30, rules).usualDays).toBe(usualDays);
  });
});

describe('clockOf', () => {
  it.each([
    ['2026-11-30', 'on-track 10 none'],
    ['2026-12-01', 'due 0 cadence'],
    ['2026-12-02', 'overdue 1 cadence'],
    // 19 days later is a Wednesday.
    ['2026-12-08', 'overdue 7 cadence'],
    ['2026-12-09', 'fading 8 cadence'],
  ])('weekly mails: %s %s', (today, expected) =>
    expect(stands(aContact({}, mailsApart(7, 7, 7)), today)).toBe(expected),
  );

  it('gives a fast contact three working days, over the weekend too', () => {
    const contact = aContact({}, mailsApart(...Array<number>(20).fill(1)));
    expect(contact.clock).toMatchObject({ dueOn: '2026-11-25', fadingOn: '2026-11-30', rhythmDays: 5 });
  });

  it('takes back what a voided contact had taught', () => {
    const mails = mailsApart(7, 7, 7);
    const voids = mails.slice(1).map((mail) => aLog('2026-11-21 09:00', 'void', { voidsId: mail.id }));
    expect(aContact({}, [...mails, ...voids]).clock).toMatchObject({ dueOn: '2026-12-21', rhythmDays: undefined });
  });
});

describe('a slower cadence', () => {
  const slow = mailsApart(60, 60, 60, 60);
  it('is offered where the default was never touched, and does not hold before it is accepted', () => {
    const contact = aContact({}, slow);
    expect(cadenceToOffer(contact, rules)).toBe(60);
    expect(contact.clock).toMatchObject({ dueOn: '2026-12-21', rhythmDays: undefined, usualDays: 60 });
  });
  it.each<[string, number | undefined, Interaction[]]>([
    ['who has a cadence of their own', 30, slow],
    ['who is faster', undefined, mailsApart(20, 20, 20, 20)],
    ['who has no habit yet', undefined, mailsApart(60, 60)],
    ['of whom nothing was seen', undefined, []],
  ])('is not offered to those %s', (_what, cadenceDays, mails) => {
    expect(cadenceToOffer(aContact({ cadenceDays }, mails), rules)).toBeUndefined();
  });
});
