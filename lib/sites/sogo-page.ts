import type { Folder, RawAccount } from '@/lib/core/raw-sighting';
import { pathOf } from '@/lib/sites/mail-parts';
import { all, isAddress, oncePerPage } from '@/lib/sites/page-parts';

/** What a SOGo address says about the page. */
export interface SogoPlace {
  readonly login: string;
  readonly view?: 'list' | 'thread';
  /** Name of the folder on the server, and number of the message in it. */
  readonly mailbox: string;
  readonly uid?: string;
  /** `undefined`: nothing in there is contact. The names are the server's, in English unless it says otherwise. */
  readonly folder?: Folder;
}

/** Reads `/SOGo/so/<login>/Mail/view#!/Mail/0/INBOX/275`. */
export function sogoPlace(url: URL): SogoPlace {
  const [, rest = ''] = url.pathname.split('/so/');
  const [login = '', module] = pathOf(rest);
  const [app = 'Mail', , mailbox = 'INBOX', uid] = pathOf(url.hash.slice(2));
  const isMail = module === 'Mail' && app === 'Mail';
  const isOpen = /^\d+$/.test(uid ?? '');
  return {
    login,
    view: isMail ? (isOpen ? 'thread' : 'list') : undefined,
    mailbox,
    uid: isOpen ? uid : undefined,
    folder: folderOf(mailbox),
  };
}

function folderOf(mailbox: string): Folder | undefined {
  const name = mailbox.split('/')[0]?.toLowerCase() ?? '';
  if (name === 'inbox') return mailbox.length > 5 ? 'other' : 'inbox';
  return /^(?:drafts|junk|spam|trash|templates)/.test(name) ? undefined : 'other';
}

export function sogoAccount(page: Document, url: URL): RawAccount {
  return { addresses: ownAddresses(page), index: sogoPlace(url).login };
}

/** The page's own script names every identity of the user. */
const ownAddresses = oncePerPage((page): readonly string[] => {
  const scripts = all(page, 'script:not([src])').filter((script) => !script.closest('[ng-bind-html], [sg-compile]'));
  const texts = scripts
    .map((script) => script.textContent ?? '')
    .filter((text) => /^\s*var (?:mailAccounts|UserEmail)\b/m.test(text));
  // A mail's words in it, such as a signature's, have their quotes escaped.
  const found = texts.flatMap((text) => [
    ...text.matchAll(/(?:"email"\s*:|\bvar UserEmail\s*=)\s*(["'])([^"'\\]+)\1/g),
  ]);
  const own = found.map(([, , address = '']) => address.toLowerCase());
  return [...new Set(own.filter(isAddress))];
});
