import type { RawAccount } from '@/lib/core/raw-sighting';
import { readGmailUrl } from '@/lib/sites/gmail-url';
import { lastAddress } from '@/lib/sites/mail-parts';
import { all, first, isAddress } from '@/lib/sites/page-parts';

/** Foreign markup stands only in opened messages; nothing in there may name an own address. */
const foreign = '[role="listitem"], [data-legacy-message-id], [data-message-id], .a3s';

/** The signed-in person: the account's own address first, then the further identities the page shows. */
export function readGmailAccount(page: Document, url: URL): RawAccount {
  const place = readGmailUrl(url);
  const index = place?.index ?? 'u/0';
  const base = place?.base ?? `${url.origin}/mail/${index}/`;
  const own = fromBar(page) ?? fromTitle(page) ?? fromCompose(page) ?? fromLoading(page);
  return {
    addresses: [...new Set([...(own ? [own] : []), ...aliases(page)])],
    index,
    searchUrl: `${base}#search/from%3A{address}+OR+to%3A{address}`,
    sentUrl: `${base}#sent`,
    composeUrl: `${base}?view=cm&fs=1&tf=1&to={address}`,
  };
}

/** "Google Account: Ann Lee (ann@x.example)": the words are translated, the address stands in them. */
function fromBar(page: Document): string | undefined {
  return outside(page, '[role="banner"] a[aria-label*="@"], a[aria-label^="Google Account"]')
    .map((link) => lastAddress(link.getAttribute('aria-label') ?? ''))
    .find(Boolean);
}

/** "Inbox (3) - me@x.example - Gmail"; a subject may hold an address too, so the last one counts. */
function fromTitle(page: Document): string | undefined {
  const title = first(page, 'head > title')?.textContent ?? '';
  return title
    .split(/\s[-–—]\s/)
    .map((part) => part.trim().toLowerCase())
    .filter(isAddress)
    .at(-1);
}

function fromCompose(page: Document): string | undefined {
  return outside(page, 'input[name="from"]')
    .map((field) => (field instanceof HTMLInputElement ? field.value.trim().toLowerCase() : ''))
    .find(isAddress);
}

function fromLoading(page: Document): string | undefined {
  return outside(page, '#loading div')
    .map((line) => lastAddress(line.textContent ?? ''))
    .find(Boolean);
}

/** The identities of an open compose window's From menu. */
function aliases(page: Document): string[] {
  return outside(page, '[role="menuitem"][value*="@"]')
    .map((item) => lastAddress(item.getAttribute('value') ?? ''))
    .flatMap((address) => address ?? []);
}

function outside(page: Document, selector: string): Element[] {
  return all(page, selector).filter((element) => !element.closest(foreign));
}
