import type { RawAccount, RawSighting } from '@/lib/core/raw-sighting';
import type { SeenPerson, SiteView } from '@/lib/sites/site-adapter';

/** What a fixture says about itself, in its `<script type="application/json" id="expected">`. */
export interface Expected {
  readonly url: string;
  /** The one view that claims the URL; absent on pages that only hold a compose window. */
  readonly view?: SiteView['name'];
  readonly language: string;
  /** `program`: the application writes its classes itself, whatever the skin. Without them nobody is lost, only roles. */
  readonly classes?: 'program';
  readonly account?: RawAccount;
  readonly folder?: string;
  /** Every sighting of the page, in document order. */
  readonly people: readonly RawSighting[];
  /** The same for the site's other views on the page, such as the list beside a reading pane. */
  readonly beside?: readonly RawSighting[];
  /** The recipients of the page's compose window. */
  readonly compose?: readonly RawSighting[];
}

/** Puts a page into the test's document and takes its expectations out of it. */
export function openPage(html: string): Expected {
  document.open();
  document.write(html);
  document.close();
  const script = Document.prototype.querySelector.call(document, 'script#expected');
  const expected = JSON.parse(script?.textContent ?? 'null') as Expected;
  script?.remove();
  return expected;
}

/** Elements in document order; a hostile page may have replaced `document.querySelectorAll`. */
export function elements(selector: string): Element[] {
  return [...Document.prototype.querySelectorAll.call(document, selector)];
}

/** The items of a view as the page runtime picks them: the first selector that finds anything visible. */
export function itemsOf(view: SiteView): Element[] {
  for (const selector of view.items) {
    const found = elements(selector).filter((element) => element.checkVisibility());
    if (found.length > 0) return found;
  }
  return [];
}

/** Has the view rendered? The page runtime reads every view that has, whatever the URL. */
export function isShown(view: SiteView): boolean {
  return elements(view.landmark).some((element) => element.checkVisibility());
}

/** Everybody a view shows, with the item that shows them. */
export function readView(view: SiteView, url: URL): (SeenPerson & { item: Element })[] {
  return itemsOf(view).flatMap((item) => view.read(item, url).map((person) => ({ ...person, item })));
}

/** What a redesign does: every class gets a new name. */
export function renameClasses(): void {
  for (const element of elements('[class]')) {
    const names = (element.getAttribute('class') ?? '').split(/\s+/).filter(Boolean);
    element.setAttribute('class', names.map((name) => `x${[...name].reduce(hash, 7).toString(36)}`).join(' '));
  }
}

function hash(sum: number, letter: string): number {
  return (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
}
