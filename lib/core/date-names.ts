/** What the words in a date mean in one language, learned from `Intl` rather than kept in tables. */
export interface DateNames {
  /** 1–12; a name like Italian "mar" can be a month and a weekday. */
  readonly months: ReadonlyMap<string, number>;
  /** 0 = Sunday … 6 = Saturday. */
  readonly weekdays: ReadonlyMap<string, number>;
  /** "am" and "pm" words: does the word mean the second half of the day? */
  readonly halves: ReadonlyMap<string, boolean>;
  /** "today", "yesterday" and so on, with days from today; longest first. */
  readonly relatives: readonly (readonly [string, number])[];
  /** Words without a meaning of their own: "at", "de", "г". */
  readonly fillers: ReadonlySet<string>;
  /** Is the time written `9.05`, as in Finland and Denmark? */
  readonly dottedTime: boolean;
  /** Do dates in digits begin with the month? `undefined`: the language names no country. */
  readonly monthFirst?: boolean;
}

const cache = new Map<string, DateNames>();
/** A page could claim any number of languages. */
const maxCached = 20;

/** Said by web applications, but not by `Intl`. */
const alsoSaid: readonly (readonly [string, number])[] = [
  ['dziś', 0],
  ['idag', 0],
  ['igår', -1],
  ['今日', 0],
  ['昨日', -1],
];

/** Lower case, one kind of blank, apostrophe and digit; no invisible marks, no full stops after words. */
export function plainDate(text: string): string {
  return text
    .slice(0, 200)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F]/g, (digit) => String(digitOf(digit.charCodeAt(0))))
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/\s+/g, ' ')
    .replace(/(?<!\p{L})([ap])\. ?m\b\.?/gu, '$1m')
    .replace(/(\p{L})\./gu, '$1 ')
    .trim();
}

function digitOf(code: number): number {
  return code >= 0x966 ? code - 0x966 : code >= 0x6f0 ? code - 0x6f0 : code - 0x660;
}

/** The words of a plain date text. */
export function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{M}'׳״]+/gu) ?? [];
}

/** The names of the page's language, and of English, in which many pages write dates regardless. */
export function dateNamesOf(language: string): DateNames {
  const known = cache.get(language);
  if (known) return known;
  if (cache.size >= maxCached) cache.clear();
  const made = learn([supported(language), 'en-GB', 'en-US']);
  cache.set(language, made);
  return made;
}

function supported(language: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language.slice(0, 35).replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

const monthForms: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'short' },
  { day: 'numeric', month: 'long' },
  { day: 'numeric', month: 'short' },
  { dateStyle: 'long' },
  { dateStyle: 'medium' },
];

const wholeForms: readonly Intl.DateTimeFormatOptions[] = [
  { dateStyle: 'full', timeStyle: 'short' },
  { dateStyle: 'long', timeStyle: 'short' },
  { dateStyle: 'medium', timeStyle: 'short' },
];

function learn(locales: readonly string[]): DateNames {
  const months = new Map<string, number>();
  const weekdays = new Map<string, number>();
  const halves = new Map<string, boolean>();
  const fillers = new Set(['kl', 'klo', 'saat', 'at', 'um', 'o', 'den', 'the', 'of', 'on']);
  for (const locale of locales) {
    const inMonths = meanings(locale, monthForms, 12, (index) => Date.UTC(2026, index, 15, 12));
    // 2026-02-01 was a Sunday.
    const inWeek = meanings(locale, [{ weekday: 'long' }, { weekday: 'short' }], 7, (index) =>
      Date.UTC(2026, 1, 1 + index, 12),
    );
    const inDay = meanings(locale, [{ hour: 'numeric', hour12: true }], 24, (index) => Date.UTC(2026, 1, 1, index));
    addUnique(months, inMonths, (index) => index + 1);
    addUnique(weekdays, inWeek, (index) => index);
    for (const [word, at] of inDay) {
      const late = at.filter((hour) => hour >= 12).length;
      if (!halves.has(word) && (late === 0 || late === at.length)) halves.set(word, late > 0);
    }
    const whole = meanings(locale, wholeForms, 24, (index) => Date.UTC(2026, index % 12, 15, index));
    for (const word of [...inMonths.keys(), ...whole.keys()]) fillers.add(word);
  }
  // What Intl writes around the names has no meaning of its own.
  for (const word of [...months.keys(), ...weekdays.keys(), ...halves.keys()]) fillers.delete(word);
  return {
    months,
    weekdays,
    halves,
    fillers,
    relatives: relativesOf(locales),
    dottedTime: writesDottedTime(locales[0]),
    monthFirst: writesMonthFirst(locales[0]),
  };
}

/** Which of the dates made by `at` a word shows up in: a name in one of them, a filler in all. */
function meanings(
  locale: string,
  forms: readonly Intl.DateTimeFormatOptions[],
  count: number,
  at: (index: number) => number,
): ReadonlyMap<string, number[]> {
  const found = new Map<string, number[]>();
  for (const form of forms) {
    const format = new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, { ...form, timeZone: 'UTC' });
    for (let index = 0; index < count; index++) {
      for (const word of wordsIn(plainDate(format.format(at(index))))) {
        const seen = found.get(word) ?? [];
        if (!seen.includes(index)) found.set(word, [...seen, index]);
      }
    }
  }
  return found;
}

function addUnique(
  names: Map<string, number>,
  words: ReadonlyMap<string, readonly number[]>,
  toValue: (index: number) => number,
): void {
  for (const [word, at] of words) {
    if (at.length === 1 && at[0] !== undefined && !names.has(word)) names.set(word, toValue(at[0]));
  }
}

function writesDottedTime(locale: string | undefined): boolean {
  return /^\d{1,2}\.\d{2}/.test(new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }).format(0));
}

function writesMonthFirst(locale = ''): boolean | undefined {
  if (!/-[A-Z]{2}$/.test(locale)) return undefined;
  const kinds = new Intl.DateTimeFormat(`${locale}-u-ca-gregory`).formatToParts(0).map(({ type }) => type);
  return kinds[0] === 'year' ? undefined : kinds.indexOf('month') < kinds.indexOf('day');
}

function relativesOf(locales: readonly string[]): readonly (readonly [string, number])[] {
  const said = locales.flatMap((locale) => {
    const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
    return [0, -1, 1, -2].map((days): readonly [string, number] => [plainDate(format.format(days, 'day')), days]);
  });
  // Where a language has no word of its own it counts ("2 days ago"); that is not a name.
  const names = [...said, ...alsoSaid].filter(([word]) => !/\d/.test(word));
  return names.sort(([a], [b]) => b.length - a.length);
}
