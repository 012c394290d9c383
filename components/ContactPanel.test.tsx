// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { aStage, logged, openPopup, type Stage } from '@/tests/support/popup';

let stage: Stage;
let contactId: string;
beforeEach(async () => {
  stage = await aStage();
  contactId = await stage.customer('Marta Lindqvist', 42, { company: 'Norrsken AB', mail: 'marta@norrsken.example' });
});

async function openContact() {
  const opened = await openPopup(stage);
  await screen.findByRole('heading', { name: 'Overdue 1' });
  await opened.user.keyboard('jo');
  await screen.findByRole('heading', { name: 'Marta Lindqvist' });
  return opened;
}
const lastRequest = (name: string) => stage.sent.findLast((one) => one.name === name)?.request;

it('says how the contact stands and why, and what was last', async () => {
  await openContact();
  expect(screen.getByText(/^Overdue \d+ d$/)).toBeDefined();
  expect(screen.getByText(/Last contact 23 Jun|No contact for 42 days/)).toBeDefined();
  const recent = within(screen.getByRole('heading', { name: 'Recent' }).closest('section') ?? document.body);
  expect(recent.getByText('Call')).toBeDefined();
  expect(recent.getByText('23 Jun')).toBeDefined();
});

it('logs a meeting with a note', async () => {
  const { user } = await openContact();
  await user.type(screen.getByRole('textbox', { name: 'Note (optional)' }), 'Spring order');
  await user.click(screen.getByRole('button', { name: 'Meeting' }));
  expect(await screen.findByText('Logged a meeting today.')).toBeDefined();
  expect((await logged(stage)).at(-1)).toMatchObject({ kind: 'meeting', note: 'Spring order' });
  expect(await screen.findByText('Spring order')).toBeDefined();
  expect(screen.getByRole('textbox', { name: 'Note (optional)' })).toHaveProperty('value', '');
});

it('keeps an attempt without resetting the clock, and says so', async () => {
  const { user } = await openContact();
  await user.click(screen.getByRole('button', { name: 'Call: tried, no answer' }));
  expect(await screen.findByText(/^Tried, no answer\. Marta/)).toBeDefined();
  expect((await stage.db.contacts.get(contactId))?.clock.triedAt).toBeDefined();
  expect((await logged(stage)).at(-1)?.weight).not.toBe('counts');
});

it('leads to the whole page in a tab', async () => {
  const create = vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({} as never);
  const { user } = await openContact();
  await user.click(screen.getByRole('button', { name: 'Edit, plans and whole timeline' }));
  const url = String(create.mock.calls[0]?.[0].url);
  expect(new URL(url).pathname + new URL(url).search).toBe(`/contact.html?id=${contactId}`);
});

it('leads to ready wording, beside the next step', async () => {
  await openContact();
  const link = screen.getByRole('link', { name: 'Ready wording' });
  expect([link.getAttribute('href'), link.getAttribute('target')]).toEqual([
    `contact.html?id=${contactId}#write`,
    '_blank',
  ]);
});

it('takes a typed snooze date only when it is said to be whole', async () => {
  const { user } = await openContact();
  const field = screen.getByLabelText('Snooze until');
  await user.type(field, '2026-09-01');
  expect(lastRequest('snooze')).toBeUndefined();
  await user.click(within(field.closest('form') ?? document.body).getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(lastRequest('snooze')).toMatchObject({ contactId, untilOn: '2026-09-01' }));
});

it('marks that something went wrong, and can take it back', async () => {
  const { user } = await openContact();
  await user.click(screen.getByRole('button', { name: 'Something went wrong' }));
  await waitFor(async () => expect((await stage.db.contacts.get(contactId))?.clock.recovery).toBeDefined());
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect((await stage.db.contacts.get(contactId))?.clock.recovery).toBeUndefined());
});

it('stops tracking, says so in place, and Undo brings everything back', async () => {
  const { user } = await openContact();
  await user.click(screen.getByRole('button', { name: 'Stop tracking' }));
  expect(await screen.findByRole('heading', { name: 'This contact is no longer tracked.' })).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByRole('heading', { name: 'Marta Lindqvist' })).toBeDefined();
});
