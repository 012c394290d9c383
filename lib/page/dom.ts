import { first } from '@/lib/sites/page-parts';

/**
 * Reads the page by the prototypes' own functions: `<img name="querySelector">` or `<input name="parentNode">` in a
 * mail puts itself in the place of a document's or a form's own property (docs/threats.md T6).
 */

export { all as findAll, isVisible } from '@/lib/sites/page-parts';

export function holds(root: Element, selector: string): boolean {
  return first(root, selector) !== undefined;
}

export function matches(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

export function closest(element: Element, selector: string): Element | null {
  return Element.prototype.closest.call(element, selector);
}

export function attribute(element: Element, name: string): string {
  return Element.prototype.getAttribute.call(element, name) ?? '';
}

/** As `isVisible`, and not made invisible in its place either. */
export function isShown(element: Element): boolean {
  return Element.prototype.checkVisibility.call(element, { visibilityProperty: true });
}

/** Also of another frame, whose `Element` is not ours. */
export function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}

export function parentOf(node: Node): Node | undefined {
  return own(node, 'parentNode');
}

/** The element in whose shadow root it stands. */
export function hostOf(element: Node): Element | undefined {
  const root = Node.prototype.getRootNode.call(element);
  return root instanceof ShadowRoot ? root.host : undefined;
}

export function siblingOf(node: Node, way: 'previousSibling' | 'nextSibling'): Node | undefined {
  return own(node, way) ?? undefined;
}

export function childrenOf(node: Node): readonly Node[] {
  return [...own(node, 'childNodes')];
}

export function rootOf(page: Document): HTMLElement {
  return own(page, 'documentElement');
}

export function focusedIn(page: Document): Element | null {
  return own(page, 'activeElement');
}

export function isHidden(page: Document): boolean {
  return own(page, 'hidden') === true;
}

/** By property and class: looking one up takes longer than all else that is done with a node. */
const getters = new Map<string, Map<object, () => unknown>>();

/** The property as its class defines it, past whatever the page has put on the object itself. */
function own(object: object, property: string) {
  const kind = Object.getPrototypeOf(object);
  const known = getters.get(property) ?? new Map();
  let getter = known.get(kind);
  if (!getter) {
    for (let at = kind; at && !getter; at = Object.getPrototypeOf(at)) {
      getter = Object.getOwnPropertyDescriptor(at, property)?.get;
    }
    if (!getter) return undefined;
    getters.set(property, known.set(kind, getter));
  }
  return getter.call(object);
}
