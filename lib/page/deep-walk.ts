import type { ShadowRoots } from './shadow';

/** What a walk may cost, and what it has cost; one for a whole page, however many roots it has. */
export interface Allowance {
  nodes: number;
  roots: number;
  /** The page took away the place where the walk had paused, so it is not complete. */
  isTorn: boolean;
}

const nodesPerStep = 200;
const deepestRoots = 50;

/** What a walk meets. */
export interface Visitor {
  text(text: Text): void;
  root(root: ShadowRoot): void;
}

/**
 * Visits the text nodes below `top` in document order, those in shadow roots included. Pauses after every few nodes, so
 * that a large page can be walked in slices; the page may change in between.
 */
export function* walkTexts(
  top: Node,
  roots: ShadowRoots,
  left: Allowance,
  visitor: Visitor,
  depth = 0,
): Generator<undefined, void, undefined> {
  const page = top.ownerDocument;
  if (!page) return;
  const hosts = hostKinds();
  const walker = Document.prototype.createTreeWalker.call(page, top, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (--left.nodes < 0) return;
    const kind = Object.getPrototypeOf(node);
    if (kind === Text.prototype) {
      if (node instanceof Text) visitor.text(node);
    } else if (hosts.has(kind) && node instanceof HTMLElement && mayHost(node)) {
      const root = depth < deepestRoots && left.roots > 0 ? roots.of(node) : undefined;
      if (root) {
        left.roots--;
        visitor.root(root);
        yield* walkTexts(root, roots, left, visitor, depth + 1);
      }
    }
    if (left.nodes % nodesPerStep !== 0) continue;
    yield;
    if (Node.prototype.contains.call(top, node)) continue;
    left.isTorn = true;
    return;
  }
}

/** Elements with a class of their own never are hosts, but for these; the class is what costs least to look at. */
function hostKinds(): ReadonlySet<object> {
  const kinds = [HTMLElement, HTMLDivElement, HTMLSpanElement, HTMLParagraphElement, HTMLHeadingElement];
  return new Set(kinds.map(({ prototype }) => prototype));
}

/** Of the browser's own elements only an empty one is asked: what it shows can only come from a root. */
function mayHost(element: HTMLElement): boolean {
  return !Node.prototype.hasChildNodes.call(element) || element.localName.includes('-');
}
