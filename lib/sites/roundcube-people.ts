import { all, cut, decoded, isAddress, mailboxText } from '@/lib/sites/page-parts';
import { type PageSettings, pageSettings } from '@/lib/sites/roundcube-page';

/** An element that shows one address of a mail's header. */
export interface Addressee {
  readonly element: Element;
  readonly address: string;
  readonly mailbox: string;
}

/**
 * The program itself writes this class, in every skin since 2005, and never into mail bodies; without it the title
 * that is an address tells. A row's link may have any title, the sender chose it.
 */
const carriers = ['.rcmContactAddress', 'span[title*="@"], a[href^="mailto:"][title*="@"]'];

/** The people below `root`, in the order shown. `root` must not hold a mail's body. */
export function addresseesIn(root: Element): Addressee[] {
  for (const selector of carriers) {
    const found = all(root, selector).filter((element) => !element.closest('a[href*="_uid="]'));
    if (found.length > 0) return found.flatMap((element) => addresseeOf(element) ?? []);
  }
  return [];
}

/** The address stands in `title`; where the site shows addresses in full, in `href` only. */
function addresseeOf(element: Element): Addressee | undefined {
  const text = (element.textContent ?? '').replace(/<[^<>]*>\s*$/, '');
  const address = [element.getAttribute('title'), linked(element)]
    .map((value) => (value ?? '').trim().toLowerCase())
    .find(isAddress);
  return address ? { element, address, mailbox: mailboxText(text, address) } : undefined;
}

function linked(element: Element): string | undefined {
  const href = element.getAttribute('href') ?? '';
  return /^mailto:/i.test(href) ? decoded(href.slice('mailto:'.length).split('?')[0] ?? '') : undefined;
}

/** Text beside the people: separators, and the mark that some are left out. */
export function textBeside(root: Element): string {
  return textWithout(root, '.rcmContactAddress, [title*="@"]');
}

/** The element's text without what the selected elements inside it hold. */
export function textWithout(root: Element, selector: string): string {
  let text = '';
  for (const node of root.childNodes) {
    if (node.nodeType === 3) text += node.textContent ?? '';
    else if (node instanceof Element && !node.matches(selector)) text += textWithout(node, selector);
  }
  return text;
}

/** A date in digits as `YYYY-MM-DD`, by the order the page itself uses; any other text as it is. */
export function dateText(text: string | null | undefined, page: Document): string | undefined {
  const shown = cut(text ?? '', 200);
  const order = digitOrder(pageSettings(page));
  const found = order ? new RegExp(`^${order}(?!\\d)`).exec(shown) : undefined;
  if (!found?.groups) return shown || undefined;
  const { year = '', month = '', day = '' } = found.groups;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}${shown.slice(found[0].length)}`;
}

/** `dd.mm.yy` as a pattern. jQuery UI writes four digits of the year as `yy`. */
function digitOrder({ dateFormat }: PageSettings): string | undefined {
  const parts = /^(yy|dd?|mm?)([-./ ])(dd?|mm?)\2(yy|dd?|mm?)$/.exec(dateFormat ?? '');
  if (!parts) return undefined;
  const [, first = '', separator = '', second = '', third = ''] = parts;
  const names = [first, second, third].map((part) => part.slice(0, 1));
  if (new Set(names).size < 3) return undefined;
  const digits: Record<string, string> = { y: '(?<year>\\d{4})', m: '(?<month>\\d{1,2})', d: '(?<day>\\d{1,2})' };
  return names.map((name) => digits[name]).join(`\\${separator}`);
}
