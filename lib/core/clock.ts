import type { CalendarDate, Direction, Doubt, Instant, InteractionKind } from '@/lib/core/model';

/** A message of theirs that still waits for an answer. */
export interface OwedReply {
  /** The inbound interaction that waits. */
  readonly interactionId: string;
  readonly sinceAt: Instant;
  /** First day on which the reply counts as owed. */
  readonly dueOn: CalendarDate;
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
  /** The conversation of the newest mail that counts. */
  readonly threadUrl?: string;
  /** Newest mail that was seen but does not count for certain; only while it is newer than the last contact. */
  readonly doubtfulId?: string;
  readonly doubtfulAt?: Instant;
  readonly doubt?: Doubt;
  readonly doubtfulUrl?: string;
  readonly owed?: OwedReply;
  /** Day on which the contact becomes due, and the day it starts fading. */
  readonly dueOn?: CalendarDate;
  readonly fadingOn?: CalendarDate;
  /** Days after the last contact at which the contact's own rhythm makes it due; only where that is before the cadence. */
  readonly rhythmDays?: number;
  /** The middle one of the days between contacts. `undefined`: no habit to speak of. */
  readonly usualDays?: number;
  /** "Tried, no answer": the working day on which to try again. */
  readonly retryOn?: CalendarDate;
  readonly triedAt?: Instant;
  readonly triedKind?: InteractionKind;
  /** Set while something went wrong and the first apology step is open. */
  readonly incidentAt?: Instant;
  /** Snooze still in force (it ends early when they write). */
  readonly snoozedUntilOn?: CalendarDate;
}
