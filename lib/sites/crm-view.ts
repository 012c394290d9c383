import { all, cut, decoded, first, isAddress, isVisible, mailboxText } from '@/lib/sites/page-parts';
import type { BadgePlace, SeenPerson, SiteAdapter, SiteView } from '@/lib/sites/site-adapter';

/**
 * Where a text stands: a selector below the item. `selector@name` takes an attribute, `@name` one of the item itself,
 * `selector@` only what stands directly in the element; `^selector` means the cell of this row in the column whose head
 * matches.
 */
type Spot = string;

/** One kind of page that shows people of a CRM, one person per item. */
export interface CrmPage {
  /** Path, query and fragment of such a page, decoded. Groups: `id` of the record it shows, `kind` of record. */
  readonly at: RegExp;
  readonly landmark: string;
  readonly items: readonly string[];
  /** The first line that gives a text is the name; the spots of one line are joined. The badge stands after the last. */
  readonly names: readonly (readonly Spot[])[];
  /** Where addresses stand; `undefined`: links to write a mail and `data-email-address`. Of a link never the text. */
  readonly emails?: readonly Spot[];
  /** Parts of an item that show other people. */
  readonly apart?: string;
  /** Where `record` finds the record's id, tried one by one; `undefined`: in the address of the page. */
  readonly id?: readonly Spot[];
  /** Groups `id` and `kind`; `undefined`: `at`, which also gives a kind that is missing here. */
  readonly record?: RegExp;
  /** Where the date of the last activity stands, in machine-readable form. */
  readonly activity?: Spot;
  /** Where badges stand, if not after the name. */
  readonly badge?: Spot;
  /** Attributes that change when an item is used again for somebody else. */
  readonly watch: readonly string[];
}

/** A CRM as data: how it is known, and its pages that show people. */
export interface Crm extends Pick<SiteAdapter, 'id' | 'name' | 'sign'>, Partial<Pick<SiteAdapter, 'matches'>> {
  readonly list?: CrmPage;
  readonly record?: CrmPage;
}

/** The adapter of a CRM. What its pages do not cover, the generic detector reads. */
export function crmSite({ list, record, ...known }: Crm): SiteAdapter {
  return {
    matches: [],
    ...known,
    views: [...(list ? [crmView('list', list)] : []), ...(record ? [crmView('record', record)] : [])],
    isGenericElsewhere: true,
    account: () => ({ addresses: [], index: '' }),
    folder: () => 'other',
  };
}

const written = ['a[href^="mailto:" i]', '[data-email-address]'];
const navigating = 'a, button, [role="link"], [role="button"]';
const isoDate = /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?$/;

function crmView(name: SiteView['name'], page: CrmPage): SiteView {
  const test = (url: URL) => page.at.test(partOf(url));
  return {
    name,
    test,
    landmark: page.landmark,
    items: page.items,
    watch: page.watch,
    // Views that were left stay in some pages, and an application may show a list under a record's address meanwhile.
    read: (item, url) => (test(url) ? readItem(page, item, url) : []),
    place: (item, carrier) => placeIn(page, item, carrier),
  };
}

/** An address in the page says who this is; else the name does, together with the record where the page has its id. */
function readItem(page: CrmPage, item: Element, url: URL): readonly SeenPerson[] {
  const name = nameIn(page, item);
  const shared = {
    record: recordOf(page, item, url),
    lastActivity: page.activity && textsAt(item, page.activity).find(({ text }) => isoDate.test(text))?.text,
    role: 'record' as const,
    folder: 'other' as const,
  };
  const found = (page.emails ?? written).flatMap((spot) =>
    visibleAt(item, spot)
      .filter((element) => !page.apart || !element.closest(page.apart))
      .flatMap((carrier) => addressesOf(carrier, spot).map((address) => ({ carrier, address }))),
  );
  const people = found.filter(({ address }, index) => found.findIndex((one) => one.address === address) === index);
  if (people.length > 0) {
    return people.map(({ carrier, address }) => ({
      carrier,
      sighting: { ...shared, mailbox: mailboxText(name?.text ?? '', address), rule: 'address' },
    }));
  }
  return name ? [{ carrier: name.last, sighting: { ...shared, mailbox: name.text, rule: 'name' } }] : [];
}

/** A name is never taken for an address: whoever fills in a form on the web chooses their name. */
function nameIn(page: CrmPage, item: Element): { readonly text: string; readonly last: Element } | undefined {
  for (const line of page.names) {
    const parts = line.flatMap((spot) => textsAt(item, spot).slice(0, 1));
    const text = cut(parts.map((part) => part.text).join(' '), 200);
    const last = parts.at(-1)?.element;
    if (last && text && !text.includes('@')) return { text, last };
  }
  return undefined;
}

function recordOf(page: CrmPage, item: Element, url: URL): string | undefined {
  const here = partOf(url);
  const texts = page.id ? page.id.flatMap((spot) => textsAt(item, spot).map(({ text }) => decoded(text))) : [here];
  const groups = texts.map((text) => (page.record ?? page.at).exec(text)?.groups).find((found) => found?.id);
  const kind = groups?.kind ?? page.at.exec(here)?.groups?.kind ?? 'contact';
  return groups && `${kind.toLowerCase()}/${groups.id}`;
}

/** What a link says may be cut; where it leads is not. Texts side by side are no one address. */
function addressesOf(element: Element, spot: Spot): readonly string[] {
  const href = element.getAttribute('href') ?? '';
  const source = /^mailto:/i.test(href)
    ? decoded(href.slice(7).replace(/\?.*/s, ''))
    : element.getAttribute('data-email-address') || textOf(element, attributeOf(spot), ',');
  return source
    .split(/[,;]/)
    .map((part) => part.trim().toLowerCase())
    .filter((part) => isAddress(part) && !part.includes('…'));
}

/** The texts that stand at a spot and can be seen, none of them empty. */
function textsAt(item: Element, spot: Spot): readonly { readonly element: Element; readonly text: string }[] {
  return visibleAt(item, spot)
    .map((element) => ({ element, text: cut(textOf(element, attributeOf(spot), ''), 500) }))
    .filter(({ text }) => text !== '');
}

function visibleAt(item: Element, spot: Spot): readonly Element[] {
  const [selector = ''] = spot.split('@');
  return elementsAt(item, selector).filter(isVisible);
}

/** `undefined`: the text in the element; empty: only what stands directly in it. */
function attributeOf(spot: Spot): string | undefined {
  return spot.split('@')[1];
}

function elementsAt(item: Element, selector: string): readonly Element[] {
  if (selector === '') return [item];
  return selector.startsWith('^') ? cellsBelow(item, selector.slice(1)) : all(item, selector);
}

function cellsBelow(row: Element, head: string): readonly Element[] {
  const table = row.closest('table');
  const cell = table && first(table, head)?.closest('th, td');
  const below = cell?.parentElement && row.children[[...cell.parentElement.children].indexOf(cell)];
  return below ? [below] : [];
}

function textOf(element: Element, attribute: string | undefined, between: string): string {
  if (attribute) return element.getAttribute(attribute) ?? '';
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) return element.value;
  return textsIn(element, attribute === undefined).join(between);
}

function textsIn(node: Node, isDeep: boolean): readonly string[] {
  return [...node.childNodes].flatMap((child) => {
    if (child instanceof Text) return [child.data];
    return isDeep ? textsIn(child, true) : [];
  });
}

/** After the name, and outside whatever a click on it would open; a component's inside is its own. */
function placeIn(page: CrmPage, item: Element, carrier: Element): BadgePlace {
  const [marked] = page.badge ? textsAt(item, page.badge) : [];
  const at = marked?.element ?? nameIn(page, item)?.last ?? carrier;
  const link = at.closest(navigating);
  const anchor = link && link !== item && item.contains(link) ? link : at;
  const isClosed = anchor.matches(`${navigating}, input, textarea`) || anchor.localName.includes('-');
  return { anchor, where: isClosed ? 'after' : 'append' };
}

function partOf(url: URL): string {
  return decoded(url.pathname + url.search + url.hash);
}
