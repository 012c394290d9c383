import { isElement, parentOf } from './dom';

const settleTime = 500;
const longestWait = 300;
const leastOpacity = 0.7;

interface Place {
  readonly left: number;
  readonly top: number;
  /** When the element was first known to stand there. */
  readonly since: number;
}

/**
 * Decides whether a trusted click was really meant for our element: a page can hide it, cover it or move it under the
 * pointer (docs/threats.md T1). Only the doubtful click is dropped; nothing is shown or changed.
 */
export class Guard {
  #place: Place | undefined;
  #isReached = false;
  #isSeen: boolean | undefined;
  #observer: IntersectionObserver | undefined;
  #waiting: ((isSeen: boolean) => void) | undefined;

  constructor(
    private readonly element: HTMLElement,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** The pointer comes near: from now on it counts whether the element stays seen and where it is. */
  watch(): void {
    if (this.#observer) return;
    if (!this.#place) this.#settle();
    this.#observer = seenObserver((isSeen) => {
      this.#isSeen = isSeen;
      this.#waiting?.(isSeen);
    });
    this.#observer?.observe(this.element);
  }

  /** The pointer itself travelled onto the element, so the element did not jump under a pointer at rest. */
  reached(): void {
    this.#isReached = true;
  }

  /** We have put the element here, or other controls into it: a second click of a double click is not meant for them. */
  placed(left: number, top: number): void {
    this.#place = { left, top, since: this.now() };
  }

  rest(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#place = undefined;
    this.#isReached = false;
    this.#isSeen = undefined;
  }

  /** May this click open something? A click that comes before the first word about visibility waits for it. */
  async mayOpen(): Promise<boolean> {
    this.watch();
    const isSteady = this.#isInPlace() && (this.#isReached || this.#stoodFor() >= settleTime || !canHover());
    return isSteady && isPlain(this.element) && (await this.#isUncovered());
  }

  /** May this click change something? Then the element must have stood still, in plain sight, for half a second. */
  async mayAct(): Promise<boolean> {
    const isSteady = this.#isInPlace() && this.#stoodFor() >= settleTime;
    return isSteady && isPlain(this.element) && (await this.#isUncovered());
  }

  /** May this key press do what it says? The focus must be ours, and seen. */
  mayPress(focused: Element | null): boolean {
    return focused?.matches(':focus-visible') === true && isPlain(this.element);
  }

  #isInPlace(): boolean {
    const { left, top } = this.element.getBoundingClientRect();
    const place = this.#place;
    if (place && Math.abs(place.left - left) <= 1 && Math.abs(place.top - top) <= 1) return true;
    this.#settle();
    return false;
  }

  #settle(): void {
    const { left, top } = this.element.getBoundingClientRect();
    this.placed(left, top);
  }

  #stoodFor(): number {
    return this.#place ? this.now() - this.#place.since : 0;
  }

  #isUncovered(): boolean | Promise<boolean> {
    if (!this.#observer) return true;
    if (this.#isSeen !== undefined) return this.#isSeen;
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), longestWait);
      this.#waiting = (isSeen) => {
        clearTimeout(timer);
        resolve(isSeen);
      };
    });
  }
}

/** Chromium alone can say whether something covers or fades an element (IntersectionObserver v2). */
function seenObserver(heard: (isSeen: boolean) => void): IntersectionObserver | undefined {
  if (typeof IntersectionObserver === 'undefined') return undefined;
  if (!('isVisible' in IntersectionObserverEntry.prototype)) return undefined;
  const options = { trackVisibility: true, delay: 100, threshold: [0, 0.5, 1] };
  return new IntersectionObserver((entries) => {
    const last: (IntersectionObserverEntry & { readonly isVisible?: boolean }) | undefined = entries.at(-1);
    if (last) heard(last.isVisible === true);
  }, options);
}

function canHover(): boolean {
  return matchMedia('(hover: hover)').matches;
}

/** Nothing above the element fades, filters, masks, blends or clips it away; the frames it stands in included. */
function isPlain(element: Element): boolean {
  let opacity = 1;
  let view: Window = window;
  let node: Element | undefined = element;
  while (node) {
    const style = getComputedStyle(node);
    opacity *= Number(style.opacity || 1);
    if (opacity < leastOpacity || style.visibility === 'hidden') return false;
    if (isSet(style.filter) || isSet(style.clipPath) || isSet(style.maskImage)) return false;
    if (isSet(style.mixBlendMode, 'normal') || isSet(style.clip, 'auto')) return false;
    node = above(node);
    if (!node) {
      node = frameOf(view);
      view = view.parent;
    }
  }
  return true;
}

function isSet(value: string | undefined, rest = 'none'): boolean {
  return value !== undefined && value !== '' && value !== rest;
}

function above(element: Element): Element | undefined {
  const parent = parentOf(element);
  if (parent instanceof ShadowRoot) return parent.host;
  return parent && isElement(parent) ? parent : undefined;
}

/** The frame this window stands in; unknown where that belongs to another origin. */
function frameOf(view: Window): Element | undefined {
  try {
    return view.frameElement ?? undefined;
  } catch {
    return undefined;
  }
}
