import type { CalendarDate, Instant, RowStamp, Ulid } from '@/lib/core/model';

/** Why customers leave, or nearly do (product.md §5), in the order in which they are offered. */
export const leavingReasons = [
  'unfulfilled-promise',
  'below-par',
  'value-against-price',
  'communication',
  'lack-of-care',
  'mistreated',
  'needs-changed',
  'contact-left',
  'other',
] as const;
/** One of `leavingReasons`. */
export type LeavingReason = (typeof leavingReasons)[number];

/** A case: we let a customer down. How it goes on stands in its events, never here. */
export interface Recovery extends RowStamp {
  readonly id: Ulid;
  readonly contactId: Ulid;
  /** The account of the contact. `undefined`: the contact belongs to none. */
  readonly accountId?: string;
  /** What happened, in the user's words. */
  readonly happened: string;
  readonly reason: LeavingReason;
  /** 3 is worst. */
  readonly severity: 1 | 2 | 3;
  /** The customer lost money by it. */
  readonly isMoney: boolean;
  readonly fault: 'mistake' | 'broken-promise';
  readonly openedAt: Instant;
  /** Who leads the customer through the six steps. `undefined`: the user. */
  readonly owner?: string;
  /** Who is named to the customer in a case that escalates. `undefined`: nobody was named yet. */
  readonly manager?: string;
}

/** What a case is taken for until the user says more. */
export const recoveryDefaults = {
  reason: 'other',
  severity: 2,
  isMoney: false,
  fault: 'mistake',
} as const satisfies Partial<Recovery>;

/** What every entry of a case's history holds; like interactions, none is ever changed. */
export interface RecoveryStamp {
  readonly id: string;
  readonly recoveryId: Ulid;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
  /** The event this one takes back or replaces. */
  readonly voidsId?: string;
  /** The interaction that proves it: the mail with the apology, the call in which they were asked. */
  readonly aboutId?: string;
  /** The user's note on how it went. */
  readonly note?: string;
}

/**
 * What can happen in a case, in the order of the steps. `asked-how`: the question was put to the customer; `asked`: what
 * the customer then asked for. `given`: what they got in the end. `no-extra`: there will be none, and the note says why.
 * `void` only takes another event back: the undo of `closed` is how a case is opened again.
 */
export type RecoveryDeed =
  | { readonly kind: 'holding-note' | 'apologised' | 'asked-how' | 'status-told' | 'fixed' }
  | { readonly kind: 'asked' | 'planned' | 'given'; readonly text: string }
  | { readonly kind: 'fix-promised'; readonly owner: string; readonly dueOn: CalendarDate }
  | { readonly kind: 'extra'; readonly what: string; readonly cost?: number }
  | { readonly kind: 'no-extra' | 'repeat-asked' | 'note' }
  | { readonly kind: 'checked'; readonly isOk: boolean }
  | ({ readonly kind: 'closed' } & Outcome)
  | { readonly kind: 'void'; readonly voidsId: string };

/** What became of the customer. `withdrawn`: we had not let them down after all. */
export type Outcome =
  | { readonly outcome: 'kept' | 'withdrawn' }
  | {
      readonly outcome: 'lost';
      readonly reason: LeavingReason;
      /** The day on which to try to win them back. `undefined`: never. */
      readonly tryAgainOn?: CalendarDate;
    };

/** One entry of a case's history. Append-only. */
export type RecoveryEvent = RecoveryStamp & RecoveryDeed;

/** A case with everything that happened in it, voided events included, in any order. */
export interface RecoveryCase {
  readonly recovery: Recovery;
  readonly events: readonly RecoveryEvent[];
}
