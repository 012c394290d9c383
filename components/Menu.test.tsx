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

it('leads to the settings for the file of a copy: Firefox closes a popup under a file dialog', async () => {
  const create = vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({} as never);
  const { user } = await openMenu();
  expect(screen.queryByLabelText('Bring back a copy', { selector: 'input' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Bring back a copy' }));
  expect(String(create.mock.calls[0]?.[0].url)).toMatch(/\/options\.html#copies$/);
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
