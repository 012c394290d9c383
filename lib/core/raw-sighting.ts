/** What an adapter shows of one person, as text. Parsing and judging are core's work. */
export interface RawSighting {
  /**
   * `Ann Lee <ann@example.com>` or a bare address, as the page has it. Where the page shows no address, the name alone:
   * then `record`, or a name that only one contact bears, leads to the contact.
   */
  readonly mailbox: string;
  /** The site's own id of this person, stable and unique within the origin, such as `contact/42`. */
  readonly record?: string;
  /** When the site says there was contact last: ISO 8601 from an attribute, never localised text. Only offered. */
  readonly lastActivity?: string;
  readonly role: 'from' | 'to' | 'cc' | 'bcc' | 'participant' | 'record';
  /** Sender of the same message. `undefined`: the element does not say who wrote it. */
  readonly from?: string;
  /** Every visible To and Cc of the same message; core looks for own addresses and list addresses among them. */
  readonly recipients?: readonly string[];
  /** How many recipients the page shows or counts; `undefined`: not shown. */
  readonly recipientCount?: number;
  /** Reply-To where the page shows one that differs from the sender. */
  readonly replyTo?: string;
  /** Date as shown; core parses it with the page's language. */
  readonly dateText?: string;
  /** `gmail:<hex>`: an id that carries the instant. */
  readonly dateId?: string;
  /** The site's id of the message, never of the thread. */
  readonly messageId?: string;
  readonly threadId?: string;
  /** Address of the conversation, absolute, same origin as the page. */
  readonly url?: string;
  readonly subject?: string;
  /** `single`: a row of exactly one message; `newest`: a row that stands for the newest message of a thread. */
  readonly row?: 'single' | 'newest';
  /** `row-only`: the row cannot tell an automatic reply, a list post or a mail to many from a real one. */
  readonly certainty?: 'row-only';
  readonly folder: Folder;
  /** Which selector or rule found it: evidence and site health. */
  readonly rule: string;
}

/** Which kind of folder the sighted item stood in; it tells own mail from theirs where the sender is not shown. */
export type Folder = 'inbox' | 'sent' | 'drafts' | 'search' | 'other';

/** The signed-in person and the mailbox, as far as this frame shows them. */
export interface RawAccount {
  /** Own mailboxes as text; empty where the page does not show them. */
  readonly addresses: readonly string[];
  /** Tells mailboxes of one origin apart, such as `u/0`. */
  readonly index: string;
  /** Templates with `{address}` (percent-encoded by the caller), same origin as the page. */
  readonly searchUrl?: string;
  readonly composeUrl?: string;
  /** The folder of sent mail, same origin: where "Catch up" leads. */
  readonly sentUrl?: string;
}
