import { type Allowance, walkTexts } from './deep-walk';
import { findAll } from './dom';
import type { ShadowRoots } from './shadow';
import { type Carrier, elementSignals, type Signals } from './signals';

/** What one look at a page has found so far. */
export interface Found {
  readonly carriers: Carrier[];
  /** The page's body and the shadow roots in it. */
  readonly tops: (Element | ShadowRoot)[];
  /** Part of the page went away while it was looked at, so somebody may be missing. */
  isTorn: boolean;
}

const mostNodes = 100_000;
const mostRoots = 2_000;
const mostCarriers = 4_000;
const readsPerStep = 50;

/** Looks through a page for everything that shows an address. Pauses every now and then, so that a frame may end. */
export function* findCarriers(
  page: Document,
  roots: ShadowRoots,
  signals: Signals,
  found: Found,
): Generator<undefined, void, undefined> {
  const body = findAll(page, 'body')[0];
  if (!body) return;
  found.tops.push(body);
  const texts: Text[] = [];
  const left: Allowance = { nodes: mostNodes, roots: mostRoots, isTorn: false };
  yield* walkTexts(body, roots, left, {
    text: (text) => {
      if (texts.length < mostCarriers && text.data.includes('@')) texts.push(text);
    },
    root: (root) => found.tops.push(root),
  });
  found.isTorn = left.isTorn;
  const elements = found.tops.flatMap((top) => findAll(top, elementSignals).slice(0, mostCarriers));
  let count = 0;
  for (const one of [...elements.slice(0, mostCarriers), ...texts]) {
    const carrier = one instanceof Text ? signals.text(one) : signals.element(one);
    if (carrier) found.carriers.push(carrier);
    if (++count % readsPerStep === 0) yield;
  }
}
