import type { RawSighting } from '@/lib/core/raw-sighting';
import { type Carrier, carriersIn, distinct, hasDigit, isInMessage, legacyId } from '@/lib/sites/gmail-dom';
import { readGmailUrl } from '@/lib/sites/gmail-url';
import { all, cut, first, isVisible } from '@/lib/sites/page-parts';
import type { BadgePlace, SeenPerson, SiteView } from '@/lib/sites/site-adapter';

const ids = '[data-legacy-message-id], [data-message-id]';
const heading = 'h2[data-legacy-thread-id], h2[data-thread-perm-id]';

/** An open conversation, in the tab, in a reading pane or in a window of its own. */
export const gmailThread: SiteView = {
  name: 'thread',
  test: (url) => readGmailUrl(url)?.view === 'thread',
  landmark: heading,
  items: [
    '[role="listitem"]:has([data-legacy-message-id], [data-message-id], span[title][alt])',
    ids,
    '.adn:has([email], [data-hovercard-id]), .adf:has([email], [data-hovercard-id])',
  ],
  watch: ['aria-expanded', 'data-legacy-message-id', 'data-message-id', 'email', 'data-hovercard-id'],
  read: readMessage,
  place: (_item, carrier) => placeByName(carrier),
};

/** The part of a message that Gmail wrote itself. The body comes after it and is never read. */
interface Header {
  readonly sender: Carrier;
  readonly recipients: readonly Carrier[];
  readonly roles: ReadonlyMap<string, 'to' | 'cc' | 'bcc'>;
  readonly replyTo?: string;
  readonly dateText?: string;
}

function readMessage(item: Element, url: URL): readonly SeenPerson[] {
  const place = readGmailUrl(url);
  const header = place?.view && !isInMessage(item) ? headerOf(item) : undefined;
  if (!place || !header) return [];
  const { sender, recipients } = header;
  const messageId = messageIdOf(item, sender);
  const title = headingOf(item);
  const threadId =
    legacyId(title?.getAttribute('data-legacy-thread-id'), title?.getAttribute('data-thread-perm-id')) ??
    place.threadId;
  const shared: Omit<RawSighting, 'mailbox' | 'role'> = {
    from: sender.mailbox,
    // The list address or group that the mail went through stays among them: core must see it beside the sender.
    recipients: recipients.map(({ mailbox }) => mailbox),
    recipientCount: recipients.length > 0 ? recipients.length : undefined,
    replyTo: header.replyTo,
    messageId,
    dateId: messageId && `gmail:${messageId}`,
    dateText: isPending(item) ? undefined : header.dateText,
    threadId,
    url: threadId ? `${place.base}#all/${threadId}` : url.href,
    subject: cut(title?.textContent ?? '', 300) || undefined,
    // A thread opened from Sent or Drafts holds mail of both directions; only its From tells them apart.
    folder: place.folder === 'inbox' || place.folder === 'search' ? place.folder : 'other',
    rule: messageId ? 'message-id' : recipients.length > 0 ? 'message-header' : 'message-collapsed',
  };
  return distinct([sender, ...recipients]).map(({ element, address, mailbox }) => ({
    carrier: element,
    sighting: { ...shared, mailbox, role: address === sender.address ? 'from' : (header.roles.get(address) ?? 'to') },
  }));
}

/**
 * The header is the innermost table around the first carrier that also holds the message's first date. No word and
 * no class is needed, and nothing in the body can get in: it comes later, and outside that table.
 */
function headerOf(item: Element): Header | undefined {
  const sender = carriersIn(item).find(({ element }) => isVisible(element));
  if (!sender || sender.element.closest('.a3s')) return undefined;
  const date = all(item, 'span[title][alt]').find((span) => isDate(span) && isVisible(span));
  const table = date && tableAround(sender.element, date, item);
  if (!date || !table) return item.matches(ids) || first(item, ids) ? bare(sender, item) : undefined;
  const details = all(table, 'table').find((inner) => rowsOfPeople(inner).length > 1);
  const people = carriersIn(table).filter(({ element }) => element !== sender.element);
  const brief = distinct(people.filter(({ element }) => !details?.contains(element)));
  return { sender, dateText: cut(date.getAttribute('title') ?? '', 200), ...withDetails(brief, details) };
}

/** Without its date the table proves nothing; the first carrier of a block with an id is still the sender. */
function bare(sender: Carrier, item: Element): Header | undefined {
  const block = sender.element.closest(ids);
  const isHead = block && item.contains(block) && sender.element.closest('h3');
  return isHead ? { sender, recipients: [], roles: new Map() } : undefined;
}

/** "Details" lists From, perhaps Reply-To, then To, Cc, Bcc, one row each, under translated words. */
function withDetails(
  brief: readonly Carrier[],
  details: Element | undefined,
): Pick<Header, 'recipients' | 'roles' | 'replyTo'> {
  const roles = new Map<string, 'to' | 'cc' | 'bcc'>();
  if (!details) return { recipients: brief, roles };
  const [, ...rows] = rowsOfPeople(details);
  const reply = rows.length > 1 && rows[0]?.length === 1 ? rows[0][0] : undefined;
  const hasReplyTo = reply && brief.length > 0 && !brief.some(({ address }) => address === reply.address);
  const addressed = hasReplyTo ? rows.slice(1) : rows;
  const names = ['to', 'cc', 'bcc'] as const;
  addressed.slice(0, 3).forEach((people, at) => {
    for (const { address } of people) if (!roles.has(address)) roles.set(address, names[at] ?? 'to');
  });
  const recipients = distinct([...brief, ...addressed.flat()]);
  return { recipients, roles, replyTo: hasReplyTo ? reply.mailbox : undefined };
}

function rowsOfPeople(table: Element): Carrier[][] {
  return all(table, 'tr')
    .filter((row) => row.closest('table') === table)
    .map((row) => carriersIn(row))
    .filter((people) => people.length > 0);
}

function tableAround(sender: Element, date: Element, item: Element): Element | undefined {
  let table = sender.closest('table');
  while (table && !table.contains(date)) table = table.parentElement?.closest('table') ?? null;
  return table && item.contains(table) && !first(table, '.a3s') ? table : undefined;
}

/** `title` and `alt` say the same on Gmail's dates and nowhere else. */
function isDate(span: Element): boolean {
  const title = span.getAttribute('title') ?? '';
  return title === span.getAttribute('alt') && hasDigit(title);
}

/** A collapsed message may keep its opened form beside it, hidden: its id is good if the sender is the same. */
function messageIdOf(item: Element, sender: Carrier): string | undefined {
  const isCollapsed = item.getAttribute('aria-expanded') === 'false';
  const hidden = isCollapsed
    ? all(item, ids).find((block) => carriersIn(block)[0]?.address === sender.address)
    : undefined;
  const block = sender.element.closest(ids) ?? hidden;
  return block && legacyId(block.getAttribute('data-legacy-message-id'), block.getAttribute('data-message-id'));
}

/** A mail on its way out has an id of the page's own until it is synced, and may still be taken back: no date, no proof. */
function isPending(item: Element): boolean {
  const block = item.matches(ids) ? item : first(item, ids);
  return (
    block?.hasAttribute('data-legacy-message-id') === false &&
    /^#msg-a:/.test(block.getAttribute('data-message-id') ?? '')
  );
}

/** Old threads stay in the page, hidden: the heading is the nearest one up the tree. A mail may hold one too. */
function headingOf(item: Element): Element | undefined {
  for (let at = item.parentElement; at && !at.matches('body'); at = at.parentElement) {
    const found = all(at, heading).find((title) => isVisible(title) && !isInMessage(title));
    if (found) return found;
  }
  return undefined;
}

/**
 * After `Ann <ann@x.example>`, which one span holds; recipients stand bare in a line. A collapsed message leaves the
 * name no room to wrap, so there the badge goes into the span.
 */
function placeByName(carrier: Element): BadgePlace {
  const parent = carrier.parentElement;
  const wraps = parent?.matches('span') && carriersIn(parent).length === 1 && !parent.matches('td span.hb');
  return parent && wraps && parent.closest('h3') && !parent.closest('[aria-expanded=false]')
    ? { anchor: parent, where: 'after' }
    : { anchor: carrier, where: 'after' };
}
