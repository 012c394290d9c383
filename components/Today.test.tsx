// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { day } from '@/tests/support/background';
import { aStage, openPopup, type Stage } from '@/tests/support/popup';

let stage: Stage;
beforeEach(async () => {
  stage = await aStage();
});

const lastOf = (name: string) => stage.sent.filter((message) => message.name === name).at(-1)?.request;
const names = () =>
  screen.getAllByRole('article').map((row) => within(row).getAllByRole('button')[0]?.textContent?.trim());

/** So many customers, each a day longer silent than the one before. */
async function customers(count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) await stage.customer(`Person ${number}`, 31 + number);
}

it('asks for as many as the budget allows, and shows the rest when asked', async () => {
  await customers(15);
  const { user } = await openPopup(stage);
  await screen.findByText('Person 15');
  expect(names()).toHaveLength(12);
  expect(screen.queryByText('Person 3')).toBeNull();
  await user.click(screen.getByRole('button', { name: '3 more can wait. Show them' }));
  await screen.findByText('Person 3');
  expect(names()).toHaveLength(15);
  expect(screen.queryByText(/can wait/)).toBeNull();
});

it('is done for today once they were seen to, and the rest stay one press away', async () => {
  await customers(13);
  const { bulk } = await import('@/lib/services/bulk');
  const { newId } = await import('@/lib/messaging/new-id');
  const contacts = await stage.db.contacts.orderBy('attentionAt').limit(12).toArray();
  const contactIds = contacts.map(({ id }) => id);
  await bulk(stage.db, { id: newId(), contactIds, what: { do: 'log', kind: 'call' } }, stage.ours());
  const { user } = await openPopup(stage);
  expect(await screen.findByRole('heading', { name: 'Done for today, 1 later.' })).toBeDefined();
  expect(screen.queryByRole('article')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Show them anyway' }));
  await waitFor(() => expect(names()).toHaveLength(1));
});

it('n and Enter say not now; the reason is kept, and z takes it back', async () => {
  await customers(1);
  const { user } = await openPopup(stage);
  await screen.findByText('Person 1');
  await user.keyboard('jn');
  expect(document.activeElement?.getAttribute('placeholder')).toBe('Why not now? (optional)');
  await user.keyboard('at a fair{Enter}');
  expect(await screen.findByText('Not now: Person comes back tomorrow.')).toBeDefined();
  expect(lastOf('skip')).toMatchObject({ reason: 'at a fair' });
  expect(await screen.findByText('Next 7 days', { exact: false })).toBeDefined();
  await user.click(screen.getByRole('button', { name: /Undo/ }));
  await waitFor(() => expect(screen.getByRole('heading', { name: 'Overdue 1' })).toBeDefined());
});

it('does not let what is owed wait', async () => {
  const id = await stage.customer('Marta Lindqvist', 42, { mail: 'marta@norrsken.example' });
  await stage.mailFrom(id, 4, 'Offer');
  const { user } = await openPopup(stage);
  await screen.findByText('Marta Lindqvist');
  expect(screen.queryByRole('button', { name: /^Not now/ })).toBeNull();
  await user.keyboard('jn');
  expect(screen.queryByPlaceholderText(/^Why not now/)).toBeNull();
});

it('offers a longer cadence after three times not now, and takes it with m', async () => {
  const contactId = await stage.customer('Marta Lindqvist', 42);
  const { skip } = await import('@/lib/services/skips');
  const { newId } = await import('@/lib/messaging/new-id');
  const { now } = stage;
  // On Wednesday, Thursday and Friday of the week before; the clock stands on Tuesday again afterwards.
  for (const daysAgo of [6, 5, 4]) {
    stage.now = now - daysAgo * day;
    await skip(stage.db, { id: newId(), contactId }, stage.ours());
  }
  stage.now = now;
  const { user } = await openPopup(stage);
  expect(await screen.findByText('Three times not now. Every 45 days instead?')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Every 45 days instead' })).toBeDefined();
  await user.keyboard('jm');
  await waitFor(() => expect(lastOf('editContact')).toMatchObject({ contactId, cadenceDays: 45 }));
});

it('shows how a typed day was understood, and snoozes only when that is said to be right', async () => {
  await customers(1);
  const { user } = await openPopup(stage);
  await screen.findByText('Person 1');
  await user.keyboard('js');
  const field = screen.getByPlaceholderText(/^Say when/);
  await user.type(field, 'soon');
  expect(await screen.findByText('No day ahead in that')).toBeDefined();
  await user.keyboard('{Enter}');
  await user.clear(field);
  await user.type(field, 'in 3 weeks');
  expect(await screen.findByRole('button', { name: 'Tue 25 Aug' })).toBeDefined();
  expect(lastOf('snooze')).toBeUndefined();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(lastOf('snooze')).toMatchObject({ untilOn: '2026-08-25' }));
});
