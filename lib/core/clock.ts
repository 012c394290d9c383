import type { CadenceInForce } from '@/lib/core/account';
import type { Plan } from '@/lib/core/follow-up';
import type { BrokenPromise } from '@/lib/core/given-promise';
import type { CalendarDate, Direction, Doubt, Instant, InteractionKind, Tier } from '@/lib/core/model';
import type { OpenCase } from '@/lib/core/recovery-stage';

/** A message of theirs that still waits for an answer. */
export interface OwedReply {
  /** The inbound interaction that waits. */
  readonly interactionId: string;
  readonly sinceAt: Instant;
  /** From when on the reply counts as owed, and the day of it. */
  readonly dueAt: Instant;
  readonly dueOn: CalendarDate;
  /** The wait is counted in working hours, not in days. */
  readonly isByHour?: boolean;
  /** The conversation that waits, and what it is about. */
  readonly url?: string;
  readonly subject?: string;
}

/** What core derives from a contact's interactions; never the truth itself, always rebuildable. */
export interface Clock {
  /** Newest interactions that count, by direction. `undefined`: none seen. */
  readonly lastInAt?: Instant;
  readonly lastOutAt?: Instant;
  /** Newest interaction of any kind that counts, and which one. */
  readonly lastContactAt?: Instant;
  readonly lastContactId?: string;
  readonly lastContactKind?: InteractionKind;
  readonly lastContactDirection?: Direction;
  /** "No reply needed" was said of that mail. */
  readonly isLastSettled?: boolean;
  /** The conversation of the newest mail that counts. */
  readonly threadUrl?: string;
  /** Newest mail that was seen but does not count for certain; only while it is newer than the last contact. */
  readonly doubtfulId?: string;
  readonly doubtfulAt?: Instant;
  readonly doubt?: Doubt;
  readonly doubtfulUrl?: string;
  /** Newest mail that is known not to count; only while it is newer than the last contact. */
  readonly weak?: { readonly at: Instant; readonly doubt: Doubt };
  readonly owed?: OwedReply;
  /** The next open follow-up. */
  readonly plan?: Plan;
  /** How much its account matters: who has no tier of the own is put in order by this. */
  readonly accountTier?: Tier;
  /** The cadence in force and whose it is. `undefined`: no reminder by time. */
  readonly cadenceDays?: number;
  readonly cadenceFrom?: CadenceInForce['from'];
  readonly cadenceOf?: string;
  /** Day on which the contact becomes due, and the day it starts fading. */
  readonly dueOn?: CalendarDate;
  readonly fadingOn?: CalendarDate;
  /** Why the due day is later than the line: the end of a pause, days away, a holiday on that day. */
  readonly moved?: {
    readonly pausedUntilOn?: CalendarDate;
    readonly awayDays?: number;
    readonly holidayOn?: CalendarDate;
  };
  /** Days after the last contact at which the contact's own rhythm makes it due; only where that is before the cadence. */
  readonly rhythmDays?: number;
  /** The middle one of the days between contacts. `undefined`: no habit to speak of. */
  readonly usualDays?: number;
  /** "Tried, no answer": the working day on which to try again. */
  readonly retryOn?: CalendarDate;
  readonly triedAt?: Instant;
  readonly triedKind?: InteractionKind;
  /** How often the contact was skipped since the last contact, and until when the newest skip holds. */
  readonly skips?: number;
  readonly skippedUntilOn?: CalendarDate;
  /** A colleague's mail to the contact, and a mail that came back undelivered; only while newer than the last contact. */
  readonly colleagueAt?: Instant;
  readonly bouncedAt?: Instant;
  /** The open recovery of the contact. */
  readonly recovery?: OpenCase;
  /** A recovery of the contact, or of anybody at its account, is open: nothing is asked of the customer meanwhile. */
  readonly isSilenced?: boolean;
  /** Promises to the contact that are broken, or will be from the day they name on unless something is seen. */
  readonly promises?: readonly BrokenPromise[];
  /** Snooze still in force (it ends early when they write). */
  readonly snoozedUntilOn?: CalendarDate;
}
