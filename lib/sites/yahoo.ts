import { addressed, fieldText, isClickOn, isSendKey, typedIn } from '@/lib/sites/compose-parts';
import { addressees, pathOf, type Shown, seen, senderOf, shown, textOf } from '@/lib/sites/mail-parts';
import { all, first, isAddress } from '@/lib/sites/page-parts';
import type { ComposeReader, SiteAdapter, SiteView } from '@/lib/sites/site-adapter';

const row = '[data-test-id="message-list-item"]';
const people =
  '[id^="email-sender-"][title*="@"], [data-test-id="senders"][title*="@"], [data-test-id="senders"] [title*="@"]';
const subject = '[id^="email-subject-"]:not([id*="snippet"]), [data-test-id="message-subject"]';
const message = '[data-test-id="message-view"]';
const roles = ['to', 'cc', 'bcc'] as const;

const list: SiteView = {
  name: 'list',
  test: (url) => isMail(url) && !isOpen(url),
  landmark: '[data-test-id="virtual-list"], [data-test-id="message-list-item"]',
  items: [row],
  watch: ['title', 'id', 'href'],
  // Which people a row shows in Sent, and when its mail was sent, is not known.
  read: (item) =>
    seen(
      all(item, people).flatMap((element) => titled(element)),
      {
        subject: textOf(first(item, subject)) || undefined,
        row: 'newest',
        certainty: 'row-only',
        folder: 'other',
        rule: 'row',
      },
    ),
  place(item) {
    const anchor = first(item, subject) ?? first(item, people);
    return anchor && { anchor, where: 'prepend' };
  },
};
const thread: SiteView = {
  name: 'thread',
  test: (url) => isMail(url) && isOpen(url),
  landmark: message,
  items: [message],
  watch: ['title'],
  read(item) {
    const sender = pillsIn(item, 'message-from', 'from')[0];
    if (!sender || item.closest('[data-test-id="message-view-body-content"]')) return [];
    const recipients = roles.flatMap((role) => pillsIn(item, `message-${role}`, role));
    const title = first(item.ownerDocument, '[data-test-id="message-group-subject-text"]');
    return seen([sender, ...recipients], {
      from: senderOf(sender),
      ...addressees(recipients),
      subject: textOf(title) || undefined,
      folder: 'other',
      rule: 'message',
    });
  },
  place: (_item, carrier) => ({ anchor: carrier, where: 'after' }),
};

const sendButton = '[data-test-id="compose-send-button"]';

/** Nothing is known of how the page says that a mail was sent, so none is taken as sent. */
const compose: ComposeReader = {
  windows: [
    'div:has([data-test-id="compose-send-button"]):has([data-test-id="rte"]):has([data-test-id="container-to"])',
  ],
  editors: ['[data-test-id="rte"]'],
  kept: 'blockquote, [id*="signature"], .yahoo_quoted',
  recipients(window) {
    const shownIn = (role: (typeof roles)[number]) => {
      const box = first(window, `[data-test-id="container-${role}"]`);
      if (!box) return [];
      const pills = all(box, '[data-test-id="pill"]');
      return [
        ...pills.flatMap((pill) => shown(pill, `${textOf(pill)}<${pill.getAttribute('title') ?? ''}>`, role) ?? []),
        ...all(box, 'input').flatMap((field) => typedIn(field, fieldText(field), role)),
      ];
    };
    return addressed(roles.flatMap(shownIn), undefined, 'pill');
  },
  isSend: (event, window) =>
    event.target instanceof Element &&
    window.contains(event.target) &&
    (isSendKey(event) || isClickOn(event, sendButton)),
  confirms: 'notice',
};

/** Yahoo Mail, without dates, folders and the user's own address: no page with them has been seen yet. */
export const yahoo: SiteAdapter = {
  id: 'yahoo',
  name: 'Yahoo Mail',
  isExperimental: true,
  matches: ['https://mail.yahoo.com/*'],
  views: [list, thread],
  compose,
  account: () => ({ addresses: [], index: '' }),
  folder: () => 'other',
};

function isMail(url: URL): boolean {
  const [letter, name] = pathOf(url.pathname);
  return letter === 'd' && (name === 'folders' || name === 'search');
}

function isOpen(url: URL): boolean {
  return pathOf(url.pathname).includes('messages');
}

function titled(element: Element): Shown[] {
  const addresses = (element.getAttribute('title') ?? '').split(/[,;]/).map((part) => part.trim().toLowerCase());
  const name = addresses.length === 1 ? textOf(element) : '';
  return addresses.filter(isAddress).flatMap((address) => shown(element, `${name}<${address}>`, 'participant') ?? []);
}

/** The address stands in the title of a pill, or as `<a@x.example>` in its second part. */
function pillsIn(item: Element, field: string, role: Shown['role']): Shown[] {
  return all(item, `[data-test-id="${field}"] [data-test-id="email-pill"]`).flatMap((pill) => {
    const parts = all(pill, 'span').filter((part) => part.childElementCount === 0);
    const [name = '', address = ''] = parts.map((part) => textOf(part));
    const texts = [`${name || textOf(pill)}<${pill.getAttribute('title') ?? ''}>`, `${name}${address}`];
    return texts.map((text) => shown(pill, text, role)).find((one) => one?.hasAddress) ?? [];
  });
}
