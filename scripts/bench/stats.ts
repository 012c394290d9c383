/** What the runs of one thing gave: the middle one, and how far the others lie from it. */
export interface Summary {
  readonly median: number;
  /** Median absolute deviation: half of all runs are no further from the median. */
  readonly spread: number;
  readonly runs: number;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const [below = Number.NaN, above = Number.NaN] = [sorted[half - 1], sorted[half]];
  return sorted.length % 2 ? above : (below + above) / 2;
}

export function summaryOf(values: readonly number[]): Summary {
  const middle = median(values);
  return { median: middle, spread: median(values.map((value) => Math.abs(value - middle))), runs: values.length };
}

/**
 * Runs every way once per round and turns their order round each time, so that whatever slows the machine for a while
 * slows all of them. A first round that warms everything up is thrown away.
 */
export async function interleaved<T, N extends string>(
  rounds: number,
  ways: Readonly<Record<N, () => Promise<T>>>,
): Promise<Readonly<Record<N, readonly T[]>>> {
  const entries = Object.entries(ways) as [N, () => Promise<T>][];
  const results = Object.fromEntries(entries.map(([name]) => [name, []])) as unknown as Record<N, T[]>;
  for (let round = -1; round < rounds; round++) {
    for (const [name, run] of round % 2 ? entries : entries.toReversed()) {
      const result = await run();
      if (round >= 0) results[name].push(result);
    }
  }
  return results;
}

/** Pairs the runs of two ways by round and takes one from the other: what one costs more than the other. */
export function differences(more: readonly number[], less: readonly number[]): readonly number[] {
  return more.map((value, round) => value - (less[round] ?? Number.NaN));
}
