import { type Allowance, walkTexts } from './deep-walk';
import { findAll } from './dom';
import type { ShadowRoots } from './shadow';
import { type Carrier, elementSignals, type Signals } from './signals';

/** What one look at a page has found so far. */
export interface Found {
  readonly carriers: Carrier[];
  /** Where to look, and the shadow roots there. */
  readonly tops: (Element | ShadowRoot)[];
  /** Part of the page went away while it was looked at, so somebody may be missing. */
  isTorn: boolean;
}

const mostNodes = 100_000;
const mostRoots = 2_000;
const mostCarriers = 4_000;
const readsPerStep = 25;

/** Looks through the tops for everything that shows an address, and adds the shadow roots in them. Pauses in between. */
export function* findCarriers(
  roots: ShadowRoots,
  signals: Signals,
  found: Found,
): Generator<undefined, void, undefined> {
  const texts: Text[] = [];
  const left: Allowance = { nodes: mostNodes, roots: mostRoots, isTorn: false };
  const visitor = {
    text: (text: Text) => {
      if (texts.length < mostCarriers && text.data.includes('@')) texts.push(text);
    },
    root: (root: ShadowRoot) => found.tops.push(root),
  };
  for (const top of [...found.tops]) yield* walkTexts(top, roots, left, visitor);
  found.isTorn = left.isTorn;
  const elements: Element[] = [];
  for (const top of found.tops) {
    if (elements.length < mostCarriers) elements.push(...findAll(top, elementSignals).slice(0, mostCarriers));
  }
  let count = 0;
  for (const one of [...elements.slice(0, mostCarriers), ...texts]) {
    const carrier = one instanceof Text ? signals.text(one) : signals.element(one);
    if (carrier) found.carriers.push(carrier);
    if (++count % readsPerStep === 0) yield;
  }
}
