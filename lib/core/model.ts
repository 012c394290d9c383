/** Types of everything Holdfast stores. Rows are plain JSON; `schema.ts` holds their schemas. */

import type { Clock } from '@/lib/core/clock';
import type { FoundPromise } from '@/lib/core/given-promise';

/** Milliseconds since 1970-01-01 UTC. Fields of this type end in `At`. */
export type Instant = number;
/** A civil date `YYYY-MM-DD` in the user's own zone. Fields of this type end in `On`. */
export type CalendarDate = string;
/** A day of every year, `MM-DD`; `02-29` is one. */
export type MonthDay = string;
/** 26 characters of Crockford base 32; sorts by creation time. */
export type Ulid = string;
/** A mail address in canonical form: lower case, A-label domain, no display name. */
export type Address = string;

/** Words of the product for how a contact stands; `unseen` is shown as "No contact seen yet". */
export type ContactStatus =
  | 'on-track'
  | 'planned'
  | 'due'
  | 'overdue'
  | 'reply-owed'
  | 'fading'
  | 'unseen'
  | 'paused'
  | 'lost';

/** Where a contact stands in the life of the relationship. `past`: no customer any more, and on good terms. */
export type LifecycleStage = 'lead' | 'new' | 'customer' | 'at-risk' | 'past' | 'lost' | 'won-back';
/** Wanted days between touches; `none`: no reminder by time, whatever the history. */
export type Cadence = number | 'none';
/** How much a contact matters beside others that are due: `a` before `b` before `c`. */
export type Tier = 'a' | 'b' | 'c';

/** Every mutable row says when and by which device it was last changed; a deletion is a tombstone. */
export interface RowStamp {
  readonly updatedAt: Instant;
  readonly updatedBy: string;
  /** Tombstone: the row stays for undo, backup and merge. `undefined` means alive. */
  readonly deletedAt?: Instant;
}

/** A person at a customer. */
export interface Contact extends RowStamp {
  readonly id: Ulid;
  readonly name: string;
  readonly company?: string;
  readonly stage: LifecycleStage;
  /** First civil day of the clock while nothing has been seen. */
  readonly trackedOn: CalendarDate;
  /** The account the contact belongs to. `undefined`: free mail, or typed in without an address. */
  readonly accountId?: string;
  readonly tags?: readonly string[];
  readonly tier?: Tier;
  /** Facts and notes of the user about the person; shown in our own pages only. */
  readonly facts?: string;
  /** Wanted days between touches. `undefined`: inherited (`cadence-source.ts`). */
  readonly cadenceDays?: Cadence;
  /** The cadence stands as it is: the contact's own rhythm makes it no earlier. */
  readonly isCadencePinned?: boolean;
  /** "That was a project, start fresh": gaps before this day say nothing. */
  readonly freshFromOn?: CalendarDate;
  /** Silent from then on, until that day if one is named. */
  readonly pausedAt?: Instant;
  readonly pausedUntilOn?: CalendarDate;
  readonly pauseReason?: string;
  /** Tracked with many others: due on this day, not all on one, until something is seen. */
  readonly firstDueOn?: CalendarDate;
  /** The person left the company on that day; whoever follows has a contact of the own. */
  readonly leftOn?: CalendarDate;
  readonly successorId?: Ulid;
  /** When the agreement ends or is renewed; of a contact with an account, the account has it. */
  readonly renewsOn?: CalendarDate;
  /** The first of the reviews every three months. `undefined`: none are wanted. */
  readonly reviewFromOn?: CalendarDate;
  readonly birthday?: MonthDay;
  /** A day of theirs that comes back every year, such as the one on which they became a customer. */
  readonly anniversary?: MonthDay;
  /** Who recommended us to the contact. */
  readonly referredById?: Ulid;
  readonly snoozedUntilOn?: CalendarDate;
  readonly snoozedAt?: Instant;
  /** The contact this one was merged into; it then has no attention of its own. */
  readonly mergedIntoId?: Ulid;
  /** Contacts that looked like the same person, and are not, by the user's word. */
  readonly notSameAsIds?: readonly Ulid[];
  /** Derived. */
  readonly clock: Clock;
  /** Derived: the instant at which the contact wants attention. `undefined` on deleted or merged rows. */
  readonly attentionAt?: Instant;
  /** Derived: the instant at which it starts fading. */
  readonly fadingAt?: Instant;
  /** Derived: since when a reply is owed or something is wrong. */
  readonly urgentAt?: Instant;
  /** Derived: lower-case search prefixes of name, company and addresses. */
  readonly words: readonly string[];
}

/** One address of a contact. The key is canonical, so a look-up is one `bulkGet`. */
export interface AddressRow extends RowStamp {
  readonly address: Address;
  readonly contactId: Ulid;
  /** `assistant`: mail with this address is contact "via" somebody else. */
  readonly role: 'own' | 'assistant';
  /** Name of the assistant, if `role` is `assistant`. */
  readonly via?: string;
  /** The user never wants a badge beside this address. */
  readonly neverBadge?: boolean;
}

/** How people were in touch; `social`: in a social network; `baseline` is the user's word for "last in touch". */
export type TouchKind = 'mail' | 'call' | 'meeting' | 'chat' | 'letter' | 'gift' | 'social' | 'baseline';
/**
 * `void` only takes another entry back; `baseline` is the user's answer to "Last in touch?"; `incident` stands in old
 * timelines only, as what went wrong is a recovery now.
 */
export type InteractionKind =
  | TouchKind
  | 'note'
  | 'no-reply-needed'
  | 'incident'
  | 'stage'
  | 'skip'
  | 'bounce'
  | 'void';
/** Who wrote: `in` is theirs, `out` is the user's own; `unknown` where the page does not show it. */
export type Direction = 'in' | 'out' | 'unknown';
/** `counts` resets the clock; `weak` is kept and does not; `doubtful` is not known for certain and does not. */
export type Weight = 'counts' | 'weak' | 'doubtful';
/** Why an interaction is weak or doubtful. */
export type Doubt =
  | 'auto-reply'
  | 'list-post'
  | 'mass-mail'
  | 'cc-only'
  | 'calendar-notice'
  | 'answered-at-once'
  | 'row-only'
  | 'direction-unknown'
  | 'sender-unclear'
  | 'colleague'
  | 'tried-no-answer';

/** Where in a message or record the address stood. */
export type ContactRole = 'from' | 'to' | 'cc' | 'bcc' | 'participant' | 'record';

/** What proved a sighted interaction: which page, which rule, and where its date came from. */
export interface Evidence {
  readonly site: string;
  readonly view: string;
  readonly rule: string;
  readonly origin: string;
  /** The user's mailbox: own address where known, else the site's index of it. */
  readonly mailbox: string;
  readonly address: Address;
  readonly role: ContactRole;
  readonly messageId?: string;
  readonly threadId?: string;
  /** Address of the conversation in the web application, for "Answer Friday's mail". */
  readonly url?: string;
  readonly subject?: string;
  /** To how many people the message went. `undefined`: not shown. */
  readonly recipientCount?: number;
  /** How much of the message was seen: a list row, its header, or a header with everybody it went to. */
  readonly proof?: 'row' | 'header' | 'recipients';
  /** `id`: hidden in the message id · `text`: the date shown · `seen`: only the moment of sighting. */
  readonly dateOrigin: 'id' | 'text' | 'seen';
}

/** One entry of the timeline. Append-only: a correction is a new row with `voidsId`. */
export interface Interaction {
  /** A ULID for what a person made; a hash for what a page showed (`sighting.ts`). */
  readonly id: string;
  readonly contactId: Ulid;
  readonly kind: InteractionKind;
  readonly occurredAt: Instant;
  /** `day`: only the date is known; `occurredAt` is then noon of that day in the user's zone. */
  readonly precision: 'instant' | 'day';
  readonly direction?: Direction;
  readonly weight: Weight;
  readonly doubt?: Doubt;
  readonly source: 'page' | 'user' | 'import';
  readonly evidence?: Evidence;
  readonly note?: string;
  readonly stage?: LifecycleStage;
  /** The interaction this entry is about: the mail that needs no reply, the call a note belongs to. */
  readonly aboutId?: string;
  /** The interaction this one takes back or replaces. */
  readonly voidsId?: string;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
}

/** One user act, kept so that a repeated message is the same act and so that it can be undone. Local only. */
export interface Act {
  /** The client-made id of the message that caused it. */
  readonly id: Ulid;
  readonly name: string;
  readonly doneAt: Instant;
  readonly contactIds: readonly Ulid[];
  /** Interactions this act appended. */
  readonly appendedIds: readonly string[];
  /** Events of recoveries that this act appended. */
  readonly eventIds?: readonly string[];
  /** Mutable rows as they were before; `before` is `null` where the row was new. */
  readonly changed: readonly ActChange[];
  readonly undoneBy?: Ulid;
  /** What the user was told, so that a repeated message gets the same answer. */
  readonly text: string;
}
/** One mutable row that an act changed, as it was before. */
export interface ActChange {
  readonly table: 'contacts' | 'addresses' | 'accounts' | 'followUps' | 'recoveries' | 'promises' | 'settings';
  readonly key: string;
  readonly before: unknown;
  /** The row as the act left it: undo restores only fields that nobody has changed since. */
  readonly after: unknown;
}

/** A mailbox this device has looked at. Local only: never exported or merged. */
export interface MailboxRow {
  /** `site|origin|index`. */
  readonly key: string;
  readonly site: string;
  readonly origin: string;
  readonly addresses: readonly Address[];
  /** Templates with `{address}`, for the person's mail search and a new mail. */
  readonly searchUrl?: string;
  readonly composeUrl?: string;
  /** The folder of sent mail. */
  readonly sentUrl?: string;
  readonly inboxSeenAt?: Instant;
  readonly sentSeenAt?: Instant;
  /** Contacts whose mail search was looked at here, and when; newest first. */
  readonly searches?: readonly { readonly contactId: Ulid; readonly seenAt: Instant }[];
}

/** A mail on its way out: recipients are read at the moment of sending, the proof comes later. Local only. */
export interface PendingSend {
  readonly id: Ulid;
  readonly tabId: number;
  readonly heldAt: Instant;
  readonly interactions: readonly Interaction[];
  /** What the user promises in it; offered only once it is proven sent. */
  readonly promises?: readonly FoundPromise[];
  readonly settled?: 'sent' | 'undone';
}
