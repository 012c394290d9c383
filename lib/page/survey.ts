import type { SightingReply } from '@/lib/messaging/protocol';
import type { SeenPerson, SiteAdapter, SiteView } from '@/lib/sites/site-adapter';
import { closest, findAll, holds, isVisible, matches, parentOf } from './dom';
import type { Changes } from './observe';

/** One row or message of the page, as last read, and what the background said of it. */
export interface Entry {
  readonly view: SiteView;
  readonly item: Element;
  people: readonly SeenPerson[];
  /** Everything that was read, as one text: equal means the same people and the same message. */
  readonly signature: string;
  replies: readonly SightingReply[];
  /** The round of questions in which `replies` came; older ones are asked for again. */
  round: number;
}

const mostItems = 1_000;
const frameBudget = 8;

/** Knows which items the page shows now, and reads only those that are new or have changed. */
export class Survey {
  /** In document order per view. */
  entries: ReadonlyMap<Element, Entry> = new Map();
  readonly #unread = new Set<Element>();
  readonly #finder: string;
  readonly #anything: string;

  constructor(
    private readonly page: Document,
    private readonly adapter: SiteAdapter,
    private readonly isOwn: (node: Node) => boolean,
  ) {
    this.#finder = adapter.views.flatMap((view) => view.items).join(',');
    this.#anything = [this.#finder, ...adapter.views.map((view) => view.landmark)].join(',');
  }

  /** Attributes whose change may mean other people in an item. */
  watched(): readonly string[] {
    return this.adapter.views.flatMap((view) => view.watch);
  }

  /** Every item must be read again, as after a navigation. */
  distrust(): void {
    for (const item of this.entries.keys()) this.#unread.add(item);
  }

  /** Notes what the changes touch. `false`: nothing that concerns an item, so there is nothing to do. */
  note(changes: Changes): boolean {
    if (!changes) {
      this.distrust();
      return true;
    }
    let isTouched = false;
    const asked = new Map<Node, boolean>();
    for (const record of changes) isTouched = this.#noteRecord(record, asked) || isTouched;
    return isTouched;
  }

  /**
   * Looks at the page again. `true`: the time of this frame is used up and some items are still unread.
   */
  look(url: URL, now: () => number): boolean {
    const end = now() + frameBudget;
    const entries = new Map<Element, Entry>();
    const left: Element[] = [];
    for (const { view, item } of this.#visibleItems()) {
      const known = this.entries.get(item);
      const isCurrent = known !== undefined && known.view === view && !this.#unread.has(item);
      if (isCurrent) entries.set(item, known);
      else if (now() < end) entries.set(item, read(view, item, url, known));
      else left.push(item);
    }
    this.entries = entries;
    this.#unread.clear();
    for (const item of left) this.#unread.add(item);
    return left.length > 0;
  }

  /** Has the item changed since it was read? Then answers about it are stale. */
  isStale(item: Element): boolean {
    return this.#unread.has(item) || !item.isConnected;
  }

  #noteRecord(record: MutationRecord, asked: Map<Node, boolean>): boolean {
    const { target } = record;
    if (this.isOwn(target)) return false;
    let isTouched = asked.get(target);
    if (isTouched === undefined) {
      isTouched = this.#noteTarget(target, record.type);
      asked.set(target, isTouched);
    }
    return isTouched || [...record.addedNodes, ...record.removedNodes].some((node) => this.#holdsItem(node));
  }

  /** A change inside an item makes that item unread; a change of visibility concerns whatever stands below. */
  #noteTarget(target: Node, type: MutationRecordType): boolean {
    for (let node: Node | undefined = target; node; node = parentOf(node)) {
      if (node instanceof Element && this.entries.has(node)) {
        this.#unread.add(node);
        return true;
      }
    }
    if (!(target instanceof Element)) return false;
    if (this.#finder && closest(target, this.#finder)) return true;
    return type === 'attributes' && this.#holdsItem(target);
  }

  #holdsItem(node: Node): boolean {
    if (!(node instanceof Element) || !this.#finder) return false;
    if (this.isOwn(node)) return true;
    return matches(node, this.#anything) || holds(node, this.#anything);
  }

  #visibleItems(): readonly { readonly view: SiteView; readonly item: Element }[] {
    return this.adapter.views.flatMap((view) => {
      if (!findAll(this.page, view.landmark).some(isVisible)) return [];
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

/** An item that shows what it showed before keeps its replies, and an answer that is on its way still finds it. */
function read(view: SiteView, item: Element, url: URL, known: Entry | undefined): Entry {
  const people = view.read(item, url);
  const signature = people.map(({ sighting }) => JSON.stringify(sighting)).join('\n');
  if (known?.view === view && known.signature === signature) {
    known.people = people;
    return known;
  }
  return { view, item, people, signature, replies: [], round: -1 };
}
