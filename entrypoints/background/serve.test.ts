import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { newId } from '@/lib/messaging/new-id';
import type { MessageName, RequestOf } from '@/lib/messaging/protocol';
import { freshDisk } from '@/tests/support/background';

// What follows a write happens later, by timers; it has tests of its own.
vi.mock('./upkeep', () => ({ afterWrite: () => undefined }));

const page = { id: 'test-extension-id', url: 'https://mail.google.com/mail/u/0/', tab: { id: 4 } };

async function background() {
  vi.resetModules();
  const { answer } = await import('./serve');
  const { database } = await import('./database');
  const { ownOrigin } = await import('./context');
  const popup = { id: 'test-extension-id', url: `${ownOrigin()}/popup.html` };
  const ask = <N extends MessageName>(name: N, request: RequestOf<N>, sender: object = page) =>
    answer({ name, request }, sender);
  return { ask, database, popup };
}

beforeEach(() => {
  fakeBrowser.reset();
  freshDisk();
  vi.spyOn(console, 'error').mockReturnValue();
  Object.assign(fakeBrowser, {
    i18n: { getMessage: (key: string) => (key === 'languageTag' ? 'en' : key), getUILanguage: () => 'en-GB' },
  });
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(() => Promise.resolve(true));
  vi.spyOn(fakeBrowser.runtime, 'getURL').mockImplementation((path) => `chrome-extension://test-extension-id${path}`);
});

const people: RequestOf<'track'>['people'] = [{ mailbox: 'ann@acme.example', as: 'customer' }];

it('tells a page before consent only that there is none, and stores nothing', async () => {
  const { ask, database } = await background();
  expect(await ask('hello', {})).toMatchObject({ ok: true, value: { consent: false } });
  expect(await ask('track', { id: newId(), people })).toEqual({ ok: false, error: 'errorNoConsent' });
  expect(await (await database()).contacts.count()).toBe(0);
});

it('serves pages after consent, and the witness hears of every commit', async () => {
  const { ask, popup } = await background();
  expect(await ask('giveConsent', { id: newId(), ownAddresses: [] })).toEqual({ ok: false, error: 'errorDenied' });
  expect(await ask('giveConsent', { id: newId(), ownAddresses: [] }, popup)).toMatchObject({ ok: true });
  expect(await ask('track', { id: newId(), people })).toMatchObject({
    ok: true,
    value: { contactIds: [expect.any(String)] },
  });
  const { witness } = await fakeBrowser.storage.local.get('witness');
  expect(witness).toMatchObject({ rows: 4, writes: 2 });
});

it('says that the database is in trouble, writes nothing, and serves again once it is repaired', async () => {
  const first = await background();
  await first.ask('giveConsent', { id: newId(), ownAddresses: [] }, first.popup);
  (await first.database()).close();
  freshDisk();
  const { ask, popup } = await background();
  const add = { id: newId(), name: 'Ann', stage: 'lead' } as const;
  expect(await ask('hello', {})).toEqual({ ok: false, error: 'errorDatabase' });
  expect(await ask('addContact', add, popup)).toEqual({ ok: false, error: 'errorDatabase' });
  expect(await ask('repair', { id: newId(), choice: 'start-empty' })).toEqual({ ok: false, error: 'errorDenied' });
  expect(await ask('repair', { id: newId(), choice: 'start-empty' }, popup)).toMatchObject({ ok: true });
  expect(await ask('addContact', add, popup)).toMatchObject({ ok: true });
});

it('asks the browser once per site whether a page may speak', async () => {
  const { ask } = await background();
  const contains = vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(() => Promise.resolve(false));
  for (let n = 0; n < 3; n++) expect(await ask('hello', {})).toEqual({ ok: false, error: 'errorDenied' });
  expect(contains).toHaveBeenCalledTimes(1);
});

it('puts the card into the very frame that asks, and into no page of ours', async () => {
  const { ask, popup } = await background();
  const executeScript = vi.fn().mockResolvedValue([]);
  Object.assign(fakeBrowser, { scripting: { executeScript } });
  expect(await ask('loadCard', {}, { ...page, frameId: 7 })).toEqual({ ok: true, value: null });
  const target = { tabId: 4, frameIds: [7] };
  expect(executeScript.mock.calls).toEqual([[{ target, files: ['/card.js'], injectImmediately: true }]]);
  await ask('loadCard', {}, { ...popup, tab: { id: 9 }, frameId: 0 });
  expect(executeScript).toHaveBeenCalledTimes(1);
  executeScript.mockRejectedValueOnce(new Error('The frame was removed.'));
  expect(await ask('loadCard', {}, { ...page, frameId: 7 })).toEqual({ ok: false, error: 'errorUnexpected' });
});

it('keeps for whose card a page has opened the side panel', async () => {
  const { ask } = await background();
  const contactId = newId();
  expect(await ask('openSidePanel', { contactId }, page)).toEqual({ ok: true, value: null });
  expect(await fakeBrowser.storage.session.get()).toEqual({ wantedCard: contactId });
});

it('opens the page of a recovery for a page that asks, and of nothing else', async () => {
  const { ask, popup } = await background();
  const create = vi.spyOn(fakeBrowser.tabs, 'create');
  const id = newId();
  expect(await ask('showRecovery', { recoveryId: id })).toEqual({ ok: false, error: 'errorNoConsent' });
  await ask('giveConsent', { id: newId(), ownAddresses: [] }, popup);
  expect(await ask('showRecovery', { recoveryId: id })).toEqual({ ok: true, value: null });
  expect(create).not.toHaveBeenCalled();
  const tracked = await ask('track', { id: newId(), people });
  const { contactIds } = tracked?.ok ? (tracked.value as { contactIds: string[] }) : { contactIds: [] };
  await ask('openRecovery', { id, contactId: contactIds[0] ?? '' });
  await ask('showRecovery', { recoveryId: id });
  expect(create).toHaveBeenCalledExactlyOnceWith({
    url: `chrome-extension://test-extension-id/recovery.html?id=${id}`,
  });
});
