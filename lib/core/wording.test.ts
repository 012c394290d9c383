import { expect, it } from 'vitest';
import { firstName } from './wording';
import { searchWords, wordsOf } from './words';

it.each([
  ['Marta Lindqvist', 'Marta'],
  ['Lindqvist, Marta', 'Marta'],
  ['Dr. Marta Lindqvist', 'Marta'],
  ['J. R. Smith', 'J. R. Smith'],
  ['陈伟', '陈伟'],
  ['陈 伟', '陈 伟'],
  ['Priya', 'Priya'],
  ['Ólafur Arnalds', 'Ólafur'],
  ['', ''],
])('firstName(%s) = %s', (name, expected) => expect(firstName(name)).toBe(expected));

it('finds by name, company and address, without accents', () => {
  expect(searchWords('Ólafur Åkesson', 'Cedar & Sons', ['o.akesson@cedar-sons.example'])).toEqual([
    'olafur',
    'akesson',
    'cedar',
    'sons',
    'o',
    'example',
  ]);
  expect(wordsOf('  陈伟 Wei ')).toEqual(['陈伟', 'wei']);
});
