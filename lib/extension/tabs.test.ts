import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { activePage, openPage } from './tabs';

const create = vi.fn();
const update = vi.fn();
beforeEach(() => {
  create.mockReset();
  update.mockReset();
});

function tabsOpen(...tabs: readonly { readonly id: number; readonly url?: string }[]): void {
  Object.assign(fakeBrowser.tabs, { query: async () => tabs, create, update });
  Object.assign(fakeBrowser, { permissions: { contains: async () => true } });
}

it('shows a thread in the tab that already has that mailbox open', async () => {
  tabsOpen(
    { id: 3, url: 'https://mail.google.com/mail/u/1/#inbox' },
    { id: 4, url: 'https://mail.google.com/mail/u/0/#inbox' },
  );
  await openPage('https://mail.google.com/mail/u/0/#inbox/abc');
  expect(update).toHaveBeenCalledExactlyOnceWith(4, {
    active: true,
    url: 'https://mail.google.com/mail/u/0/#inbox/abc',
  });
  expect(create).not.toHaveBeenCalled();
});

it('does not load the same page again', async () => {
  tabsOpen({ id: 4, url: 'https://mail.google.com/mail/u/0/#inbox/abc' });
  await openPage('https://mail.google.com/mail/u/0/#inbox/abc');
  expect(update).toHaveBeenCalledExactlyOnceWith(4, { active: true });
});

it('opens a new tab where going there would leave a page, and perhaps a draft', async () => {
  tabsOpen({ id: 4, url: 'https://mail.acme.example/?_task=mail&_action=compose' });
  await openPage('https://mail.acme.example/?_task=mail&_uid=7');
  expect(create).toHaveBeenCalledExactlyOnceWith({ url: 'https://mail.acme.example/?_task=mail&_uid=7' });
  expect(update).not.toHaveBeenCalled();
});

it.each([
  ['https://mail.acme.example/x?y', 'https://mail.acme.example'],
  ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080'],
  ['chrome://newtab/', undefined],
  ['about:blank', undefined],
  [undefined, undefined],
])('of a tab at %s it knows the site %s', async (url, origin) => {
  tabsOpen({ id: 9, url });
  expect(await activePage()).toEqual({ tabId: 9, origin, granted: origin !== undefined });
});

it('knows of no page without a tab', async () => {
  tabsOpen();
  expect(await activePage()).toBeUndefined();
});
