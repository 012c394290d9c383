import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isCalendarDate } from '@/lib/core/calendar';
import { dateReader } from './date-reader';

const off = { weekend: [0, 6], holidays: [] };
const read = dateReader({ locale: 'en-GB', off });
/** What is understood on Tuesday, 24 November 2026. */
function understood(text: string, sentOn = '2026-11-24'): string[] {
  return read(text, sentOn).map(({ from, to, on }) => `${text.slice(from, to)} = ${on}`);
}

describe('dates in running text', () => {
  it.each([
    ['I call on Friday.', 'on Friday = 2026-11-27'],
    ['by tomorrow noon', 'tomorrow noon = 2026-11-25'],
    ['the day after tomorrow', 'the day after tomorrow = 2026-11-26'],
    ['tonight', 'tonight = 2026-11-24'],
    ['by 3/12', '3/12 = 2026-12-03'],
    ['on 3.12.2026', '3.12.2026 = 2026-12-03'],
    ['2026-12-03', '2026-12-03 = 2026-12-03'],
    ['on Sat', 'on Sat = 2026-11-28'],
    ['from 1 to 3 December', '1 to 3 December = 2026-12-03'],
    ['by 4 January', '4 January = 2027-01-04'],
    ['by Thursday lunchtime', 'Thursday lunchtime = 2026-11-26'],
    ['next Friday', 'next Friday = 2026-12-04'],
    ['within two days', 'within two days = 2026-11-26'],
    ['by end of next week', 'end of next week = 2026-12-04'],
    ['by the end of next week', 'the end of next week = 2026-12-04'],
  ])('“%s”', (text, expected) => {
    expect(understood(text)).toEqual([expected]);
  });

  it.each([
    ['on Tuesday, December 1', 'on Tuesday, December 1 = 2026-12-01'],
    ['at 8 on Monday the 30th', 'at 8 on Monday the 30th = 2026-11-30'],
    ['by EOD tomorrow', 'EOD tomorrow = 2026-11-25'],
    ['by Friday, close of business', 'Friday, close of business = 2026-11-27'],
    ['tomorrow (Wednesday)', 'tomorrow (Wednesday) = 2026-11-25'],
    ['on Dec 4 at 10', 'Dec 4 at 10 = 2026-12-04'],
  ])('one date of “%s”', (text, expected) => {
    expect(understood(text)).toEqual([expected]);
  });

  it('keeps two days apart', () => {
    expect(understood('tomorrow or on Friday')).toEqual(['tomorrow = 2026-11-25', 'on Friday = 2026-11-27']);
  });

  it.each([
    ['before Friday', '2026-11-26'],
    ['before 4 December', '2026-12-03'],
    ['before 5 pm on Friday', '2026-11-27'],
    ['before tomorrow', '2026-11-24'],
  ])('“%s” is over on %s', (text, on) => {
    expect(read(text, '2026-11-24').map((one) => one.on)).toEqual([on]);
  });

  it('takes the weekday of writing for the next one, unless it is this one', () => {
    expect(understood('on Tuesday, this Tuesday')).toEqual(['on Tuesday = 2026-12-01', 'this Tuesday = 2026-11-24']);
  });

  it.each([
    'now',
    'yesterday',
    'last Friday',
    'three days ago',
    'on 23 November 2026',
    'the invoice of 1 October',
    'at 10',
    'two weeks',
    'for ten years',
    'the minutes of the money',
    'we sat in the sun and they wed',
    'open 24/7',
    'in a few days',
    'next year',
    'a restful weekend',
    'on Fridays',
  ])('no day in “%s”', (text) => {
    expect(understood(text)).toEqual([]);
  });

  it('reads 3/12 as Americans write it where they do', () => {
    expect(dateReader({ locale: 'en-US', off })('by 3/12', '2026-11-24').map(({ on }) => on)).toEqual(['2027-03-12']);
  });

  it('counts working days without the holidays', () => {
    const reader = dateReader({ locale: 'en-GB', off: { weekend: [0, 6], holidays: ['2026-11-25'] } });
    expect(reader('within two working days', '2026-11-24').map(({ on }) => on)).toEqual(['2026-11-27']);
  });

  it('finds words inside the text, in order, apart from each other, for real days that are not over', () => {
    const word = fc.constantFrom(
      ...'by on before until the a next this last Friday friday tomorrow today week weekend month 4 31st 30/11 24.12. December Nov EOD end of within two working days hours in or and , . ( ) at 10 pm may second'.split(
        ' ',
      ),
    );
    const date = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2024-01-01', days));
    fc.assert(
      fc.property(fc.array(word), date, (words, sentOn) => {
        const text = words.join(' ');
        let end = 0;
        for (const { from, to, on } of read(text, sentOn)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          expect(isCalendarDate(on) && on >= sentOn).toBe(true);
          end = to;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });
});
