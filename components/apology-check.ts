import type { MessageKey } from '@/lib/core/phrase';

/** The six parts of an apology that works, in the order in which they are said. */
export const apologyParts = ['regret', 'explanation', 'responsibility', 'repentance', 'repair', 'forgiveness'] as const;
/** One of `apologyParts`. */
export type ApologyPart = (typeof apologyParts)[number];

/** A stretch of the text, from its first character to before another. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Words that weaken an apology. */
export interface WeakWords extends Span {
  readonly why: MessageKey;
  /** What to write instead. */
  readonly better: string;
}

/** What the builder shows of an apology that was read. */
export interface ApologyCheck {
  readonly parts: Readonly<Record<ApologyPart, { readonly found: boolean; readonly where: readonly Span[] }>>;
  /** The remedy names a day. */
  readonly repairDate: boolean;
  readonly weak: readonly WeakWords[];
  /** Fields that nobody has filled in. */
  readonly emptyFields: readonly Span[];
  readonly good: boolean;
}
