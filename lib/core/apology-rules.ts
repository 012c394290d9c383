import type { Spelling, Word } from '@/lib/core/plain-words';
import { findRanges, type PatternList, readPatterns, type WordClasses, type WordRange } from '@/lib/core/word-pattern';

/** The six parts of an apology that works; only responsibility and repair are required. */
export const apologyParts = ['regret', 'explanation', 'responsibility', 'repentance', 'repair', 'forgiveness'] as const;

/** One of the six parts. */
export type ApologyPart = (typeof apologyParts)[number];

/** Ways in which a phrase weakens an apology. */
export const weakKinds = [
  'condition',
  'feelings',
  'hidden',
  'reader',
  'others',
  'denial',
  'small',
  'half',
  'mocking',
  'grovelling',
  'promises',
  'stock',
  'aside',
] as const;

/** One of these ways. `aside`: a statement beside the point, in a text that nowhere says whose failure it was. */
export type WeakKind = (typeof weakKinds)[number];

/** Patterns that say a thing, and patterns over which it does not count; `WordPattern` explains how they are written. */
interface Saying {
  readonly says: readonly string[];
  readonly unless?: readonly string[];
}

interface WeakSaying extends Saying {
  /** What counts only as long as the text nowhere says whose failure it was: "the order was not processed". */
  readonly whileUnowned?: readonly string[];
  /** A better phrase, in the language of the mail. */
  readonly better: string;
}

/** All that is known about apologies in one language: another language is another file of this form. */
export interface ApologyLanguage {
  readonly spelling: Spelling;
  readonly classes: WordClasses;
  readonly parts: Readonly<Record<ApologyPart, Saying>>;
  readonly weak: Readonly<Record<WeakKind, WeakSaying>>;
  /** What the writer's side did: told beside a remedy, and with nothing weak in the text, it takes responsibility too. */
  readonly acts: Saying;
  /** What is done or will be: told beside an admission, and with nothing weak in the text, it is a remedy too. */
  readonly remedies: Saying;
  /** A day or a time of day that is still to come, or today. */
  readonly dates: Saying;
  /** Words that begin another clause. */
  readonly joints: Saying;
  /** What makes a clause a statement: a verb. */
  readonly statements: Saying;
  /** What weakens no apology: thanks, wishes, offers to talk. */
  readonly harmless: Saying;
  /** What makes a statement an excuse even in a text that repairs, whose writer has perhaps owned up in other words. */
  readonly excuses: Saying;
  /** "Dear ,": a place where a name should stand. */
  readonly emptyFields: Saying;
}

/** Patterns made ready. */
export interface Finder {
  readonly says: PatternList;
  readonly unless: PatternList;
}

/** Patterns of one kind of weak phrase made ready. */
export interface WeakFinder {
  readonly kind: WeakKind;
  readonly always: Finder;
  readonly whileUnowned: Finder;
  readonly better: string;
}

type Other = 'acts' | 'remedies' | 'dates' | 'joints' | 'statements' | 'harmless' | 'excuses' | 'emptyFields';

/** A language made ready for the checker. */
export interface ApologyRules extends Readonly<Record<Other, Finder>> {
  readonly spelling: Spelling;
  readonly parts: Readonly<Record<ApologyPart, Finder>>;
  readonly weak: readonly WeakFinder[];
}

/** Makes a language ready, which is worth doing only once; a mistake in its patterns throws. */
export function readApologyRules(language: ApologyLanguage): ApologyRules {
  const finder = ({ says, unless = [] }: Saying): Finder => ({
    says: readPatterns(says, language.classes),
    unless: readPatterns(unless, language.classes),
  });
  const weakFinder = (kind: WeakKind): WeakFinder => {
    const { whileUnowned = [], unless, better } = language.weak[kind];
    return { kind, better, always: finder(language.weak[kind]), whileUnowned: finder({ says: whileUnowned, unless }) };
  };
  return {
    spelling: language.spelling,
    parts: byPart((part) => finder(language.parts[part])),
    weak: weakKinds.map(weakFinder),
    acts: finder(language.acts),
    remedies: finder(language.remedies),
    dates: finder(language.dates),
    joints: finder(language.joints),
    statements: finder(language.statements),
    harmless: finder(language.harmless),
    excuses: finder(language.excuses),
    emptyFields: finder(language.emptyFields),
  };
}

/** Something for each of the six parts. */
export function byPart<T>(make: (part: ApologyPart) => T): Record<ApologyPart, T> {
  return {
    regret: make('regret'),
    explanation: make('explanation'),
    responsibility: make('responsibility'),
    repentance: make('repentance'),
    repair: make('repair'),
    forgiveness: make('forgiveness'),
  };
}

/** Where it is said, apart from places that a pattern to the contrary touches. */
export function foundIn(words: readonly Word[], { says, unless }: Finder): readonly WordRange[] {
  const ranges = findRanges(says, words);
  if (ranges.length === 0) return ranges;
  const contrary = findRanges(unless, words);
  return ranges.filter(([from, to]) => !contrary.some((other) => other[0] < to && from < other[1]));
}
