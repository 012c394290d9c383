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
  const unowned = always.map((sentence) => unownedIn(sentence, rules));
  const isBlaming = unowned.some(({ weak }) => weak.some(({ kind }) => kind !== 'hidden'));
  const told = inferring('responsibility', rules.acts, always, rules);
  if (!isBlaming && says(told, 'responsibility', rules)) {
    const all = inferring('repair', rules.remedies, told, rules);
    if (says(always, 'repair', rules) || (says(all, 'repair', rules) && says(all, 'regret', rules))) return all;
  }
  const asides = unowned.map((sentence) => asidesIn(sentence, rules));
  // Who regrets and repairs has perhaps owned up in words that no rule knows.
  const isDoubtful = !isBlaming && says(always, 'regret', rules) && says(always, 'repair', rules);
  const marked = new Set(isDoubtful ? longest(asides.flat()) : asides.flat());
  return unowned.map((sentence, at) => ({
    ...sentence,
    weak: [...sentence.weak, ...(asides[at] ?? []).filter((aside) => marked.has(aside))],
  }));
}

function longest(spans: readonly WeakWords[]): readonly WeakWords[] {
  return spans.toSorted((a, b) => b.to - b.from - (a.to - a.from)).slice(0, 1);
}

/** The sentence with what weakens it as long as nobody owns up; where nobody is said to have done it, all of that statement. */
function unownedIn(sentence: Judged, rules: ApologyRules): Judged {
  const { words, weak } = sentence;
  const taken = partsIn(sentence, rules);
  const more = weakIn(words, rules, 'whileUnowned').map((phrase) =>
    phrase.kind === 'hidden' ? { ...phrase, ...widened(phrase, taken, words) } : phrase,
  );
  return { words, weak: [...weak, ...more] };
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
  if (weak.length > 0 || !/^[.!?…]$/.test(words.at(-1)?.text ?? '')) return [];
  const taken = partsIn(sentence, rules);
  return clausesOf(words, rules).flatMap((range) => {
    const clause = words.slice(...range);
    const span = spanOf(range, words);
    if (clause.length < shortestExcuse || taken.some(({ from, to }) => from < span.to && span.from < to)) return [];
    const isExcuse = foundIn(clause, rules.statements).length > 0 && foundIn(clause, rules.harmless).length === 0;
    return isExcuse ? [{ ...widened(span, taken, words), kind: 'aside' as const, better }] : [];
  });
}

/** As much of the sentence as belongs to no part of the apology. */
function widened({ from, to }: Span, taken: readonly Span[], words: readonly Word[]): Span {
  const before = taken.filter((part) => part.to <= from).map((part) => part.to);
  const after = taken.filter((part) => part.from >= to).map((part) => part.from);
  const rest = words.filter(
    (word) => word.from >= Math.max(0, ...before) && word.to <= Math.min(Number.POSITIVE_INFINITY, ...after),
  );
  return { from: rest[0]?.from ?? from, to: rest.at(-1)?.to ?? to };
}

function partsIn(sentence: Judged, rules: ApologyRules): readonly Span[] {
  return apologyParts.flatMap((part) => saidIn([sentence], part, rules));
}

function clausesOf(words: readonly Word[], rules: ApologyRules): WordRange[] {
  const joints = new Set(foundIn(words, rules.joints).map(([from]) => from));
  const starts = words.flatMap(({ text }, at) => {
    if (at === 0 || joints.has(at)) return [at];
    return clauseSigns.has(text) ? [at + 1] : [];
  });
  return starts.map((from, index) => [from, starts[index + 1] ?? words.length]);
}
