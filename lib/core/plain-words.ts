import type { Span } from '@/lib/core/sentence-spans';

/** A word of a text in its plain form, or a sign of punctuation, and where it stands. */
export interface Word extends Span {
  readonly text: string;
}

/** How the words of a language are read. */
export interface Spelling {
  /** Written forms and the words that they stand for: "won't" for "will not". */
  readonly forms: Readonly<Record<string, string>>;
  /** Endings and the words that they stand for: "n't" for "not". */
  readonly endings: Readonly<Record<string, string>>;
  /** Words after which a full stop ends no sentence, separated by blanks. */
  readonly abbreviations: string;
}

/** A word with its apostrophes, "7.30", "p.m", or one sign. */
const pieces =
  /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}'’‘]|(?<=\d)[.:,](?=\d)|(?<=(?<!\p{L})\p{L})\.(?=\p{L}(?!\p{L})))*|[^\s\p{L}\p{N}]/gu;
const enders = new Set(['.', '!', '?', ';', '…']);
const dashes = new Set(['-', '–', '—', '‐', '‑']);
const quotes = new Set(['"', '“', '”', '„', '«', '»']);
/** Longer ones are cut, so that the time to judge a text grows with its length only. */
const longestSentence = 120;

/**
 * The sentences of a text as their words: in small letters, contractions written out, hyphens inside words left out.
 * A semicolon ends a sentence too. A contraction becomes several words at one place.
 */
export function plainSentences(text: string, spelling: Spelling): readonly (readonly Word[])[] {
  const abbreviations = new Set(spelling.abbreviations.split(' '));
  const sentences: Word[][] = [[]];
  let from = 0;
  for (const line of text.split('\n')) {
    if (startsAnew(line, sentences.at(-1) ?? [])) sentences.push([]);
    for (const word of wordsOf(line, from, spelling)) {
      const sentence = sentences.at(-1) ?? [];
      if (word.text === '.' && abbreviations.has(sentence.at(-1)?.text ?? '')) continue;
      sentence.push(word);
      if (enders.has(word.text) || sentence.length >= longestSentence) sentences.push([]);
    }
    from += line.length + 1;
  }
  return sentences.filter((sentence) => sentence.length > 0);
}

/** A blank line, an item of a list, and what follows "Dear Ann,"; other lines go on, since mail is wrapped. */
function startsAnew(line: string, sentence: readonly Word[]): boolean {
  const isSalutation = sentence.length <= 6 && /^[,:]$/.test(sentence.at(-1)?.text ?? '');
  return isSalutation || line.trim() === '' || /^\s*(?:[-*•]|\d{1,2}[.)])\s/.test(line);
}

function wordsOf(line: string, start: number, spelling: Spelling): Word[] {
  return [...line.matchAll(pieces)].flatMap(({ 0: piece, index }) => {
    if (dashes.has(piece) && joins(line, index)) return [];
    const from = start + index;
    return plainWords(piece, spelling).map((text) => ({ text, from, to: from + piece.length }));
  });
}

/** Does the sign stand between two letters? */
function joins(line: string, at: number): boolean {
  return at > 0 && /^[\p{L}\p{N}].[\p{L}\p{N}]/u.test(line.slice(at - 1, at + 2));
}

function plainWords(piece: string, { forms, endings }: Spelling): string[] {
  if (dashes.has(piece)) return ['-'];
  if (quotes.has(piece)) return ['"'];
  const plain = piece.normalize('NFKC').toLowerCase().replace(/[’‘]/g, "'");
  const form = Object.hasOwn(forms, plain) ? forms[plain] : undefined;
  if (form !== undefined) return form.split(' ');
  const apostrophe = plain.lastIndexOf("'");
  for (const ending of apostrophe > 0 ? [plain.slice(apostrophe - 1), plain.slice(apostrophe)] : []) {
    const meant = Object.hasOwn(endings, ending) ? endings[ending] : undefined;
    if (meant !== undefined) return [plain.slice(0, -ending.length), meant];
  }
  return [plain.replaceAll("'", '')];
}
