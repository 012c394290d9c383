import { describe, expect, it } from 'vitest';
import { lineOf, rhythmOf, tailOf, tailOfShape } from './rhythm';

describe('gaps of one shape', () => {
  it.each([
    [2, 5, 40, 20, 0.35116598],
    [2, 8, 70, 30, 0.19600323],
  ])('S for k = %d, R = %d, B = %d, e = %d', (shape, evidence, days, elapsed, expected) => {
    expect(tailOfShape({ shape, evidence, days }, elapsed)).toBeCloseTo(expected, 8);
  });

  // product.md §4: r₀ = 2, c = 30, q = 0.8, k = 1, B₀ = c/((1 − q)^(−1/r₀) − 1).
  it.each([
    { n: 0, sum: 0, lines: [10.053, 30, 84.271], at30: 0.2 },
    { n: 1, sum: 7, lines: [8.128, 22.201, 53.611], at30: 0.132938 },
    { n: 3, sum: 21, lines: [6.732, 17.191, 37.147], at30: 0.078696 },
    { n: 3, sum: 90, lines: [16.992, 43.392, 93.766], at30: 0.311733 },
  ])('pure chance, $n gaps of $sum days in all', ({ n, sum, lines, at30 }) => {
    const chance = { shape: 1, evidence: 2 + n, days: 30 / (0.2 ** -0.5 - 1) + sum };
    expect(tailOfShape(chance, 30)).toBeCloseTo(at30, 6);
    lines.forEach((line, place) => {
      const left = [0.5, 0.2, 0.05][place] ?? 0;
      expect(tailOfShape(chance, line - 0.0005)).toBeGreaterThan(left);
      expect(tailOfShape(chance, line + 0.0005)).toBeLessThan(left);
    });
  });
});

describe('all shapes together', () => {
  // Computed apart from any formula of the code: prior times likelihood and tail integrated over the rate with mpmath
  // 1.3.0 (30 digits); also the factor B₀/c, found there as the root of S(c) = 0.2.
  it.each<[number[], number, [number, number, number], number[]]>([
    [[], 30, [0.7422564373487, 0.4028314070192, 0.07955163588419], [0.15, 0.4, 0.2, 0.12, 0.08, 0.05]],
    [
      [7],
      30,
      [0.7032779680203, 0.2442372861092, 0.02537459108917],
      [0.104088816, 0.3677256548, 0.2198301708, 0.1447607225, 0.1002281078, 0.06336652808],
    ],
    [
      [7, 7, 7],
      30,
      [0.7669674571515, 0.08093474719167, 0.002656313906285],
      [0.01593998224, 0.1165324771, 0.1370455606, 0.1771431077, 0.2439780939, 0.3093607784],
    ],
    [
      [5, 9, 7, 6, 8],
      30,
      [0.7904836423757, 0.03866968206704, 0.0003947663488289],
      [0.002435333869, 0.03738671784, 0.08356841361, 0.1804414174, 0.3316138826, 0.3645542347],
    ],
    [
      [1, 1, 1, 40, 1, 1, 45],
      30,
      [0.5666658887451, 0.3045448646249, 0.04664034656891],
      [0.8219737354, 0.1779954897, 0.0000307749404, 1.687837591e-13],
    ],
    [
      [90, 90, 90],
      30,
      [0.982044566072, 0.9490040079703, 0.6823438178251],
      [0.02248986209, 0.1346885229, 0.1417324119, 0.1737656471, 0.2338281129, 0.2934954431],
    ],
    [
      [2, 3, 20, 1, 15, 9, 4, 7, 30, 3],
      14,
      [0.5781799778122, 0.1997962721926, 0.00499771236448],
      [0.07195005192, 0.8203453248, 0.1076000499, 0.0001045733499, 5.818508741e-12],
    ],
  ])('%j within a cadence of %d', (gaps, cadenceDays, tails, weights) => {
    const rhythm = rhythmOf(gaps, cadenceDays);
    [5, 15, 60].forEach((days, place) => {
      expect(Math.abs(tailOf(rhythm, days) - (tails[place] ?? 0))).toBeLessThan(1e-10);
    });
    expect(rhythm.map(({ weight }) => weight)).toHaveLength(weights.length);
    rhythm.forEach(({ weight }, place) => {
      expect(weight).toBeCloseTo(weights[place] ?? 0, 9);
    });
  });

  it('weighs each shape by what it foretold, gap by gap', () => {
    const gaps = [5, 9, 7, 30];
    const rhythm = rhythmOf(gaps, 21);
    // Γ(k + R)/(Γ(k)Γ(R)) for whole k and R.
    const choose = (k: number, R: number) => {
      let value = R;
      for (let j = 1; j < k; j++) value *= (R + j) / j;
      return value;
    };
    const foretold = [1, 2, 4].map((k) => {
      let [R, B, product] = [2, (0.814666836101221 * 21) / k, 1];
      for (const g of gaps) {
        product *= (g ** (k - 1) * B ** R * choose(k, R)) / (B + g) ** (k + R);
        R += k;
        B += g;
      }
      return product;
    });
    const [, one, two, four] = rhythm.map(({ weight }) => weight);
    const [chance = 0, even = 0, steady = 0] = foretold;
    expect((two ?? 0) / (one ?? 1)).toBeCloseTo((0.2 * even) / (0.4 * chance), 9);
    expect((four ?? 0) / (one ?? 1)).toBeCloseTo((0.12 * steady) / (0.4 * chance), 9);
  });
});

describe('lineOf', () => {
  const rhythm = rhythmOf([7, 7, 7], 30);
  it.each([
    [0.5, 8],
    [0.2, 11],
    [0.05, 19],
  ])('the day by which at most %d of gaps are open is the %dth', (left, day) => {
    expect(lineOf(rhythm, left, 1, 60)).toBe(day);
    expect(tailOf(rhythm, day)).toBeLessThanOrEqual(left);
    expect(tailOf(rhythm, day - 1)).toBeGreaterThan(left);
  });
  it('stays between the first and the last day asked for', () => {
    expect(lineOf(rhythm, 0.2, 14, 60)).toBe(14);
    expect(lineOf(rhythm, 0.2, 1, 9)).toBe(9);
    expect(lineOf(rhythm, 0.2, 14, 9)).toBe(9);
  });
});
