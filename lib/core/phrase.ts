import type messages from '@/public/_locales/en/messages.json';

/** Every visible string has a key in `public/_locales/en/messages.json`; a wrong key does not compile. */
export type MessageKey = keyof typeof messages;

/** A text before it is put into words: a key and its values, which may be phrases themselves. */
export interface Phrase {
  readonly key: MessageKey;
  readonly values?: readonly (string | number | Phrase)[];
}

/** Looks a message up and fills in `$1`, `$2` …; the browser's `i18n.getMessage` or a test's stand-in. */
export type Lookup = (key: MessageKey, values: string[]) => string;

/** A message with its places `$1` … `$9` filled in; a value is never taken for a place. */
export function fillIn(message: string, values: readonly (string | number)[]): string {
  return message.replace(/\$([1-9])/g, (_, place: string) => String(values[Number(place) - 1] ?? ''));
}

/** The phrase in words. Numbers are written by the locale's own rules at the place where the phrase is made. */
export function say(phrase: Phrase, lookup: Lookup): string {
  const values = (phrase.values ?? []).map((value) => (typeof value === 'object' ? say(value, lookup) : String(value)));
  return lookup(phrase.key, values);
}
