import type { BadgePlace } from '@/lib/sites/site-adapter';
import { childrenOf, findAll, parentOf } from './dom';

/** About as wide as a badge, in px. */
const badgeWidth = 110;
const mostAncestors = 3;

/**
 * Where a badge stands beside an address without moving anything else: right after it where text flows, inside it where
 * it is itself a cell or a block. `text`: the text node that shows the address, if one alone does.
 */
export function besideCarrier(carrier: Element, text?: Text): BadgePlace | undefined {
  if (isField(carrier)) return besideField(carrier);
  const beside = text && inMixedText(text);
  if (beside) return beside;
  if (isWithin(carrier)) return { anchor: carrier, where: 'append' };
  return { anchor: carrier, where: isAtEdge(carrier) ? 'before' : 'after' };
}

function isField(element: Element): element is HTMLInputElement | HTMLTextAreaElement {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

/** A field that takes the whole line leaves room at its label only. */
function besideField(field: HTMLInputElement | HTMLTextAreaElement): BadgePlace {
  const parent = parentOf(field);
  const isWide = parent instanceof HTMLElement && field.offsetWidth > parent.clientWidth - badgeWidth;
  const isBlock = isWide && parent.clientWidth > 0 && !isArranged(parent);
  const label = isBlock ? labelOf(field) : undefined;
  return label ? { anchor: label, where: 'append' } : { anchor: field, where: 'after' };
}

/** A label that holds the field itself has no room beside its own words. */
function labelOf(field: HTMLInputElement | HTMLTextAreaElement): Element | undefined {
  const root = Node.prototype.getRootNode.call(field);
  if (!field.id || !(root instanceof Document || root instanceof ShadowRoot)) return undefined;
  return findAll(root, 'label[for]').find((label) => label.getAttribute('for') === field.id && !label.contains(field));
}

/** Between a text and the element that follows it, as a line break between two lines of a card. */
function inMixedText(text: Text): BadgePlace | undefined {
  const parent = parentOf(text);
  if (!(parent instanceof Element)) return undefined;
  const siblings = childrenOf(parent);
  const next = siblings.slice(siblings.indexOf(text) + 1).find((node) => node instanceof Element);
  return next instanceof Element && next.nodeName === 'BR' ? { anchor: next, where: 'before' } : undefined;
}

/** Is the element a box of its own, or would a neighbour become a box of its own? */
function isWithin(element: Element): boolean {
  const parent = parentOf(element);
  const { display } = getComputedStyle(element);
  const isText = /^(?:inline|inline-block|contents)$|^$/.test(display) && element.matches(':not(td,th,li,dd,p,div)');
  return !isText || (parent instanceof Element && isArranged(parent));
}

/** Are its children laid out one by one, so that one more would move the others? */
function isArranged(element: Element): boolean {
  return /flex|grid|^table(?:-row|-row-group)?$/.test(getComputedStyle(element).display);
}

/** Would a badge behind it be cut off by the cell? */
function isAtEdge(element: Element): boolean {
  const { left, right } = element.getBoundingClientRect();
  let at = parentOf(element);
  for (let step = 0; step < mostAncestors && at instanceof Element; step++) {
    const style = getComputedStyle(at);
    if (/hidden|clip/.test(style.overflowX)) {
      const box = at.getBoundingClientRect();
      const room = style.direction === 'rtl' ? left - box.left : box.right - right;
      return box.width > 0 && room < badgeWidth;
    }
    at = parentOf(at);
  }
  return false;
}
