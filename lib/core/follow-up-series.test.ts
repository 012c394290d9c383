import { describe, expect, it } from 'vitest';
import { type Series, type SeriesContext, seriesDays } from './follow-up-series';

/** Weekends off, and some days at the end of the year. */
const off = { weekend: [0, 6], holidays: ['2026-12-24', '2026-12-25', '2026-12-31', '2027-01-01'] };
const found = (series: Series, today: string, more: Partial<SeriesContext> = {}) =>
  seriesDays(series, { today, untilOn: '2027-12-31', off, ...more });
const days = (series: Series, today: string, more: Partial<SeriesContext> = {}) =>
  found(series, today, more).map(({ kind, dueOn }) => `${kind} ${dueOn}`);

describe('a renewal on Monday, 1 March 2027', () => {
  const renewal: Series = { kind: 'renewal', renewalOn: '2027-03-01' };
  const [in90, in60, in30] = ['renewal-90 2026-12-01', 'renewal-60 2027-01-04', 'renewal-30 2027-02-01'];
  it.each([
    ['is asked 90, 60 and 30 days ahead, on days at work', '2026-11-20', [in90, in60, in30]],
    ['noted after the first mark: that one now', '2026-12-05', ['renewal-90 2026-12-07', in60, in30]],
    ['noted shortly before the second mark: the first is left out', '2026-12-28', [in60, in30]],
    ['noted a week before', '2027-02-22', ['renewal-30 2027-02-22']],
    ['noted on its own day', '2027-03-01', ['renewal-30 2027-03-01']],
    ['noted on the Sunday before', '2027-02-28', ['renewal-30 2027-03-01']],
    ['noted too late', '2027-03-02', []],
  ])('%s', (_name, today, expected) => {
    expect(days(renewal, today)).toEqual(expected);
  });

  it('on a day off, is asked on the last day at work before it rather than after', () => {
    const sunday: Series = { kind: 'renewal', renewalOn: '2027-02-28' };
    expect(days(sunday, '2027-02-26')).toEqual(['renewal-30 2027-02-26']);
    expect(days(sunday, '2027-02-27')).toEqual([]);
  });

  it('asks no more once it is answered', () => {
    expect(days(renewal, '2026-12-10', { endedOn: '2026-12-10' })).toEqual([]);
    expect(days(renewal, '2026-11-20', { endedOn: '2027-01-04' })).toEqual([in90]);
  });

  it('makes nothing twice', () => {
    const [first] = found(renewal, '2026-11-20');
    expect(days(renewal, '2026-12-05', { madeKeys: new Set([first?.key ?? '']) })).toEqual([in60, in30]);
  });

  it('ends by a call', () => {
    expect(found(renewal, '2026-11-20').map(({ channel }) => channel)).toEqual(['mail', 'mail', 'call']);
  });
});

it('makes up for no day that days off moved to the day of a later one', () => {
  const once = { weekend: [0, 1, 2, 3, 4, 5, 6].filter((day) => day !== 4), holidays: ['2026-11-26'] };
  const weekly: Series = { kind: 'past-customer', lastContactOn: '2026-11-13', everyDays: 7 };
  const [first] = found(weekly, '2026-11-20', { off: once, untilOn: '2026-12-03' });
  expect(first).toMatchObject({ dueOn: '2026-12-03', key: 'past-customer 2026-11-27' });
  const madeKeys = new Set([first?.key ?? '']);
  expect(found(weekly, '2026-11-20', { off: once, untilOn: '2026-12-03', madeKeys })).toEqual([]);
});

describe('a review every three months', () => {
  const review: Series = { kind: 'review', startOn: '2026-08-31' };
  it.each([
    ['counts on the calendar', '2026-11-20', ['2026-11-30', '2027-03-01', '2027-05-31', '2027-08-31', '2027-11-30']],
    ['is made up for while the next one is far', '2026-12-10', ['2026-12-10', '2027-03-01', '2027-05-31']],
    ['is left out when the next one is near', '2027-02-01', ['2027-03-01', '2027-05-31']],
  ])('%s', (_name, today, expected) => {
    expect(days(review, today).slice(0, expected.length)).toEqual(expected.map((on) => `review ${on}`));
  });

  it('counted from the 30th of November falls on the last day of February', () => {
    const from: Series = { kind: 'review', startOn: '2026-11-30' };
    expect(found(from, '2026-12-01').map(({ key }) => key)[0]).toBe('review 2027-02-28');
    expect(days(from, '2026-12-01')[0]).toBe('review 2027-03-01');
  });
});

describe('a thank-you', () => {
  it.each<[string, Series, string, string[]]>([
    [
      'for an extension today',
      { kind: 'extension-thanks', happenedOn: '2026-11-20' },
      '2026-11-20',
      ['extension-thanks 2026-11-20'],
    ],
    [
      'for a referral on Saturday',
      { kind: 'referral-thanks', happenedOn: '2026-11-21' },
      '2026-11-21',
      ['referral-thanks 2026-11-23'],
    ],
    [
      'noted a week later',
      { kind: 'referral-thanks', happenedOn: '2026-11-13' },
      '2026-11-20',
      ['referral-thanks 2026-11-20'],
    ],
    ['noted a season later', { kind: 'referral-thanks', happenedOn: '2026-08-13' }, '2026-11-20', []],
  ])('%s', (_name, series, today, expected) => {
    expect(days(series, today)).toEqual(expected);
  });
});

describe('a past customer', () => {
  const past = (everyDays: number): Series => ({ kind: 'past-customer', lastContactOn: '2026-06-01', everyDays });
  it.each([
    ['every 180 days after the last contact', 180, '2026-11-20', ['2026-11-30', '2027-05-27', '2027-11-23']],
    ['who was forgotten: now', 90, '2026-09-10', ['2026-09-10', '2026-11-30']],
    ['who was forgotten until the next day is near: then', 90, '2026-11-20', ['2026-11-30', '2027-02-26']],
    ['never more often than once a week', 0, '2026-11-20', ['2026-11-23', '2026-11-30', '2026-12-07']],
    ['nor where the number is none', Number.NaN, '2026-11-20', ['2026-11-23', '2026-11-30', '2026-12-07']],
  ])('%s', (_name, everyDays, today, expected) => {
    expect(days(past(everyDays), today).slice(0, expected.length)).toEqual(expected.map((on) => `past-customer ${on}`));
  });
});
