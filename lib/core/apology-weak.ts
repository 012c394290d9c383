import {
  type ApologyPart,
  type ApologyRules,
  apologyParts,
  type Finder,
  foundIn,
  type WeakKind,
} from '@/lib/core/apology-rules';
import type { Word } from '@/lib/core/plain-words';
import type { Span } from '@/lib/core/sentence-spans';
import { clauseSigns, type WordRange } from '@/lib/core/word-pattern';

/** Words that weaken an apology. */
export interface WeakWords extends Span {
  readonly kind: WeakKind;
  /** What to write instead, in the language of the mail. */
  readonly better: string;
}

/** A sentence, and what is weak in it. */
export interface Judged {
  readonly words: readonly Word[];
  readonly weak: readonly WeakWords[];
  /** Where the rest of the text makes it say more than it does alone. */
  readonly inferred?: Readonly<Partial<Record<ApologyPart, readonly WordRange[]>>>;
}

/** What says nothing beside such a phrase: to blame the courier explains nothing, "if we failed" admits nothing. */
const voidBeside: Readonly<Record<ApologyPart, readonly WeakKind[]>> = {
  regret: ['mocking'],
  explanation: ['reader', 'others', 'condition'],
  responsibility: ['condition', 'mocking', 'half', 'denial'],
  repentance: ['half'],
  repair: ['promises'],
  forgiveness: ['mocking'],
};
/** A shorter clause says too little to be an excuse. */
const shortestExcuse = 5;

/** Where the sentences say a part of an apology. */
export function saidIn(sentences: readonly Judged[], part: ApologyPart, rules: ApologyRules): readonly Span[] {
  return sentences.flatMap(({ words, weak, inferred }) => {
    if (weak.some(({ kind }) => voidBeside[part].includes(kind))) return [];
    return [...foundIn(words, rules.parts[part]), ...(inferred?.[part] ?? [])].map((range) => spanOf(range, words));
  });
}

/** Finds what weakens each sentence; more does as long as the text nowhere says whose failure it was. */
export function judge(sentences: readonly (readonly Word[])[], rules: ApologyRules): readonly Judged[] {
  const always = sentences.map((words): Judged => ({ words, weak: weakIn(words, rules, 'always') }));
  if (says(always, 'responsibility', rules)) return inferring('repair', rules.remedies, always, rules);
  const unowned = always.map(
    ({ words, weak }): Judged => ({ words, weak: [...weak, ...weakIn(words, rules, 'whileUnowned')] }),
  );
  const isBlaming = unowned.some(({ weak }) => weak.some(({ kind }) => kind !== 'hidden'));
  const told = inferring('responsibility', rules.acts, always, rules);
  if (!isBlaming && says(told, 'responsibility', rules)) {
    const all = inferring('repair', rules.remedies, told, rules);
    if (says(always, 'repair', rules) || (says(all, 'repair', rules) && says(all, 'regret', rules))) return all;
  }
  return unowned.map((sentence) => ({ ...sentence, weak: [...sentence.weak, ...asidesIn(sentence, rules)] }));
}

function says(sentences: readonly Judged[], part: ApologyPart, rules: ApologyRules): boolean {
  return saidIn(sentences, part, rules).length > 0;
}

/** Where the words stand in the text. */
export function spanOf([from, to]: WordRange, words: readonly Word[]): Span {
  return { from: words[from]?.from ?? 0, to: words[to - 1]?.to ?? 0 };
}

function weakIn(words: readonly Word[], { weak }: ApologyRules, when: 'always' | 'whileUnowned'): WeakWords[] {
  return weak.flatMap(({ kind, better, [when]: finder }) =>
    foundIn(words, finder).map((range) => ({ ...spanOf(range, words), kind, better })),
  );
}

/** Beside an admission what is being done is a remedy, and beside a remedy what we did is an admission, if nothing is weak. */
function inferring(
  part: ApologyPart,
  finder: Finder,
  sentences: readonly Judged[],
  rules: ApologyRules,
): readonly Judged[] {
  if (sentences.some(({ weak }) => weak.length > 0) || says(sentences, part, rules)) return sentences;
  return sentences.map((sentence) => ({
    ...sentence,
    inferred: { ...sentence.inferred, [part]: foundIn(sentence.words, finder) },
  }));
}

/** Clauses that are no part of an apology and no mere politeness: where nobody admits anything, they read as excuses. */
function asidesIn(sentence: Judged, rules: ApologyRules): WeakWords[] {
  const { words, weak } = sentence;
  const better = rules.weak.find(({ kind }) => kind === 'aside')?.better ?? '';
  if (weak.length > 0 || !/^[.!…]$/.test(words.at(-1)?.text ?? '')) return [];
  const taken = apologyParts.flatMap((part) => saidIn([sentence], part, rules));
  return clausesOf(words, rules).flatMap((range) => {
    const clause = words.slice(...range);
    const span = spanOf(range, words);
    if (clause.length < shortestExcuse || taken.some(({ from, to }) => from < span.to && span.from < to)) return [];
    const isExcuse = foundIn(clause, rules.statements).length > 0 && foundIn(clause, rules.harmless).length === 0;
    return isExcuse ? [{ ...span, kind: 'aside' as const, better }] : [];
  });
}

function clausesOf(words: readonly Word[], rules: ApologyRules): WordRange[] {
  const joints = new Set(foundIn(words, rules.joints).map(([from]) => from));
  const starts = words.flatMap(({ text }, at) => {
    if (at === 0 || joints.has(at)) return [at];
    return clauseSigns.has(text) ? [at + 1] : [];
  });
  return starts.map((from, index) => [from, starts[index + 1] ?? words.length]);
}
