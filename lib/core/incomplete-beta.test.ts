import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incompleteBeta, lnBeta, lnGamma } from './incomplete-beta';

/** Nine digits, however small the value is. */
function isNear(value: number, truth: number): void {
  expect(Math.abs(value - truth)).toBeLessThanOrEqual(1e-9 * truth + 1e-300);
}

// mpmath 1.3.0 with 60 digits: betainc(a, b, 0, x, regularized=True) and loggamma(x), of the doubles as written here.
const betas: readonly (readonly [x: number, a: number, b: number, value: number])[] = [
  [0.5, 0.5, 0.5, 0.5],
  [0.001, 0.5, 2.5, 0.05365765469181354],
  [0.999, 2.5, 0.5, 0.9463423453081864],
  [0.3, 2, 5, 0.579825],
  [0.6666666666666666, 5, 2, 0.35116598079561034],
  [0.7, 8, 2, 0.19600323399999992],
  [0.25, 3, 1, 0.015625],
  [0.9, 18, 16, 0.9999999781450658],
  [0.99, 162, 16, 0.9999999999516753],
  [0.85, 162, 16, 0.006873026533401687],
  [0.5, 52, 0.5, 2.4284437431685212e-17],
  [0.98, 52, 0.5, 0.14816695954190598],
  [0.995, 1602, 16, 0.9911401829574027],
  [0.9904, 1602, 16, 0.5143988848469453],
  [0.999, 16002, 16, 0.46500866672779545],
  [0.9, 1002, 8, 3.1235050349954096e-36],
  [0.000001, 0.5, 10, 0.0035239304682413144],
  [0.123456, 34, 4, 6.845564771202373e-28],
];
const gammas: readonly (readonly [x: number, value: number])[] = [
  [0.5, 0.5723649429247001],
  [1, 0],
  [1.5, -0.12078223763524522],
  [2, 0],
  [2.5, 0.2846828704729192],
  [11.999, 17.499865227646104],
  [12, 17.502307845873887],
  [16, 27.89927138384089],
  [50.5, 146.51925549072064],
  [170.25, 702.7206616776805],
  [3202, 22639.92512028025],
  [32002.5, 299973.3837991131],
];

describe('reference values', () => {
  it.each(betas)('I of %d (%d, %d)', (x, a, b, value) => isNear(incompleteBeta(x, a, b), value));
  it.each(gammas)('ln Γ(%d)', (x, value) => {
    expect(Math.abs(lnGamma(x) - value)).toBeLessThanOrEqual(1e-9);
  });
  it('ends at 0 and 1', () => {
    expect([0, 1].map((x) => incompleteBeta(x, 0.5, 3))).toEqual([0, 1]);
  });
});

const x = fc.double({ min: 0.0001, max: 0.9999, noNaN: true });
const size = fc.double({ min: 0.5, max: 400, noNaN: true });

it('of a whole second number is a finite sum: Iₓ(a, b) = xᵃ Σ (a)ⱼ (1 − x)ʲ / j!, DLMF 8.17.24', () => {
  fc.assert(
    fc.property(x, size, fc.integer({ min: 1, max: 16 }), (at, a, b) => {
      let term = 1;
      let sum = 1;
      for (let j = 1; j < b; j++) {
        term *= ((a + j - 1) * (1 - at)) / j;
        sum += term;
      }
      isNear(incompleteBeta(at, a, b), sum * Math.exp(a * Math.log(at)));
    }),
  );
});

it('of both sides adds up to 1', () => {
  fc.assert(
    fc.property(x, size, size, (at, a, b) => {
      expect(incompleteBeta(at, a, b) + incompleteBeta(1 - at, b, a)).toBeCloseTo(1, 10);
      expect(incompleteBeta(at, a, b, lnBeta(a, b))).toBe(incompleteBeta(at, a, b));
    }),
  );
});

it('ln Γ grows by ln x', () => {
  fc.assert(
    fc.property(size, (at) => {
      expect(lnGamma(at + 1) - lnGamma(at)).toBeCloseTo(Math.log(at), 10);
    }),
  );
});
