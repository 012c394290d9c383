import type { DatedWords } from '@/lib/core/day-phrases';
import type { CalendarDate } from '@/lib/core/model';
import { ownText } from '@/lib/core/own-text';
import { clausesOf } from '@/lib/core/promise-days';
import { headsOf, mayPromise } from '@/lib/core/promise-reach';
import { promiseTitle } from '@/lib/core/promise-title';
import { type Span, sentenceSpans } from '@/lib/core/sentence-spans';

/** Something the writer of a text has promised for a day. */
export interface DatedPromise extends Span {
  /** The promise as it stands in the text, from `from` to `to`. */
  readonly words: string;
  /** The last day on which it is kept. */
  readonly on: CalendarDate;
  /** A short title for the follow-up: "send the quote". */
  readonly about: string;
}
/** Finds the words that name days in a piece of text sent on a day, in order and without overlaps. */
export type DateReader = (text: string, sentOn: CalendarDate) => readonly DatedWords[];

/** Nobody writes by hand what is longer. */
const longestText = 20_000;
const longestSentence = 1_000;

/**
 * What the writer of an English mail promises for a day: "I'll send it by Friday". Rather none than a wrong one: no
 * questions, requests, offers, hedges, quotes, no absence, nobody else's deadline.
 */
export function promisesIn(text: string, sentOn: CalendarDate, readDates: DateReader): readonly DatedPromise[] {
  const own = ownText(text.slice(0, longestText));
  return sentenceSpans(own).flatMap(({ from, to }) => {
    const sentence = own.slice(from, to).replaceAll('\n', ' ');
    if (sentence.length > longestSentence || !mayPromise(sentence)) return [];
    const dates = readDates(sentence, sentOn);
    if (dates.length === 0) return [];
    return headsOf(sentence, dates)
      .flatMap((head) => clausesOf(sentence, head, dates, sentOn))
      .map((clause) => ({
        from: from + clause.from,
        to: from + clause.to,
        on: clause.on,
        words: text.slice(from + clause.from, from + clause.to),
        about: promiseTitle(text.slice(from + clause.from, from + clause.to), {
          from: clause.when.from - clause.from,
          to: clause.when.to - clause.from,
        }),
      }));
  });
}
