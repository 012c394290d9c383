const halfLnTwoPi = 0.918_938_533_204_672_7;
/** From here on the series is exact to the last digit; smaller numbers are moved up by Γ(x + 1) = x Γ(x). */
const largeEnough = 12;

/** ln Γ(x), for x > 0: Stirling's series, DLMF 5.11.1. */
export function lnGamma(x: number): number {
  let moved = x;
  let product = 1;
  for (; moved < largeEnough; moved++) product *= moved;
  const s = 1 / (moved * moved);
  const series =
    (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - (s * 691) / 360_360))))) / moved;
  return (moved - 0.5) * Math.log(moved) - moved + halfLnTwoPi + series - Math.log(product);
}

/** ln Beta(a, b), for a, b > 0. */
export function lnBeta(a: number, b: number): number {
  return lnGamma(a) + lnGamma(b) - lnGamma(a + b);
}

/**
 * The regularised incomplete beta function Iₓ(a, b), for a, b > 0 and x from 0 to 1.
 * `lnBetaAB`: ln Beta(a, b), which many calls with the same a and b can share.
 */
export function incompleteBeta(x: number, a: number, b: number, lnBetaAB = lnBeta(a, b)): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - lnBetaAB);
  // Each side of the mean has a fraction that settles quickly: Iₓ(a, b) = 1 − I₁₋ₓ(b, a).
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b;
}

/** Settles in some √max(a, b) steps; the limit only guards against numbers that are none. */
const stepsAtMost = 10_000;
const tiny = 1e-300;

/** The continued fraction of DLMF 8.17.22 by Lentz's method, which never divides by zero. */
function fraction(x: number, a: number, b: number): number {
  let above = 1;
  let below = 1 / kept(1 - ((a + b) * x) / (a + 1));
  let value = below;
  for (let step = 1; step < stepsAtMost; step++) {
    const twice = a + 2 * step;
    const even = (step * (b - step) * x) / ((twice - 1) * twice);
    below = 1 / kept(1 + even * below);
    above = kept(1 + even / above);
    value *= above * below;
    const odd = (-(a + step) * (a + b + step) * x) / (twice * (twice + 1));
    below = 1 / kept(1 + odd * below);
    above = kept(1 + odd / above);
    value *= above * below;
    if (Math.abs(above * below - 1) <= Number.EPSILON) break;
  }
  return value;
}

function kept(denominator: number): number {
  return Math.abs(denominator) < tiny ? tiny : denominator;
}
