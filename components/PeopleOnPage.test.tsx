// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { newId } from '@/lib/messaging/new-id';
import { services } from '@/lib/services/services';
import { aMail, aReport, day } from '@/tests/support/background';
import { aStage, logged, openPopup, type Stage } from '@/tests/support/popup';

const origin = 'https://mail.google.com';
/** The question waits for seconds before it stands. */
const patience = { timeout: 10_000 };
const people = ['Ann Lee <ann@acme.example>', 'Bob Ray <bob@acme.example>', 'Cy Tan <cy@tan.example>'];
let stage: Stage;

/** A message that arrives from a page in that tab. */
async function tell(message: unknown, tabId: number): Promise<void> {
  const sender = { tab: { id: tabId } } as Browser.runtime.MessageSender;
  await Promise.all([fakeBrowser.runtime.onMessage.trigger(message, sender, () => undefined)]);
}

/** A page in the active tab whose frames know these people. */
function showPage(
  mailboxes: readonly string[],
  { granted = true, url = `${origin}/mail/u/0/`, writing = [] as readonly string[] } = {},
): void {
  const query = async () => [{ id: 7, url }];
  const sendMessage = async (tabId: number, { token }: { token: string }) => {
    const answer = { name: 'peopleOnPage', token, mailboxes, writing };
    await tell({ ...answer, mailboxes: ['Eve <eve@evil.example>'] }, tabId + 1);
    await tell({ ...answer, token: 'guessed', mailboxes: ['Mal <mal@evil.example>'] }, tabId);
    await tell(answer, tabId);
  };
  Object.assign(fakeBrowser.tabs, { query, sendMessage });
  Object.assign(fakeBrowser, { permissions: { contains: async () => granted, request: vi.fn(async () => true) } });
}

/** The page tells that mail of these people is on it. Popup and background both hear what a page sends. */
async function tellMailOf(mailboxes: readonly string[]): Promise<void> {
  await tell({ name: 'reportSightings' }, 7);
  const mails = mailboxes.map((mailbox) => aMail(stage.now - day, { mailbox, from: mailbox }));
  await services.reportSightings(stage.db, aReport('thread', mails), stage.page());
}

/** Ticks all and tracks them; `seen` are those whose mail the page tells of, a tenth of a second later or more. */
async function trackAll(seen: readonly string[], laterMs = 100) {
  stage.answers.track = async (request) => {
    const reply = await services.track(
      stage.db,
      request as unknown as Parameters<typeof services.track>[1],
      stage.ours(),
    );
    setTimeout(() => void tellMailOf(seen), laterMs);
    return reply;
  };
  const { user } = await openPopup(stage);
  await user.click(await screen.findByRole('button', { name: 'Select all' }));
  const titles = new Set<string>();
  const watch = new MutationObserver(() => {
    for (const title of document.querySelectorAll('h2')) titles.add(title.textContent);
  });
  watch.observe(document.body, { subtree: true, childList: true, characterData: true });
  await user.click(screen.getByRole('button', { name: 'Track 3 people' }));
  return { user, titles };
}

const baselines = async () => (await logged(stage)).filter((one) => one.kind === 'baseline');

beforeEach(async () => {
  stage = await aStage();
});

it('tracks everybody with two clicks and asks once when you were last in touch', async () => {
  showPage(people);
  const { user } = await openPopup(stage);
  await user.click(await screen.findByRole('button', { name: 'Select all' }));
  await user.click(screen.getByRole('button', { name: 'Track 3 people' }));
  const question = { name: 'Last in touch with these 3 people?' };
  // This page tells nothing: it gets the whole time.
  expect(await screen.findByRole('heading', question, patience)).toBeDefined();
  expect(await stage.db.contacts.count()).toBe(3);
  await user.click(screen.getByRole('button', { name: 'This week' }));
  await waitFor(async () => expect(await baselines()).toHaveLength(3));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(stage.sent.filter(({ name }) => name === 'undo')).toHaveLength(3));
});

it.each([
  ['at once', 100],
  ['on a busy machine', 2_500],
])('does not ask, not even for a moment, about people whose mail the page shows %s', async (_, laterMs) => {
  showPage(people);
  const { titles } = await trackAll(people, laterMs);
  await waitFor(() => expect(screen.queryByText(/^Looking for their mail/)).not.toBeNull());
  await waitFor(() => expect(screen.queryByText(/^Looking for their mail/)).toBeNull());
  expect((await stage.db.contacts.toArray()).map(({ clock }) => clock.lastContactKind)).toEqual([
    'mail',
    'mail',
    'mail',
  ]);
  expect([...titles].filter((title) => title.includes('Last in touch'))).toEqual([]);
});

it('does not ask about somebody of whom the page shows a mail that is not certain', async () => {
  showPage(people);
  const { titles } = await trackAll(people.slice(0, 2));
  const [mailbox = ''] = people.slice(2);
  const row = aMail(stage.now - 40 * day, { mailbox, from: undefined, row: 'newest' });
  await services.reportSightings(stage.db, aReport('list', [row]), stage.page());
  await waitFor(() => expect(screen.queryByText(/^Looking for their mail/)).toBeNull());
  expect((await stage.db.contacts.toArray()).map(({ clock }) => clock.doubt ?? clock.lastContactKind).sort()).toEqual([
    'direction-unknown',
    'mail',
    'mail',
  ]);
  expect([...titles].filter((title) => title.includes('Last in touch'))).toEqual([]);
});

it('asks about the one person of whom the page shows nothing, and offers the mail search', async () => {
  showPage(people);
  const update = vi.fn();
  Object.assign(fakeBrowser.tabs, { update });
  const searchUrl = `${origin}/mail/u/0/#search/{address}`;
  await stage.db.mailboxes.put({ key: 'gmail', site: 'gmail', origin, addresses: [], searchUrl, inboxSeenAt: 1 });
  const { user, titles } = await trackAll(people.slice(0, 2));
  expect(await screen.findByRole('heading', { name: 'Last in touch with Cy Tan?' }, patience)).toBeDefined();
  expect([...titles].filter((title) => title.includes('these'))).toEqual([]);
  await user.click(await screen.findByRole('button', { name: 'Search mail' }));
  await waitFor(() =>
    expect(update).toHaveBeenCalledWith(7, { active: true, url: `${origin}/mail/u/0/#search/cy%40tan.example` }),
  );
});

it('drops from the question whoever is seen while it stands, and notes the answer for the others only', async () => {
  showPage(people);
  const { user } = await trackAll([]);
  await screen.findByRole('heading', { name: 'Last in touch with these 3 people?' }, patience);
  await tellMailOf(people.slice(0, 1));
  await screen.findByRole('heading', { name: 'Last in touch with these 2 people?' });
  const cy = await stage.db.addresses.get('cy@tan.example');
  const bob = await stage.db.addresses.get('bob@acme.example');
  const seen = { ...(await stage.db.contacts.get(bob?.contactId ?? '')), clock: { lastContactAt: 1 } };
  // Past Dexie, so that the question on the screen has not heard of it.
  stage.db.backendDB().transaction('contacts', 'readwrite').objectStore('contacts').put(seen);
  await user.click(screen.getByRole('button', { name: 'Longer ago' }));
  await waitFor(async () => expect(await baselines()).toMatchObject([{ contactId: cy?.contactId }]));
  expect(screen.queryByRole('heading', { name: /^Last in touch/ })).toBeNull();
});

it('asks nothing any more once tracking was taken back', async () => {
  showPage(people);
  const { user } = await trackAll([]);
  await screen.findByRole('heading', { name: 'Last in touch with these 3 people?' }, patience);
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(screen.queryByRole('heading', { name: /^Last in touch/ })).toBeNull());
});

it('shows nobody from another tab and believes no answer to a question it did not ask', async () => {
  showPage(people);
  await openPopup(stage);
  await screen.findByRole('checkbox', { name: /Ann Lee/ });
  expect(screen.queryByText(/evil/)).toBeNull();
  expect(screen.getAllByRole('checkbox')).toHaveLength(3);
});

it('tracks a lead, and an assistant of somebody who is tracked', async () => {
  const anna = await stage.customer('Anna Boss', 2);
  showPage(people.slice(0, 2));
  const { user } = await openPopup(stage);
  await user.click(await screen.findByRole('checkbox', { name: /Ann Lee/ }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Track Ann Lee as' }), 'Lead');
  await user.click(screen.getByRole('checkbox', { name: /Bob Ray/ }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Track Bob Ray as' }), 'Assistant of …');
  expect(screen.getByRole('button', { name: 'Track 2 people' })).toHaveProperty('disabled', true);
  await user.type(screen.getByRole('searchbox', { name: 'To whom does Bob Ray belong?' }), 'boss');
  await user.click(await screen.findByRole('button', { name: 'Anna Boss' }));
  await user.click(screen.getByRole('button', { name: 'Track 2 people' }));
  await waitFor(() =>
    expect(stage.sent.find(({ name }) => name === 'track')?.request.people).toEqual([
      { mailbox: people[0], as: 'lead', ofContactId: undefined },
      { mailbox: people[1], as: 'assistant-of', ofContactId: anna },
    ]),
  );
});

it('stays one line while somebody waits', async () => {
  await stage.customer('Marta Lindqvist', 60);
  showPage(people);
  const { user } = await openPopup(stage);
  await user.click(await screen.findByRole('button', { name: '3 people on this page are not tracked' }));
  expect(screen.getAllByRole('checkbox')).toHaveLength(3);
});

it('asks for a site it may not read, straight from the click', async () => {
  showPage([], { granted: false, url: 'https://mail.acme.example/?_task=mail' });
  stage.answers.siteGranted = () => null;
  const { user } = await openPopup(stage);
  const card = within(
    (await screen.findByRole('heading', { name: 'Holdfast does not read mail.acme.example.' })).closest('section') ??
      document.body,
  );
  expect(card.getByText(/sends nothing anywhere/)).toBeDefined();
  await user.click(card.getByRole('button', { name: 'Use Holdfast on this page' }));
  expect(fakeBrowser.permissions.request).toHaveBeenCalledWith({ origins: ['https://mail.acme.example/*'] });
  await waitFor(() =>
    expect(stage.sent.at(-1)).toEqual({
      name: 'siteGranted',
      request: { origin: 'https://mail.acme.example', tabId: 7 },
    }),
  );
});

it('says so when nobody is found on the page', async () => {
  showPage([]);
  await openPopup(stage);
  expect(await screen.findByText(/^Nobody was found on the page in view/)).toBeDefined();
});

it('has nothing to say about a page of the browser itself', async () => {
  showPage([], { url: 'chrome://newtab/' });
  await openPopup(stage);
  await screen.findByRole('heading', { name: 'Whom do you not want to lose?' });
  expect(screen.queryByText(/does not read/)).toBeNull();
});

it('reminds of what matters about those to whom a mail is being written, and of nobody else', async () => {
  const ann = await stage.customer('Ann Lee', 3, { mail: 'ann@acme.example' });
  await stage.customer('Bob Ray', 3, { mail: 'bob@acme.example' });
  await services.editContact(stage.db, { id: newId(), contactId: ann, tier: 'a', facts: 'Skis in Åre' }, stage.ours());
  showPage(people, { writing: ['ann@acme.example', 'cy@tan.example'] });
  await openPopup(stage);
  const link = await screen.findByRole('link', { name: 'Ann Lee' });
  expect(link.getAttribute('href')).toBe(`contact.html?id=${ann}`);
  expect(link.parentElement?.textContent).toBe('Ann Lee Importance A · Skis in Åre');
  expect(screen.queryByRole('link', { name: 'Bob Ray' })).toBeNull();
  expect(await screen.findByText('Cy Tan')).toBeDefined();
});
