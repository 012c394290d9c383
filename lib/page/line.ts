import { addressesIn, type FoundAddress } from './addresses';
import { childrenOf, parentOf, siblingOf } from './dom';

/** Elements that stand within a line of text; all others begin a new one. */
const inline = new Set(
  'A ABBR B BDI BDO CITE EM FONT I LABEL MARK S SMALL SPAN STRONG SUB SUP TIME U WBR IMG svg'.split(' '),
);
const mostSteps = 20;
const deepest = 5;
const longestPiece = 300;
/** More words of plain text than this around an address are a sentence that mentions it, not a field that shows it. */
const mostWords = 12;

type Way = 'previousSibling' | 'nextSibling';

/** What stands before or behind a node on its line, nearest first, without the node itself. */
export function* besideOf(node: Node, way: Way): Generator<Node> {
  let at = node;
  for (let step = 0; step < mostSteps; step++) {
    const sibling = siblingOf(at, way);
    if (sibling) {
      if (isElement(sibling) && !inline.has(sibling.nodeName)) return;
      if (sibling.nodeType === Node.TEXT_NODE || isElement(sibling)) yield sibling;
      at = sibling;
      continue;
    }
    const parent = parentOf(at);
    if (!parent || !inline.has(parent.nodeName)) return;
    at = parent;
  }
}

/** The whole addresses of a text node, also where the page marks a part of one or lets it break. */
export function addressesOf(node: Text): readonly FoundAddress[] {
  const text = node.data;
  const before = /^\S*@/.test(text.slice(0, 70)) ? piecesOf(node, 'previousSibling').reverse().join('') : '';
  const after = /@[^\s@]*$/.test(text.slice(-300)) ? piecesOf(node, 'nextSibling').join('') : '';
  const at = before.length;
  const found = addressesIn(before + text + after);
  // What has its @ elsewhere belongs to another node.
  const own = found.filter(({ address, start }) => {
    const place = start + address.indexOf('@') - at;
    return place >= 0 && place < text.length;
  });
  return own.map(({ address, start, end }) => ({ address, start: start - at, end: end - at }));
}

/** Texts that continue this one without a gap. An ellipsis continues it wherever it stands. */
function piecesOf(node: Text, way: Way): string[] {
  const pieces: string[] = [];
  let near = node;
  for (const beside of besideOf(node, way)) {
    const next = textIn(beside, way);
    if (!next) continue;
    const text = next.data.slice(0, longestPiece);
    const isEllipsis = way === 'nextSibling' ? /^\s*(?:…|\.{3})/.test(text) : /(?:…|\.{3})\s*$/.test(text);
    if (!isEllipsis && (/\s/.test(way === 'nextSibling' ? text.slice(0, 1) : text.slice(-1)) || !touches(near, next)))
      break;
    pieces.push(isEllipsis ? '…' : text);
    if (isEllipsis || /\s/.test(text)) break;
    near = next;
  }
  return pieces;
}

function textIn(node: Node, way: Way, depth = 0): Text | undefined {
  if (node instanceof Text) return node.data === '' ? undefined : node;
  if (depth > deepest) return undefined;
  const children = childrenOf(node).slice(0, mostSteps);
  for (const child of way === 'nextSibling' ? children : children.reverse()) {
    const text = textIn(child, way, depth + 1);
    if (text) return text;
  }
  return undefined;
}

/** Do the two stand side by side as one word? Only the screen can tell: cells and chips are `span`s as well. */
function touches(a: Text, b: Text): boolean {
  const isBefore = (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
  const [left, right] = isBefore ? [b, a] : [a, b];
  const end = rectOf(left, left.data.length - 1);
  const start = rectOf(right, 0);
  const gap = Math.min(Math.abs(end.right - start.left), Math.abs(start.right - end.left));
  const isJoined = end.width > 0 && start.width > 0 && gap < 1 && end.top < start.bottom && start.top < end.bottom;
  // Where the browser broke the line, only an element that allows it can stand between.
  return isJoined || siblingOf(left, 'nextSibling')?.nodeName === 'WBR';
}

function rectOf(node: Text, at: number): DOMRect {
  const range = Document.prototype.createRange.call(node.ownerDocument);
  range.setStart(node, at);
  range.setEnd(node, at + 1);
  return range.getBoundingClientRect();
}

/** Does the node stand in a sentence? Words in elements of their own are other fields of the same line. */
export function isInSentence(node: Node): boolean {
  const beside = [...besideOf(node, 'previousSibling'), ...besideOf(node, 'nextSibling')];
  const texts = [node, ...beside].flatMap((one) => (one instanceof Text ? [one.data.slice(0, longestPiece)] : []));
  const pieces = texts.flatMap((text) => text.split(/\s+/));
  if (pieces.length <= mostWords) return false;
  return pieces.filter((word) => /^\p{P}*\p{L}[\p{L}\p{M}’'-]+\p{P}*$/u.test(word)).length > mostWords;
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}
