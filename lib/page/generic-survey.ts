import type { SeenPerson } from '@/lib/sites/site-adapter';
import { besideCarrier } from './beside-carrier';
import { isShown } from './dom';
import { removeLeftovers } from './elements';
import { type Found, findCarriers } from './find-carriers';
import { Namer } from './namer';
import type { Changes } from './observe';
import { QuietTime } from './quiet-time';
import { type ShadowOf, ShadowRoots } from './shadow';
import { Signals, signalAttributes } from './signals';
import type { Entry, PageSurvey, PageTools } from './survey';

const frameBudget = 8;

/** Finds the people of any page by signals that need no knowledge of the site. Idle pages cost nothing. */
export class GenericSurvey implements PageSurvey {
  readonly watched = { attributes: signalAttributes, isTextWatched: true };
  entries: ReadonlyMap<Element, Entry> = new Map();
  readonly #signals = new Signals();
  readonly #roots: ShadowRoots;
  readonly #namer: Namer;
  readonly #quiet: QuietTime;
  readonly #ending = new AbortController();
  #walk: Generator<undefined, void, undefined> | undefined;
  #walkTime = 0;
  /** The text that shows the address, for carriers that hold no other; `null`: several do. */
  #texts = new Map<Element, Text | null>();
  readonly #view: Entry['view'] = {
    name: 'record',
    place: (_item, carrier) => besideCarrier(carrier, this.#texts.get(carrier) ?? undefined),
  };

  constructor(
    private readonly tools: PageTools,
    readonly site: PageSurvey['site'],
    shadowOf: ShadowOf,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#quiet = new QuietTime(now, () => tools.wake());
    this.#roots = new ShadowRoots(shadowOf, tools.isOwn, (root) => {
      removeLeftovers(root);
      tools.include(root);
    });
    this.#namer = new Namer(this.#roots);
    // What a field holds changes without a change of the page.
    const { signal } = this.#ending;
    const changed = () => this.#quiet.changed();
    for (const type of ['change', 'focusout']) addEventListener(type, changed, { signal, capture: true });
  }

  distrust(): void {
    this.#quiet.changed();
  }

  note(changes: Changes): boolean {
    if (!changes || changes.some((record) => this.#concerns(record))) this.#quiet.changed();
    const isDropped = changes?.some(({ removedNodes }) => [...removedNodes].some((node) => this.tools.isOwn(node)));
    return this.#walk !== undefined || this.#quiet.isDue() || isDropped === true;
  }

  look(_url: URL, now: () => number, isForced: boolean): boolean {
    if (isForced || (!this.#walk && this.#quiet.isDue())) {
      this.#quiet.begin();
      this.#walkTime = 0;
      this.#walk = this.#lookThrough();
    }
    if (!this.#walk) return false;
    const began = this.now();
    const end = now() + frameBudget;
    let isDone = this.#walk.next().done;
    while (!isDone && now() < end) isDone = this.#walk.next().done;
    this.#walkTime += this.now() - began;
    if (!isDone) return true;
    this.#walk = undefined;
    this.#quiet.rest(this.#walkTime);
    return false;
  }

  stop(): void {
    this.#quiet.stop();
    this.#ending.abort();
  }

  /** May other people be shown after it? */
  #concerns({ type, target, addedNodes, removedNodes }: MutationRecord): boolean {
    if (type === 'attributes') return !this.tools.isOwn(target);
    if (type === 'characterData') return this.#mayShow(target);
    return [...addedNodes, ...removedNodes].some((node) => this.#mayShow(node));
  }

  #mayShow(node: Node): boolean {
    if (node instanceof Text) return node.data.includes('@') || this.#signals.isKnown(node);
    return node instanceof Element && !this.tools.isOwn(node);
  }

  *#lookThrough(): Generator<undefined, void, undefined> {
    const found: Found = { carriers: [], tops: [], isTorn: false };
    yield* findCarriers(this.tools.page, this.#roots, this.#signals, found);
    const items = new Map<Element, SeenPerson[]>();
    yield* this.#namer.name(found, items);
    this.#texts = new Map();
    for (const { element, text = null } of found.carriers) {
      this.#texts.set(element, this.#texts.has(element) ? null : text);
    }
    this.#keep(items, found.isTorn);
  }

  /** An item that shows what it showed before keeps its replies; what a torn look has not reached stays as it was. */
  #keep(items: ReadonlyMap<Element, readonly SeenPerson[]>, isTorn: boolean): void {
    const entries = new Map<Element, Entry>();
    for (const [item, people] of items) {
      const known = this.entries.get(item);
      const signature = people.map(({ sighting }) => JSON.stringify(sighting)).join('\n');
      if (known?.signature === signature) known.people = people;
      const fresh = { view: this.#view, item, people, signature, replies: [], round: -1 };
      entries.set(item, known?.signature === signature ? known : fresh);
    }
    for (const [item, entry] of this.entries) {
      const isMissed = isTorn && !entries.has(item) && entry.people.every(({ carrier }) => isShown(carrier));
      if (isMissed) entries.set(item, entry);
    }
    this.entries = entries;
  }
}
