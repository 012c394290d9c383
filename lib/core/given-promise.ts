import type { CalendarDate, Instant, RowStamp, Ulid } from '@/lib/core/model';

/** What was found in a mail that the user sent: the least that an offer needs, and never the mail's text. */
export interface FoundPromise {
  /** A hash of contact, day and what it is about: the same promise made twice is one. */
  readonly id: string;
  readonly contactId: Ulid;
  /** The sentence in the user's own words, at most 200 characters. */
  readonly words: string;
  /** A short title: "send the quote". */
  readonly about: string;
  /** The last day on which it is kept. */
  readonly dueOn: CalendarDate;
}

/** A dated promise of the user's own to a contact. How it stands is worked out by `promiseState`. */
export interface GivenPromise extends FoundPromise, RowStamp {
  /** The interaction of the mail it was in, as it was known when the mail went out. */
  readonly mailId: string;
  /** When that mail went out. */
  readonly madeAt: Instant;
  /** The last day of the offer to keep it as a follow-up. `undefined` once it was answered. */
  readonly offeredUntilOn?: CalendarDate;
  /** The user's answer to the offer. `declined`: it is no promise, or it was called off in time. */
  readonly answer?: 'accepted' | 'declined';
  /** The follow-up by which it is remembered. */
  readonly followUpId?: Ulid;
  /** The user's own word on how it ended, and when it was said. */
  readonly outcome?: 'kept' | 'broken';
  readonly settledAt?: Instant;
}

/** An accepted promise that counts as broken, as a contact's clock keeps it. */
export interface BrokenPromise {
  readonly promiseId: string;
  readonly about: string;
  /** The day for which it was promised. */
  readonly on: CalendarDate;
  /** From this day on it counts as broken, and until that one it counts as a sign that the contact may be lost. */
  readonly fromOn: CalendarDate;
  readonly untilOn: CalendarDate;
}
