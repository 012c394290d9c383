import { isHidden, rootOf } from './dom';

/** Changes of one frame. `undefined`: too many to keep, so anything may have changed. */
export type Changes = readonly MutationRecord[] | undefined;

/** Attributes by which elements are hidden and shown; every page is watched for them. */
export const hidingAttributes: readonly string[] = ['style', 'hidden', 'aria-hidden'];

const mostKept = 5_000;
const hiddenPause = 500;

/** The one MutationObserver of a page: gathers what changed and hands it over once per frame, and not at all otherwise. */
export class PageObserver {
  readonly #observer = new MutationObserver((records) => {
    this.#keep(records);
    this.request();
  });
  #records: MutationRecord[] = [];
  #isOverfull = false;
  #options: MutationObserverInit = {};
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly page: Document,
    private readonly onFrame: (changes: Changes) => void,
  ) {}

  /**
   * Watches the whole page for elements that come, go, are hidden or shown, and besides for these attributes and for text
   * that is written over in its place; without `attributes` for neither. Called again, it watches for something else.
   */
  watch(attributes?: readonly string[]): void {
    this.#options = {
      childList: true,
      subtree: true,
      characterData: !!attributes,
      attributeFilter: [...(attributes ?? []), ...hidingAttributes],
    };
    this.include(rootOf(this.page));
  }

  /** Watches for the same in a shadow root, which a page does not tell of. */
  include(root: Node): void {
    this.#observer.observe(root, this.#options);
  }

  /** Asks for a frame without any change of the page. */
  request(): void {
    if (this.#frame || this.#timer !== undefined) return;
    if (isHidden(this.page)) this.#timer = setTimeout(() => this.#run(), hiddenPause);
    else this.#frame = requestAnimationFrame(() => this.#run());
  }

  /** Hands over at once what has changed by now. */
  flush(): void {
    this.#keep(this.#observer.takeRecords());
    this.#run();
  }

  /** A page that was hidden gives no frames, and one that is shown again should not wait for the timer. */
  visibilityChanged(): void {
    if (!this.#frame && this.#timer === undefined) return;
    this.#forgetFrame();
    this.request();
  }

  /** Does something to the page ourselves without being woken by it. */
  quietly(change: () => void): void {
    const before = this.#observer.takeRecords();
    if (before.length > 0) {
      this.#keep(before);
      this.request();
    }
    change();
    this.#observer.takeRecords();
  }

  stop(): void {
    this.#observer.disconnect();
    this.#forgetFrame();
    this.#records = [];
  }

  #keep(records: readonly MutationRecord[]): void {
    if (this.#records.length + records.length > mostKept) {
      this.#isOverfull = true;
      this.#records = [];
    }
    if (!this.#isOverfull) this.#records.push(...records);
  }

  #run(): void {
    this.#forgetFrame();
    const changes = this.#isOverfull ? undefined : this.#records;
    this.#records = [];
    this.#isOverfull = false;
    this.onFrame(changes);
  }

  #forgetFrame(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#frame = 0;
    this.#timer = undefined;
  }
}
