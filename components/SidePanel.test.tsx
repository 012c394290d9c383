// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { wantCard } from '@/lib/extension/side-panel';
import { newId } from '@/lib/messaging/new-id';
import { services } from '@/lib/services/services';
import { violations } from '@/tests/support/contact-tab';
import { aStage, type Stage } from '@/tests/support/popup';
import { aWindow, openSidePanel } from '@/tests/support/side-panel';

const annMail = 'Ann Lee <ann@acme.example>';
const bobMail = 'Bob Ray <bob@acme.example>';
const cyMail = 'Cy Tan <cy@tan.example>';

let stage: Stage;
let ann: string;
let bob: string;
beforeEach(async () => {
  await fakeBrowser.storage.session.clear();
  vi.stubGlobal('scrollTo', () => undefined);
  stage = await aStage();
  ann = await stage.customer('Ann Lee', 42, { company: 'Acme', mail: 'ann@acme.example' });
  bob = await stage.customer('Bob Ray', 2, { company: 'Acme', mail: 'bob@acme.example' });
});
const card = (name: string) => screen.findByRole('heading', { level: 1, name });
const list = () => screen.findByRole('heading', { level: 1, name: 'On this page' });

it('shows everything about the one contact on the page', async () => {
  aWindow({ people: [annMail] });
  await openSidePanel(stage);
  expect(await card('Ann Lee')).toBeDefined();
  for (const name of ['How it stands', 'Keep in touch', 'Timeline', 'Facts', 'Details']) {
    expect(screen.getByRole('heading', { level: 2, name })).toBeDefined();
  }
  expect(screen.getByRole('link', { name: 'Open in a tab' }).getAttribute('href')).toBe(`contact.html?id=${ann}`);
  expect(await violations()).toEqual([]);
});

it('offers several to choose from, those first to whom a mail is written, and keeps the choice while it is there', async () => {
  const window = aWindow({ people: [annMail, bobMail], writing: ['bob@acme.example'] });
  const user = await openSidePanel(stage);
  await list();
  const names = screen.getAllByRole('listitem').map((item) => item.textContent);
  expect(names).toEqual([expect.stringMatching(/Bob Ray.*Acme/), expect.stringMatching(/Ann Lee.*Overdue/)]);
  expect(await violations()).toEqual([]);
  await user.click(screen.getByRole('button', { name: /Ann Lee/ }));
  await card('Ann Lee');
  await window.change({ people: [bobMail, annMail, cyMail] });
  await screen.findByRole('button', { name: /1 person on this page is not tracked/ });
  expect(screen.getByRole('heading', { level: 1, name: 'Ann Lee' })).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'All 2 on this page' }));
  await list();
  await user.click(screen.getByRole('button', { name: /Ann Lee/ }));
  await window.change({ people: [bobMail] });
  await card('Bob Ray');
  await window.change({ people: [bobMail, annMail] });
  await list();
});

it('shows whom it was opened for, of several, and never somebody the page does not show', async () => {
  const window = aWindow({ people: [annMail, bobMail] });
  await wantCard(ann);
  await openSidePanel(stage);
  await card('Ann Lee');
  expect(await fakeBrowser.storage.session.get()).toEqual({});
  await wantCard(bob);
  await card('Bob Ray');
  await window.change({ people: [bobMail, annMail, cyMail] });
  await wantCard(await stage.customer('Dee Fox', 3));
  await list();
});

it('shows whose mail is open beside a list, until the user wants the list or somebody else', async () => {
  const beside = { people: [annMail, bobMail] };
  const window = aWindow({ ...beside, openIds: [bob] });
  const user = await openSidePanel(stage);
  await card('Bob Ray');
  await user.click(screen.getByRole('button', { name: 'All 2 on this page' }));
  await list();
  await window.change({ ...beside, openIds: [ann] });
  await card('Ann Lee');
  await user.click(screen.getByRole('button', { name: 'All 2 on this page' }));
  await user.click(await screen.findByRole('button', { name: /Bob Ray/ }));
  await card('Bob Ray');
  await window.change({ people: [annMail, bobMail, cyMail], openIds: [ann] });
  await screen.findByRole('button', { name: /1 person on this page is not tracked/ });
  expect(screen.getByRole('heading', { level: 1, name: 'Bob Ray' })).toBeDefined();
  await window.change(beside);
  await waitFor(() => expect(screen.queryByRole('button', { name: /not tracked/ })).toBeNull());
  expect(screen.getByRole('heading', { level: 1, name: 'Bob Ray' })).toBeDefined();
  await window.change({ ...beside, openIds: [ann] });
  await card('Ann Lee');
});

it('follows the user to another tab, and says nothing untrue on the way', async () => {
  const window = aWindow({ people: [annMail] });
  await openSidePanel(stage);
  await card('Ann Lee');
  const titles = new Set<string>();
  const note = () => document.querySelectorAll('h1').forEach((title) => void titles.add(title.textContent));
  new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
  await window.switchTo({ id: 8, people: [bobMail] });
  await card('Bob Ray');
  expect([...titles].filter((title) => title !== 'Ann Lee')).toEqual(['Bob Ray']);
});

it('shows nobody while another tab says nothing, and the chosen one when the user comes back', async () => {
  const window = aWindow({ people: [annMail, bobMail] });
  const user = await openSidePanel(stage);
  await user.click(await screen.findByRole('button', { name: /Bob Ray/ }));
  await card('Bob Ray');
  await window.switchTo({ id: 8, url: 'chrome://newtab/' });
  await screen.findByRole('heading', { level: 1, name: 'Holdfast reads nothing here' });
  await window.switchTo({ id: 9, isMute: true });
  await waitFor(() => expect(screen.queryByRole('heading', { level: 1 })).toBeNull());
  await screen.findByRole('heading', { level: 1, name: 'This page does not answer' });
  await window.switchTo({ people: [annMail, bobMail] });
  await card('Bob Ray');
});

it('knows a contact by its record where the page shows no address', async () => {
  aWindow({ contactIds: [ann] });
  await openSidePanel(stage);
  await card('Ann Lee');
});

it('follows every change, also a contact that is tracked no more', async () => {
  aWindow({ people: [annMail] });
  const user = await openSidePanel(stage);
  await card('Ann Lee');
  await services.editContact(stage.db, { id: newId(), contactId: ann, name: 'Ann Berg' }, stage.ours());
  await card('Ann Berg');
  await user.click(screen.getByRole('button', { name: 'Stop tracking' }));
  await screen.findByRole('heading', { level: 1, name: 'Nobody on this page' });
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await card('Ann Berg');
});

it('keeps a card somebody writes into when the page goes on, until that is saved', async () => {
  const window = aWindow({ people: [annMail, cyMail] });
  const user = await openSidePanel(stage);
  await screen.findByRole('button', { name: /1 person on this page is not tracked/ });
  await user.type(await screen.findByRole('textbox', { name: 'Note' }), 'Likes tea');
  expect(screen.queryByRole('button', { name: /not tracked/ })).toBeNull();
  await window.change({ people: [bobMail] });
  await screen.findByText('The page now shows somebody else. This card stays while you write in it.');
  expect(screen.getByRole('textbox', { name: 'Note' })).toHaveProperty('value', 'Likes tea');
  await user.click(screen.getByRole('button', { name: 'Add note' }));
  await card('Bob Ray');
  expect((await stage.db.interactions.where('contactId').equals(ann).toArray()).map(({ note }) => note)).toContain(
    'Likes tea',
  );
});

it('lets such a card go when asked to', async () => {
  const window = aWindow({ people: [annMail] });
  const user = await openSidePanel(stage);
  await user.type(await screen.findByRole('textbox', { name: 'Note' }), 'x');
  await window.change({ people: [] });
  await screen.findByText('The page has changed. This card stays while you write in it.');
  await user.click(screen.getByRole('button', { name: 'Leave this card' }));
  await screen.findByRole('heading', { level: 1, name: 'Nobody on this page' });
});

it('offers to track whom the page shows, then shows the card', async () => {
  aWindow({ people: [cyMail, 'info@tan.example'] });
  const user = await openSidePanel(stage);
  await screen.findByRole('heading', { level: 1, name: 'Nobody here is tracked yet' });
  expect(await violations()).toEqual([]);
  await user.click(screen.getByRole('checkbox', { name: /Cy Tan/ }));
  await user.click(screen.getByRole('button', { name: 'Track 1 person' }));
  await screen.findByText(/^Looking for their mail/);
  const question = await screen.findByRole('heading', { name: 'Last in touch with Cy Tan?' }, { timeout: 10_000 });
  expect(question).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'This week' }));
  await card('Cy Tan');
});

it.each([
  ['Nobody on this page', { people: [] }],
  ['Holdfast reads nothing here', { url: 'chrome://newtab/' }],
  ['Holdfast reads nothing here', { url: undefined }],
  ['This page does not answer', { isMute: true }],
])('says calmly: %s', async (title, front) => {
  aWindow(front);
  await openSidePanel(stage);
  await screen.findByRole('heading', { level: 1, name: title });
  expect(await violations()).toEqual([]);
});

it('names the way to a site it may not read', async () => {
  aWindow({ url: undefined });
  await openSidePanel(stage);
  expect(
    await screen.findByText(/press its button in the toolbar and choose “Use Holdfast on this page”/),
  ).toBeDefined();
});

it('says on a site that was turned off how to turn it on', async () => {
  const origin = 'https://mail.google.com';
  await services.turnSite(stage.db, { id: newId(), origin, isOff: true }, stage.ours());
  const window = aWindow({ people: [] });
  const user = await openSidePanel(stage);
  await user.click(await screen.findByRole('button', { name: /mail\.google\.com/ }));
  await window.change({ people: [annMail] });
  await card('Ann Lee');
});

it('asks for a site the browser has told of, straight from the click', async () => {
  const window = aWindow({ url: 'https://crm.acme.example/x', granted: false });
  stage.answers.siteGranted = () => null;
  const user = await openSidePanel(stage);
  await screen.findByRole('heading', { name: 'Holdfast does not read crm.acme.example.' });
  expect(await violations()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Use Holdfast on this page' }));
  expect(fakeBrowser.permissions.request).toHaveBeenCalledWith({ origins: ['https://crm.acme.example/*'] });
  await window.switchTo({ url: 'https://crm.acme.example/x', people: [annMail] });
  await card('Ann Lee');
});

it('shows nothing of anybody before the consent', async () => {
  stage = await aStage({ consent: false });
  aWindow({ people: [annMail] });
  const user = await openSidePanel(stage);
  expect(await screen.findByRole('heading', { level: 1, name: 'Holdfast has not been started yet.' })).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'See what it does and start' }));
  await waitFor(() => expect(fakeBrowser.tabs.create).toHaveBeenCalled());
  expect(stage.sent).toEqual([]);
});
