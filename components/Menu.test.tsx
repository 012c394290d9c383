// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { aStage, openPopup, type Stage } from '@/tests/support/popup';

let stage: Stage;
beforeEach(async () => {
  stage = await aStage();
  await stage.customer('Marta Lindqvist', 42);
});

async function openMenu() {
  const opened = await openPopup(stage);
  await opened.user.click(await screen.findByRole('button', { name: 'Menu' }));
  return opened;
}
const asked = (name: string) => stage.sent.filter((one) => one.name === name).map((one) => one.request);

it('saves a copy as a file with the day in its name', async () => {
  const names: string[] = [];
  URL.createObjectURL = vi.fn(() => 'blob:copy');
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download);
  });
  const { user } = await openMenu();
  await user.click(screen.getByRole('button', { name: 'Save a copy' }));
  expect(await screen.findByText('Saved as holdfast-2026-08-04.json.')).toBeDefined();
  expect(names).toEqual(['holdfast-2026-08-04.json']);
});

it('brings a copy back only after it was checked and the user has agreed', async () => {
  const report = {
    ok: true,
    text: 'This copy would add 3 and change 1 entries; 8 are the same.',
    added: 3,
    changed: 1,
    same: 8,
  };
  stage.answers.bringBackCopy = ({ dryRun }) =>
    dryRun ? report : { ...report, text: 'Added 3 and changed 1 entries.' };
  const { user } = await openMenu();
  await user.upload(
    screen.getByLabelText('Bring back a copy'),
    new File(['{"a":1}'], 'copy.json', { type: 'application/json' }),
  );
  expect(await screen.findByText(report.text)).toBeDefined();
  expect(asked('bringBackCopy')).toMatchObject([{ text: '{"a":1}', dryRun: true }]);
  await user.click(screen.getByRole('button', { name: 'Bring it back' }));
  expect(await screen.findByText('Added 3 and changed 1 entries.')).toBeDefined();
  expect(asked('bringBackCopy')[1]).toMatchObject({ dryRun: false });
});

it('offers nothing to bring back from a file that is no copy', async () => {
  const problem = 'This file is not a copy saved by Holdfast. Nothing was changed.';
  stage.answers.bringBackCopy = () => ({ ok: false, text: problem, added: 0, changed: 0, same: 0 });
  const { user } = await openMenu();
  await user.upload(
    screen.getByLabelText('Bring back a copy'),
    new File(['?'], 'photo.json', { type: 'application/json' }),
  );
  expect(await screen.findByText(problem)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Bring it back' })).toBeNull();
});

it('hides badges for an hour and shows them again', async () => {
  const { user } = await openMenu();
  await user.click(screen.getByRole('button', { name: 'Hide badges for an hour' }));
  await user.click(await screen.findByRole('button', { name: 'Show badges again' }));
  expect(await screen.findByRole('button', { name: 'Hide badges for an hour' })).toBeDefined();
  expect(asked('hideBadges').map(({ untilAt }) => untilAt)).toEqual([expect.any(Number), undefined]);
});

it('says above the list until when badges are hidden, and shows them again from there', async () => {
  const { user } = await openMenu();
  await user.click(screen.getByRole('button', { name: 'Hide badges for an hour' }));
  await screen.findByRole('button', { name: 'Show badges again' });
  await user.keyboard('{Escape}');
  expect(await screen.findByText(/^Badges are hidden until \d/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Show badges again' }));
  await waitFor(() => expect(screen.queryByText(/^Badges are hidden/)).toBeNull());
});

it('leads to the page of all settings', async () => {
  const openOptionsPage = vi.fn(async () => undefined);
  Object.assign(fakeBrowser.runtime, { openOptionsPage });
  const { user } = await openMenu();
  await user.click(screen.getByRole('button', { name: 'All settings' }));
  expect(openOptionsPage).toHaveBeenCalledTimes(1);
});
