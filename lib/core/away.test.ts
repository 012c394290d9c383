import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shiftedByAway } from './away';
import { addDays, daysBetween } from './calendar';

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
