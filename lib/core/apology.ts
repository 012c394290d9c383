import { readSentences } from '@/lib/core/apology-reading';
import { type ApologyPart, type ApologyRules, byPart, foundIn } from '@/lib/core/apology-rules';
import { type ApologySentence, spansOf, type WeakWords } from '@/lib/core/apology-sentence';
import { weakTexts } from '@/lib/core/apology-texts';
import { ownText } from '@/lib/core/own-text';
import type { MessageKey } from '@/lib/core/phrase';
import { plainSentences, type Word } from '@/lib/core/plain-words';
import type { Span } from '@/lib/core/sentence-spans';

/** Words that weaken the apology, and how to do without them. */
export interface WeakPhrase extends WeakWords {
  /** Why they weaken it, for the person who writes. */
  readonly why: MessageKey;
}

/** Where the text says a part of an apology; nowhere if it is missing. */
export interface PartFound {
  readonly found: boolean;
  readonly where: readonly Span[];
}

/** The parts without which it is no apology. */
export type RequiredPart = 'responsibility' | 'repair';

/** What an apology has, what it lacks and what weakens it. */
export interface ApologyCheck {
  readonly parts: Readonly<Record<ApologyPart, PartFound>>;
  /** Does the remedy name a day or a time of day? */
  readonly repairDate: boolean;
  /** In the order of the text; none overlaps another. */
  readonly weak: readonly WeakPhrase[];
  /** Merge fields that nobody has filled in, and "Dear ,". */
  readonly emptyFields: readonly Span[];
  /** The required parts that are not there. */
  readonly missing: readonly RequiredPart[];
  /** Nothing required is missing, nothing weakens it, and no field is empty. */
  readonly good: boolean;
}

const required: readonly RequiredPart[] = ['responsibility', 'repair'];
/** `{{firstName}}`, `{name}`, `[date]`, `<Name>`, `%NAME%`, `____`, `XXX`. */
const fields =
  /\{\{[^{}\n]{0,80}\}\}|\{\p{L}[^{}\n]{0,60}\}|\[\p{L}[^[\]\n]{0,60}\]|<\p{L}[^<>@:/\n]{0,60}>|%\p{L}[\p{L}_]{1,40}%|_{3,80}|\bX{3,80}\b/gu;

/** Reads an apology while it is being written: only the writer's own text counts, not quotes and not the signature. */
export function checkApology(text: string, rules: ApologyRules): ApologyCheck {
  const own = ownText(text);
  const sentences = plainSentences(own, rules.spelling);
  const read = readSentences(sentences, rules);
  const parts = byPart((part): PartFound => {
    const where = joined(read.flatMap(({ says }) => says[part]));
    return { found: where.length > 0, where };
  });
  const weak = apart(read.flatMap((sentence) => sentence.weak)).map((words) => ({
    ...words,
    why: weakTexts[words.kind],
  }));
  const emptyFields = emptyIn(own, sentences, rules);
  const missing = required.filter((part) => !parts[part].found);
  return {
    parts,
    repairDate: read.some((sentence) => isDated(sentence, rules)),
    weak,
    emptyFields,
    missing,
    good: missing.length + weak.length + emptyFields.length === 0,
  };
}

function isDated({ words, says }: ApologySentence, rules: ApologyRules): boolean {
  return says.repair.length > 0 && foundIn(words, rules.dates).length > 0;
}

function emptyIn(own: string, sentences: readonly (readonly Word[])[], rules: ApologyRules): readonly Span[] {
  const marked = [...own.matchAll(fields)].map(({ 0: field, index }) => ({ from: index, to: index + field.length }));
  const unnamed = sentences.flatMap((words) => spansOf(foundIn(words, rules.emptyFields), words));
  return joined([...marked, ...unnamed]);
}

/** Phrases that overlap made one, of the kind of the longer; in the order of the text. */
function apart(phrases: readonly WeakWords[]): readonly WeakWords[] {
  return merged(phrases, (one, other) => (other.to - other.from > one.to - one.from ? other : one));
}

function joined(spans: readonly Span[]): readonly Span[] {
  return merged(spans, (one) => one);
}

function merged<T extends Span>(spans: readonly T[], choose: (one: T, other: T) => T): T[] {
  const apart: T[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = apart.at(-1);
    if (last === undefined || last.to <= span.from) apart.push(span);
    else apart[apart.length - 1] = { ...choose(last, span), from: last.from, to: Math.max(last.to, span.to) };
  }
  return apart;
}
