import type { ApologyPart, ApologyRules, Finder } from '@/lib/core/apology-rules';
import { foundIn } from '@/lib/core/apology-rules';
import {
  type ApologySentence,
  partsOf,
  readSentence,
  spansOf,
  type WeakWords,
  weakened,
  weakIn,
} from '@/lib/core/apology-sentence';
import type { Word } from '@/lib/core/plain-words';
import type { Span } from '@/lib/core/sentence-spans';
import { clauseSigns, type WordRange } from '@/lib/core/word-pattern';

/** A shorter clause says too little to be an excuse. */
const shortestExcuse = 5;

/** Reads the sentences of an apology in the light of each other: more weakens it as long as nobody owns up. */
export function readSentences(
  sentences: readonly (readonly Word[])[],
  rules: ApologyRules,
): readonly ApologySentence[] {
  const alone = sentences.map((words) => readSentence(words, rules));
  if (isSaid('responsibility', alone)) return inferring('repair', rules.remedies, alone);
  const unowned = alone.map((sentence) => weakened(sentence, unownedIn(sentence, rules)));
  return (isBlaming(unowned) ? undefined : inferringBoth(alone, rules)) ?? withAsides(alone, unowned, rules);
}

function isSaid(part: ApologyPart, sentences: readonly ApologySentence[]): boolean {
  return sentences.some(({ says }) => says[part].length > 0);
}

/** Does it blame, deny or play down, more than leave open who did it or say things beside the point? */
function isBlaming(sentences: readonly ApologySentence[]): boolean {
  return sentences.some(({ weak }) => weak.some(({ kind }) => kind !== 'hidden' && kind !== 'aside'));
}

/** What is done beside an admission is the remedy, and a deed told beside a remedy admits it, if nothing is weak. */
function inferring(
  part: 'responsibility' | 'repair',
  finder: Finder,
  sentences: readonly ApologySentence[],
): readonly ApologySentence[] {
  if (sentences.some(({ weak }) => weak.length > 0) || isSaid(part, sentences)) return sentences;
  return sentences.map((sentence) => {
    const inferred = spansOf(foundIn(sentence.words, finder), sentence.words);
    return { ...sentence, says: { ...sentence.says, [part]: inferred } };
  });
}

/** The text with an admission that only its remedy shows; `undefined` if there is none. */
function inferringBoth(alone: readonly ApologySentence[], rules: ApologyRules): readonly ApologySentence[] | undefined {
  const told = inferring('responsibility', rules.acts, alone);
  const all = inferring('repair', rules.remedies, told);
  const isSorry = isSaid('regret', all) || isSaid('forgiveness', all);
  const isRepairing = isSaid('repair', alone) || (isSorry && isSaid('repair', all));
  return isSaid('responsibility', told) && isRepairing ? all : undefined;
}

/** What weakens it as long as nobody owns up; what hides who did it is the whole statement. */
function unownedIn(sentence: ApologySentence, rules: ApologyRules): readonly WeakWords[] {
  return weakIn(sentence.words, rules, 'whileUnowned').map((phrase) =>
    phrase.kind === 'hidden' ? { ...phrase, ...widened(phrase, sentence) } : phrase,
  );
}

function withAsides(
  alone: readonly ApologySentence[],
  unowned: readonly ApologySentence[],
  rules: ApologyRules,
): readonly ApologySentence[] {
  // Who repairs and blames nobody has perhaps owned up in words that no rule knows.
  const isDoubtful = !isBlaming(unowned) && isSaid('repair', alone);
  const asides = unowned.map((sentence) => asidesIn(sentence, rules, isDoubtful));
  const marked = new Set(isDoubtful ? longest(asides.flat()) : asides.flat());
  return unowned.map((sentence, at) =>
    weakened(
      sentence,
      (asides[at] ?? []).filter((aside) => marked.has(aside)),
    ),
  );
}

function longest(spans: readonly WeakWords[]): readonly WeakWords[] {
  return spans.toSorted((a, b) => b.to - b.from - (a.to - a.from)).slice(0, 1);
}

/** Clauses that are no part of an apology and no mere politeness: where nobody admits anything, they read as excuses. */
function asidesIn(sentence: ApologySentence, rules: ApologyRules, isDoubtful: boolean): readonly WeakWords[] {
  const { words, weak } = sentence;
  const better = rules.weak.find(({ kind }) => kind === 'aside')?.better ?? '';
  if (weak.length > 0 || !/^[.!?…]$/.test(words.at(-1)?.text ?? '')) return [];
  const taken = partsOf(sentence);
  return clausesOf(words, rules).flatMap((range) => {
    const clause = words.slice(...range);
    const isTaken = (span: Span) => taken.some(({ from, to }) => from < span.to && span.from < to);
    const [span] = spansOf([range], words);
    if (clause.length < shortestExcuse || span === undefined || isTaken(span)) return [];
    const isExcuse = foundIn(clause, rules.statements).length > 0 && foundIn(clause, rules.harmless).length === 0;
    const isClear = !isDoubtful || foundIn(clause, rules.excuses).length > 0;
    return isExcuse && isClear ? [{ ...widened(span, sentence), kind: 'aside' as const, better }] : [];
  });
}

/** As much of the sentence around the span as belongs to no part of the apology. */
function widened({ from, to }: Span, sentence: ApologySentence): Span {
  const taken = partsOf(sentence);
  const start = Math.max(0, ...taken.map((part) => part.to).filter((end) => end <= from));
  const end = Math.min(Number.POSITIVE_INFINITY, ...taken.map((part) => part.from).filter((begin) => begin >= to));
  const rest = sentence.words.filter((word) => word.from >= start && word.to <= end);
  return { from: rest[0]?.from ?? from, to: rest.at(-1)?.to ?? to };
}

function clausesOf(words: readonly Word[], rules: ApologyRules): readonly WordRange[] {
  const joints = new Set(foundIn(words, rules.joints).map(([from]) => from));
  const starts = words.flatMap(({ text }, at) => {
    if (at === 0 || joints.has(at)) return [at];
    return clauseSigns.has(text) ? [at + 1] : [];
  });
  return starts.map((from, index) => [from, starts[index + 1] ?? words.length]);
}
