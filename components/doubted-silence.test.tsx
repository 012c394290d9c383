// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { day } from '@/tests/support/background';
import { aStage, openPopup } from '@/tests/support/popup';

const origin = 'https://mail.google.com';
const mailbox = {
  key: 'gmail',
  site: 'gmail',
  origin,
  addresses: [],
  sentUrl: `${origin}/mail/u/0/#sent`,
  searchUrl: `${origin}/mail/u/0/#search/from%3A{address}+OR+to%3A{address}`,
};

it('says that somebody may not be overdue, why, and what to look at, until it was looked at', async () => {
  const stage = await aStage();
  const create = vi.fn();
  Object.assign(fakeBrowser.tabs, { create });
  const contactId = await stage.customer('Marta Lindqvist', 42, { mail: 'marta@norrsken.example' });
  const seen = { ...mailbox, inboxSeenAt: stage.now, sentSeenAt: stage.now - 20 * day };
  await stage.db.mailboxes.put(seen);
  const { user } = await openPopup(stage);
  expect(await screen.findByText('Overdue? 12 d')).toBeDefined();
  await user.click(screen.getByRole('button', { name: /^Look for the last mail/ }));
  const search = `${origin}/mail/u/0/#search/from%3Amarta%40norrsken.example+OR+to%3Amarta%40norrsken.example`;
  await waitFor(() => expect(create).toHaveBeenCalledExactlyOnceWith({ url: search }));
  await user.click(await screen.findByRole('button', { name: /^Marta Lindqvist/ }));
  const main = within(screen.getByRole('main'));
  expect(await main.findByText('You may have written since: Sent was last seen on 15 Jul.')).toBeDefined();
  await stage.db.mailboxes.put({ ...seen, searches: [{ contactId, seenAt: stage.now }] });
  expect(await screen.findByText('Overdue 12 d')).toBeDefined();
  await waitFor(() => expect(main.queryByText(/You may have written since/)).toBeNull());
});
