import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, isWorkingDay } from './calendar';
import { type Series, type SeriesContext, seriesDays } from './follow-up-series';

const date = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays('2025-06-01', days));
const off = fc.record({
  weekend: fc.uniqueArray(fc.integer({ min: 0, max: 6 })),
  holidays: fc.uniqueArray(date, { maxLength: 60 }),
});
const series: fc.Arbitrary<Series> = fc.oneof(
  fc.record({ kind: fc.constant('renewal'), renewalOn: date } as const),
  fc.record({ kind: fc.constant('review'), firstOn: date } as const),
  fc.record({ kind: fc.constantFrom('extension-thanks', 'referral-thanks'), happenedOn: date } as const),
  fc.record({
    kind: fc.constantFrom('birthday', 'anniversary'),
    // Every day there is, in a leap year.
    monthDay: fc.integer({ min: 0, max: 365 }).map((days) => addDays('2000-01-01', days).slice(5)),
  } as const),
);
const context: fc.Arbitrary<SeriesContext> = fc.record(
  {
    today: date,
    untilOn: fc.integer({ min: 0, max: 900 }).map((days) => addDays('2026-06-01', days)),
    off,
    endedOn: date,
  },
  { requiredKeys: ['today', 'untilOn', 'off'] },
);
const holds = (check: (one: Series, at: SeriesContext) => void) =>
  fc.assert(fc.property(series, context, check), { numRuns: 1_000 });

describe('a series', () => {
  it('has its days at work, from today until the last day looked at, in order, one a day', () => {
    holds((one, at) => {
      const found = seriesDays(one, at).map(({ dueOn }) => dueOn);
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
      for (const { dueOn } of seriesDays(one, at)) expect(dueOn <= one.renewalOn).toBe(true);
    });
  });

  it('always asks for a renewal while a day at work is left', () => {
    holds((one, at) => {
      if (one.kind !== 'renewal' || at.endedOn !== undefined || at.untilOn < one.renewalOn) return;
      const left = Math.max(0, daysBetween(at.today, one.renewalOn) + 1);
      const isLeft = Array.from({ length: left }, (_, nth) => addDays(at.today, nth)).some((on) =>
        isWorkingDay(on, at.off),
      );
      expect(seriesDays(one, at).length > 0).toBe(isLeft);
    });
  });

  it('has nothing due from the day on which it was answered or called off, and the same before', () => {
    holds((one, { endedOn, ...at }) => {
      if (endedOn === undefined) return;
      expect(seriesDays(one, { ...at, endedOn })).toEqual(seriesDays(one, at).filter(({ dueOn }) => dueOn < endedOn));
    });
  });

  it('makes nothing a second time, whatever day it is by then', () => {
    holds((one, at) => {
      const made = seriesDays(one, at).map(({ key }) => key);
      expect(new Set(made).size).toBe(made.length);
      expect(seriesDays(one, { ...at, madeKeys: new Set(made) })).toEqual([]);
      for (const later of [1, 7, 40]) {
        const again = seriesDays(one, { ...at, today: addDays(at.today, later), madeKeys: new Set(made) });
        expect(again.filter(({ key }) => made.includes(key))).toEqual([]);
      }
    });
  });

  it('looked at a little later, has the same days ahead', () => {
    holds((one, at) => {
      const today = addDays(at.today, 10);
      const later = seriesDays(one, { ...at, today });
      const ahead = seriesDays(one, at).filter(({ dueOn }) => dueOn > addDays(today, 70));
      expect(later.filter(({ dueOn }) => dueOn > addDays(today, 70))).toEqual(ahead);
    });
  });

  it('wishes well at most once a year, and not later than a week after the day nor before it, where few days are off', () => {
    holds((one, at) => {
      if (one.kind !== 'birthday' && one.kind !== 'anniversary') return;
      const found = seriesDays(one, { ...at, off: { weekend: [0, 6], holidays: [] } });
      for (const { dueOn, forOn } of found) {
        expect(daysBetween(forOn, dueOn)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(forOn, dueOn)).toBeLessThanOrEqual(7);
        expect([one.monthDay, '02-28']).toContain(forOn.slice(5));
      }
      const years = found.map(({ forOn }) => forOn.slice(0, 4));
      expect(years).toEqual([...new Set(years)]);
    });
  });
});
