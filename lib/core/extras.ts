import type { MessageKey, Phrase } from '@/lib/core/phrase';
import type { Recovery } from '@/lib/core/recovery';
import type { Extra } from '@/lib/core/recovery-facts';
import type { Settings } from '@/lib/core/settings';

/** Something that may be given beside the fix: one of the list that comes with Holdfast, or the user's own words. */
export interface ExtraChoice {
  readonly what: Phrase | string;
  /** What it costs us, in the user's own currency. */
  readonly cost: number;
}

/** The list until the user makes an own one, cheapest first: guesses at what each costs, to be put right. */
export const extrasAtFirst: readonly ExtraChoice[] = [
  choice('extraCard', 5),
  choice('extraShipping', 10),
  choice('extraFaster', 20),
  choice('extraGift', 25),
  choice('extraMonth', 50),
  choice('extraDiscount', 50),
  choice('extraHour', 80),
  choice('extraUpgrade', 100),
  choice('extraLonger', 120),
  choice('extraVisit', 150),
];

/** What all extras of one case may cost together, by how serious it is. */
export type ExtraLimits = Readonly<Record<Recovery['severity'], number>>;

/** The limits until the user sets own ones. */
export const extraLimits: ExtraLimits = { 1: 30, 2: 100, 3: 250 };

/** What may be given beside the fix, and how much of it. */
export interface ExtraCatalogue {
  /** In the order in which they are offered. */
  readonly choices: readonly ExtraChoice[];
  readonly limits: ExtraLimits;
}

/** The user's own catalogue, or what comes with Holdfast where there is none. */
export function catalogueOf({ extras, extraLimits: limits }: Pick<Settings, 'extras' | 'extraLimits'>): ExtraCatalogue {
  return { choices: extras ?? extrasAtFirst, limits: limits ?? extraLimits };
}

function choice(key: MessageKey, cost: number): ExtraChoice {
  return { what: { key }, cost };
}

/** What the extras of a case cost; `unknown`: how many of them nobody put a cost to. */
export function extrasCost(extras: readonly Extra[]): { readonly total: number; readonly unknown: number } {
  const cents = extras.reduce((sum, { cost = 0 }) => sum + Math.round(cost * 100), 0);
  return { total: cents / 100, unknown: extras.filter(({ cost }) => cost === undefined).length };
}

/** What may still be given within the limit; 0 where it is reached or passed. */
export function extrasLeft(extras: readonly Extra[], limit: number): number {
  return Math.max(0, (Math.round(limit * 100) - Math.round(extrasCost(extras).total * 100)) / 100);
}

/** The choices that the limit of the case still allows, in the order of the list. */
export function extrasWithin(
  choices: readonly ExtraChoice[],
  extras: readonly Extra[],
  limit: number,
): readonly ExtraChoice[] {
  const left = extrasLeft(extras, limit);
  return choices.filter(({ cost }) => cost <= left);
}
