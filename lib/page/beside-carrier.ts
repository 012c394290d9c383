import type { BadgePlace } from '@/lib/sites/site-adapter';
import { childrenOf, findAll, parentOf } from './dom';

/** Room for an address and a badge, in px: a narrower cell that cuts off what is too long would cut off the badge. */
const enoughRoom = 440;
/** A badge at its widest. */
const badgeWidth = 230;
const mostAround = 8;
const deepest = 5;

/**
 * Where a badge stands beside an address without moving anything else: right after it where text flows, inside it where
 * it is itself a cell or a block, and before it in a cell that cuts off. `text`: the text node that shows the address, if
 * one alone does.
 */
export function besideCarrier(carrier: Element, text?: Text): BadgePlace | undefined {
  if (isField(carrier)) return besideField(carrier);
  const lineEnd = text && lineEndAfter(text);
  if (lineEnd) return { anchor: lineEnd, where: 'before' };
  const cutsOff = isCutOff(carrier);
  if (isBox(carrier)) return { anchor: innermost(carrier), where: cutsOff ? 'prepend' : 'append' };
  return { anchor: carrier, where: cutsOff ? 'before' : 'after' };
}

function isField(element: Element): element is HTMLInputElement | HTMLTextAreaElement {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

/** A field that takes the whole line leaves room at its label only. */
function besideField(field: HTMLInputElement | HTMLTextAreaElement): BadgePlace {
  const parent = parentOf(field);
  const isWide = parent instanceof HTMLElement && field.offsetWidth > parent.clientWidth - badgeWidth;
  const label = isWide && !isRow(parent) ? labelOf(field) : undefined;
  return label ? { anchor: label, where: 'append' } : { anchor: field, where: 'after' };
}

/** A label that holds the field itself has no room beside its own words. */
function labelOf(field: HTMLInputElement | HTMLTextAreaElement): Element | undefined {
  const root = Node.prototype.getRootNode.call(field);
  if (!field.id || !(root instanceof Document || root instanceof ShadowRoot)) return undefined;
  return findAll(root, 'label[for]').find((label) => label.getAttribute('for') === field.id && !label.contains(field));
}

/** The line break that follows a text directly, as between two lines of an address. */
function lineEndAfter(text: Text): Element | undefined {
  const parent = parentOf(text);
  const siblings = parent ? childrenOf(parent) : [];
  const next = siblings[siblings.indexOf(text) + 1];
  return next instanceof HTMLBRElement ? next : undefined;
}

/** Is the element a box of its own, or would a badge beside it become one that moves the others? */
function isBox(element: Element): boolean {
  const parent = parentOf(element);
  const { display } = getComputedStyle(element);
  return !display.startsWith('inline') || (parent instanceof Element && isArranged(parent));
}

/** Are its children laid out one by one? */
function isArranged(element: Element): boolean {
  return /flex|grid|^table(?:-row|-row-group)?$/.test(getComputedStyle(element).display);
}

function isRow(element: Element): boolean {
  const { display, flexDirection } = getComputedStyle(element);
  return display.includes('flex') && !flexDirection.startsWith('column');
}

/** The element that alone fills this one, such as the chip in a link: beside it would be a line of its own. */
function innermost(element: Element): Element {
  let at = element;
  for (let depth = 0; depth < deepest; depth++) {
    const filled = childrenOf(at).filter(
      (child) => child instanceof Element || (child.textContent ?? '').trim() !== '',
    );
    const [only] = filled;
    if (filled.length !== 1 || !(only instanceof HTMLElement) || only.nodeName === 'IMG') return at;
    at = only;
  }
  return at;
}

function isCutOff(element: Element): boolean {
  let at: Node | undefined = element;
  for (let step = 0; step <= mostAround && at instanceof HTMLElement; step++) {
    // What stands in a line has no width of its own, and cuts off nothing.
    if (at.clientWidth > 0 && /hidden|clip/.test(getComputedStyle(at).overflowX)) return at.clientWidth < enoughRoom;
    // A cell may be made of components, each inside the next.
    const parent: Node | undefined = parentOf(at);
    at = parent instanceof ShadowRoot ? parent.host : parent;
  }
  return false;
}
