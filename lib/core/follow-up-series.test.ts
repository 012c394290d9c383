import { describe, expect, it } from 'vitest';
import { type Series, seriesDays } from './follow-up-series';

/** Weekends off, and some days at the end of the year. */
const off = { weekend: [0, 6], holidays: ['2026-12-24', '2026-12-25', '2026-12-31', '2027-01-01'] };
const found = (series: Series, today: string) => seriesDays(series, today, '2027-12-31', off);
const days = (series: Series, today: string) => found(series, today).map(({ reason, dueOn }) => `${reason} ${dueOn}`);

describe('a renewal on Monday, 1 March 2027', () => {
  const renewal: Series = { kind: 'renewal', on: '2027-03-01' };
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
    const sunday: Series = { kind: 'renewal', on: '2027-02-28' };
    expect(days(sunday, '2027-02-26')).toEqual(['renewal-30 2027-02-26']);
    expect(days(sunday, '2027-02-27')).toEqual([]);
  });

  it('ends by a call', () => {
    expect(found(renewal, '2026-11-20').map(({ channel }) => channel)).toEqual(['mail', 'mail', 'call']);
  });
});

describe('a review every three months', () => {
  const review: Series = { kind: 'review', on: '2026-08-31' };
  it.each([
    ['counts on the calendar', '2026-11-20', ['2026-11-30', '2027-03-01', '2027-05-31', '2027-08-31', '2027-11-30']],
    ['is made up for while the next one is far', '2026-12-10', ['2026-12-10', '2027-03-01', '2027-05-31']],
    ['is left out when the next one is near', '2027-02-01', ['2027-03-01', '2027-05-31']],
  ])('%s', (_name, today, expected) => {
    expect(days(review, today).slice(0, expected.length)).toEqual(expected.map((on) => `review ${on}`));
  });

  it('counted from the 30th of November falls on the last day of February', () => {
    const from: Series = { kind: 'review', on: '2026-11-30' };
    expect(found(from, '2027-01-20').map(({ forOn }) => forOn)[0]).toBe('2027-02-28');
    expect(days(from, '2027-01-20')[0]).toBe('review 2027-03-01');
  });
});

describe('a birthday', () => {
  const born = (on: string): Series => ({ kind: 'birthday', on });
  it.each([
    ['on a day at work is kept on it', '12-15', '2026-11-20', ['2026-12-15', '2027-12-15']],
    ['on a Sunday is kept on the Monday after, never before it', '11-22', '2026-11-20', ['2026-11-23', '2027-11-22']],
    ['on the 29th of February is kept on the 28th in other years', '02-29', '2026-11-20', ['2027-03-01']],
    ['of three days ago: now', '11-17', '2026-11-20', ['2026-11-20', '2027-11-17']],
    ['of a fortnight ago: next year', '11-06', '2026-11-20', ['2027-11-08']],
    ['of a week ago and days off since: the last day at work that is left', '12-23', '2026-12-30', ['2026-12-30']],
  ])('%s', (_name, monthDay, today, expected) => {
    expect(days(born(monthDay), today).slice(0, expected.length)).toEqual(expected.map((on) => `birthday ${on}`));
  });

  it('says whose day it is about, whatever day off moved the word', () => {
    expect(found(born('11-22'), '2026-11-20')[0]).toMatchObject({ dueOn: '2026-11-23', forOn: '2026-11-22' });
    expect(found({ kind: 'renewal', on: '2027-03-01' }, '2026-11-20').map(({ forOn }) => forOn)).toEqual(
      Array.from({ length: 3 }, () => '2027-03-01'),
    );
  });
});
