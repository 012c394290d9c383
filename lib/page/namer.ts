import type { RawSighting } from '@/lib/core/raw-sighting';
import { addressOf } from '@/lib/sites/page-parts';
import type { SeenPerson } from '@/lib/sites/site-adapter';
import { withName } from './addresses';
import type { Found } from './find-carriers';
import { type NearbyName, nameAround, nameInHeading, nameInRow, rowOf } from './nearby-name';
import type { ShadowRoots } from './shadow';
import type { Carrier } from './signals';

const mostPeople = 1_000;
/** A row of more people than this is no row, but the frame of a page built from tables. */
const mostPerRow = 20;
const namesPerStep = 10;
const carriersPerStep = 100;
/** More people than this are not what a page is about. */
const mostInHeading = 3;
const longestKey = 500;

/** Somebody at one carrier, still without a name from around it. */
interface Shown {
  readonly carrier: Carrier;
  readonly address: string;
  readonly mailbox: string;
  readonly row: Element | undefined;
}

/** Puts the carriers of a page into rows, each person once per row, and gives them the names that stand beside them. */
export class Namer {
  readonly #rows = new Map<string, NearbyName>();
  readonly #names = new WeakMap<Element, { readonly address: string; readonly nearby: NearbyName }>();

  constructor(private readonly roots: ShadowRoots) {}

  /**
   * The people of each row; what stands in no row is one of its own. Fills `items`. Returns whether anybody's name rests
   * on the whole page, so that a part of it does not suffice.
   */
  *name({ carriers, tops }: Found, items: Map<Element, SeenPerson[]>): Generator<undefined, boolean, undefined> {
    const rows = yield* grouped(carriers);
    const fields: Shown[] = [];
    const addresses = new Set<string>();
    let count = 0;
    for (const [item, people] of rows) {
      for (const shown of people) {
        const nearby = this.#nearby(shown, people.length);
        if (nearby === 'field') fields.push(shown);
        if (nearby === 'field' || !shown.row) addresses.add(shown.address);
        put(items, item, shown, typeof nearby === 'object' ? nearby.name : '');
        if (++count % namesPerStep === 0) yield;
      }
    }
    if (addresses.size > mostInHeading) return true;
    for (const shown of fields) {
      const isOnly = addresses.size === 1 && shown.carrier.rule !== 'field-value';
      const name = nameInHeading(tops, shown.address, isOnly);
      if (name) put(items, shown.row ?? shown.carrier.element, shown, name);
    }
    return addresses.size > 0;
  }

  #nearby({ carrier, address, mailbox, row }: Shown, inRow: number): NearbyName {
    if (mailbox.includes('<')) return 'none';
    if (row && inRow > 1) return 'none';
    const { element } = carrier;
    const known = this.#names.get(element);
    if (known?.address === address && known.nearby !== 'none') return known.nearby;
    const nearby = row ? this.#inRow(row, element, address) : nameAround(element, address, this.roots);
    this.#names.set(element, { address, nearby });
    return nearby;
  }

  /** A list that is drawn anew, as after sorting, holds the rows of before in new elements. */
  #inRow(row: Element, carrier: Element, address: string): NearbyName {
    const key = `${address} ${row.textContent.slice(0, longestKey)}`;
    const known = this.#rows.get(key);
    if (known) return known;
    const nearby = nameInRow(row, carrier, address, this.roots);
    if (this.#rows.size >= mostPeople) this.#rows.clear();
    this.#rows.set(key, nearby);
    return nearby;
  }
}

/** Each person once per row, and once among all that stand in no row. */
function* grouped(
  carriers: readonly Carrier[],
): Generator<undefined, ReadonlyMap<Element, readonly Shown[]>, undefined> {
  const rows = new Map<Element | undefined, Map<string, Shown>>();
  let count = 0;
  for (const carrier of carriers) {
    if (++count % carriersPerStep === 0) yield;
    const row = rowOf(carrier.element);
    const people = rows.get(row) ?? new Map<string, Shown>();
    rows.set(row, people);
    for (const mailbox of carrier.mailboxes) {
      const address = addressOf(mailbox);
      if (!people.has(address)) people.set(address, { carrier, address, mailbox, row });
    }
  }
  const items = new Map<Element, Shown[]>();
  let left = mostPeople;
  for (const [row, people] of rows) {
    const item = people.size > mostPerRow ? undefined : row;
    for (const shown of people.values()) {
      if (--left < 0) return items;
      const at = item ?? shown.carrier.element;
      const others = items.get(at);
      const one = item ? shown : { ...shown, row: undefined };
      if (others) others.push(one);
      else items.set(at, [one]);
    }
  }
  return items;
}

function put(items: Map<Element, SeenPerson[]>, item: Element, shown: Shown, name: string): void {
  const { carrier, address } = shown;
  const mailbox = name ? withName(name, addressIn(shown.mailbox)) : shown.mailbox;
  const sighting: RawSighting = { mailbox, role: 'record', folder: 'other', rule: carrier.rule };
  const others = (items.get(item) ?? []).filter((one) => addressOf(one.sighting.mailbox) !== address);
  items.set(item, [...others, { carrier: carrier.element, sighting }]);
}

/** As the page writes it. */
function addressIn(mailbox: string): string {
  return /<([^<>]*)>$/.exec(mailbox)?.[1] ?? mailbox;
}
