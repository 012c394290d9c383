import type { Folder } from '@/lib/core/raw-sighting';
import { decoded } from '@/lib/sites/page-parts';

/** What a Gmail address says about the page. */
export interface GmailUrl {
  /** Address of the mailbox, up to and with the last slash. */
  readonly base: string;
  /** Tells accounts of one browser apart: `u/0`, or `b/<id>/u/0` for a delegated mailbox. */
  readonly index: string;
  /** `undefined`: no mail is read here (settings, drafts, spam, compose windows). */
  readonly view?: 'list' | 'thread';
  readonly folder: Folder;
  /** The list shows its first page, so "Sent was seen" may be said. */
  readonly newest: boolean;
  /** Legacy id of the thread where the address has it. */
  readonly threadId?: string;
}

const path = /^\/mail\/(?:(b\/[^/]{1,200})\/)?(?:u\/(\d{1,3})\/?)?$/;
/** Lists with one part in the hash; the value is how many parts a list may have before the thread id. */
const lists: ReadonlyMap<string, number> = new Map([
  ['inbox', 1],
  ['sent', 1],
  ['starred', 1],
  ['snoozed', 1],
  ['imp', 1],
  ['all', 1],
  ['trash', 1],
  ['label', 2],
  ['category', 2],
  ['search', 2],
  ['advanced-search', 2],
  ['section_query', 2],
]);
const threadToken = /^[A-Za-z0-9_-]{15,}$/;
const hexId = /^[0-9a-f]{15,16}$/;

/** The address that was read last: all rows of a list stand at the same one. */
let last: { readonly href: string; readonly place: GmailUrl | undefined } = { href: '', place: undefined };

/** Reads a Gmail address; `undefined` where it is none, or the phone layout. */
export function readGmailUrl(url: URL): GmailUrl | undefined {
  const { href } = url;
  if (href !== last.href) last = { href, place: placeOf(url) };
  return last.place;
}

function placeOf(url: URL): GmailUrl | undefined {
  const match = url.hostname === 'mail.google.com' ? path.exec(url.pathname) : undefined;
  if (!match) return undefined;
  const index = `${match[1] ? `${match[1]}/` : ''}u/${match[2] ?? '0'}`;
  const mailbox = { base: `${url.origin}/mail/${index}/`, index };
  const window = url.searchParams.get('view');
  if (window === 'btop') {
    const id = url.searchParams.get('th') ?? '';
    return { ...mailbox, view: 'thread', folder: 'other', newest: false, threadId: hexId.test(id) ? id : undefined };
  }
  if (window) return { ...mailbox, folder: 'other', newest: false };
  return { ...mailbox, ...readHash(url.hash) };
}

function readHash(hash: string): Omit<GmailUrl, 'base' | 'index'> {
  const parts = (hash.slice(1).split('?')[0] ?? '').split('/').map(decodePart);
  const head = parts[0] || 'inbox';
  const folder = folderOf(head, parts[1] ?? '');
  const own = lists.get(head);
  const last = parts.at(-1) ?? '';
  const isThread = parts.length > (own ?? 1) && threadToken.test(last);
  // A draft opens as a thread when it answers one; its list itself shows nothing that was sent.
  if (own === undefined) return { view: head === 'drafts' && isThread ? 'thread' : undefined, folder, newest: false };
  if (!isThread) return { view: 'list', folder, newest: !/^p\d+$/.test(last) };
  return { view: 'thread', folder, newest: false, threadId: hexId.test(last) ? last : undefined };
}

function folderOf(head: string, query: string): Folder {
  if (head === 'inbox' || head === 'sent') return head;
  if (head === 'drafts' || head === 'scheduled') return 'drafts';
  if (head === 'search' || head === 'advanced-search') return isSentSearch(query) ? 'sent' : 'search';
  return 'other';
}

/** Only a search that can find nothing but sent mail; "in:sent OR in:inbox" is a plain search. */
function isSentSearch(query: string): boolean {
  if (/(?:^|\s)OR(?:\s|$)|[|{]/.test(query)) return false;
  return /(?:^|[\s(])(?:in|is):sent(?:$|[\s)])/i.test(query) || /(?:^|&)subset=sent(?:$|&)/.test(query);
}

function decodePart(part: string): string {
  return decoded(part.replaceAll('+', ' '));
}
