/**
 * Reads the page by the prototypes' own functions: `<img name="querySelector">` or `<input name="parentNode">` in a
 * mail puts itself in the place of a document's or a form's own property (docs/threats.md T6).
 */

export function findAll(root: Document | Element, selector: string): readonly Element[] {
  const { querySelectorAll } = root instanceof Document ? Document.prototype : Element.prototype;
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
  return own(Node.prototype, 'parentNode', node);
}

export function rootOf(page: Document): HTMLElement {
  return own(Document.prototype, 'documentElement', page);
}

export function isHidden(page: Document): boolean {
  return own(Document.prototype, 'hidden', page) === true;
}

export function focusedIn(page: Document): Element | undefined {
  return own(Document.prototype, 'activeElement', page) ?? undefined;
}

function own(prototype: object, property: string, object: object) {
  return Object.getOwnPropertyDescriptor(prototype, property)?.get?.call(object);
}
