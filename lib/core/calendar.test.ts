import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
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

const western = { weekend: [0, 6], holidays: [] };

const iso = (at: number) => new Date(at).toISOString();

describe('startOfDay', () => {
  it.each([
    ['Europe/Berlin', '2026-11-22', '2026-11-21T23:00:00.000Z'],
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['America/New_York', '2026-03-01', '2026-03-01T05:00:00.000Z'],
    ['Asia/Kathmandu', '2026-03-01', '2026-02-28T18:15:00.000Z'],
    // No midnight: the day begins at one o'clock.
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z'],
    ['America/Santiago', '2026-09-06', '2026-09-06T04:00:00.000Z'],
    ['Asia/Beirut', '2026-03-29', '2026-03-28T22:00:00.000Z'],
    // Skipped as a whole: the first instant of the next date.
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z'],
    ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00.000Z'],
    ['Pacific/Apia', '2011-12-29', '2011-12-29T10:00:00.000Z'],
    // Midnight twice: the first.
    ['America/Havana', '2026-11-01', '2026-11-01T04:00:00.000Z'],
  ])('%s %s', (timeZone, on, expected) => expect(iso(startOfDay(on, timeZone))).toBe(expected));
});

it.each([
  ['UTC', '2026-11-22', '2026-11-22T12:00:00.000Z'],
  ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z'],
])('noon in %s of %s', (timeZone, on, expected) => expect(iso(noonOf(on, timeZone))).toBe(expected));

it('moves a wall time out of a gap of the clock', () => {
  expect(iso(atTime('2026-03-29', 150, 'Europe/Berlin'))).toBe('2026-03-29T01:30:00.000Z');
  expect(iso(atTime('2026-10-25', 150, 'Europe/Berlin'))).toBe('2026-10-25T00:30:00.000Z');
});

it('reads the civil date of the zone, not of the machine', () => {
  const at = Date.UTC(2026, 2, 1, 3);
  expect(civilDate(at, 'America/New_York')).toBe('2026-02-28');
  expect(civilDate(at, 'Asia/Tokyo')).toBe('2026-03-01');
});

it.each(['2026-02-28', '2024-02-29', '1999-12-31'])('%s is a date', (text) => expect(isCalendarDate(text)).toBe(true));
it.each(['2026-02-29', '2026-13-01', '2026-1-1', '0000-01-01', '2026-02-28T00:00', '', 'x'])('%j is no date', (text) =>
  expect(isCalendarDate(text)).toBe(false),
);

it('counts calendar days', () => {
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
  expect(weekdayOf('2026-11-22')).toBe(0);
  expect(weekdayOf('1969-12-31')).toBe(3);
});

it.each([
  ['2026-08-04', 1, '2026-09-04'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2027-10-31', 4, '2028-02-29'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-03-31', -1, '2026-02-28'],
])('%s + %i months = %s', (on, months, expected) => expect(addMonths(on, months)).toBe(expected));

it.each([
  ['2026-11-20', 0, '2026-11-20'],
  ['2026-11-21', 0, '2026-11-23'],
  ['2026-11-20', 1, '2026-11-23'],
  ['2026-11-21', 1, '2026-11-23'],
  ['2026-11-23', 5, '2026-11-30'],
])('%s + %i working days = %s', (on, days, expected) => expect(addWorkingDays(on, days, western)).toBe(expected));

it('passes over holidays, next to a weekend too', () => {
  const easter = { ...western, holidays: ['2027-03-26', '2027-03-29'] };
  expect(nextWorkingDay('2027-03-26', easter)).toBe('2027-03-30');
  expect(addWorkingDays('2027-03-25', 1, easter)).toBe('2027-03-30');
  expect(isWorkingDay('2027-03-29', easter)).toBe(false);
});

it('knows working days, also where every day is off', () => {
  expect(nextWorkingDay('2026-11-21', western)).toBe('2026-11-23');
  expect(nextWorkingDay('2026-11-20', { weekend: [5, 6], holidays: [] })).toBe('2026-11-22');
  expect(isWorkingDay('2026-11-21', { weekend: [], holidays: [] })).toBe(true);
  expect(nextWorkingDay('2026-11-21', { weekend: [0, 1, 2, 3, 4, 5, 6], holidays: [] })).toBe('2026-11-21');
});
