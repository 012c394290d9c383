import { addressOf } from '@/lib/sites/page-parts';
import type { SeenPerson, SiteAdapter, SiteView } from '@/lib/sites/site-adapter';
import { closest, findAll, holds, isVisible, matches, parentOf } from './dom';
import { type Entry, type ItemEntry, readAs, textOf } from './entries';
import { type Changes, hidingAttributes } from './observe';

/** Knows who stands where on a page, and what must be read again after a change. */
export interface PageSurvey {
  /** Whose page this is reported to be. */
  readonly site: Pick<SiteAdapter, 'id' | 'account' | 'folder'>;
  readonly entries: ReadonlyMap<Element, Entry>;
  /** Attributes to be told of, beside what comes and goes and text that is written over. */
  readonly watched: readonly string[];
  /** Everything must be read again, as after a navigation. */
  distrust(): void;
  /** Notes what the changes touch. `false`: there is nothing to do now. */
  note(changes: Changes): boolean;
  /** Reads what is to be read. `true`: the time of this frame is used up, and something is still unread. */
  look(url: URL, now: () => number, isForced: boolean): boolean;
  /** Begins nothing any more. */
  stop?(): void;
}

/** What a survey needs from the script it works for. */
export interface PageTools {
  readonly page: Document;
  isOwn(node: Node): boolean;
  /** Asks for a frame. */
  wake(): void;
  /** Watches a shadow root as the page is watched. */
  include(root: ShadowRoot): void;
}

const mostItems = 1_000;
const frameBudget = 8;
/** Of a list's rows, to tell whether it was drawn anew. */
const askedRows = 10;

/** Knows which items the page shows now, and reads only those that are new or have changed. */
export class Survey implements PageSurvey {
  readonly site: SiteAdapter;
  readonly watched: readonly string[];
  /** In document order per view. */
  entries = new Map<Element, ItemEntry>();
  /** Does the page show one of the site's views at all? */
  isCovered = false;
  #isMoved = true;
  /** The address for which the list that stands here was drawn: a page changes its address before what it shows. */
  #listedAt = new URL('about:blank');
  /** Rows of that list as they were last read before the page had another address; `undefined`: it has none yet. */
  #former: readonly ItemEntry[] | undefined;
  /** Items that changed since the page was last looked at with its list's own address. */
  #touched = new Set<Element>();
  /** The page of a record is one large item, and within it another view may come. */
  #isRoomy = false;
  /** The record that was read last, with the addresses it showed. */
  #last: { readonly record?: string; readonly shown: readonly string[] } = { shown: [] };
  readonly #unread = new Set<Element>();
  readonly #finder: string;
  readonly #anything: string;

  constructor(
    private readonly page: Document,
    private readonly adapter: SiteAdapter,
    private readonly isOwn: (node: Node) => boolean,
  ) {
    this.site = { ...adapter, folder: (page) => adapter.folder(page, this.#listedAt) };
    // Their change may mean other people in an item.
    this.watched = adapter.views.flatMap((view) => view.watch);
    this.#finder = adapter.views.flatMap((view) => view.items).join(',') || ':not(*)';
    this.#anything = [this.#finder, ...adapter.views.map((view) => view.landmark)].join(',');
  }

  /** Every item must be read again, as after a navigation. */
  distrust(): void {
    for (const item of this.entries.keys()) this.#unread.add(item);
  }

  /** Notes what the changes touch. `false`: nothing that concerns an item, so there is nothing to do. */
  note(changes: Changes): boolean {
    if (!changes) {
      this.distrust();
      this.#touched = new Set(this.#unread);
      this.#isMoved = true;
      return true;
    }
    let isTouched = false;
    const asked = new Map<Node, boolean>();
    for (const record of changes) isTouched = this.#noteRecord(record, asked) || isTouched;
    // What was taken out no longer stands where a selector could know it.
    const isAnyGone = changes.some(({ removedNodes }) => removedNodes.length > 0) && this.#hasLost();
    this.#isMoved ||= isAnyGone;
    return isTouched || isAnyGone;
  }

  /**
   * Reads what is unread. The whole page is looked through only where items may have come, gone or been hidden, while a
   * list is not yet that of the address, or if `isForced`; then all of it is read, too: fields of a form get their values
   * without a change of the page. `true`: the time of this frame is used up and some items are still unread.
   */
  look(url: URL, now: () => number, isForced: boolean): boolean {
    if (isForced || this.#isMoved || this.#listedAt.href !== url.href) this.#lookThrough(url);
    if (isForced) this.distrust();
    if (!this.#former) this.#touched.clear();
    const end = now() + frameBudget;
    for (const item of this.#unread) {
      if (now() >= end) return true;
      this.#unread.delete(item);
      const known = this.entries.get(item);
      if (known) this.entries.set(item, readAs(known, known.view, item, this.#settled(known, url)));
    }
    return false;
  }

  /**
   * The people of an item. A page may change its address before what it shows: whom the last record showed is not the
   * person of the next one, so that such a reading must teach nobody which record is whose.
   */
  #settled({ view, item }: ItemEntry, url: URL): readonly SeenPerson[] {
    const people = view.read(item, view.name === 'list' ? this.#listedAt : url);
    const record = people[0]?.sighting.record;
    if (view.name !== 'record' || record === undefined) return people;
    const shown = people.map(({ sighting }) => addressOf(sighting.mailbox));
    if (record !== this.#last.record && shown.some((one) => this.#last.shown.includes(one))) {
      return people.map((one) => ({ ...one, sighting: { ...one.sighting, record: undefined } }));
    }
    this.#last = { record, shown };
    return people;
  }

  #lookThrough(url: URL): void {
    this.#isMoved = false;
    this.isCovered = false;
    this.#isRoomy = false;
    const entries = new Map<Element, ItemEntry>();
    for (const { view, item } of this.#visibleItems(url)) {
      this.#isRoomy ||= view.name === 'record';
      const known = this.entries.get(item);
      if (known?.view === view) entries.set(item, known);
      else {
        entries.set(item, readAs(undefined, view, item, []));
        this.#unread.add(item);
      }
    }
    this.#former ??= [...this.entries.values()].filter(({ view }) => view.name === 'list').slice(0, askedRows);
    this.entries = entries;
    if (this.#listedAt.href === url.href || !this.#isBehind(this.#former, url)) {
      this.#former = undefined;
      if (this.#listedAt !== url) this.distrust();
      this.#listedAt = url;
    }
  }

  /**
   * Is the list that stands here behind this address? Then more of its rows are what they were, and would be something else
   * at this one, than are drawn anew or gone. Rows that were nobody's at an address of another view came before their own.
   */
  #isBehind(rows: readonly ItemEntry[], url: URL): boolean {
    let votes = 0;
    for (const { view, item, signature } of rows) {
      const was = textOf(view.read(item, this.#listedAt));
      const isNew = this.#touched.has(item) && (!was || was !== signature);
      if (isNew || !this.entries.has(item)) votes -= 1;
      else if ((was || view.test(this.#listedAt)) && was !== textOf(view.read(item, url))) votes += 1;
    }
    return votes > 0;
  }

  #noteRecord(record: MutationRecord, asked: Map<Node, boolean>): boolean {
    const { target } = record;
    if (this.isOwn(target)) return false;
    let isInside = asked.get(target);
    if (isInside === undefined) {
      isInside = this.#noteInside(target);
      asked.set(target, isInside);
    }
    // Once it must be looked through, there is no need to know another reason.
    if (this.#isMoved) return isInside;
    const isItem = target instanceof Element && this.entries.has(target);
    this.#isMoved = (!isInside || isItem || this.#isRoomy) && this.#isMove(record);
    return isInside || this.#isMoved;
  }

  /** A change inside an item makes that item unread. */
  #noteInside(target: Node): boolean {
    for (let node: Node | undefined = target; node; node = parentOf(node)) {
      if (node instanceof Element && this.entries.has(node)) {
        this.#unread.add(node);
        this.#touched.add(node);
        return true;
      }
    }
    return false;
  }

  /** May items have come, gone, or been hidden or shown by it? */
  #isMove({ target, type, attributeName, addedNodes, removedNodes }: MutationRecord): boolean {
    if (type === 'attributes') {
      if (hidingAttributes.includes(attributeName ?? '')) return this.#holdsItem(target);
      return target instanceof Element && closest(target, this.#finder) !== null;
    }
    return type === 'childList' && [...addedNodes, ...removedNodes].some((node) => this.#holdsItem(node));
  }

  #hasLost(): boolean {
    for (const item of this.entries.keys()) if (!item.isConnected) return true;
    return false;
  }

  #holdsItem(node: Node): boolean {
    if (!(node instanceof Element)) return false;
    return this.isOwn(node) || matches(node, this.#anything) || holds(node, this.#anything);
  }

  #visibleItems(url: URL): readonly { readonly view: SiteView; readonly item: Element }[] {
    return this.adapter.views.flatMap((view) => {
      if (!findAll(this.page, view.landmark).some(isVisible)) return [];
      // Another page of the same software may look like this view without being it.
      this.isCovered ||= view.test(url);
      return firstFound(this.page, view.items).map((item) => ({ view, item }));
    });
  }
}

function firstFound(page: Document, selectors: readonly string[]): readonly Element[] {
  for (const selector of selectors) {
    const found = findAll(page, selector).slice(0, mostItems).filter(isVisible);
    if (found.length > 0) return found;
  }
  return [];
}
