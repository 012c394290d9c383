import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/core/calendar';
import { promisesIn } from '@/lib/core/promise';
import { dateReader } from '@/lib/reading/date-reader';
import corpus from './corpora/promises.json';

const off = { weekend: [0, 6], holidays: [] };
const read = dateReader({ locale: 'en-GB', off });
describe('labelled texts', () => {
  it.each(corpus)('$id: $text', ({ text, sentOn, promises }) => {
    const found = promisesIn(text, sentOn, read);
    expect(found.map(({ words, on }) => ({ words, on }))).toEqual(promises);
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(...corpus.map(({ text }) => text)),
    fc.constantFrom(
      ..."I'll we will you'll send get have call it the quote to you by on before until within Friday tomorrow next week , . ? and but if that -- > \" ( ) \n \n\n".split(
        ' ',
      ),
    ),
    fc.string({ unit: 'binary' }),
  );
  const text = fc.array(piece).map((pieces) => pieces.join(' '));
  const date = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2024-01-01', days));

  it('has its promises inside, word by word, none before it was sent', () => {
    fc.assert(
      fc.property(text, date, (written, sentOn) => {
        for (const { from, to, words, on, about } of promisesIn(written, sentOn, read)) {
          expect(written.slice(from, to)).toBe(words);
          expect(words.trim()).not.toBe('');
          expect(on >= sentOn).toBe(true);
          expect(about.trim()).not.toBe('');
          expect(about.length).toBeLessThanOrEqual(61);
        }
      }),
    );
  });

  it('promises nothing once it is quoted', () => {
    fc.assert(
      fc.property(text, date, (written, sentOn) => {
        const quoted = written.replace(/^/gm, '> ');
        expect(promisesIn(quoted, sentOn, read)).toEqual([]);
      }),
    );
  });

  it('promises the same whatever is quoted below it', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...corpus), (below, { text: own, sentOn, promises }) => {
        const quoted = below.replace(/^/gm, '> ');
        const found = promisesIn(`${own}\n\n${quoted}`, sentOn, read);
        expect(found.map(({ words, on }) => ({ words, on }))).toEqual(promises);
      }),
    );
  });

  it('is read to its end only if somebody may have written it', () => {
    expect(promisesIn(`${'word '.repeat(250)}, I'll send it by Friday`, '2026-11-24', read)).toEqual([]);
    expect(promisesIn(`${'Word. '.repeat(3400)} I'll send it by Friday`, '2026-11-24', read)).toEqual([]);
  });

  it('is read in no time, however it is made', () => {
    const long = [
      "I'll really ",
      'the team of the ',
      "I'll send the , by Friday ",
      'hi a b c ',
      'On 1 wrote\n',
      'you to ',
    ];
    for (const part of long) {
      const started = performance.now();
      promisesIn(part.repeat(20_000 / part.length), '2026-11-24', read);
      expect(performance.now() - started, part).toBeLessThan(1500);
    }
  });
});
