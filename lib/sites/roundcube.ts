import type { Folder, RawAccount } from '@/lib/core/raw-sighting';
import { addressOf, all, first, isAddress } from '@/lib/sites/page-parts';
import { ownMailboxes, roundcubeCompose } from '@/lib/sites/roundcube-compose';
import { roundcubeList } from '@/lib/sites/roundcube-list';
import { roundcubeMessage } from '@/lib/sites/roundcube-message';
import { contactFolder, folderUse, pageSettings, sentMailbox, shownLogin } from '@/lib/sites/roundcube-page';
import type { SiteAdapter } from '@/lib/sites/site-adapter';

/**
 * Roundcube Webmail 1.4 and later, on any host, in the skins elastic, larry and classic. It has no address for a search
 * (checked with 1.6.5), so there is no `searchUrl`.
 */
export const roundcube: SiteAdapter = {
  id: 'roundcube',
  name: 'Roundcube',
  matches: [],
  // The program's script is on the login page too; a list, a message or a form is not.
  sign: 'html:has(script[src*="program/js/app."]) :is(#messagelist, #messagebody, [name="_to"])',
  views: [roundcubeList, roundcubeMessage],
  compose: roundcubeCompose,
  account: readAccount,
  folder: shownFolder,
};

function readAccount(page: Document, url: URL): RawAccount {
  const { userId, username, identities } = pageSettings(page);
  const login = username ?? shownLogin(page);
  const own = [login, ...identities, ...ownMailboxes(page).all].map((text) => addressOf(text ?? ''));
  const base = `${url.origin}${url.pathname}?_task=mail`;
  const sent = sentMailbox(page);
  return {
    addresses: [...new Set(own.filter(isAddress))],
    // The same on every page and frame, unlike the login name.
    index: userId ?? login ?? '',
    composeUrl: `${base}&_action=compose&_to={address}`,
    sentUrl: sent && `${base}&_mbox=${encodeURIComponent(sent)}&_page=1`,
  };
}

/** Only the first page of a folder in its usual order, with no search, filter or folded thread, shows all that is new. */
function shownFolder(page: Document, url: URL): Folder {
  if (!roundcubeList.test(url) || !first(page, '#messagelist')) return 'other';
  if (isNarrowed(page)) return 'search';
  const selected = first(page, '#mailboxlist li.selected > a[rel]')?.getAttribute('rel');
  const mailbox = rowMailbox(page, url) || selected || url.searchParams.get('_mbox') || 'INBOX';
  if (folderUse(page, mailbox) === 'drafts') return 'drafts';
  return (isNewest(page) && contactFolder(page, mailbox)) || 'other';
}

/** While another folder is loading, the old one's rows still stand. */
function rowMailbox(page: Document, url: URL) {
  const href = first(page, '#messagelist tr[id^="rcmrow"] a[href*="_mbox="]')?.getAttribute('href');
  return href && new URL(href, url).searchParams.get('_mbox');
}

function isNarrowed(page: Document): boolean {
  const search = first(page, '[name="_q"]');
  const filter = first(page, 'select[name="searchfilter"]');
  return (
    (search instanceof HTMLInputElement && search.value !== '') ||
    (filter instanceof HTMLSelectElement && filter.selectedIndex > 0)
  );
}

function isNewest(page: Document): boolean {
  const isFirst = all(page, 'a.prevpage, a.firstpage').every((button) => button.matches('[aria-disabled="true"]'));
  const isUpsideDown = first(page, '#messagelist th.sortedASC, #messagelist th.sortedDESC:not(#rcmdate)');
  const folded = all(page, '#messagelist tr[id^="rcmrow"]').some((row) =>
    /display:\s*none/.test(row.getAttribute('style') ?? ''),
  );
  return isFirst && !isUpsideDown && !folded;
}
