import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingMinutes, isWorking, type WorkingTime } from './working-time';

const office = (timeZone: string, holidays: readonly string[] = []): WorkingTime => ({
  timeZone,
  weekend: [0, 6],
  holidays,
  workStartMinutes: 9 * 60,
  workEndMinutes: 17 * 60,
});
const berlin = office('Europe/Berlin');
const at = (text: string) => Date.parse(text);

describe('working minutes', () => {
  it.each([
    ['within a day', '2026-11-24T10:00:00+01:00', 60, '2026-11-24T11:00:00+01:00'],
    ['before work', '2026-11-24T06:12:00+01:00', 60, '2026-11-24T10:00:00+01:00'],
    ['after work', '2026-11-24T19:00:00+01:00', 60, '2026-11-25T10:00:00+01:00'],
    ['over the end of the day', '2026-11-24T16:30:00+01:00', 60, '2026-11-25T09:30:00+01:00'],
    ['Friday evening', '2026-11-20T18:00:00+01:00', 60, '2026-11-23T10:00:00+01:00'],
    ['on a Sunday', '2026-11-22T12:00:00+01:00', 480, '2026-11-23T17:00:00+01:00'],
    ['several days', '2026-11-19T15:00:00+01:00', 3 * 480, '2026-11-24T15:00:00+01:00'],
    ['no minute in working time', '2026-11-24T10:00:00+01:00', 0, '2026-11-24T10:00:00+01:00'],
    ['the very end of work', '2026-11-24T16:00:00+01:00', 60, '2026-11-24T17:00:00+01:00'],
    ['no minute at the very end of work', '2026-11-24T17:00:00+01:00', 0, '2026-11-25T09:00:00+01:00'],
    ['over a change of clocks', '2026-10-23T16:30:00+02:00', 60, '2026-10-26T09:30:00+01:00'],
  ])('%s', (_name, from, minutes, expected) => {
    expect(addWorkingMinutes(at(from), minutes, berlin)).toBe(at(expected));
  });

  it('passes over holidays', () => {
    const withBreak = office('Europe/Berlin', ['2026-12-24', '2026-12-25']);
    expect(addWorkingMinutes(at('2026-12-23T16:30:00+01:00'), 60, withBreak)).toBe(at('2026-12-28T09:30:00+01:00'));
  });

  it('ends in working time, never goes back, and adds up, in every zone', () => {
    const zones = [
      'Europe/Berlin',
      'America/New_York',
      'America/Santiago',
      'Africa/Cairo',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'Pacific/Apia',
      'Asia/Beirut',
    ];
    const instant = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) });
    const minutes = fc.integer({ min: 0, max: 5_000 });
    // No minute at all is no step: at the end of work it means the next start, as any time outside working hours does.
    const step = fc.integer({ min: 1, max: 5_000 });
    const property = fc.property(fc.constantFrom(...zones), instant, minutes, step, (zone, from, a, b) => {
      const time = office(zone);
      const once = addWorkingMinutes(from, a, time);
      expect(once).toBeGreaterThanOrEqual(from);
      expect(addWorkingMinutes(once, b, time)).toBe(addWorkingMinutes(from, a + b, time));
      if (a > 0) expect(isWorking(once - 1, time)).toBe(true);
      else expect(isWorking(once, time)).toBe(true);
    });
    // The first is what a run once found: whole days of work, then nothing more.
    fc.assert(property, { numRuns: 300, examples: [['Europe/Berlin', Date.UTC(2026, 0, 1), 480, 1]] });
  });
});
