import type { SiteView } from '@/lib/sites/site-adapter';
import { type Expected, itemsOf } from './site-page';

/**
 * What an application does that uses its elements again: every item keeps its elements and gets the content of the next
 * one, by attributes and text alone where both are built alike, with other names and addresses in it.
 */
export function recycle(view: SiteView, people: Expected['people']): void {
  const items = itemsOf(view);
  const contents = items.map((item) => copyOf(item));
  for (const [index, item] of items.entries()) {
    const next = contents[(index + 1) % items.length];
    if (!next) continue;
    renamePeople(next, people);
    become(item, next);
  }
}

/** A copy with what its fields hold, which the markup does not say. */
function copyOf(item: Element): Element {
  const copy = item.cloneNode(true) as Element;
  const fields = [...copy.querySelectorAll('input')];
  for (const [index, field] of item.querySelectorAll('input').entries()) {
    const twin = fields[index];
    if (twin) twin.value = field.value;
  }
  return copy;
}

function become(element: Element, other: Element): void {
  for (const { name } of [...element.attributes]) if (!other.hasAttribute(name)) element.removeAttribute(name);
  for (const { name, value } of [...other.attributes]) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
  if (element instanceof HTMLInputElement && other instanceof HTMLInputElement) element.value = other.value;
  const own = [...element.childNodes];
  const wanted = [...other.childNodes];
  const isAlike = own.length === wanted.length && own.every((node, index) => node.nodeName === wanted[index]?.nodeName);
  if (!isAlike) element.replaceChildren(...wanted);
  else
    for (const [index, node] of own.entries()) {
      const twin = wanted[index];
      if (node instanceof Element && twin instanceof Element) become(node, twin);
      else if (node instanceof Text && twin instanceof Text && node.data !== twin.data) node.data = twin.data;
    }
}

/** Everybody's names and addresses become others, wherever they stand. */
function renamePeople(root: Element, people: Expected['people']): void {
  const words = people.flatMap(({ mailbox }) => mailbox.match(/[^\s<>"]{2,}/g) ?? []);
  const other = (text: string) => [...new Set(words)].reduce((sum, word) => sum.replaceAll(word, `else${word}`), text);
  for (const element of [root, ...root.querySelectorAll('*')]) {
    for (const { name, value } of [...element.attributes]) {
      if (name !== 'class' && other(value) !== value) element.setAttribute(name, other(value));
    }
    if (element instanceof HTMLInputElement) element.value = other(element.value);
    for (const node of element.childNodes) if (node instanceof Text) node.data = other(node.data);
  }
}
