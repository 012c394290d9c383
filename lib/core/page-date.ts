import type { Instant } from '@/lib/core/model';

/** A date as read from a page. */
export interface ReadDate {
  readonly at: Instant;
  readonly precision: 'instant' | 'day';
}
/** What a page date depends on. */
export interface DateContext {
  /** BCP 47 language of the page. */
  readonly language: string;
  readonly now: Instant;
  readonly timeZone: string;
}

/** A date as the page shows it; `undefined` rather than a guess. */
export function readPageDate(_text: string, _context: DateContext): ReadDate | undefined {
  return undefined;
}

/** The instant hidden in a message id; `undefined` where the id carries none. */
export function instantOfId(id: string): Instant | undefined {
  const found = /^gmail:([0-9a-f]{1,20})$/i.exec(id)?.[1];
  if (!found) return undefined;
  const number = found.length === 16 ? BigInt(`0x${found}`) : /^\d+$/.test(found) ? BigInt(found) : undefined;
  return number === undefined ? undefined : Number(number >> 20n);
}
