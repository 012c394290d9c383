import type { Folder, RawAccount } from '@/lib/core/raw-sighting';
import { lastAddress, pathOf } from '@/lib/sites/mail-parts';
import { all, first, isAddress } from '@/lib/sites/page-parts';

/** What an Outlook address says about the page. */
export interface OutlookPlace {
  /** Address of the mailbox, up to and with the last slash. */
  readonly base: string;
  /** The number of the account, or the address of somebody else's mailbox. */
  readonly index: string;
  readonly view?: 'list' | 'thread';
  /** `undefined`: nothing in there is contact (junk, deleted mail, drafts). */
  readonly folder?: Folder;
}

const folders: ReadonlyMap<string, Folder | undefined> = new Map<string, Folder | undefined>([
  ['inbox', 'inbox'],
  ['sentitems', 'sent'],
  ['drafts', undefined],
  ['junkemail', undefined],
  ['deleteditems', undefined],
]);

/** Reads `/mail/0/inbox/id/…`; account and folder may be left out. */
export function outlookPlace(url: URL): OutlookPlace {
  const [app, ...parts] = pathOf(url.pathname);
  const account = /^\d{1,3}$|@/.test(parts[0] ?? '') ? parts.shift() : undefined;
  const [name = 'inbox', next] = parts;
  const isOpen = parts.includes('id') || (name === 'deeplink' && next === 'read');
  const isList = !isOpen && name !== 'compose' && name !== 'deeplink';
  return {
    base: `${url.origin}/mail/${account === undefined ? '' : `${encodeURIComponent(account)}/`}`,
    index: account ?? '0',
    view:
      app !== 'mail' || !url.hostname.startsWith('outlook.')
        ? undefined
        : isOpen
          ? 'thread'
          : isList
            ? 'list'
            : undefined,
    folder: folders.has(name) ? folders.get(name) : 'other',
  };
}

/** A search leaves the address as it was, and finds mail of every folder. */
export function shownFolder(page: Document, url: URL): Folder | undefined {
  const isSearching = all(page, '#topSearchInput, [role="search"] input').some(
    (field) => field instanceof HTMLInputElement && field.value.trim() !== '',
  );
  return isSearching ? 'search' : outlookPlace(url).folder;
}

export function outlookAccount(page: Document, url: URL): RawAccount {
  const { base, index } = outlookPlace(url);
  const own = lastAddress(first(page, '#O365_MainLink_Me')?.getAttribute('aria-label') ?? '') ?? onlyRoot(page);
  return {
    addresses: own ? [own] : [],
    index,
    composeUrl: `${base}deeplink/compose?to={address}`,
    sentUrl: `${base}sentitems`,
  };
}

/** Each mailbox is a root of the folder tree, named by its address; of several none is certainly the user's. */
function onlyRoot(page: Document): string | undefined {
  const named = all(page, '[role="tree"] [role="treeitem"]').flatMap((item) =>
    [item.getAttribute('title'), item.textContent].map((text) => (text ?? '').trim().toLowerCase()).filter(isAddress),
  );
  const [own, ...others] = new Set(named);
  return others.length === 0 ? own : undefined;
}

const numeric = /(?<!\d)(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?!\d)/;

/**
 * A date in digits as `YYYY-MM-DD`, where the dates of the list tell whether day or month stands first: a number above 12
 * in one of them decides for all. Any other text as it is.
 */
export function dateText(text: string, page: Document): string | undefined {
  const [whole, a = '', , b = '', year = ''] = numeric.exec(text) ?? [];
  if (whole === undefined) return text || undefined;
  const shown = all(page, '[role="option"] span[title]').flatMap((span) => {
    const found = numeric.exec(span.getAttribute('title') ?? '');
    return found ? [[Number(found[1]), Number(found[3])] as const] : [];
  });
  const isDayFirst = shown.some(([one]) => one > 12);
  if (isDayFirst === shown.some(([, two]) => two > 12)) return text;
  const [month, day] = isDayFirst ? [b, a] : [a, b];
  return text.replace(whole, `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
