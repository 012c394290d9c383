import { describe, expect, it } from 'vitest';
import { isCalendarDate } from '@/lib/core/calendar';
import { inOrder } from './named-day';
import { countries, partsOf, publicHolidays } from './public-holidays';

const on = (place: string, year = 2026) => publicHolidays(place, [year], 'en').map((day) => day.on);

describe('public holidays', () => {
  it.each([
    ['DE', 'Unity Day', '2026-10-03'],
    ['DE', 'Whit Monday', '2026-05-25'],
    ['DE-BY', 'Epiphany, in Bavaria', '2026-01-06'],
    ['DE-BY-A', 'the peace festival, in Augsburg', '2026-08-08'],
    ['US', 'Thanksgiving', '2026-11-26'],
    ['US', 'Independence Day, moved to the Friday', '2026-07-03'],
    ['GB-ENG', 'Easter Monday, in England', '2026-04-06'],
    ['SE', 'Midsummer', '2026-06-20'],
    ['JP', 'Children’s Day', '2026-05-05'],
    ['CN', 'Spring Festival', '2026-02-17'],
    ['IL', 'Yom Kippur', '2026-09-21'],
    ['IN', 'Republic Day', '2026-01-26'],
  ])('%s has %s', (place, _, day) => expect(on(place)).toContain(day));

  it.each([
    ['DE', 'Epiphany, which is Bavaria’s', '2026-01-06'],
    ['DE-BY', 'Augsburg’s own', '2026-08-08'],
    ['US', 'Valentine’s Day', '2026-02-14'],
    ['DE', 'Christmas Eve, on which banks close', '2026-12-24'],
    ['GB-SCT', 'England’s Easter Monday', '2026-04-06'],
  ])('%s has not %s', (place, _, day) => expect(on(place)).not.toContain(day));

  it('are dates in order, once each, for the years asked', () => {
    for (const { id } of countries('en')) {
      const days = publicHolidays(id, [2026, 2027], 'en').map((day) => day.on);
      expect(
        days.every((day) => isCalendarDate(day) && /^202[67]/.test(day)),
        id,
      ).toBe(true);
      expect(days, id).toEqual([...new Set(days)].sort());
      expect(days.length, id).toBeLessThan(100);
    }
  });

  it('have names in the language asked, as far as there are any', () => {
    expect(publicHolidays('DE', [2026], 'de').find((day) => day.on === '2026-10-03')?.name).toBe(
      'Tag der Deutschen Einheit',
    );
    expect(publicHolidays('DE', [2026], 'en-GB').find((day) => day.on === '2026-05-25')?.name).toBe('Whit Monday');
  });

  it('are none where there is no such place', () => {
    for (const place of ['XX', '', 'constructor', '__proto__']) expect(on(place)).toEqual([]);
  });
});

describe('places', () => {
  it('are countries by name, in the language of the page', () => {
    const names = countries('en').map(({ name }) => name);
    expect(names.length).toBeGreaterThan(150);
    expect(names).toEqual(names.toSorted(new Intl.Collator('en').compare));
    expect(countries('en')).toContainEqual({ id: 'DE', name: 'Germany' });
    expect(countries('de')).toContainEqual({ id: 'AT', name: 'Österreich' });
  });

  it('have parts, and parts of parts', () => {
    const parts = partsOf('DE', 'en');
    expect(parts).toContainEqual({ id: 'DE-BY', name: 'Bayern' });
    expect(parts.find(({ id }) => id === 'DE-BY-A')?.name).toMatch(/^Bayern: /);
    expect(partsOf('SE', 'en')).toEqual([]);
    expect(partsOf('XX', 'en')).toEqual([]);
  });
});

it('keeps the first of several names of a day', () => {
  const days = inOrder([
    { on: '2026-12-25', name: 'Christmas' },
    { on: '2026-05-01', name: 'May Day' },
    { on: '2026-12-25', name: 'Other' },
  ]);
  expect(days.map(({ name }) => name)).toEqual(['May Day', 'Christmas']);
});
