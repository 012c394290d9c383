import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { isCalendarDate, weekdayOf } from '@/lib/core/calendar';
import extraFile from './corpora/apologies-extra.json';
import heldOutFile from './corpora/apologies-held-out.json';
import seenFile from './corpora/apologies-seen.json';
import promisesFile from './corpora/promises.json';

/** The form of the labelled texts only; failures name ids, so that nobody reads the held-out half by accident. */

const text = z.string().check(z.trim(), z.minLength(1));
const apologies = z.array(
  z.strictObject({
    id: z.string(),
    text,
    parts: z.strictObject({
      regret: z.boolean(),
      explanation: z.boolean(),
      responsibility: z.boolean(),
      repentance: z.boolean(),
      repair: z.boolean(),
      forgiveness: z.boolean(),
    }),
    repairDate: z.boolean(),
    weak: z.array(text),
    good: z.boolean(),
  }),
);
const date = z.string().check(z.refine(isCalendarDate));
const promising = z.array(
  z.strictObject({
    id: z.string(),
    text,
    sentOn: date,
    promises: z.array(z.strictObject({ words: text, on: date })),
    note: z.optional(text),
  }),
);

const seen = apologies.parse(seenFile);
const heldOut = apologies.parse(heldOutFile);
const extra = apologies.parse(extraFile);
const promises = promising.parse(promisesFile);

interface Text {
  id: string;
  text: string;
}

function idsOf(rows: readonly Text[]): string[] {
  return rows.map(({ id }) => id);
}

function numbered(letter: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${letter}-${String(index + 1).padStart(3, '0')}`);
}

/** What two texts share: runs of three words, or the words themselves where a text is too short for that. */
function shingles({ text }: Text): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const size = Math.min(3, words.length);
  return new Set(words.slice(0, words.length - size + 1).map((_, at) => words.slice(at, at + size).join(' ')));
}

/** Pairs of which more than a third of the shorter text stands in the longer one too. */
function nearDuplicates(left: readonly Text[], right: readonly Text[]): string[] {
  const others = right.map((row) => ({ row, runs: shingles(row) }));
  return left.flatMap((row) => {
    const runs = shingles(row);
    return others
      .filter(
        (other) => other.row !== row && runs.intersection(other.runs).size * 3 > Math.min(runs.size, other.runs.size),
      )
      .map((other) => `${row.id} ~ ${other.row.id}`);
  });
}

describe.each([
  { name: 'seen', rows: seen, letter: 's' },
  { name: 'held out', rows: heldOut, letter: 'h' },
  { name: 'extra', rows: extra, letter: 'x' },
])('apologies, $name', ({ rows, letter }) => {
  it('are at least sixty, numbered, about half of them good', () => {
    expect(rows.length).toBeGreaterThanOrEqual(60);
    expect(idsOf(rows)).toEqual(numbered(letter, rows.length));
    const share = rows.filter(({ good }) => good).length / rows.length;
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.6);
  });

  it('hold each weak phrase word by word', () => {
    const wrong = rows.filter(({ text, weak }) => weak.some((phrase) => !text.includes(phrase)));
    expect(idsOf(wrong)).toEqual([]);
  });

  it('are good with responsibility and repair and without a weak phrase, and only then', () => {
    const wrong = rows.filter(
      ({ parts, weak, good }) => good !== (parts.responsibility && parts.repair && weak.length === 0),
    );
    expect(idsOf(wrong)).toEqual([]);
  });

  it('date a repair only where there is one', () => {
    expect(idsOf(rows.filter(({ parts, repairDate }) => repairDate && !parts.repair))).toEqual([]);
  });

  it('show each part at least eight times, and miss it as often', () => {
    for (const part of ['regret', 'explanation', 'responsibility', 'repentance', 'repair', 'forgiveness'] as const) {
      const having = rows.filter(({ parts }) => parts[part]).length;
      expect(Math.min(having, rows.length - having), part).toBeGreaterThanOrEqual(8);
    }
  });
});

describe('promises', () => {
  it('are at least a hundred and twenty texts, numbered, at least half of them without a promise', () => {
    expect(promises.length).toBeGreaterThanOrEqual(120);
    expect(idsOf(promises)).toEqual(numbered('p', promises.length));
    const without = promises.filter((row) => row.promises.length === 0);
    expect(without.length * 2).toBeGreaterThanOrEqual(promises.length);
  });

  it('hold the words of each promise word by word', () => {
    const wrong = promises.filter((row) => row.promises.some(({ words }) => !row.text.includes(words)));
    expect(idsOf(wrong)).toEqual([]);
  });

  it('fall on the day of sending or later', () => {
    expect(idsOf(promises.filter((row) => row.promises.some(({ on }) => on < row.sentOn)))).toEqual([]);
  });

  it('fall on the weekday that they name', () => {
    const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
    const wrong = promises.filter((row) =>
      row.promises.some(({ words, on }) => {
        const named = words.toLowerCase().match(/(?<!before )\b(?:sun|mon|tues|wednes|thurs|fri|satur)day\b/)?.[0];
        return named !== undefined && named !== weekdays[weekdayOf(on)];
      }),
    );
    expect(idsOf(wrong)).toEqual([]);
  });

  it('stand once each', () => {
    expect(new Set(promises.map(({ text }) => text)).size).toBe(promises.length);
  });
});

describe('the two halves', () => {
  it('share no text, not even nearly', () => {
    expect(nearDuplicates(seen, heldOut)).toEqual([]);
  });

  it('share no text with the extra ones', () => {
    expect([...nearDuplicates(seen, extra), ...nearDuplicates(extra, heldOut)]).toEqual([]);
  });

  it('repeat no text within themselves', () => {
    expect([...nearDuplicates(seen, seen), ...nearDuplicates(heldOut, heldOut)]).toEqual([]);
  });
});
