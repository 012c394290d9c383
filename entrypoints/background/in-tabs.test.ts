import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { newId } from '@/lib/messaging/new-id';
import { freshDisk } from '@/tests/support/background';

// What follows a write happens later, by timers; it has tests of its own.
vi.mock('./upkeep', () => ({ afterWrite: () => undefined }));

const origin = 'https://mail.google.com';
const template = `${origin}/mail/u/0/?view=cm&to={address}`;
const compose = `${origin}/mail/u/0/?view=cm&to=ann%40acme.example`;
const id = 'test-extension-id';
const popup = { id, url: `chrome-extension://${id}/popup.html` };

beforeEach(() => {
  fakeBrowser.reset();
  freshDisk();
  vi.spyOn(console, 'error').mockReturnValue();
  Object.assign(fakeBrowser, {
    i18n: { getMessage: (key: string) => (key === 'languageTag' ? 'en' : key), getUILanguage: () => 'en-GB' },
  });
  vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(() => Promise.resolve(true));
  vi.spyOn(fakeBrowser.permissions, 'getAll').mockImplementation(() =>
    Promise.resolve({ origins: [], permissions: [] }),
  );
  vi.spyOn(fakeBrowser.runtime, 'getURL').mockImplementation((path) => `chrome-extension://${id}${path}`);
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({
    manifest_version: 3,
    name: 'x',
    version: '1',
    content_scripts: [{ matches: [`${origin}/*`] }],
  });
});

/** Ann is tracked, and her mailbox on `site` was seen; of the open tabs those in `writing` hold a mail to her. */
async function background({ site = 'gmail', writing = [] as readonly number[] } = {}) {
  vi.resetModules();
  const { answer } = await import('./serve');
  const { database } = await import('./database');
  const ask = (name: string, request: object, sender: object = popup) => answer({ name, request }, sender);
  await ask('giveConsent', { id: newId(), ownAddresses: [] });
  await ask('track', { id: newId(), people: [{ mailbox: 'Ann <ann@acme.example>', as: 'customer' }] });
  const db = await database();
  await db.mailboxes.put({ key: 'x', site, origin, addresses: [], composeUrl: template });
  const contactId = (await db.contacts.toArray())[0]?.id ?? '';
  const create = vi.fn();
  const update = vi.fn();
  const sendMessage = vi.fn(async (tabId: number, _notice: object) => {
    if (tabId === 9) throw new Error('Could not establish connection.');
    return writing.includes(tabId) || undefined;
  });
  const query = vi.fn().mockResolvedValue([
    { id: 3, lastAccessed: 30 },
    { id: 5, lastAccessed: 50 },
    { id: 9, lastAccessed: 90 },
  ]);
  Object.assign(fakeBrowser, { tabs: { ...fakeBrowser.tabs, create, update, sendMessage, query } });
  const insert = (rest: object = {}, sender?: object) =>
    ask('insertText', { contactId, text: 'Dear Ann,\nR & D', ...rest }, sender);
  return { insert, create, update, sendMessage, query };
}

const editor = { ok: true, value: { inserted: true, where: 'editor' } };

describe('a text for a mail', () => {
  it('goes into the tab used last in which a mail to that contact is written, and shows it', async () => {
    const { insert, create, update, sendMessage, query } = await background({ writing: [3, 5] });
    expect(await insert()).toEqual(editor);
    expect(query).toHaveBeenCalledWith({ url: [`${origin}/*`] });
    const notice = { name: 'insertText', text: 'Dear Ann,\nR & D', addresses: ['ann@acme.example'] };
    expect(sendMessage.mock.calls).toEqual([
      [9, notice],
      [5, notice],
    ]);
    expect(update.mock.calls).toEqual([[5, { active: true }]]);
    expect(create).not.toHaveBeenCalled();
  });

  it('goes into no tab but the one that is named', async () => {
    const { insert, create, sendMessage } = await background({ writing: [5] });
    expect(await insert({ tabId: 3 })).toMatchObject({ value: { inserted: true, where: 'compose' } });
    expect(sendMessage.mock.calls.map(([tabId]) => tabId)).toEqual([3]);
    expect(create).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['gmail', { subject: 'A & B' }, '&su=A%20%26%20B&body=Dear%20Ann%2C%0AR%20%26%20D', true],
    ['roundcube', {}, '&_body=Dear%20Ann%2C%0AR%20%26%20D', true],
    // Roundcube takes that for markup.
    ['roundcube', { text: 'a < b' }, '', false],
    ['gmail', { text: 'a < b' }, '&body=a%20%3C%20b', true],
    ['gmail', { text: 'é'.repeat(1_400) }, '', false],
    ['another', {}, '', false],
  ])('opens a new mail in %s with %j as %j', async (site, rest, filled, inserted) => {
    const { insert, create } = await background({ site });
    expect(await insert(rest)).toEqual({ ok: true, value: { inserted, where: 'compose' } });
    // A text that the page must copy first keeps that page in front.
    expect(create.mock.calls).toEqual([[{ url: `${compose}${filled}`, active: inserted }]]);
  });

  it('goes nowhere where nobody of that name is known, and never at the word of a page', async () => {
    const { insert, create, sendMessage } = await background();
    const nowhere = { ok: true, value: { inserted: false, where: 'nowhere' } };
    expect(await insert({ contactId: newId() })).toEqual(nowhere);
    const page = { id, url: `${origin}/mail/u/0/`, tab: { id: 3 }, frameId: 0 };
    sendMessage.mockClear();
    expect(await insert({}, page)).toEqual({ ok: false, error: 'errorDenied' });
    expect([create.mock.calls, sendMessage.mock.calls]).toEqual([[], []]);
  });
});
