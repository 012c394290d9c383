import { describe, expect, it } from 'vitest';
import { dayPhrasesIn } from './day-phrases';

const off = { weekend: [0, 6], holidays: ['2026-12-25'] };
/** What is understood on Tuesday, 24 November 2026. */
function understood(text: string, sentOn = '2026-11-24'): string[] {
  return dayPhrasesIn(text, sentOn, off).map(({ from, to, on }) => `${text.slice(from, to)} = ${on}`);
}

describe('day phrases', () => {
  it.each([
    ['by EOD', 'EOD = 2026-11-24'],
    ['by close of business', 'close of business = 2026-11-24'],
    ['this afternoon', 'this afternoon = 2026-11-24'],
    ['by EOW', 'EOW = 2026-11-27'],
    ['by the end of the week', 'the end of the week = 2026-11-27'],
    ['by end of next week', 'end of next week = 2026-12-04'],
    ['by the end of the month', 'the end of the month = 2026-11-30'],
    ['by the end of next month', 'the end of next month = 2026-12-31'],
    ['by the end of the quarter', 'the end of the quarter = 2026-12-31'],
    ['by the end of next quarter', 'the end of next quarter = 2027-03-31'],
    ['by the end of the year', 'the end of the year = 2026-12-31'],
    ['by the end of next year', 'the end of next year = 2027-12-31'],
    ['this week', 'this week = 2026-11-27'],
    ['later this week', 'later this week = 2026-11-27'],
    ['next week', 'next week = 2026-12-04'],
    ['the week after next', 'the week after next = 2026-12-11'],
    ['before next week', 'next week = 2026-11-27'],
    ['early next week', 'early next week = 2026-11-30'],
    ['at the beginning of next month', 'the beginning of next month = 2026-12-01'],
    ['mid next week', 'mid next week = 2026-12-02'],
    ['this month', 'this month = 2026-11-30'],
    ['next month', 'next month = 2026-12-31'],
    ['on Thursday next week', 'Thursday next week = 2026-12-03'],
    ['next week on Monday', 'next week on Monday = 2026-11-30'],
    ['before Monday of next week', 'Monday of next week = 2026-11-29'],
    ['Friday week', 'Friday week = 2026-12-04'],
    ['a week on Friday', 'a week on Friday = 2026-12-04'],
    ['two weeks from Monday', 'two weeks from Monday = 2026-12-14'],
    ['this weekend', 'this weekend = 2026-11-29'],
    ['over the weekend', 'over the weekend = 2026-11-29'],
    ['next weekend', 'next weekend = 2026-12-06'],
    ['by the weekend', 'the weekend = 2026-11-27'],
  ])('“%s”', (text, expected) => {
    expect(understood(text)).toEqual([expected]);
  });

  it.each([
    ['within two days', '2026-11-26'],
    ['within two working days', '2026-11-26'],
    ['in four business days', '2026-11-30'],
    ['within 23 working days', '2026-12-28'],
    ['within 24 hours', '2026-11-25'],
    ['within 4 hours', '2026-11-24'],
    ['within the next 36 hours', '2026-11-26'],
    ['within 48h', '2026-11-26'],
    ['in 2-3 days', '2026-11-27'],
    ['in two to three days', '2026-11-27'],
    ['in a day or two', '2026-11-26'],
    ['in a couple of days', '2026-11-26'],
    ['in a fortnight', '2026-12-08'],
    ['in two weeks’ time', '2026-12-08'],
    ['in a month', '2026-12-24'],
    ['a week from today', '2026-12-01'],
    ['three days from now', '2026-11-27'],
  ])('“%s” is over on %s', (text, on) => {
    expect(dayPhrasesIn(text, '2026-11-24', off).map((one) => one.on)).toEqual([on]);
  });

  it.each([
    ['by November 30', 'November 30 = 2026-11-30'],
    ['on December 1st, 2026', 'December 1st, 2026 = 2026-12-01'],
    ['on 4. December', '4. December = 2026-12-04'],
    ['by 15.12.', '15.12. = 2026-12-15'],
    ['by the 30th', 'the 30th = 2026-11-30'],
    ['before the 20th', 'the 20th = 2026-12-19'],
    ['on the 31st', 'the 31st = 2026-12-31'],
    ['on the 5th of next month', 'the 5th of next month = 2026-12-05'],
    ['on Monday the 30th', 'the 30th = 2026-11-30'],
    ['in December', 'December = 2026-12-31'],
    ['by December', 'December = 2026-12-01'],
    ['before December', 'December = 2026-11-30'],
    ['in mid-December', 'mid-December = 2026-12-15'],
    ['at the end of January', 'end of January = 2027-01-31'],
    ['early January', 'early January = 2027-01-01'],
    ['in February 2028', 'February 2028 = 2028-02-29'],
  ])('“%s”', (text, expected) => {
    expect(understood(text)).toEqual([expected]);
  });

  it.each([
    'you may go, and we march on',
    'section 3.2. of the manual',
    'on the 2nd try',
    'the 3rd batch',
    'in a few days',
    'in ten minutes',
    'two weeks',
    'the weekly report',
    'the invoice of November 3',
    'on 30 February 31',
  ])('no day in “%s”', (text) => {
    expect(understood(text)).toEqual([]);
  });

  it.each([
    ['2026-11-28', 'this week', '2026-12-04'],
    ['2026-11-28', 'next week', '2026-12-04'],
    ['2026-11-29', 'the end of the week', '2026-12-04'],
    ['2026-11-28', 'this weekend', '2026-11-29'],
    ['2026-11-29', 'this weekend', '2026-11-29'],
    ['2026-11-27', 'this week', '2026-11-27'],
    ['2026-12-31', 'by the end of next month', '2027-01-31'],
    ['2026-12-31', 'within one working day', '2027-01-01'],
  ])('on %s “%s” is over on %s', (sentOn, text, on) => {
    expect(dayPhrasesIn(text, sentOn, off).map((one) => one.on)).toEqual([on]);
  });

  it('finds several in their order, and says which of them others may overrule', () => {
    expect(dayPhrasesIn('by EOD, or next week', '2026-11-24', off)).toEqual([
      { from: 3, to: 6, on: '2026-11-24', isLoose: true },
      { from: 11, to: 20, on: '2026-12-04', isLoose: false },
    ]);
  });
});
