import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openBesideSender, openSidePanel } from './side-panel';

const open = vi.fn(async () => undefined);
const id = 'test-extension-id';
const message = { name: 'openSidePanel', request: { contactId: '01J' } };

beforeEach(() => {
  open.mockClear();
  Object.assign(fakeBrowser, { sidePanel: { open } });
  Object.assign(fakeBrowser.windows, { WINDOW_ID_CURRENT: -2 });
});

it('opens beside the page that asks, before anything is waited for', () => {
  openBesideSender(message, { id, tab: { windowId: 5 } });
  expect(open.mock.calls).toEqual([[{ windowId: 5 }]]);
});

it.each([
  ['another message', { name: 'hello', request: {} }, { id, tab: { windowId: 5 } }],
  ['a stranger', message, { id: 'other', tab: { windowId: 5 } }],
  ['a page without a tab', message, { id }],
])('opens nothing for %s', (_, said, sender) => {
  openBesideSender(said, sender);
  expect(open).not.toHaveBeenCalled();
});

it('takes it that the browser refuses where there was no click', async () => {
  open.mockRejectedValueOnce(new Error('may only be called in response to a user gesture'));
  expect(() => openBesideSender(message, { id, tab: { windowId: 5 } })).not.toThrow();
});

it('opens what the browser has: a side panel, or a sidebar', async () => {
  await openSidePanel();
  expect(open.mock.calls).toEqual([[{ windowId: -2 }]]);
  const openSidebar = vi.fn(async () => undefined);
  Object.assign(fakeBrowser, { sidebarAction: { open: openSidebar } });
  await openSidePanel();
  expect([openSidebar.mock.calls.length, open.mock.calls.length]).toEqual([1, 1]);
  Reflect.deleteProperty(fakeBrowser, 'sidebarAction');
});
