import type * as z from 'zod/mini';
import type { ContactStatus } from '@/lib/core/model';
import type { MessageKey } from '@/lib/core/phrase';
import { contactMessages } from './contact-messages';
import { extensionMessages } from './extension-messages';
import { pageMessages } from './page-messages';
import { recoveryMessages } from './recovery-messages';
import { settingsMessages } from './settings-messages';

/**
 * Every message between page, extension pages and background. The background parses requests once, here;
 * nobody parses replies, which come from our own side. `from: 'page'` may also be sent by extension pages.
 */

export const protocol = {
  ...pageMessages,
  ...contactMessages,
  ...recoveryMessages,
  ...extensionMessages,
  ...settingsMessages,
} as const satisfies Record<string, { from: 'page' | 'extension'; request: z.ZodMiniType }>;

/** Every message there is. */
export type MessageName = keyof typeof protocol;
/** What the sender of that message hands over, as the background gets it after parsing. */
export type RequestOf<N extends MessageName> = z.infer<(typeof protocol)[N]['request']>;

/** What a page may show beside one address. */
export interface BadgeView {
  readonly contactId: string;
  readonly status: ContactStatus;
  /** The pill's words, such as "Overdue 12 d". */
  readonly label: string;
  /** For screen readers and the tooltip: name, status and what a click does. */
  readonly description: string;
  /** Lists show a pill only for reply owed, overdue, fading and an open recovery. */
  readonly inLists: boolean;
  /** Higher is worse; decides which of several people a row shows. */
  readonly rank: number;
  /** The name alone says who it is: nobody is shown twice by it in a list of records. */
  readonly isProbable?: true;
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
  /** The badge as it is now: an act's answer changes it in the page at once. */
  readonly badge: BadgeView;
  /** Why it stands so, in full sentences: due date, last contact, what was seen. */
  readonly sentences: readonly string[];
  /** The mail that waits for an answer; enables "No reply needed". */
  readonly owedInteractionId?: string;
  /** The newest mail that counts; enables "This mail does not count". */
  readonly countedMailId?: string;
  /** What to do next, the first of them first: the thread that waits, the mail search where silence is in doubt, a new mail. */
  readonly leads: readonly { readonly label: string; readonly url: string }[];
  readonly searchUrl?: string;
  /** Ready choices for snooze, in the user's words. */
  readonly snoozes: readonly DayChoice[];
  readonly today: string;
  readonly yesterday: string;
  /** The cadence in force and whose it is, in words. */
  readonly cadence: string;
  /** What the user has promised in a mail just sent, in words: until it is kept as a follow-up or not. */
  readonly offer?: { readonly promiseId: string; readonly text: string };
  /** The open recovery, and the words that lead to it. */
  readonly recovery?: { readonly id: string; readonly label: string };
  /** Nothing was ever seen and the user was not asked yet: ask "Last in touch?". */
  readonly asksLastInTouch: boolean;
  /** The last activity that a site's record states, in words with the site's name; only where it may be asked for. */
  readonly stated?: string;
}
/** A day to choose, in the user's words. */
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
/** Whom a person of the page may belong to: what tracking offers beside a new contact. */
export interface TrackChoices {
  readonly name: string;
  readonly address: string;
  /** Tracked contacts that may be the same person or a colleague: same name or same company domain; at most five. */
  readonly candidates: readonly { readonly contactId: string; readonly name: string; readonly company?: string }[];
}
/** What a content script needs before it may read anything. */
export interface Hello {
  /** `false`: the user has not agreed yet, or has turned this site off. */
  readonly consent: boolean;
  readonly hiddenUntilAt?: number;
  /** The user wants promises in own mail to be found. */
  readonly findPromises: boolean;
  /** Texts for badge and card, in the interface language. */
  readonly texts: Readonly<Partial<Record<MessageKey, string>>>;
  readonly direction: 'ltr' | 'rtl';
}
/** A person of a page, for the popup's list; own and role addresses are not among them. */
export interface SortedPerson {
  readonly mailbox: string;
  readonly address: string;
  readonly name: string;
  readonly state: 'tracked' | 'untracked';
  readonly contactId?: string;
  /** Of somebody to whom a mail is being written: what it helps to remember; empty if nothing is known. */
  readonly facts?: string;
}
/** What bringing back a copy did, or with `dryRun` would do. */
export interface CopyReport {
  readonly ok: boolean;
  /** Plain words: what is wrong with the file, or what was or would be done. */
  readonly text: string;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}

/** Where a text for a mail went; `nowhere`: no mail is being written and no mailbox is known to write one in. */
export interface Insertion {
  /** `false`: the user has to put it in. */
  readonly inserted: boolean;
  readonly where: 'editor' | 'compose' | 'nowhere';
}
interface Responses {
  hello: Hello;
  reportSightings: { readonly replies: readonly SightingReply[] };
  reportHealth: null;
  holdSend: null;
  settleSend: null;
  loadCard: null;
  openSidePanel: null;
  getCard: CardView | null;
  getTrackChoices: TrackChoices | null;
  track: ActReply;
  setLastInTouch: ActReply;
  logInteraction: ActReply;
  moveInteraction: ActReply;
  addNote: ActReply;
  noReplyNeeded: ActReply;
  snooze: ActReply;
  openRecovery: ActReply;
  showRecovery: null;
  untrack: ActReply;
  wrongPerson: ActReply;
  discountInteraction: ActReply;
  neverBadge: ActReply;
  undo: ActReply;
  hideBadges: ActReply;
  turnSite: ActReply;
  giveConsent: ActReply;
  changeSettings: ActReply;
  answerAway: ActReply;
  sortPeople: readonly SortedPerson[];
  addContact: ActReply;
  editContact: ActReply;
  pause: ActReply;
  resume: ActReply;
  leaveCompany: ActReply;
  answerDuplicate: ActReply;
  editAccount: ActReply;
  planFollowUp: ActReply;
  settleFollowUp: ActReply;
  moveFollowUp: ActReply;
  planSeries: ActReply;
  setReferrer: ActReply;
  answerPromise: ActReply;
  settlePromise: ActReply;
  editRecovery: ActReply;
  recordRecovery: ActReply;
  takeBackRecovery: ActReply;
  skip: ActReply;
  bulk: ActReply;
  readDay: DayChoice | null;
  saveCopy: { readonly fileName: string; readonly text: string };
  bringBackCopy: CopyReport;
  repair: ActReply;
  siteGranted: null;
  insertText: Insertion;
}
/** What the background answers to that message. */
export type ResponseOf<N extends MessageName> = Responses[N];

/** Errors travel as a key, so that each side says them in its own words. */
export type ErrorKey =
  | 'errorDenied'
  | 'errorBadRequest'
  | 'errorNotFound'
  | 'errorDatabase'
  | 'errorDiskFull'
  | 'errorNoConsent'
  | 'errorWorkHours'
  | 'errorPeriod'
  | 'errorDomain'
  | 'errorFreeMail'
  | 'errorRecoveryStep'
  | 'errorUnexpected';
/** An answer on its way: the value, or the key of what went wrong. */
export type Reply<T = unknown> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ErrorKey };

/** Background to pages, after any write: ask again and redraw. */
export interface RevisionNotice {
  readonly name: 'revision';
}
/** Background to a tab: put this into the mail to one of these or to nobody yet; a frame where that is so answers. */
export interface InsertionNotice {
  readonly name: 'insertText';
  readonly text: string;
  readonly addresses: readonly string[];
}
/** Popup to the frames of one tab: who is on this page? Each frame answers by `peopleOnPage`. */
export interface PeopleQuestion {
  readonly name: 'whoIsHere';
  readonly token: string;
}
/** A frame's answer to `whoIsHere`. */
export interface PeopleAnswer {
  readonly name: 'peopleOnPage';
  readonly token: string;
  /** Whom it shows, those included to whom a mail is being written there: `writing`. */
  readonly mailboxes: readonly string[];
  readonly writing: readonly string[];
  /** Whose badges it shows, as far as the background has answered: also those without an address on the page. */
  readonly contactIds?: readonly string[];
  /** Those of them in an open mail or record. */
  readonly openIds?: readonly string[];
}
/** A frame to whoever asked it by `whoIsHere`: its answer no longer holds. Said once; who still cares asks again. */
export interface PeopleChange {
  readonly name: 'peopleChanged';
}
