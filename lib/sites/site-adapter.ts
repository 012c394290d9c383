import type { Folder, RawAccount, RawSighting } from '@/lib/core/raw-sighting';

/** A person an item shows, with the element that carries the address. */
export interface SeenPerson {
  readonly sighting: RawSighting;
  readonly carrier: Element;
}

/** Where a badge goes, relative to `anchor`. */
export interface BadgePlace {
  readonly anchor: Element;
  readonly where: 'before' | 'after' | 'prepend' | 'append';
  /** A control of the page lies over this place and would take every click. */
  readonly isCovered?: true;
}

/** One kind of page of a site, such as a message list or an open thread. */
export interface SiteView {
  readonly name: 'list' | 'thread' | 'record';
  /** Is this URL such a page? Of all views of all sites whose matches or sign hold, exactly one says yes. */
  test(url: URL): boolean;
  /** An element that proves the view has rendered. Present and visible, but nothing read = the site has changed. */
  readonly landmark: string;
  /** Selectors of an item (a row, a message), tried one by one: the first that matches anything wins. */
  readonly items: readonly string[];
  /** Attributes whose change means "read this item again" (webmail recycles rows). */
  readonly watch: readonly string[];
  /**
   * Everybody the item shows. Empty: an item without people (an advertisement, a draft). `url`: the page's; of a list the
   * one for which its rows were drawn, while the next folder is still on its way.
   */
  read(item: Element, url: URL): readonly SeenPerson[];
  /** Lists: one place per item. Open mail: beside the carrier. `undefined`: no room, no badge. */
  place(item: Element, carrier: Element): BadgePlace | undefined;
}

/** Reads a compose window at the moment of sending. */
export interface ComposeReader {
  /** Selectors of an open compose window, tried one by one. */
  readonly windows: readonly string[];
  /** Selectors of where the text of a mail is written: a text area, an editable element, or a frame of one. */
  readonly editors: readonly string[];
  /** Selector of what inside an editor nothing may be written into: signature and quoted mail. */
  readonly kept: string;
  /** The people a mail would go to now: roles `to`, `cc`, `bcc`; `from` where the page shows the identity. */
  recipients(compose: Element, url: URL): readonly RawSighting[];
  /** Is this event the user sending this compose? Called in the capture phase for click, keydown and submit. */
  isSend(event: Event, compose: Element): boolean;
  /** `leave`: sent once the page has left the compose URL. `notice`: sent once the window is gone and a notice shows. */
  readonly confirms: 'leave' | 'notice';
  /** A notice that says it was sent. Only for `notice`. */
  confirmed?(page: Document): boolean;
  /** Does the page say that the mail sent last did not go? It then stays unsent, whatever the page shows later. */
  failed?(page: Document): boolean;
  /** Is this event the user taking the send back? Only for `notice`. */
  isUndo?(event: Event): boolean;
}

/** One web application whose pages show customer contacts. Holds no state and calls no browser API. */
export interface SiteAdapter {
  /** Stable key stored with each interaction; never reused or renamed. */
  readonly id: string;
  /** Proper name, as users know it. */
  readonly name: string;
  /** Written from notes, not from pages: what it cannot read is told where sites are listed. */
  readonly isExperimental?: true;
  /** Match patterns; empty for self-hosted software, which is known by `sign`. */
  readonly matches: readonly string[];
  /** Selector that proves this page is this software. */
  readonly sign?: string;
  readonly views: readonly SiteView[];
  /** Pages that none of the views covers are read by the generic detector: CRMs, never webmail. */
  readonly isGenericElsewhere?: true;
  readonly compose?: ComposeReader;
  account(page: Document, url: URL): RawAccount;
  /** Which folder the visible list shows, for "Sent last seen Monday". */
  folder(page: Document, url: URL): Folder;
}
