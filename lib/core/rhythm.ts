import { incompleteBeta, lnBeta, lnGamma } from '@/lib/core/incomplete-beta';

/**
 * How regular gaps can be, and how likely each is before anything was seen. Gaps of shape k are Gamma(k, λ): below 1 they
 * come in bursts, 1 is pure chance, above they are ever more regular.
 */
const shapes: readonly (readonly [shape: number, prior: number])[] = [
  [0.5, 0.15],
  [1, 0.4],
  [2, 0.2],
  [4, 0.12],
  [8, 0.08],
  [16, 0.05],
];
/** λ ~ Gamma(r₀, B₀/k): what the cadence weighs, in gaps of shape 1. */
const priorGaps = 2;
/** B₀ ÷ cadence: the root at which, with no history, 20 % of gaps are longer than the cadence. */
const priorDays = 0.814_666_836_101_221;
const negligible = 1e-13;

/** Shares of the contact's own gaps that are longer than its lines. */
export const share = { usual: 0.5, due: 0.2, fading: 0.05 };

/** What is known of the gaps of one shape: their rate λ is Gamma(evidence, days). */
export interface ShapeRhythm {
  readonly shape: number;
  /** R = r₀ + kn. */
  readonly evidence: number;
  /** B = B₀/k + Σg. */
  readonly days: number;
}

interface Part extends ShapeRhythm {
  readonly weight: number;
  readonly lnBeta: number;
}

/** A contact's own habit: for each shape how likely it is, and its rate. */
export type Rhythm = readonly Part[];

/** The chance that a gap of that shape is longer than so many days: S(e) = 1 − I_{e/(B+e)}(k, R). */
export function tailOfShape(one: ShapeRhythm, days: number, lnBetaOf = lnBeta(one.evidence, one.shape)): number {
  return incompleteBeta(one.days / (one.days + days), one.evidence, one.shape, lnBetaOf);
}

/** The habit that these gaps (whole days, in any order) show to who expected a contact every `cadenceDays`. */
export function rhythmOf(gaps: readonly number[], cadenceDays: number): Rhythm {
  const sum = gaps.reduce((total, gap) => total + gap, 0);
  // Sorted, so that equal gaps in another order give the same to the last digit.
  const lnSum = gaps.toSorted((a, b) => a - b).reduce((total, gap) => total + Math.log(gap), 0);
  const parts = shapes.map(([shape, prior]) => {
    const before = (priorDays * cadenceDays) / shape;
    const evidence = priorGaps + shape * gaps.length;
    const days = before + sum;
    // The product of the predictive densities, gap by gap, is this quotient: it does not depend on their order.
    const [lnEvidence, lnShape] = [lnGamma(evidence), lnGamma(shape)];
    const lnLikelihood =
      lnEvidence +
      priorGaps * Math.log(before) -
      evidence * Math.log(days) +
      (shape - 1) * lnSum -
      gaps.length * lnShape;
    const lnBeta = lnEvidence + lnShape - lnGamma(evidence + shape);
    return { shape, evidence, days, lnBeta, ln: Math.log(prior) + lnLikelihood };
  });
  const most = Math.max(...parts.map(({ ln }) => ln));
  const total = parts.reduce((all, { ln }) => all + Math.exp(ln - most), 0);
  const weighed = parts.map(({ ln, ...part }) => ({ ...part, weight: Math.exp(ln - most) / total }));
  // Shapes that are out of the question cost time and change no digit.
  return weighed.filter(({ weight }) => weight > negligible);
}

/** The chance that the contact's next gap is longer than so many days. */
export function tailOf(rhythm: Rhythm, days: number): number {
  return rhythm.reduce((sum, part) => sum + part.weight * tailOfShape(part, days, part.lnBeta), 0);
}

/** The first whole day, from `first` to `last`, by which no more than that share of gaps is still open; else `last`. */
export function lineOf(rhythm: Rhythm, shareLeft: number, first: number, last: number): number {
  let low = Math.min(first, last);
  let high = last;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (tailOf(rhythm, middle) <= shareLeft) high = middle;
    else low = middle + 1;
  }
  return high;
}
