import type { Word } from '@/lib/core/plain-words';

/**
 * A run of words to look for, as the rules of a language write it. Its items, separated by blanks:
 * `word`, `one|other`, `stem*`, `*ending`, `@class`, `#` (starts with a digit), `*` (any word); `item?` may be missing;
 * `~3` up to three words of the same clause, `~~3` also across commas; `!item` something else follows, `-item` something
 * else stands before; `^` and `$` are the ends of the sentence, `<` is the start of a clause, also after a word of `@joint`.
 * From each place it reads a bounded number of words: the time to search grows with the length of the text, no faster.
 */
export type WordPattern = readonly Item[];

type Item =
  | { readonly kind: 'word'; readonly words: WordSet; readonly optional: boolean }
  | { readonly kind: 'gap'; readonly most: number; readonly wide: boolean }
  | { readonly kind: 'not'; readonly words: WordSet; readonly offset: 0 | -1 }
  | { readonly kind: 'edge'; readonly edge: string; readonly joints: WordSet };

interface WordSet {
  readonly exact: ReadonlySet<string>;
  readonly starts: readonly string[];
  readonly ends: readonly string[];
  readonly number: boolean;
  readonly any: boolean;
}

/** Lists of words, separated by blanks, that patterns refer to as `@name`. */
export type WordClasses = Readonly<Record<string, string>>;

/** Patterns sorted by a word that they need, so that only few of them are tried on a sentence. */
export interface PatternList {
  readonly byWord: ReadonlyMap<string, readonly WordPattern[]>;
  readonly others: readonly WordPattern[];
}

/** The words of a sentence from the first place to before the second. */
export type WordRange = readonly [from: number, to: number];

/** Signs between the clauses of a sentence. */
export const clauseSigns: ReadonlySet<string> = new Set([',', ':', '-', '(', ')', '"']);

/** Makes patterns ready; a class that does not exist is a mistake in the rules and throws. */
export function readPatterns(sources: readonly string[], classes: WordClasses): PatternList {
  const byWord = new Map<string, WordPattern[]>();
  const others: WordPattern[] = [];
  for (const source of sources) {
    const pattern = source.split(' ').map((item) => readItem(item, classes));
    const words = neededWords(pattern);
    if (words === undefined) others.push(pattern);
    for (const word of words ?? []) {
      const list = byWord.get(word);
      if (list) list.push(pattern);
      else byWord.set(word, [pattern]);
    }
  }
  return { byWord, others };
}

/** Where any of the patterns matches, each time as far as it reaches, in the order of the sentence. */
export function findRanges({ byWord, others }: PatternList, words: readonly Word[]): WordRange[] {
  const patterns = new Set(others);
  for (const { text } of words) for (const pattern of byWord.get(text) ?? []) patterns.add(pattern);
  const ranges: WordRange[] = [];
  for (const pattern of patterns) {
    for (let from = 0; from < words.length; from++) {
      const to = endOf(pattern, words, from);
      if (to !== undefined && to > from) ranges.push([from, to]);
    }
  }
  return ranges.sort((a, b) => a[0] - b[0]);
}

function readItem(item: string, classes: WordClasses): Item {
  if (/^[\^$<]$/.test(item)) return { kind: 'edge', edge: item, joints: readWords('@joint', classes) };
  const gap = /^(~~?)(\d+)$/.exec(item);
  if (gap) return { kind: 'gap', most: Number(gap[2]), wide: gap[1] === '~~' };
  const not = /^([!-])(.+)$/.exec(item);
  if (not) return { kind: 'not', words: readWords(not[2] ?? '', classes), offset: not[1] === '!' ? 0 : -1 };
  const optional = /[^|]\?$/.test(item);
  return { kind: 'word', words: readWords(optional ? item.slice(0, -1) : item, classes), optional };
}

function readWords(item: string, classes: WordClasses): WordSet {
  const words = item.split('|').flatMap((word) => membersOf(word, classes));
  return {
    exact: new Set(words.filter((word) => word.length === 1 || !word.includes('*'))),
    starts: words.filter((word) => word.length > 1 && word.endsWith('*')).map((word) => word.slice(0, -1)),
    ends: words.filter((word) => word.length > 1 && word.startsWith('*')).map((word) => word.slice(1)),
    number: words.includes('#'),
    any: words.includes('*'),
  };
}

function membersOf(word: string, classes: WordClasses): string[] {
  if (!word.startsWith('@')) return [word];
  const members = classes[word.slice(1)];
  if (members === undefined) throw new Error(`No class of words is called ${word}.`);
  return members.split(' ');
}

/** Words of which a pattern needs one, rather rare ones, which are long; `undefined`: there are none such. */
function neededWords(pattern: WordPattern): readonly string[] | undefined {
  const sets = pattern.flatMap((item) => (item.kind === 'word' && !item.optional ? [item.words] : []));
  const exact = sets.flatMap(({ exact: words, starts, ends, number, any }) =>
    starts.length + ends.length > 0 || number || any ? [] : [[...words]],
  );
  const shortest = (words: readonly string[]) => Math.min(...words.map((word) => word.length));
  return exact.toSorted((a, b) => shortest(b) - shortest(a))[0];
}

function endOf(pattern: WordPattern, words: readonly Word[], from: number): number | undefined {
  let places: readonly number[] = [from];
  for (const item of pattern) {
    const [place] = places;
    if (places.length === 1 && place !== undefined) places = placesAfter(item, words, place);
    else places = [...new Set(places.flatMap((one) => placesAfter(item, words, one)))];
    if (places.length === 0) return undefined;
  }
  return Math.max(...places);
}

/** Where one can stand behind an item that begins at a place. */
function placesAfter(item: Item, words: readonly Word[], place: number): readonly number[] {
  if (item.kind === 'edge') return isEdge(item, words, place) ? [place] : [];
  if (item.kind === 'not') return holds(item.words, words[place + item.offset]) ? [] : [place];
  if (item.kind === 'gap') return gapsFrom(place, item, words);
  const after = holds(item.words, words[place]) ? [place + 1] : [];
  return item.optional ? [place, ...after] : after;
}

function gapsFrom(place: number, { most, wide }: Item & { kind: 'gap' }, words: readonly Word[]): number[] {
  const places = [place];
  for (let at = place; at < place + most; at++) {
    const word = words[at];
    if (word === undefined || (!wide && clauseSigns.has(word.text))) break;
    places.push(at + 1);
  }
  return places;
}

function isEdge({ edge, joints }: Item & { kind: 'edge' }, words: readonly Word[], place: number): boolean {
  if (edge === '$') return place >= words.length || /^[.!?;…]$/.test(words[place]?.text ?? '');
  const before = words[place - 1];
  if (before === undefined || edge === '^') return before === undefined;
  return clauseSigns.has(before.text) || holds(joints, before);
}

function holds({ exact, starts, ends, number, any }: WordSet, word: Word | undefined): boolean {
  if (word === undefined) return false;
  const { text } = word;
  if (exact.has(text) || (number && /^\d/.test(text)) || (any && /^[\p{L}\p{N}]/u.test(text))) return true;
  if (starts.some((start) => text.startsWith(start))) return true;
  return ends.some((end) => text.length > end.length + 1 && text.endsWith(end));
}
