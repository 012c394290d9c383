// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DatabaseTrouble } from '@/lib/db/open-database';
import { aStage, openPopup, type Stage } from '@/tests/support/popup';

/** A popup closes when a file dialog opens, in Firefox always: a file is only ever chosen in a tab. */
const create = vi.fn();
let stage: Stage;
beforeEach(async () => {
  stage = await aStage();
  create.mockReset();
  Object.assign(fakeBrowser.tabs, { create });
});
afterEach(() => location.assign('about:blank'));

const at = (page: string) => location.assign(`chrome-extension://test/${page}`);
const damaged = () => Promise.reject(new DatabaseTrouble('empty'));
const aCopy = () => new File(['{"format":"holdfast-copy"}'], 'copy.json', { type: 'application/json' });

async function pressInPopup(open?: () => Promise<never>) {
  at('popup.html');
  const { user } = await openPopup(stage, open);
  if (!open) await user.click(await screen.findByRole('button', { name: 'Menu' }));
  expect(screen.queryByLabelText('Bring back a copy', { selector: 'input' })).toBeNull();
  await user.click(await screen.findByRole('button', { name: 'Bring back a copy' }));
}

it.each([
  ['menu', undefined],
  ['recovery screen', damaged],
])('leads from the %s of the popup to a tab', async (_, open) => {
  await pressInPopup(open);
  await waitFor(() => expect(create).toHaveBeenCalledOnce());
  expect(create.mock.calls[0]?.[0].url).toMatch(/\/popup\.html#copies$/);
});

it('opens that tab at the menu and takes the file there', async () => {
  at('popup.html#copies');
  stage.answers.bringBackCopy = () => ({ ok: true, text: 'It would add 3.', added: 3, changed: 0, same: 0 });
  const { user } = await openPopup(stage);
  await user.upload(await screen.findByLabelText('Bring back a copy'), aCopy());
  expect(await screen.findByText('It would add 3.')).toBeDefined();
  expect(create).not.toHaveBeenCalled();
});

it('takes the file in that tab where the data is damaged, and goes on', async () => {
  at('popup.html#copies');
  let isDamaged = true;
  stage.answers.repair = () => {
    isDamaged = false;
    return { text: 'Holdfast starts empty.', contactIds: [] };
  };
  stage.answers.bringBackCopy = () => ({ ok: true, text: 'Added 3 entries.', added: 3, changed: 0, same: 0 });
  const { user } = await openPopup(stage, () => (isDamaged ? damaged() : Promise.resolve(stage.db)));
  await user.upload(await screen.findByLabelText('Bring back a copy'), aCopy());
  expect(await screen.findByText('Added 3 entries.')).toBeDefined();
  expect(stage.sent.map(({ name }) => name)).toEqual(['repair', 'bringBackCopy']);
  expect(await screen.findByRole('heading', { name: 'Menu' })).toBeDefined();
});
