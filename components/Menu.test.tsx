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

it.each(['Save a copy', 'Bring back a copy'])(
  'leads to the settings for “%s”: Firefox closes a popup under a file dialog',
  async (name) => {
    const create = vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({} as never);
    const { user } = await openMenu();
    await user.click(screen.getByRole('button', { name }));
    expect(String(create.mock.calls[0]?.[0].url)).toMatch(/\/options\.html#copies$/);
  },
);

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

it('turns Holdfast off on the site behind the popup; the list says how to turn it on again', async () => {
  const query = async () => [{ id: 7, url: 'https://crm.acme.example/contacts' }];
  Object.assign(fakeBrowser.tabs, { query, sendMessage: async () => undefined });
  Object.assign(fakeBrowser, { permissions: { contains: async () => true } });
  const { user } = await openMenu();
  await user.click(await screen.findByRole('button', { name: 'Turn Holdfast off at crm.acme.example' }));
  expect(await screen.findByRole('button', { name: 'Turn Holdfast on at crm.acme.example' })).toBeDefined();
  await user.keyboard('{Escape}');
  await screen.findByRole('heading', { name: 'Today' });
  await user.click(await screen.findByRole('button', { name: 'Turn Holdfast on at crm.acme.example' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Turn Holdfast/ })).toBeNull());
  expect(asked('turnSite').map(({ isOff }) => isOff)).toEqual([true, false]);
});

it('leads to the page of all settings', async () => {
  const openOptionsPage = vi.fn(async () => undefined);
  Object.assign(fakeBrowser.runtime, { openOptionsPage });
  const { user } = await openMenu();
  await user.click(screen.getByRole('button', { name: 'All settings' }));
  expect(openOptionsPage).toHaveBeenCalledTimes(1);
});
