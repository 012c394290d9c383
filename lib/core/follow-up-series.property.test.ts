import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type DaysOff, daysBetween, isWorkingDay } from './calendar';
import { type Series, seriesDays } from './follow-up-series';

const date = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays('2025-06-01', days));
const off = fc.record({
  weekend: fc.uniqueArray(fc.integer({ min: 0, max: 6 })),
  holidays: fc.uniqueArray(date, { maxLength: 60 }),
});
const series: fc.Arbitrary<Series> = fc.oneof(
  fc.record({ kind: fc.constant('renewal'), on: date } as const),
  fc.record({ kind: fc.constant('review'), on: date } as const),
  fc.record({
    kind: fc.constantFrom('birthday', 'anniversary'),
    // Every day there is, in a leap year.
    on: fc.integer({ min: 0, max: 365 }).map((days) => addDays('2000-01-01', days).slice(5)),
  } as const),
);
interface At {
  readonly today: string;
  readonly untilOn: string;
  readonly off: DaysOff;
}
const context: fc.Arbitrary<At> = fc.record({
  today: date,
  untilOn: fc.integer({ min: 0, max: 900 }).map((days) => addDays('2026-06-01', days)),
  off,
});
const daysOf = (one: Series, { today, untilOn, off: free }: At) => seriesDays(one, today, untilOn, free);
const holds = (check: (one: Series, at: At) => void) =>
  fc.assert(fc.property(series, context, check), { numRuns: 1_000 });

describe('a series', () => {
  it('has its days at work, from today until the last day looked at, in order, one a day', () => {
    holds((one, at) => {
      const found = daysOf(one, at).map(({ dueOn }) => dueOn);
      for (const on of found) {
        expect(isWorkingDay(on, at.off)).toBe(true);
        expect(at.today <= on && on <= at.untilOn).toBe(true);
      }
      expect(found).toEqual([...new Set(found)].sort());
    });
  });

  it('asks for no renewal after the day itself', () => {
    holds((one, at) => {
      if (one.kind !== 'renewal') return;
      for (const { dueOn } of daysOf(one, at)) expect(dueOn <= one.on).toBe(true);
    });
  });

  it('always asks for a renewal while a day at work is left', () => {
    holds((one, at) => {
      if (one.kind !== 'renewal' || at.untilOn < one.on) return;
      const left = Math.max(0, daysBetween(at.today, one.on) + 1);
      const isLeft = Array.from({ length: left }, (_, nth) => addDays(at.today, nth)).some((on) =>
        isWorkingDay(on, at.off),
      );
      expect(daysOf(one, at).length > 0).toBe(isLeft);
    });
  });

  it('looked at a little later, has the same days ahead', () => {
    holds((one, at) => {
      const today = addDays(at.today, 10);
      const later = daysOf(one, { ...at, today });
      const ahead = daysOf(one, at).filter(({ dueOn }) => dueOn > addDays(today, 70));
      expect(later.filter(({ dueOn }) => dueOn > addDays(today, 70))).toEqual(ahead);
    });
  });

  it('wishes well at most once a year, and not later than a week after the day nor before it, where few days are off', () => {
    holds((one, at) => {
      if (one.kind !== 'birthday' && one.kind !== 'anniversary') return;
      const found = daysOf(one, { ...at, off: { weekend: [0, 6], holidays: [] } });
      for (const { dueOn, forOn } of found) {
        expect(daysBetween(forOn, dueOn)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(forOn, dueOn)).toBeLessThanOrEqual(7);
        expect([one.on, '02-28']).toContain(forOn.slice(5));
      }
      const years = found.map(({ forOn }) => forOn.slice(0, 4));
      expect(years).toEqual([...new Set(years)]);
    });
  });
});
