import { type Reader, whenPhrase } from '@/lib/core/day-words';
import type { CalendarDate } from '@/lib/core/model';
import { phrase } from '@/lib/extension/text';

/** A day inside a sentence: "today", "on Friday", "on 1 Nov". */
export function whenText(on: CalendarDate, reader: Reader): string {
  const when = whenPhrase(on, reader);
  return typeof when === 'string' ? when : phrase(when);
}
