import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineOf, rhythmOf, share, tailOf } from './rhythm';

const cadence = fc.integer({ min: 1, max: 400 });
const gap = fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 400 }));
const gaps = fc.array(gap, { maxLength: 25 });
const lineOfGaps = (some: readonly number[], cadenceDays: number, left = share.due) =>
  lineOf(rhythmOf(some, cadenceDays), left, 1, 100_000);

it('with no history the line is the cadence, whatever it is', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.5, max: 4_000, noNaN: true }), (cadenceDays) => {
      expect(Math.abs(tailOf(rhythmOf([], cadenceDays), cadenceDays) - 0.2)).toBeLessThan(1e-12);
    }),
  );
});

it('a silence grows ever less usual as it lasts', () => {
  fc.assert(
    fc.property(
      gaps,
      cadence,
      fc.integer({ min: 0, max: 1_000 }),
      fc.integer({ min: 1, max: 100 }),
      (some, c, e, more) => {
        const rhythm = rhythmOf(some, c);
        const [before, after] = [tailOf(rhythm, e), tailOf(rhythm, e + more)];
        expect(after).toBeLessThanOrEqual(before);
        if (after > 1e-9 && before < 1 - 1e-9) expect(after).toBeLessThan(before);
        expect(before).toBeLessThanOrEqual(1 + 1e-12);
        expect(after).toBeGreaterThanOrEqual(0);
        expect(tailOf(rhythm, 0)).toBeCloseTo(1, 12);
      },
    ),
  );
});

it('does not depend on the order of the gaps, not in the last digit', () => {
  const shuffled = gaps.chain((some) =>
    fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
  );
  fc.assert(
    fc.property(shuffled, cadence, ([some, other], c) => {
      expect(rhythmOf(other, c)).toEqual(rhythmOf(some, c));
    }),
  );
});

it('is the same in any unit of time', () => {
  fc.assert(
    fc.property(gaps, cadence, fc.integer({ min: 1, max: 200 }), (some, c, e) => {
      const inHours = rhythmOf(
        some.map((days) => days * 24),
        c * 24,
      );
      expect(tailOf(inHours, e * 24)).toBeCloseTo(tailOf(rhythmOf(some, c), e), 9);
    }),
  );
});

const lineWithin = (some: readonly number[], c: number) => Math.min(c, lineOfGaps(some, c));

it('equal gaps have the tightest line of all histories with as many gaps in as many days', () => {
  const uneven = fc.array(gap, { minLength: 2, maxLength: 20 }).map(([first = 0, ...others]) => {
    const count = others.length + 1;
    const sum = others.reduce((total, days) => total + days, first);
    return [first + ((count - (sum % count)) % count), ...others];
  });
  fc.assert(
    fc.property(uneven, cadence, (some, c) => {
      const mean = some.reduce((total, days) => total + days, 0) / some.length;
      expect(lineWithin(Array<number>(some.length).fill(mean), c)).toBeLessThanOrEqual(lineWithin(some, c));
    }),
    { numRuns: 500 },
  );
});

/** Gaps, and the same number of gaps with the same sum, of which the shortest and the longest were moved apart. */
const movedApart = fc
  .tuple(fc.array(gap, { minLength: 2, maxLength: 20 }), fc.nat(1_000))
  .filter(([some]) => Math.min(...some) > 1)
  .map(([some, much]) => {
    const [least = 0, ...others] = some.toSorted((a, b) => a - b);
    const most = others.pop() ?? 0;
    const moved = 1 + (much % (least - 1));
    return [some, [...others, least - moved, most + moved]] as const;
  });

it('the more regular the gaps, the tighter the line within the cadence', () => {
  fc.assert(
    fc.property(movedApart, cadence, ([regular, irregular], c) => {
      // A day's grace: among bursts, shape ½ against 1, four fifths of gaps are over at nearly the same time (0.2 %).
      expect(lineWithin(regular, c)).toBeLessThanOrEqual(lineWithin(irregular, c) + 1);
    }),
    { numRuns: 500 },
  );
});

it('the more often the same gap was seen, the nearer its line', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 12 }), (g, n) => {
      const line = (times: number) => lineOfGaps(Array<number>(times).fill(g), g * 3);
      expect(line(n + 1)).toBeLessThanOrEqual(line(n));
      expect(line(n)).toBeGreaterThan(g);
    }),
  );
});

it('a longer cadence never makes the line earlier', () => {
  fc.assert(
    fc.property(gaps, cadence, fc.integer({ min: 1, max: 100 }), fc.constantFrom(0.2, 0.05), (some, c, more, left) => {
      expect(lineOfGaps(some, c, left)).toBeLessThanOrEqual(lineOfGaps(some, c + more, left));
    }),
  );
});
