import { addressees, seen, senderOf, textOf } from '@/lib/sites/mail-parts';
import { all, first } from '@/lib/sites/page-parts';
import { dateIn, protonPlace, titled } from '@/lib/sites/proton-page';
import type { SeenPerson, SiteView } from '@/lib/sites/site-adapter';

const people = '[data-testid$=":sender-address"][title*="@"]';

/** A folder's list of conversations, or of messages where they are not grouped. */
export const protonList: SiteView = {
  name: 'list',
  test: (url) => protonPlace(url).view === 'list',
  landmark: '[data-shortcut-target="item-container"]',
  items: ['[data-shortcut-target="item-container"][data-element-id]', '[data-testid^="message-item:"]'],
  watch: ['data-element-id', 'title', 'datetime'],
  read: readRow,
  place(row) {
    const anchor = first(row, people);
    return anchor && { anchor, where: 'after' };
  },
};

function readRow(row: Element, url: URL): readonly SeenPerson[] {
  const { folder, base } = protonPlace(url);
  const id = row.getAttribute('data-element-id') ?? '';
  // Rows that are still loading have a short id of the page's own.
  if (!folder || id.length < 20) return [];
  const isSent = folder === 'sent';
  const isThread = all(row, 'span').some((span) => /^\[\d+\]$/.test(textOf(span)));
  const shown = all(row, people).flatMap((element) => titled(element, 'participant'));
  // A search in Sent shows recipients too.
  const isSingle = !isSent && folder !== 'search' && !isThread && shown.length === 1;
  const role = isSent ? 'to' : isSingle ? 'from' : 'participant';
  return seen(
    shown.map((one) => ({ ...one, role })),
    {
      ...(isSent && addressees(shown)),
      ...(isSingle && { from: senderOf(shown[0]) }),
      dateText: dateIn(row),
      threadId: id,
      url: `${base}${encodeURIComponent(id)}`,
      subject: textOf(first(row, '[data-testid$=":subject"]')).replace(/^\[\d+\]\s*/, '') || undefined,
      row: isThread ? 'newest' : 'single',
      // A row shows neither list nor automatic mail; one of a conversation shows everybody it ever went to.
      certainty: isSent && !isThread ? undefined : 'row-only',
      folder,
      rule: row.hasAttribute('data-shortcut-target') ? 'row' : 'row-test-id',
    },
  );
}
