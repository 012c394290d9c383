import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, civilDate, daysBetween, isCalendarDate, noonOf, startOfDay, weekdayOf } from './calendar';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Africa/Cairo',
  'America/Santiago',
  'Asia/Beirut',
  'Pacific/Apia',
  'Australia/Lord_Howe',
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
