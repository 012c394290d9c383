/**
 * Reads the page by the prototypes' own functions: `<img name="querySelector">` or `<input name="parentNode">` in a
 * mail puts itself in the place of a document's or a form's own property (docs/threats.md T6).
 */

export function findAll(root: Document | Element, selector: string): readonly Element[] {
  const { querySelectorAll } = root instanceof Element ? Element.prototype : Document.prototype;
  return [...querySelectorAll.call(root, selector)];
}

export function holds(root: Element, selector: string): boolean {
  return Element.prototype.querySelector.call(root, selector) !== null;
}

export function matches(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

export function closest(element: Element, selector: string): Element | null {
  return Element.prototype.closest.call(element, selector);
}

/** Old views stay in the page, hidden; what has no box is not there. */
export function isVisible(element: Element): boolean {
  return Element.prototype.checkVisibility.call(element);
}

export function parentOf(node: Node): Node | undefined {
  return own(node, 'parentNode');
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

/** The property as its class defines it, past whatever the page has put on the object itself. */
function own(object: object, property: string) {
  for (let at = Object.getPrototypeOf(object); at; at = Object.getPrototypeOf(at)) {
    const getter = Object.getOwnPropertyDescriptor(at, property)?.get;
    if (getter) return getter.call(object);
  }
}
