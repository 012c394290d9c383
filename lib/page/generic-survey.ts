import type { SeenPerson } from '@/lib/sites/site-adapter';
import { besideCarrier } from './beside-carrier';
import { findAll, isShown, matches } from './dom';
import { removeLeftovers } from './elements';
import { type Entry, readAs } from './entries';
import { type Found, findCarriers } from './find-carriers';
import { Namer } from './namer';
import type { Changes } from './observe';
import { QuietTime } from './quiet-time';
import { type ShadowOf, ShadowRoots } from './shadow';
import { elementSignals, Signals, signalAttributes } from './signals';
import type { PageSurvey, PageTools } from './survey';
import { Touched } from './touched';

const frameBudget = 8;
/** For whoever asks at once, as the popup does; what is left then is done frame by frame. */
const longestLook = 250;
const mostItems = 1_000;

type Walk = Generator<undefined, void, undefined>;

/** Finds the people of any page by signals that need no knowledge of the site. Idle pages cost nothing. */
export class GenericSurvey implements PageSurvey {
  readonly watched = signalAttributes;
  entries: ReadonlyMap<Element, Entry> = new Map();
  readonly #signals = new Signals();
  readonly #roots: ShadowRoots;
  readonly #namer: Namer;
  readonly #quiet: QuietTime;
  readonly #touched: Touched;
  readonly #ending = new AbortController();
  #walk: Walk | undefined;
  #walkTime = 0;
  /** The text that shows the address, for carriers that hold no other; `null`: several do. */
  #texts = new WeakMap<Element, Text | null>();
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
    this.#touched = new Touched(tools.isOwn, this.#signals);
    this.#roots = new ShadowRoots(shadowOf, tools.isOwn, (root) => {
      removeLeftovers(root);
      tools.include(root);
    });
    this.#namer = new Namer(this.#roots);
    // What a field holds changes without a change of the page.
    const { signal } = this.#ending;
    const changed = ({ target }: Event) => {
      if (target instanceof Element && matches(target, elementSignals)) this.distrust();
    };
    for (const type of ['change', 'focusout']) addEventListener(type, changed, { signal, capture: true });
  }

  distrust(): void {
    this.#touched.everything();
    this.#quiet.changed();
  }

  note(changes: Changes): boolean {
    if (!changes) this.distrust();
    else if (this.#touched.note(changes)) this.#quiet.changed();
    const isDropped = changes?.some(({ removedNodes }) => [...removedNodes].some((node) => this.tools.isOwn(node)));
    return this.#walk !== undefined || this.#quiet.isDue() || isDropped === true;
  }

  look(_url: URL, now: () => number, isForced: boolean): boolean {
    // A walk that has begun goes on: whoever asks again and again would else never see its end.
    if (!this.#walk && (isForced || this.#quiet.isDue())) this.#begin(isForced ? this.#readAll() : this.#readTouched());
    if (!this.#walk) return false;
    const began = this.now();
    const end = now() + frameBudget;
    let isDone = this.#walk.next().done;
    while (!isDone && now() < end && this.now() - began < longestLook) isDone = this.#walk.next().done;
    this.#walkTime += this.now() - began;
    if (!isDone) {
      this.tools.wake();
      return true;
    }
    this.#walk = undefined;
    this.#quiet.rest(this.#walkTime);
    return false;
  }

  stop(): void {
    this.#quiet.stop();
    this.#ending.abort();
  }

  #begin(walk: Walk): void {
    this.#quiet.begin();
    this.#walkTime = 0;
    this.#signals.begin();
    this.#walk = walk;
  }

  *#readAll(): Walk {
    this.#touched.take();
    this.#signals.forget();
    const found: Found = { carriers: [], tops: findAll(this.tools.page, 'body').slice(0, 1), isTorn: false };
    const items = new Map<Element, SeenPerson[]>();
    yield* findCarriers(this.#roots, this.#signals, found);
    yield* this.#namer.name(found, items);
    const entries = this.#entriesOf(items, found);
    for (const [item, entry] of this.entries) {
      // Part of the page went away while it was looked at: who was not reached is still there.
      const isMissed = found.isTorn && !entries.has(item) && entry.people.every(({ carrier }) => isShown(carrier));
      if (isMissed) entries.set(item, entry);
    }
    this.entries = entries;
  }

  /** Reads only what the changes touched, if that is enough to tell who is shown. */
  *#readTouched(): Walk {
    const tops = this.#touched.take();
    if (!tops || !this.#isWhole(tops) || this.#signals.hasFlipped()) return yield* this.#readAll();
    const found: Found = { carriers: [], tops: [...tops], isTorn: false };
    const items = new Map<Element, SeenPerson[]>();
    yield* findCarriers(this.#roots, this.#signals, found);
    const isPartial = yield* this.#namer.name(found, items);
    if (isPartial || found.isTorn) return yield* this.#readAll();
    const entries = new Map([...this.entries].filter(([item]) => !tops.has(item) && item.isConnected));
    for (const [item, entry] of this.#entriesOf(items, found)) entries.set(item, entry);
    this.entries = entries;
  }

  /** Is everybody who is known either in a row to be read again, or untouched? Rows that lost somebody are added. */
  #isWhole(tops: Set<Element>): boolean {
    if (this.entries.size > mostItems) return false;
    const others = [...tops].filter((top) => !this.entries.has(top));
    for (const [item, { people }] of this.entries) {
      const isLost = !people.every(({ carrier }) => carrier.isConnected);
      const isRow = people.every(({ carrier }) => carrier !== item);
      if ((isLost && !isRow) || others.some((top) => top.contains(item))) return false;
      if (isLost && item.isConnected) tops.add(item);
    }
    return true;
  }

  #entriesOf(items: ReadonlyMap<Element, readonly SeenPerson[]>, { carriers }: Found): Map<Element, Entry> {
    const seen = new Set<Element>();
    for (const { element, text = null } of carriers) {
      this.#texts.set(element, seen.has(element) ? null : text);
      seen.add(element);
    }
    const entries = new Map<Element, Entry>();
    for (const [item, people] of items) entries.set(item, readAs(this.entries.get(item), this.#view, item, people));
    return entries;
  }
}
