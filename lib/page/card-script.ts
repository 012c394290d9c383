import type { ActReply } from '@/lib/messaging/protocol';
import { type CardOptions, type CardPerson, ContactCard } from './card';
import { handOver } from './hand-over';
import { insertInto } from './insert';
import type { Panel } from './panel';
import { panelStyle, SharedStyle } from './style';
import { TrackMenu, type TrackOptions } from './track-menu';

/** What may open at a badge. */
export interface PageWindow {
  readonly panel: Pick<Panel, 'close' | 'isAt'>;
  /** After tracking with what was just done. */
  open(reply?: ActReply, actId?: string): Promise<void>;
  /** Something was written elsewhere. */
  refresh?(): Promise<void>;
}

/** The style sheet is one for all windows of a page, and stands where they are made. */
export type WindowOptions = Omit<CardOptions, 'style'>;

/** Makes card and menu, and writes into mails. All of it comes in a script of their own, at first need: most pages never need it. */
export interface CardScript {
  card(options: WindowOptions, people: readonly CardPerson[]): PageWindow;
  menu(options: Omit<TrackOptions, 'style'>): PageWindow;
  readonly insert: typeof insertInto;
}

/** Gives card and menu to the script that draws the badges of this page. */
export function offerCard(page: Document): void {
  const style = new SharedStyle(page, panelStyle);
  handOver<CardScript>({
    card: (options, people) => new ContactCard({ ...options, style }, people),
    menu: (options) => new TrackMenu({ ...options, style }),
    insert: insertInto,
  });
}
