import * as z from 'zod/mini';
import type { ContactStatus } from '@/lib/core/model';
import type { MessageKey } from '@/lib/core/phrase';

/**
 * Every message between page, extension pages and background. The background parses requests once, here;
 * nobody parses replies, which come from our own side. `from: 'page'` may also be sent by extension pages.
 */

const ulid = z.string().check(z.regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/));
const key = z.string().check(z.minLength(1), z.maxLength(200));
const text = z.string().check(z.maxLength(1_000));
const mailbox = z.string().check(z.maxLength(998));
const url = z.string().check(z.maxLength(4_000));
const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const folder = z.enum(['inbox', 'sent', 'drafts', 'search', 'other']);
const touch = z.enum(['call', 'meeting', 'mail', 'chat']);

const rawSighting = z.object({
  mailbox,
  role: z.enum(['from', 'to', 'cc', 'bcc', 'participant', 'record']),
  from: z.optional(mailbox),
  recipients: z.optional(z.array(mailbox).check(z.maxLength(100))),
  recipientCount: z.optional(z.number()),
  replyTo: z.optional(mailbox),
  dateText: z.optional(text),
  dateId: z.optional(key),
  messageId: z.optional(key),
  threadId: z.optional(key),
  url: z.optional(url),
  subject: z.optional(text),
  row: z.optional(z.enum(['single', 'newest'])),
  certainty: z.optional(z.literal('row-only')),
  folder,
  rule: key,
});
const account = z.object({
  addresses: z.array(mailbox).check(z.maxLength(50)),
  index: z.string().check(z.maxLength(200)),
  searchUrl: z.optional(url),
  composeUrl: z.optional(url),
  sentUrl: z.optional(url),
});
/** `as`: the person is a new contact at that stage, a further address of a contact, or a contact's assistant. */
const trackedPerson = z.object({
  mailbox,
  as: z.enum(['customer', 'lead', 'address-of', 'assistant-of']),
  ofContactId: z.optional(ulid),
});

export const protocol = {
  hello: { from: 'page', request: z.object({ language: text }) },
  reportSightings: {
    from: 'page',
    request: z.object({
      site: key,
      view: key,
      folder,
      /** Language of the page, BCP 47; decides how dates are read. */
      language: text,
      account,
      sightings: z.array(rawSighting).check(z.maxLength(200)),
    }),
  },
  holdSend: {
    from: 'page',
    request: z.object({ id: ulid, site: key, account, recipients: z.array(rawSighting).check(z.maxLength(100)) }),
  },
  /** Without `id`: every pending send of this tab. */
  settleSend: {
    from: 'page',
    request: z.object({ id: z.optional(ulid), outcome: z.enum(['sent', 'undone']) }),
  },
  getCard: { from: 'page', request: z.object({ contactId: ulid }) },
  getTrackChoices: { from: 'page', request: z.object({ mailbox }) },
  track: { from: 'page', request: z.object({ id: ulid, people: z.array(trackedPerson).check(z.maxLength(200)) }) },
  setLastInTouch: {
    from: 'page',
    request: z.object({
      id: ulid,
      contactId: ulid,
      when: z.union([z.enum(['this-week', 'this-month', 'longer']), date]),
    }),
  },
  logInteraction: {
    from: 'page',
    request: z.object({
      id: ulid,
      contactId: ulid,
      kind: touch,
      /** `tried`: no answer. */
      outcome: z.enum(['reached', 'tried']),
      occurredOn: z.optional(date),
      note: z.optional(z.string().check(z.maxLength(10_000))),
    }),
  },
  moveInteraction: { from: 'page', request: z.object({ id: ulid, interactionId: key, occurredOn: date }) },
  addNote: {
    from: 'page',
    request: z.object({
      id: ulid,
      contactId: ulid,
      interactionId: z.optional(key),
      note: z.string().check(z.minLength(1), z.maxLength(10_000)),
    }),
  },
  noReplyNeeded: { from: 'page', request: z.object({ id: ulid, contactId: ulid, interactionId: key }) },
  snooze: { from: 'page', request: z.object({ id: ulid, contactId: ulid, untilOn: date }) },
  markIncident: { from: 'page', request: z.object({ id: ulid, contactId: ulid }) },
  untrack: { from: 'page', request: z.object({ id: ulid, contactId: ulid }) },
  wrongPerson: { from: 'page', request: z.object({ id: ulid, contactId: ulid, address: mailbox }) },
  discountInteraction: { from: 'page', request: z.object({ id: ulid, contactId: ulid, interactionId: key }) },
  neverBadge: { from: 'page', request: z.object({ id: ulid, address: mailbox }) },
  undo: { from: 'page', request: z.object({ id: ulid, actId: ulid }) },
  /** `untilAt` undefined: show them again. */
  hideBadges: { from: 'page', request: z.object({ id: ulid, untilAt: z.optional(z.number()) }) },

  giveConsent: {
    from: 'extension',
    request: z.object({ id: ulid, ownAddresses: z.array(mailbox).check(z.maxLength(50)) }),
  },
  changeSettings: {
    from: 'extension',
    request: z.object({
      id: ulid,
      ownAddresses: z.optional(z.array(mailbox).check(z.maxLength(50))),
      cadenceDays: z.optional(z.number().check(z.gte(1), z.lte(3_650))),
      weekend: z.optional(z.array(z.number().check(z.gte(0), z.lte(6))).check(z.maxLength(6))),
      keepSubjects: z.optional(z.boolean()),
    }),
  },
  sortPeople: { from: 'extension', request: z.object({ mailboxes: z.array(mailbox).check(z.maxLength(500)) }) },
  addContact: {
    from: 'extension',
    request: z.object({
      id: ulid,
      name: text,
      company: z.optional(text),
      address: z.optional(mailbox),
      stage: z.enum(['customer', 'lead']),
      cadenceDays: z.optional(z.number().check(z.gte(1), z.lte(3_650))),
    }),
  },
  /** A field that is absent stays; `null` clears it. */
  editContact: {
    from: 'extension',
    request: z.object({
      id: ulid,
      contactId: ulid,
      name: z.optional(text),
      company: z.optional(z.nullable(text)),
      stage: z.optional(z.enum(['customer', 'lead'])),
      cadenceDays: z.optional(z.nullable(z.number().check(z.gte(1), z.lte(3_650)))),
    }),
  },
  saveCopy: { from: 'extension', request: z.object({ id: ulid }) },
  /** `dryRun`: check and count only. */
  bringBackCopy: { from: 'extension', request: z.object({ id: ulid, text: z.string(), dryRun: z.boolean() }) },
  /** Answer of the recovery screen to a damaged database. */
  repair: { from: 'extension', request: z.object({ id: ulid, choice: z.enum(['restore-snapshot', 'start-empty']) }) },
  /** After a host permission was granted: register the content script there and run it in `tabId`. */
  siteGranted: { from: 'extension', request: z.object({ origin: url, tabId: z.optional(z.number()) }) },
} as const satisfies Record<string, { from: 'page' | 'extension'; request: z.ZodMiniType }>;

export type MessageName = keyof typeof protocol;
export type RequestOf<N extends MessageName> = z.infer<(typeof protocol)[N]['request']>;

/** What a page may show beside one address. */
export interface BadgeView {
  readonly contactId: string;
  readonly status: ContactStatus;
  /** The pill's words, such as "Overdue 12 d". */
  readonly label: string;
  /** For screen readers and the tooltip: name, status and what a click does. */
  readonly description: string;
  /** Lists show a pill only for reply owed, overdue and fading. */
  readonly inLists: boolean;
  /** Higher is worse; decides which of several people a row shows. */
  readonly rank: number;
  /** Instant of the sighted message; ranks rows of one person, newest first. `undefined`: unknown. */
  readonly seenAt?: number;
}
/** Answer to one sighting, in the order sent. `none`: nothing to show (own, role or mass address, never badge). */
export type SightingReply =
  | { readonly state: 'tracked'; readonly badge: BadgeView }
  | { readonly state: 'untracked'; readonly address: string; readonly name: string }
  | { readonly state: 'none' };

/** Everything the contact card shows. Holds no notes, no phone, no value: it is drawn into a page. */
export interface CardView {
  readonly contactId: string;
  readonly name: string;
  readonly company?: string;
  readonly addresses: readonly string[];
  readonly initials: string;
  readonly status: ContactStatus;
  readonly label: string;
  /** Why it stands so, in full sentences: due date, last contact, what was seen. */
  readonly sentences: readonly string[];
  /** The mail that waits for an answer; enables "No reply needed". */
  readonly owedInteractionId?: string;
  /** The newest mail that counts; enables "This mail does not count". */
  readonly countedMailId?: string;
  /** "Reply" opens `threadUrl`, "Write" opens `composeUrl`. */
  readonly threadUrl?: string;
  readonly composeUrl?: string;
  readonly searchUrl?: string;
  /** Ready choices for snooze, in the user's words. */
  readonly snoozes: readonly DayChoice[];
  readonly today: string;
  readonly yesterday: string;
  readonly cadenceDays: number;
  readonly hasIncident: boolean;
  /** Nothing was ever seen and the user was not asked yet: ask "Last in touch?". */
  readonly asksLastInTouch: boolean;
}
export interface DayChoice {
  readonly label: string;
  readonly on: string;
}
/** Answer to every act. The act's id is the id the sender made. */
export interface ActReply {
  /** What was done, such as "Logged a call today." */
  readonly text: string;
  readonly contactIds: readonly string[];
  readonly interactionId?: string;
  readonly card?: CardView;
}
export interface TrackChoices {
  readonly name: string;
  readonly address: string;
  /** Tracked contacts that may be the same person or a colleague: same name or same company domain; at most five. */
  readonly candidates: readonly { readonly contactId: string; readonly name: string; readonly company?: string }[];
}
/** What a content script needs before it may read anything. */
export interface Hello {
  readonly consent: boolean;
  readonly hiddenUntilAt?: number;
  /** Texts for badge and card, in the interface language. */
  readonly texts: Readonly<Partial<Record<MessageKey, string>>>;
  readonly direction: 'ltr' | 'rtl';
}
export interface SortedPerson {
  readonly mailbox: string;
  readonly address: string;
  readonly name: string;
  readonly state: 'tracked' | 'untracked';
  readonly contactId?: string;
}
export interface CopyReport {
  readonly ok: boolean;
  /** Plain words: what is wrong with the file, or what was or would be done. */
  readonly text: string;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}

interface Responses {
  hello: Hello;
  reportSightings: { readonly replies: readonly SightingReply[] };
  holdSend: null;
  settleSend: null;
  getCard: CardView | null;
  getTrackChoices: TrackChoices | null;
  track: ActReply;
  setLastInTouch: ActReply;
  logInteraction: ActReply;
  moveInteraction: ActReply;
  addNote: ActReply;
  noReplyNeeded: ActReply;
  snooze: ActReply;
  markIncident: ActReply;
  untrack: ActReply;
  wrongPerson: ActReply;
  discountInteraction: ActReply;
  neverBadge: ActReply;
  undo: ActReply;
  hideBadges: ActReply;
  giveConsent: ActReply;
  changeSettings: ActReply;
  sortPeople: readonly SortedPerson[];
  addContact: ActReply;
  editContact: ActReply;
  saveCopy: { readonly fileName: string; readonly text: string };
  bringBackCopy: CopyReport;
  repair: ActReply;
  siteGranted: null;
}
export type ResponseOf<N extends MessageName> = Responses[N];

/** Errors travel as a key, so that each side says them in its own words. */
export type ErrorKey =
  | 'errorDenied'
  | 'errorBadRequest'
  | 'errorNotFound'
  | 'errorDatabase'
  | 'errorDiskFull'
  | 'errorNoConsent'
  | 'errorUnexpected';
export type Reply<T = unknown> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ErrorKey };

/** Background to pages, after any write: ask again and redraw. */
export interface RevisionNotice {
  readonly name: 'revision';
}
/** Popup to the frames of one tab: who is on this page? Each frame answers by `peopleOnPage`. */
export interface PeopleQuestion {
  readonly name: 'whoIsHere';
  readonly token: string;
}
export interface PeopleAnswer {
  readonly name: 'peopleOnPage';
  readonly token: string;
  readonly mailboxes: readonly string[];
}
