// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { newId } from '@/lib/messaging/new-id';
import { services } from '@/lib/services/services';
import { day } from '@/tests/support/background';
import { aStage, openPopup, type Stage } from '@/tests/support/popup';

let stage: Stage;
beforeEach(async () => {
  stage = await aStage();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

async function open(contactId: string, ...kinds: readonly ('apologised' | 'asked-how')[]): Promise<string> {
  const recoveryId = newId();
  await services.openRecovery(stage.db, { id: recoveryId, contactId }, stage.ours());
  for (const kind of kinds) {
    await services.recordRecovery(stage.db, { id: newId(), recoveryId, deed: { kind } }, stage.ours());
  }
  return recoveryId;
}

const titles = () => screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
const lineOf = (name: string) => {
  const line = screen.getByRole('button', { name: new RegExp(`^${name}`) }).closest('article');
  if (!line) throw new Error(`${name} has no line`);
  return within(line);
};

it('stands on top of the list with its one next step, what is due first, and opens its page', async () => {
  await stage.customer('Olof Berg', 45);
  const marta = await stage.customer('Marta Lindqvist', 2);
  const jonas = await stage.customer('Jonas Falk', 2);
  await open(jonas, 'apologised', 'asked-how');
  const recoveryId = await open(marta);
  const created = vi.spyOn(fakeBrowser.tabs, 'create');
  const { user } = await openPopup(stage);
  expect(titles()).toEqual(['Recovery 2', 'Overdue 1']);
  const names = screen.getAllByRole('article').map((one) => one.getAttribute('data-contact'));
  expect(names.slice(0, 2)).toEqual([marta, jonas]);
  expect(lineOf('Marta').getByText('Recovery: apologise today.')).toBeDefined();
  expect(lineOf('Jonas').getByText('Recovery: agree on a plan on Thursday.')).toBeDefined();
  expect(lineOf('Jonas').getByText('Recovery: plan Thu')).toBeDefined();
  await user.click(lineOf('Marta').getByRole('button', { name: 'Apologise to Marta' }));
  await waitFor(() => expect(created).toHaveBeenCalled());
  expect(String(created.mock.calls[0]?.[0].url)).toMatch(new RegExp(`/recovery.html\\?id=${recoveryId}$`));
});

it('counts for today what is due, and lets the rest wait', async () => {
  await open(await stage.customer('Jonas Falk', 2), 'apologised', 'asked-how');
  const { unmount } = await openPopup(stage);
  expect(screen.getByText(/Nobody is waiting/)).toBeDefined();
  expect(titles()).toContain('Recovery 1');
  unmount();
  await open(await stage.customer('Marta Lindqvist', 2));
  await openPopup(stage);
  expect(screen.getByText(/1 person/)).toBeDefined();
});

it('cannot be skipped, and is over when it is closed', async () => {
  const marta = await stage.customer('Marta Lindqvist', 45);
  const recoveryId = await open(marta);
  const { unmount } = await openPopup(stage);
  expect(lineOf('Marta').queryByRole('button', { name: /Not now/ })).toBeNull();
  unmount();
  const deed = { kind: 'closed', outcome: 'withdrawn' } as const;
  stage.now += day / 24;
  await services.recordRecovery(stage.db, { id: newId(), recoveryId, deed }, stage.ours());
  await openPopup(stage);
  expect(titles()).toEqual(['Overdue 1']);
});
