import type { Clock } from '@/lib/core/clock';
import { kept } from '@/lib/core/kept';
import type { Phrase } from '@/lib/core/phrase';

const numbers = kept((locale) => new Intl.NumberFormat(locale));
const plurals = kept((locale) => new Intl.PluralRules(locale));

/** A number as the locale writes it. */
export function sayNumber(value: number, locale: string): string {
  return numbers(locale).format(value);
}

/** "1 day", "30 days". */
export function daysPhrase(days: number, locale: string): Phrase {
  return { key: isOne(days, locale) ? 'daysOne' : 'daysOther', values: [sayNumber(days, locale)] };
}

/** The cadence in force, and whose it is: "Every 30 days, as for Norrsken". */
export function cadencePhrase({ cadenceDays, cadenceFrom, cadenceOf = '' }: Clock, locale: string): Phrase {
  if (cadenceDays === undefined) return { key: 'cadenceNone' };
  const every: Phrase =
    cadenceDays === 1 ? { key: 'pageCadenceDaily' } : { key: 'pageCadence', values: [sayNumber(cadenceDays, locale)] };
  if (cadenceFrom === 'account') return { key: 'cadenceFromAccount', values: [every, cadenceOf] };
  if (cadenceFrom === 'tag') return { key: 'cadenceFromTag', values: [every, cadenceOf] };
  return cadenceFrom === 'stage' ? { key: 'cadenceFromStage', values: [every] } : every;
}

/** Does the language use its singular for that number? */
export function isOne(value: number, locale: string): boolean {
  return plurals(locale).select(value) === 'one';
}

const titles = new Set(
  'dr dr. prof prof. mr mr. mrs mrs. ms ms. mx mx. herr frau hr. fr. m. mme mlle sr. sra. ing. dipl.-ing. mag.'.split(
    ' ',
  ),
);

/** The name to call a person by in a sentence; the whole name where it is not clear which part that is. */
export function firstName(name: string): string {
  const [family = '', given] = name.split(',').map((part) => part.trim());
  const words = (given || family).split(/\s+/).filter((word) => !titles.has(word.toLowerCase()));
  const first = words[0] ?? '';
  // Initials ("J. Smith") and scripts that put the family first are said in full.
  const unclear = [...first.replace('.', '')].length < 2 || /[\p{Script=Han}\p{Script=Hangul}]/u.test(first);
  return unclear ? name.trim() : first;
}
