import {
  type ApologyPart,
  type ApologyRules,
  apologyParts,
  byPart,
  foundIn,
  type WeakFinder,
  type WeakKind,
} from '@/lib/core/apology-rules';
import type { Word } from '@/lib/core/plain-words';
import type { Span } from '@/lib/core/sentence-spans';
import type { WordRange } from '@/lib/core/word-pattern';

/** Words that weaken an apology. */
export interface WeakWords extends Span {
  readonly kind: WeakKind;
  /** What to write instead, in the language of the mail. */
  readonly better: string;
}

/** A sentence of an apology: which parts it says and what is weak in it. */
export interface ApologySentence {
  readonly words: readonly Word[];
  readonly says: Readonly<Record<ApologyPart, readonly Span[]>>;
  readonly weak: readonly WeakWords[];
}

/** What says nothing beside such a phrase: to blame the courier explains nothing, "if we failed" admits nothing. */
const voidBeside: Readonly<Record<ApologyPart, readonly WeakKind[]>> = {
  regret: ['mocking'],
  explanation: ['reader', 'others', 'condition'],
  responsibility: ['condition', 'mocking', 'half'],
  repentance: ['half'],
  repair: ['promises'],
  forgiveness: ['mocking'],
};

/** Reads a sentence by itself. */
export function readSentence(words: readonly Word[], rules: ApologyRules): ApologySentence {
  const says = byPart((part) => spansOf(foundIn(words, rules.parts[part]), words));
  return weakened({ words, says, weak: [] }, weakIn(words, rules, 'always'));
}

/** The sentence with more weak phrases in it: what they make void is no longer said. */
export function weakened(sentence: ApologySentence, more: readonly WeakWords[]): ApologySentence {
  const kinds = new Set(more.map(({ kind }) => kind));
  const isVoid = (part: ApologyPart) => voidBeside[part].some((kind) => kinds.has(kind));
  return {
    ...sentence,
    says: byPart((part) => (isVoid(part) ? [] : sentence.says[part])),
    weak: [...sentence.weak, ...more],
  };
}

/** What weakens a sentence always, or only as long as the text nowhere says whose failure it was. */
export function weakIn(
  words: readonly Word[],
  { weak }: ApologyRules,
  when: keyof Pick<WeakFinder, 'always' | 'whileUnowned'>,
): readonly WeakWords[] {
  return weak.flatMap(({ kind, better, [when]: finder }) =>
    spansOf(foundIn(words, finder), words).map((span) => ({ ...span, kind, better })),
  );
}

/** Where the sentence says any part of an apology. */
export function partsOf({ says }: ApologySentence): readonly Span[] {
  return apologyParts.flatMap((part) => says[part]);
}

/** Where ranges of words stand in the text. */
export function spansOf(ranges: readonly WordRange[], words: readonly Word[]): readonly Span[] {
  return ranges.map(([from, to]) => ({ from: words[from]?.from ?? 0, to: words[to - 1]?.to ?? 0 }));
}
