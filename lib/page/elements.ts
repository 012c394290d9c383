import { findAll } from './dom';

type Child = Node | string | false | undefined;

/** Makes an element from attributes and children; text only ever becomes a text node. */
export function make<K extends keyof HTMLElementTagNameMap>(
  page: Document,
  tag: K,
  attributes: Readonly<Record<string, string | boolean | undefined>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = Document.prototype.createElement.bind(page)(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

/** The attribute by which our elements in a page are known, also those of an earlier script of ours. */
export const hostAttribute = 'data-holdfast';

/** Removes what an earlier script of ours left behind, as after an update of the extension. */
export function removeLeftovers(page: Document | ShadowRoot): void {
  for (const host of findAll(page, `span[${hostAttribute}]`)) host.remove();
}
