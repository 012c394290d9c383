import { addressees, type Shown, seen, senderOf, shown, textOf } from '@/lib/sites/mail-parts';
import { all, first } from '@/lib/sites/page-parts';
import { dateIn, protonPlace } from '@/lib/sites/proton-page';
import type { SeenPerson, SiteView } from '@/lib/sites/site-adapter';

const person = '[data-testid="recipient-label"]';
const lists = ['to', 'cc', 'bcc'] as const;

/** An open conversation or message; the text of a mail is in a frame of its own. */
export const protonThread: SiteView = {
  name: 'thread',
  test: (url) => protonPlace(url).view === 'thread',
  landmark: '[data-shortcut-target="message-container"], [data-testid^="message-view-"]',
  items: ['[data-shortcut-target="message-container"]', '[data-testid^="message-view-"]'],
  watch: ['data-message-id', 'data-expanded', 'title', 'datetime'],
  read: readMessage,
  place: (_item, carrier) => ({ anchor: carrier, where: 'after' }),
};

function readMessage(item: Element, url: URL): readonly SeenPerson[] {
  const { folder } = protonPlace(url);
  const page = item.ownerDocument;
  const top = first(item, '[data-testid="recipients:sender"]');
  const sender = top && personIn(top, 'from');
  if (!folder || !sender) return [];
  const items = all(item, '[data-testid^="recipients:item-"]');
  const recipients = items.flatMap((one) => {
    const role = lists.find((name) => one.closest(`[data-testid="recipients:${name}-list"]`));
    return personIn(one, role ?? 'to') ?? [];
  });
  return seen([sender, ...distinct(recipients)], {
    from: senderOf(sender),
    // A group of the address book is one item without its people.
    ...addressees(distinct(recipients), recipients.length < items.length),
    dateText: dateIn(item),
    messageId: item.getAttribute('data-message-id') ?? undefined,
    url: url.href,
    subject: textOf(first(page, '[data-testid="conversation-header:subject"]')) || undefined,
    // Only its From tells mail of both directions apart.
    folder: folder === 'sent' ? 'other' : folder,
    rule: recipients.length > 0 ? 'message' : 'message-collapsed',
  });
}

/** The address stands in `title` and in the link; a group of the address book has none. */
function personIn(element: Element, role: Shown['role']): Shown | undefined {
  const link = (element.getAttribute('href') ?? '').replace(/^mailto:/i, '');
  const name = textOf(first(element, person));
  const found = [element.getAttribute('title') ?? '', link].map((address) =>
    shown(element, `${name}<${address}>`, role),
  );
  return found.find((one) => one?.hasAddress);
}

/** Details repeat the people of the line above them. */
function distinct(people: readonly Shown[]): Shown[] {
  const known = new Map<string, Shown>();
  for (const one of people) known.set(one.mailbox, one);
  return [...known.values()];
}
