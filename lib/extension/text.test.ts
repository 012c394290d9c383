import { expect, it } from 'vitest';
import { speakEnglish } from '@/tests/support/i18n';
import { countText, direction, locale, phrase, text } from './text';

it('fills values in and writes numbers as the locale does', () => {
  speakEnglish();
  expect(text('weekendOther', 1_200, 'tomorrow')).toBe('1,200 people can wait until tomorrow.');
  expect(phrase({ key: 'emptyNext', values: ['Priya', { key: 'onDay', values: ['Friday'] }] })).toBe(
    'Next: Priya on Friday.',
  );
});

it('a name with a dollar sign is a name', () => {
  speakEnglish();
  expect(text('doneTrackedOne', '$2 Bill $1')).toContain('$2 Bill $1');
});

it.each([
  [1, '1 person'],
  [0, '0 people'],
  [2, '2 people'],
])('chooses the plural of %s by the rules of the language', (count, words) => {
  speakEnglish();
  expect(countText(count, 'peopleOne', 'peopleOther')).toBe(words);
});

it.each([
  ['en-US', 'en-US'],
  ['en', 'en'],
  ['de-AT', 'en'],
  ['enm', 'en'],
])('a browser in %s gets dates in %s, never two languages in one sentence', (browserLanguage, used) => {
  speakEnglish({}, browserLanguage);
  expect(locale()).toBe(used);
});

it('the direction is that of the messages, not of the browser', () => {
  speakEnglish({}, 'ar');
  expect(direction()).toBe('ltr');
  speakEnglish({ languageTag: 'ar', languageDirection: 'rtl' }, 'en-US');
  expect(direction()).toBe('rtl');
  expect(locale()).toBe('ar');
});
