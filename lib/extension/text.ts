import { browser } from 'wxt/browser';
import { fillIn, type MessageKey, type Phrase, say } from '@/lib/core/phrase';
import { isOne, sayNumber } from '@/lib/core/wording';

/** `browser.i18n` without WXT's one overload per key, which a union of keys cannot call. */
interface MessageSource {
  getMessage(key: string, values?: string[]): string;
}

const places = ['$1', '$2', '$3', '$4', '$5', '$6', '$7', '$8', '$9'];
/**
 * Messages with their places left in, and who said them: to ask the browser for each text of a long list takes longer than
 * to draw it.
 */
let known = new Map<MessageKey, string>();
let knownFrom: unknown;

function lookup(key: MessageKey, values: string[]): string {
  const source: MessageSource = browser.i18n;
  if (knownFrom !== source.getMessage) {
    knownFrom = source.getMessage;
    known = new Map();
  }
  const message = known.get(key) ?? source.getMessage(key, places);
  known.set(key, message);
  return fillIn(message, values);
}

/** The message of that key, with `$1`, `$2` … filled in; numbers are written by the locale's rules. */
export function text(key: MessageKey, ...values: readonly (string | number)[]): string {
  return lookup(
    key,
    values.map((value) => (typeof value === 'number' ? sayNumber(value, locale()) : value)),
  );
}

/** A phrase of the core in the words of the interface language. */
export function phrase(words: Phrase): string {
  return say(words, lookup);
}

/** `one` or `other` by the language's own rule for that number, which becomes `$1`. */
export function countText(
  count: number,
  one: MessageKey,
  other: MessageKey,
  ...values: readonly (string | number)[]
): string {
  return text(isOne(count, locale()) ? one : other, count, ...values);
}

/** The round number below one that was not counted to its end: nobody says "212 or more". */
export function roundNumber(count: number): number {
  return count - (count % (count < 100 ? 10 : 100));
}

/** A count by itself; `capped`: there are at least so many. */
export function numberText(count: number, capped = false): string {
  return capped ? text('atLeast', roundNumber(count)) : text('number', count);
}

/**
 * The locale for dates and numbers: the browser's own (which knows the country) where it speaks the language of the
 * messages, else that language, so that no sentence mixes two.
 */
export function locale(): string {
  const spoken = text('languageTag');
  const wanted = browser.i18n.getUILanguage();
  return wanted === spoken || wanted.startsWith(`${spoken}-`) ? wanted : spoken;
}

/** Writing direction of the messages, which need not be the browser's. */
export function direction(): 'ltr' | 'rtl' {
  return text('languageDirection') === 'rtl' ? 'rtl' : 'ltr';
}
