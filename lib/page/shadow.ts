import { browser } from 'wxt/browser';
import { matches } from './dom';

/** Opens an element's shadow root, closed ones too; `null`: it has none. */
export type ShadowOf = (element: HTMLElement) => ShadowRoot | null;

/** The browser's own way into shadow roots: a property of elements in Firefox, a function of the extension's API in Chromium. */
export const shadowOf: ShadowOf = (element) => {
  if ('openOrClosedShadowRoot' in Element.prototype) return Reflect.get(element, 'openOrClosedShadowRoot');
  return browser.dom?.openOrClosedShadowRoot(element) ?? null;
};

/** A new element may get its root a moment later, and more so before its class is loaded; then it is let alone. */
const mostQuestions = 4;
const mostBeforeDefined = 20;

/** The shadow roots of a page. Asking costs more than all else, so only elements that may have one are asked. */
export class ShadowRoots {
  readonly #known = new WeakMap<Element, ShadowRoot>();
  readonly #asked = new WeakMap<Element, number>();
  readonly #found = new WeakSet<ShadowRoot>();

  constructor(
    private readonly shadowOf: ShadowOf,
    private readonly isOwn: (node: Node) => boolean,
    /** Hears of each root once. */
    private readonly onFound: (root: ShadowRoot) => void,
  ) {}

  of(element: HTMLElement): ShadowRoot | undefined {
    const known = this.#known.get(element);
    if (known) return known;
    const asked = this.#asked.get(element) ?? 0;
    if (asked >= mostQuestions && (asked >= mostBeforeDefined || matches(element, ':defined'))) return undefined;
    if (this.isOwn(element)) return undefined;
    this.#asked.set(element, asked + 1);
    const root = this.shadowOf(element);
    if (!root) return undefined;
    this.#known.set(element, root);
    if (!this.#found.has(root)) this.onFound(root);
    this.#found.add(root);
    return root;
  }
}
