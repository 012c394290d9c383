import { civilDate, type DaysOff } from '@/lib/core/calendar';
import type { Reader } from '@/lib/core/day-words';
import type { CalendarDate, Instant, Ulid } from '@/lib/core/model';
import type { Phrase } from '@/lib/core/phrase';
import type { DatedPromise } from '@/lib/core/promise';
import type { ErrorKey, Hello } from '@/lib/messaging/protocol';

/** Everything a service needs beside database and request; tests hand in their own. */
export interface ServiceContext {
  now(): Instant;
  newId(): Ulid;
  readonly deviceId: string;
  readonly timeZone: string;
  /** Locale for dates, numbers and the weekend. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  text(phrase: Phrase): string;
  /** Every text the page runtime shows, with `$1` … left in place. */
  pageTexts(): Hello['texts'];
  /** Who asked: the page's origin (ours for our own pages) and its tab, -1 without one, with the address it shows. */
  readonly caller: {
    readonly origin: string;
    readonly tabId: number;
    readonly tabUrl?: string;
    readonly isOurs: boolean;
  };
  /** What a text sent on that day promises. Asynchronous, because what finds it may have to be loaded first. */
  findPromises(text: string, sentOn: CalendarDate, off: DaysOff): Promise<readonly DatedPromise[]>;
  /** Called under the write lock after each commit, with the number of new rows. */
  committed(added: number): Promise<void>;
}

/** A request that is well formed and cannot be carried out. Nothing was written. */
export class Refusal extends Error {
  constructor(readonly key: ErrorKey) {
    super(key);
    this.name = 'Refusal';
  }
}

/** For whom core puts things into words. */
export function readerOf(context: Pick<ServiceContext, 'now' | 'timeZone' | 'locale'>): Reader {
  const { timeZone, locale } = context;
  const now = context.now();
  return { now, today: civilDate(now, timeZone), timeZone, locale };
}
