import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addWorkingDays,
  atTime,
  civilDate,
  daysBetween,
  isCalendarDate,
  isWorkingDay,
  nextWorkingDay,
  noonOf,
  startOfDay,
  weekdayOf,
} from './calendar';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Africa/Cairo',
  'America/Santiago',
  'Asia/Beirut',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
];
const date = fc.integer({ min: 0, max: 21_900 }).map((days) => addDays('1990-01-01', days));
const skipped = (zone: string, on: string) => zone === 'Pacific/Apia' && on === '2011-12-30';

describe.each(zones)('%s', (zone) => {
  it('starts every date on that date', () => {
    fc.assert(
      fc.property(date, (on) => {
        const start = startOfDay(on, zone);
        expect(civilDate(start, zone)).toBe(skipped(zone, on) ? '2011-12-31' : on);
        expect(civilDate(start - 1, zone) < on).toBe(true);
      }),
    );
  });

  it('starts later dates later, a day being 23 to 25 hours long', () => {
    fc.assert(
      fc.property(date, (on) => {
        const hours = (startOfDay(addDays(on, 1), zone) - startOfDay(on, zone)) / 3_600_000;
        if (skipped(zone, on)) expect(hours).toBe(0);
        else expect(hours >= 23 && hours <= 25).toBe(true);
      }),
    );
  });

  it('shows at every instant the date that the formatter shows, however often it is asked', () => {
    const wall = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
    const near = date.chain((on) =>
      fc.integer({ min: -90_000, max: 90_000 }).map((seconds) => Date.parse(on) + seconds * 1000 + 999),
    );
    fc.assert(
      fc.property(near, (at) => {
        expect(civilDate(at, zone)).toBe(wall.format(at));
        expect(civilDate(at, zone)).toBe(wall.format(at));
      }),
      { numRuns: 300 },
    );
  });

  it('puts noon on the date', () => {
    fc.assert(
      fc.property(date, (on) => {
        if (!skipped(zone, on)) expect(civilDate(noonOf(on, zone), zone)).toBe(on);
      }),
    );
  });
});

it('addDays never skips and never doubles a day', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: -4000, max: 4000 }), (on, n) => {
      const there = addDays(on, n);
      expect(isCalendarDate(there)).toBe(true);
      expect(daysBetween(on, there)).toBe(n);
      expect(addDays(there, -n)).toBe(on);
      expect(addDays(addDays(on, n), 1)).toBe(addDays(on, n + 1));
      expect(weekdayOf(addDays(on, 1))).toBe((weekdayOf(on) + 1) % 7);
    }),
  );
});

/** Times of day at which clocks change somewhere, and others. */
const timeOfDay = fc.oneof(fc.constantFrom(0, 30, 60, 119, 120, 121, 150, 180, 1_439), fc.nat(1_439));

describe.each(zones)('a time of day, %s', (zone) => {
  it('falls on its date, or where the clock skips it right after the gap', () => {
    fc.assert(
      fc.property(date, timeOfDay, (on, minutes) => {
        const at = atTime(on, minutes, zone);
        if (skipped(zone, on)) return;
        expect(civilDate(at, zone)).toBe(on);
        const late = (at - startOfDay(on, zone)) / 60_000 - minutes;
        // No clock was changed by more than an hour on one of these dates.
        expect(Math.abs(late)).toBeLessThanOrEqual(60);
      }),
    );
  });

  it('comes later on a later date', () => {
    fc.assert(
      fc.property(date, timeOfDay, (on, minutes) => {
        expect(atTime(addDays(on, 1), minutes, zone)).toBeGreaterThanOrEqual(atTime(on, minutes, zone));
      }),
    );
  });
});

const off = fc.record({
  weekend: fc.uniqueArray(fc.nat(6), { maxLength: 6 }),
  holidays: fc.uniqueArray(date, { maxLength: 20 }),
});

it('due dates fall on working days, and between them lie as many as were asked for', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: 1, max: 30 }), off, (on, n, days) => {
      const there = addWorkingDays(on, n, days);
      expect(isWorkingDay(there, days)).toBe(true);
      let working = 0;
      for (let day = addDays(on, 1); day <= there; day = addDays(day, 1)) if (isWorkingDay(day, days)) working += 1;
      expect(working).toBe(n);
      const next = nextWorkingDay(on, days);
      expect(next >= on && isWorkingDay(next, days)).toBe(true);
      expect(nextWorkingDay(next, days)).toBe(next);
    }),
  );
});
