import type { Folder, RawAccount } from '@/lib/core/raw-sighting';
import { lastAddress, pathOf, type Shown, shown, textOf } from '@/lib/sites/mail-parts';
import { all, first, isAddress } from '@/lib/sites/page-parts';

/** What a Proton Mail address says about the page. */
export interface ProtonPlace {
  /** Address of the folder, with the last slash. */
  readonly base: string;
  /** `u/0`: tells accounts of one browser apart. */
  readonly index: string;
  readonly view?: 'list' | 'thread';
  /** `undefined`: nothing in there is contact (drafts, scheduled mail, spam, trash). */
  readonly folder?: Folder;
  /** The first page of a folder in its usual order. */
  readonly isNewest: boolean;
}

const folders: ReadonlyMap<string, Folder | undefined> = new Map<string, Folder | undefined>([
  ['inbox', 'inbox'],
  ['sent', 'sent'],
  ['all-sent', 'sent'],
  ['drafts', undefined],
  ['all-drafts', undefined],
  ['scheduled', undefined],
  ['spam', undefined],
  ['trash', undefined],
]);

/** Reads `/u/0/inbox/<conversation>/<message>#page=2`. */
export function protonPlace(url: URL): ProtonPlace {
  const [letter, number = '', name = 'inbox', id] = pathOf(url.pathname);
  const isSearch = /[#&](?:keyword|from|to|begin|end|address)=/.test(url.hash);
  const folder = folders.has(name) ? folders.get(name) : 'other';
  const isMail = letter === 'u' && /^\d+$/.test(number);
  return {
    base: `${url.origin}/u/${number}/${encodeURIComponent(name)}/`,
    index: `u/${number}`,
    view: isMail ? (id ? 'thread' : 'list') : undefined,
    folder: folder && isSearch ? 'search' : folder,
    isNewest: url.hash.length < 2,
  };
}

/** The button of the account menu says name and address. */
export function protonAccount(page: Document, url: URL): RawAccount {
  const { index } = protonPlace(url);
  const button = first(page, '[data-testid="heading:userdropdown"]');
  const own = [button?.getAttribute('title') ?? '', textOf(button)].map(lastAddress).find(Boolean);
  return { addresses: own ? [own] : [], index, sentUrl: `${url.origin}/${index}/sent` };
}

/** The whole date, in the words of the page's language; the attribute is no ISO date. */
export function dateIn(root: Element): string | undefined {
  const time = first(root, 'time[data-testid^="item-date"]');
  return time?.getAttribute('datetime') || time?.getAttribute('title') || undefined;
}

/** `title` holds the addresses of all, each with a name in the text if none of them is a group. */
export function titled(element: Element, role: Shown['role']): Shown[] {
  const addresses = (element.getAttribute('title') ?? '').split(', ').map((part) => part.trim().toLowerCase());
  const names = all(element, ':scope > span').map((span) => textOf(span).replace(/\s*,$/, ''));
  return addresses
    .filter(isAddress)
    .flatMap(
      (address, at) => shown(element, `${names.length === addresses.length ? names[at] : ''}<${address}>`, role) ?? [],
    );
}
