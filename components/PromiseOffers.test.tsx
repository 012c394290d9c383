// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, expect, it, vi } from 'vitest';
import { newId } from '@/lib/messaging/new-id';
import { services } from '@/lib/services/services';
import { day } from '@/tests/support/background';
import { openTab, part } from '@/tests/support/contact-tab';
import { aStage, openPopup, type Stage } from '@/tests/support/popup';
import { account, byFriday, to } from '@/tests/support/promise-bench';
import { xss } from '@/tests/support/xss';

let stage: Stage;
let marta: string;
/** Today is Tuesday, 4 August. */
beforeEach(async () => {
  stage = await aStage();
  marta = await stage.customer('Marta Lindqvist', 3, { mail: 'marta@norrsken.example' });
});

const offer = 'You promised Marta: “send the quote” by Friday.';

async function send(text = byFriday): Promise<void> {
  const id = newId();
  const recipients = [to('marta@norrsken.example')];
  await services.holdSend(stage.db, { id, site: 'gmail', account, recipients, text }, stage.page());
  await services.settleSend(stage.db, { id, outcome: 'sent' }, stage.page());
}
const plans = () => stage.db.followUps.filter(({ deletedAt }) => deletedAt === undefined).toArray();

it('offers what was promised on the first screen; a press makes it a follow-up, and undo brings it back', async () => {
  await send();
  const { user } = await openPopup(stage);
  const strip = await screen.findByRole('region', { name: offer });
  expect((await axe.run(strip)).violations).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Keep as follow-up' }));
  await waitFor(() => expect(screen.queryByText(offer)).toBeNull());
  expect(await plans()).toMatchObject([{ contactId: marta, dueOn: '2026-08-07', note: 'send the quote' }]);
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await screen.findByText(offer)).toBeDefined();
  expect(await plans()).toEqual([]);
});

it('takes "Not a promise" for an answer', async () => {
  await send();
  const { user } = await openPopup(stage);
  await user.click(await screen.findByRole('button', { name: 'Not a promise' }));
  await waitFor(() => expect(screen.queryByText(offer)).toBeNull());
  expect(await plans()).toEqual([]);
  await send();
  expect(screen.queryByText(offer)).toBeNull();
});

it('shows at most three, nothing of who is tracked no more, and nothing that was not answered for two weeks', async () => {
  await send("I'll call you tomorrow. I'll send it by Thursday. We'll ship it on Friday. You'll get it by Monday.");
  const { unmount } = await openPopup(stage);
  expect(await screen.findAllByRole('button', { name: 'Keep as follow-up' })).toHaveLength(3);
  unmount();
  const id = newId();
  await services.untrack(stage.db, { id, contactId: marta }, stage.ours());
  const other = await openPopup(stage);
  expect(screen.queryAllByRole('button', { name: 'Keep as follow-up' })).toEqual([]);
  other.unmount();
  await services.undo(stage.db, { id: newId(), actId: id }, stage.ours());
  await stage.db.promises.toCollection().modify({ offeredUntilOn: '2026-08-03' });
  await openPopup(stage);
  expect(screen.queryAllByRole('button', { name: 'Keep as follow-up' })).toEqual([]);
});

it('stands on the page of its contact, and on no other', async () => {
  const bob = await stage.customer('Bob Brix', 3);
  await send();
  await openTab(stage, bob);
  expect(screen.queryByRole('heading', { name: 'Promises' })).toBeNull();
});

it('shows words that look like markup as the words they are', async () => {
  for (const [n, words] of xss.entries()) {
    const row = { id: `p${n}`, contactId: marta, words, about: words.slice(0, 200), dueOn: '2026-08-07' };
    const stamp = { mailId: 'm', madeAt: 1, offeredUntilOn: '2026-08-18', updatedAt: 1, updatedBy: 'd' };
    const accepted = { ...row, ...stamp, offeredUntilOn: undefined, answer: 'accepted' as const };
    await stage.db.promises.add(n < 3 ? { ...row, ...stamp } : accepted);
  }
  await openTab(stage, marta);
  await screen.findAllByRole('button', { name: 'Keep as follow-up' });
  const promises = screen.getByRole('heading', { name: 'Promises' }).closest('section');
  for (const words of xss) expect(promises?.textContent).toContain(words);
  expect(promises?.querySelector('img, iframe, script, svg, video, details')).toBeNull();
});

it('the contact page tells what was promised in which words, and what became of it', async () => {
  await send();
  const [promise] = await stage.db.promises.toArray();
  const request = { id: newId(), promiseId: promise?.id ?? '', keeps: true };
  await services.answerPromise(stage.db, request, stage.ours());
  await openTab(stage, marta);
  expect(part('Promises').getByText('“send the quote” by Friday')).toBeDefined();
  expect(part('Promises').queryByRole('button', { name: 'Not kept' })).toBeNull();
  cleanup();
  vi.setSystemTime(stage.now + 3 * day);
  stage.now += 3 * day;
  const user = await openTab(stage, marta);
  const promises = part('Promises');
  expect(promises.getByText(`You wrote: “I'll send you the quote by Friday”`)).toBeDefined();
  await user.click(promises.getByRole('button', { name: 'Not kept' }));
  expect(await promises.findByText('Not kept: “send the quote”, promised for today')).toBeDefined();
  expect(part('How it stands').getByText(/^You promised “send the quote” for today and nothing shows/)).toBeDefined();
  await user.click(promises.getByRole('button', { name: 'Kept' }));
  expect(await promises.findByText('Kept: “send the quote”, promised for today')).toBeDefined();
  expect(part('How it stands').queryByText(/^You promised/)).toBeNull();
  expect(promises.queryByRole('button')).toBeNull();
});

it('a promise whose day has gone by is told in the popup, with a next step', async () => {
  await send();
  const [promise] = await stage.db.promises.toArray();
  await services.answerPromise(stage.db, { id: newId(), promiseId: promise?.id ?? '', keeps: true }, stage.ours());
  await stage.db.promises.toCollection().modify({ dueOn: '2026-07-30', madeAt: stage.now - 7 * day });
  await stage.db.followUps.toCollection().modify({ dueOn: '2026-07-30', madeAt: stage.now - 7 * day });
  await stage.db.interactions.clear();
  await services.editContact(stage.db, { id: newId(), contactId: marta, facts: 'x' }, stage.ours());
  await openPopup(stage);
  expect(await screen.findByText(/^You promised “send the quote” for Thursday and nothing shows/)).toBeDefined();
});
