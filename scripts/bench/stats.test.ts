import { expect, it } from 'vitest';
import { differences, interleaved, median, summaryOf } from './stats.ts';

it('takes the middle of the runs, and says how far the others lie from it', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(summaryOf([10, 11, 12, 30, 9])).toEqual({ median: 11, spread: 1, runs: 5 });
});

it('runs every way once per round, the other way round each time, and forgets the first round', async () => {
  const order: string[] = [];
  const way = (name: string) => async () => order.push(name);
  const results = await interleaved(2, { a: way('a'), b: way('b') });
  expect(order.join('')).toBe('abbaab');
  expect(results).toEqual({ a: [4, 5], b: [3, 6] });
});

it('compares runs of the same round', () => {
  expect(differences([5, 9], [1, 2])).toEqual([4, 7]);
});
