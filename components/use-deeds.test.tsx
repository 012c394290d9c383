// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { MailboxRow } from '@/lib/core/model';
import { aStage, openPopup, type Stage } from '@/tests/support/popup';

const gmail: MailboxRow = {
  key: 'gmail|https://mail.google.com|u/0',
  site: 'gmail',
  origin: 'https://mail.google.com',
  addresses: [],
  searchUrl: 'https://mail.google.com/mail/u/0/#search/{address}',
  inboxSeenAt: 1,
};
const roundcube: MailboxRow = {
  key: 'roundcube|https://acme.example|1',
  site: 'roundcube',
  origin: 'https://acme.example',
  addresses: [],
  composeUrl: 'https://acme.example/webmail/?_task=mail&_action=compose&_to={address}',
  sentUrl: 'https://acme.example/webmail/?_task=mail&_mbox=Sent&_page=1',
  inboxSeenAt: 2,
};
const create = vi.fn();
const update = vi.fn();
let stage: Stage;
beforeEach(async () => {
  stage = await aStage();
  create.mockReset();
  update.mockReset();
  Object.assign(fakeBrowser.tabs, { create, update });
});

/** A popup over mailboxes like these, Sent seen, with Marta on the list; `open` are the tabs of the browser. */
async function popupOver(mailboxes: readonly MailboxRow[], mail: string | undefined, open: readonly object[] = []) {
  await stage.customer('Marta Lindqvist', 42, { mail });
  await stage.db.mailboxes.bulkPut(mailboxes.map((one, n) => ({ ...one, sentSeenAt: stage.now + n })));
  const opened = await openPopup(stage);
  Object.assign(fakeBrowser.tabs, { query: async () => open });
  const actions = within(await screen.findByRole('group', { name: 'Actions for Marta Lindqvist' }));
  return { ...opened, actions };
}

it('searches the mail of a person in the mailbox seen last', async () => {
  const { user, actions } = await popupOver([gmail], 'marta@norrsken.example');
  await user.click(actions.getByRole('button', { name: 'Search mail of Marta Lindqvist' }));
  const url = 'https://mail.google.com/mail/u/0/#search/marta%40norrsken.example';
  await waitFor(() => expect(create).toHaveBeenCalledExactlyOnceWith({ url }));
});

it('opens a mailbox that has no address for a search, and says for whom to search there', async () => {
  const { user, actions } = await popupOver([gmail, roundcube], 'marta@norrsken.example');
  await user.click(await actions.findByRole('button', { name: 'Open your mailbox' }));
  await waitFor(() => expect(create).toHaveBeenCalledExactlyOnceWith({ url: 'https://acme.example/webmail/' }));
  expect(screen.getByText(/cannot search this mailbox.* search for marta@norrsken\.example\./)).toBeDefined();
  expect(screen.queryByText(/^Open your mailbox once/)).toBeNull();
});

it('goes to the tab that has that mailbox open, and leaves it as it stands', async () => {
  const open = [{ id: 4, url: 'https://acme.example/webmail/?_task=mail&_action=compose&_id=9' }];
  const { user } = await popupOver([roundcube], 'marta@norrsken.example', open);
  await user.keyboard('jo');
  await user.click(await screen.findByRole('button', { name: 'Open your mailbox' }));
  await waitFor(() => expect(update).toHaveBeenCalledExactlyOnceWith(4, { active: true }));
  expect(create).not.toHaveBeenCalled();
});

it.each([
  ['no mailbox was seen yet', [], 'marta@norrsken.example', /^Open your mailbox once/],
  ['the contact has no mail address', [gmail], undefined, /^This contact has no mail address yet/],
] as const)('says so where %s', async (_, mailboxes, mail, said) => {
  const { user, actions } = await popupOver(mailboxes, mail);
  await user.click(actions.getByRole('button', { name: 'Search mail of Marta Lindqvist' }));
  expect(await screen.findByText(said)).toBeDefined();
  expect(create).not.toHaveBeenCalled();
});
