import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isKnownAway, shiftedByAway, unseenBetween, withAway } from './away';
import { addDays, daysBetween, isWorkingDay } from './calendar';

const july = { fromOn: '2026-07-06', toOn: '2026-07-19' };

describe('days away', () => {
  it.each([
    ['before the due day', '2026-06-30', '2026-07-30', [july], '2026-08-13'],
    ['the due day is within', '2026-06-10', '2026-07-10', [july], '2026-07-24'],
    ['the due day was before', '2026-06-01', '2026-07-01', [july], '2026-07-01'],
    ['the last contact is within', '2026-07-12', '2026-08-11', [july], '2026-08-18'],
    ['the last contact is after', '2026-07-20', '2026-08-19', [july], '2026-08-19'],
    ['the last day away is the day of contact', '2026-07-19', '2026-08-18', [july], '2026-08-18'],
    [
      'two overlapping periods count once',
      '2026-06-30',
      '2026-07-30',
      [july, { fromOn: '2026-07-10', toOn: '2026-07-19' }],
      '2026-08-13',
    ],
    [
      'the shift reaches the next period',
      '2026-06-30',
      '2026-07-30',
      [{ fromOn: '2026-08-10', toOn: '2026-08-11' }, july],
      '2026-08-15',
    ],
  ])('%s', (_name, from, on, periods, expected) => expect(shiftedByAway(from, on, periods)).toBe(expected));

  it('leave as many days at the desk as there were to be', () => {
    const day = fc.integer({ min: 0, max: 200 }).map((n) => addDays('2026-01-01', n));
    const period = fc.tuple(day, fc.nat(20)).map(([fromOn, n]) => ({ fromOn, toOn: addDays(fromOn, n) }));
    const property = fc.property(
      day,
      fc.integer({ min: 1, max: 90 }),
      fc.array(period, { maxLength: 4 }),
      (from, n, periods) => {
        const due = shiftedByAway(from, addDays(from, n), periods);
        const isAway = (on: string) => periods.some(({ fromOn, toOn }) => on >= fromOn && on <= toOn);
        const days = Array.from({ length: daysBetween(from, due) }, (_, index) => addDays(from, index + 1));
        expect(days.filter((on) => !isAway(on))).toHaveLength(n);
        expect(isAway(due)).toBe(false);
      },
    );
    fc.assert(property, { numRuns: 500 });
  });
});

describe('working days unseen', () => {
  const off = { weekend: [0, 6], holidays: ['2026-11-11'] };
  it.each([
    ['the next day', '2026-11-02', '2026-11-03', undefined],
    ['the same day', '2026-11-02', '2026-11-02', undefined],
    ['four working days', '2026-11-02', '2026-11-09', undefined],
    ['five working days', '2026-11-02', '2026-11-10', { fromOn: '2026-11-03', toOn: '2026-11-09' }],
    ['five weekdays, one of them a holiday', '2026-11-09', '2026-11-17', undefined],
    ['from Friday to Monday', '2026-10-30', '2026-11-16', { fromOn: '2026-11-02', toOn: '2026-11-13' }],
    ['a clock set back', '2026-11-10', '2026-11-02', undefined],
    ['more than a year', '2025-11-02', '2026-11-10', undefined],
  ])('%s', (_name, lastOn, today, expected) => expect(unseenBetween(lastOn, today, off)).toEqual(expected));

  it('begin and end with a working day, between the two days on which the user was there', () => {
    const day = fc.integer({ min: 0, max: 300 }).map((n) => addDays('2026-01-01', n));
    const property = fc.property(day, day, fc.uniqueArray(fc.nat(6), { maxLength: 6 }), (lastOn, today, weekend) => {
      const gap = unseenBetween(lastOn, today, { weekend, holidays: [] });
      if (!gap) return;
      expect(lastOn < gap.fromOn && gap.fromOn <= gap.toOn && gap.toOn < today).toBe(true);
      for (const on of [gap.fromOn, gap.toOn]) expect(isWorkingDay(on, { weekend, holidays: [] })).toBe(true);
    });
    fc.assert(property);
  });
});

it('knows days away by whatever periods cover them', () => {
  const periods = [july, { fromOn: '2026-07-20', toOn: '2026-07-24' }];
  expect(isKnownAway({ fromOn: '2026-07-10', toOn: '2026-07-22' }, periods)).toBe(true);
  expect(isKnownAway({ fromOn: '2026-07-10', toOn: '2026-07-25' }, periods)).toBe(false);
  expect(isKnownAway(july, [])).toBe(false);
  expect(withAway([{ fromOn: '2026-08-01', toOn: '2026-08-02' }], july)).toEqual([
    july,
    { fromOn: '2026-08-01', toOn: '2026-08-02' },
  ]);
  expect(withAway(periods, { fromOn: '2026-07-25', toOn: '2026-07-26' })).toEqual([
    { fromOn: '2026-07-06', toOn: '2026-07-26' },
  ]);
});
