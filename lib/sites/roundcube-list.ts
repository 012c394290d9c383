import type { Folder, RawSighting } from '@/lib/core/raw-sighting';
import { all, cut, first } from '@/lib/sites/page-parts';
import { actionOf, contactFolder, type MessageRef, messageOf, messageUrl } from '@/lib/sites/roundcube-page';
import { type Addressee, addresseesIn, dateText, textBeside } from '@/lib/sites/roundcube-people';
import type { BadgePlace, SeenPerson, SiteView } from '@/lib/sites/site-adapter';

const link = 'a[href*="_uid="]';
const listActions: readonly string[] = ['mail/', 'mail/list', 'mail/search'];

/** A folder's list of messages or of threads, in any layout. Each row is one message. */
export const roundcubeList: SiteView = {
  name: 'list',
  test: (url) => listActions.includes(actionOf(url)) && (url.searchParams.has('_task') || isBare(url)),
  landmark: '#messagelist',
  items: ['#messagelist tr[id^="rcmrow"]', '#messagelist tr:has(.rcmContactAddress)'],
  // Rows are never reused; a collapsed thread hides its rows by their style.
  watch: ['title', 'href', 'style'],
  read(row, url) {
    const ref = linkOf(row, url);
    const folder = ref && contactFolder(row.ownerDocument, ref.mailbox);
    return folder ? readRow(row, ref, folder, url) : [];
  },
  place: placeInRow,
};

/** The start page shows mail without saying so; other software on the same host has paths, fragments and parameters. */
function isBare({ pathname, searchParams, hash }: URL): boolean {
  return (
    /(?:^|\/)(?:index\.php)?$/.test(pathname) && !hash && [...searchParams.keys()].every((key) => key.startsWith('_'))
  );
}

function linkOf(row: Element, url: URL) {
  const href = first(row, link)?.getAttribute('href');
  return href ? messageOf(new URL(href, url)) : undefined;
}

interface Shown extends Addressee {
  readonly role: 'from' | 'to' | 'cc';
}

function readRow(row: Element, ref: MessageRef, folder: Folder, url: URL): readonly SeenPerson[] {
  const people = addresseesIn(row).flatMap((one) => withRole(one, row, folder));
  const last = people.at(-1);
  if (!last) return [];
  const from = people.find(({ role }) => role === 'from')?.mailbox;
  const addressed = people.filter(({ role }) => role !== 'from').map(({ mailbox }) => mailbox);
  const isCut = isElided(boxOf(last.element, row));
  const shared: Omit<RawSighting, 'mailbox' | 'role'> = {
    from,
    ...(addressed.length > 0 && { recipients: addressed, recipientCount: isCut ? undefined : addressed.length }),
    dateText: dateText(dateOf(row, last.element), row.ownerDocument),
    messageId: `${ref.mailbox}/${ref.uid}`,
    url: messageUrl(ref, url),
    subject: cut(first(row, link)?.textContent ?? '', 300) || undefined,
    row: 'single',
    // A row shows neither list nor automatic mail, nor whom else it went to.
    ...((folder !== 'sent' || isCut) && { certainty: 'row-only' as const }),
    folder,
    rule: row.id.startsWith('rcmrow') ? 'row' : 'row-class',
  };
  return people.map(({ element, mailbox, role }) => ({ carrier: element, sighting: { ...shared, mailbox, role } }));
}

/** The usual column shows recipients in Sent and senders elsewhere; users can add columns of one kind. */
function withRole(one: Addressee, row: Element, folder: Folder): Shown[] {
  const cell = one.element.closest('td');
  const heads = [...(row.closest('table')?.children ?? [])].find((part) => part.matches('thead'));
  const head = cell && heads && all(heads, 'th')[[...row.children].indexOf(cell)];
  if (head?.id === 'rcmreplyto') return [];
  const column = (['from', 'to', 'cc'] as const).find((name) => head?.id === `rcm${name}`);
  return [{ ...one, role: column ?? (folder === 'sent' ? 'to' : 'from') }];
}

/** The cell of a person, or in the wide layout, where one cell holds everything, the span that stands for it. */
function boxOf(element: Element, row: Element): Element {
  let box = element;
  while (box.parentElement && box.parentElement !== row && !first(box.parentElement, link)) box = box.parentElement;
  return box;
}

/** Three people at most, then `...`. */
function isElided(box: Element): boolean {
  return /\.\.\.|…/.test(textBeside(box));
}

function dateOf(row: Element, person: Element): string | undefined {
  const marked = first(row, '.date') ?? boxOf(person, row).nextElementSibling;
  return marked?.textContent ?? undefined;
}

/**
 * Before the subject's text, which is cut where it has too little room. The wide layout of larry and classic breaks that
 * line instead and the row would grow; there the date floats over the row, so a badge with it moves nothing.
 */
function placeInRow(row: Element): BadgePlace | undefined {
  const anchor = first(row, link);
  const line = anchor?.parentElement;
  if (!anchor || !line) return undefined;
  const date = line.matches('td') ? undefined : first(row, '.date');
  return date && breaksLines(line) ? { anchor: date, where: 'prepend' } : { anchor, where: 'before' };
}

function breaksLines(line: Element): boolean {
  return line.ownerDocument.defaultView?.getComputedStyle(line).whiteSpace === 'normal';
}
