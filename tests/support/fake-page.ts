import { vi } from 'vitest';
import type { MessageName, SightingReply } from '@/lib/messaging/protocol';
import { offerCard } from '@/lib/page/card-script';
import { type Ears, hear } from '@/lib/page/notices';
import { pageTextKeys } from '@/lib/page/text-keys';
import type { World } from '@/lib/page/world';
import type { SiteAdapter, SiteView } from '@/lib/sites/site-adapter';
import messages from '@/public/_locales/en/messages.json';

const people = (item: Element, from = 'sender') =>
  [...item.querySelectorAll('b')].map((carrier, index) => ({
    carrier,
    sighting: {
      mailbox: carrier.getAttribute('title') ?? '',
      role: index === 0 && from === 'sender' ? ('from' as const) : ('to' as const),
      messageId: item.getAttribute('data-id') ?? undefined,
      folder: 'inbox' as const,
      rule: 'test',
    },
  }));

const list: SiteView = {
  name: 'list',
  test: (url) => !url.hash.startsWith('#thread'),
  landmark: '.list',
  items: ['.list .row'],
  watch: ['data-id'],
  read: (item) => people(item),
  place: (item) => ({ anchor: item.querySelector('.subject') ?? item, where: 'prepend' }),
};
const thread: SiteView = {
  name: 'thread',
  test: (url) => url.hash.startsWith('#thread'),
  landmark: '.thread',
  items: ['.thread .mail'],
  watch: [],
  read: (item) => people(item),
  place: (_item, carrier) => ({ anchor: carrier, where: 'after' }),
};

/** A made-up mail application: `.list > .row[data-id] > b + .subject` and `.thread > .mail > b`. */
export const fakeSite: SiteAdapter = {
  id: 'fake',
  name: 'Fake',
  matches: [],
  views: [list, thread],
  account: () => ({ addresses: ['me@home.example'], index: '0' }),
  folder: () => 'inbox',
};

const person = (mailbox: string) => `<b title="${mailbox}">${mailbox.split('<')[0]}</b>`;

export function row(id: string, ...mailboxes: string[]): string {
  return `<div class="row" data-id="${id}">${mailboxes.map(person).join('')}<div class="subject">Hello</div></div>`;
}

export function mail(id: string, ...mailboxes: string[]): string {
  return `<div class="mail" data-id="${id}">${mailboxes.map(person).join('')}</div>`;
}

/** A tracked reply; `rank` and the words follow from it. */
export function tracked(contactId: string, rank = 50, inLists = true, seenAt?: number): SightingReply {
  const badge = {
    contactId,
    status: 'overdue',
    label: `Overdue ${rank} d`,
    description: contactId,
    inLists,
    rank,
    seenAt,
  };
  return { state: 'tracked', badge: { ...badge, status: 'overdue' } };
}

export const texts = Object.fromEntries(pageTextKeys.map((key) => [key, messages[key].message]));

/** A world in which `replyTo` decides what the background says of each mailbox. */
export function fakeWorld(replyTo: (mailbox: string) => SightingReply = () => ({ state: 'none' })) {
  const sent: { name: MessageName; request: never }[] = [];
  const state = {
    consent: true,
    isAlive: true,
    url: 'https://mail.test/#inbox',
    hiddenUntilAt: undefined as number | undefined,
  };
  let ears: Ears = { revised: () => undefined, asked: () => undefined, write: () => undefined };
  const answers = new Map<MessageName, (request: never) => unknown>();
  const send = vi.fn(async (name: MessageName, request: { sightings?: { mailbox: string }[] }) => {
    sent.push({ name, request: request as never });
    const own = answers.get(name);
    if (own) return own(request as never);
    if (name === 'hello') {
      return { ...state, texts, direction: 'ltr', findPromises: true };
    }
    if (name === 'loadCard') offerCard(document);
    if (name === 'reportSightings')
      return { replies: (request.sightings ?? []).map(({ mailbox }) => replyTo(mailbox)) };
    return null;
  });
  const answer = vi.fn();
  const world: World = {
    page: document,
    send: send as unknown as World['send'],
    url: () => new URL(state.url),
    siteFor: () => fakeSite,
    isAlive: () => state.isAlive,
    listen: (listener) => {
      ears = listener;
      return () => undefined;
    },
    answer,
    isTrusted: () => true,
  };
  return {
    world,
    sent,
    state,
    answers,
    answer,
    say: (message: unknown, respond?: (isDone: boolean) => void) => hear(message, ears, respond),
  };
}

/** Time, frames and the clock of a page stand still until the test moves them. */
export function stopTime(): void {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame', 'Date', 'performance'],
  });
}

/** The shadow roots our code makes are closed; a test keeps them open to look inside. */
export function openRoots(): void {
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, options) {
    return attach.call(this, { ...options, mode: 'open' });
  });
}

export function hosts(kind = 'badge'): Element[] {
  return [...document.querySelectorAll(`span[data-holdfast~=${kind}]`)];
}

export function words(kind = 'badge'): string[] {
  return hosts(kind).map((host) => host.shadowRoot?.textContent?.replace(/\s+/g, ' ') ?? '');
}
