// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { settingsOf } from '@/lib/db/settings';
import { day } from '@/tests/support/background';
import { part, violations } from '@/tests/support/contact-tab';
import { openOptions } from '@/tests/support/options-tab';
import { aStage, type Stage } from '@/tests/support/popup';

let stage: Stage;
let granted: string[];
const remove = vi.fn(async ({ origins = [] }: { origins?: string[] }) => {
  granted = granted.filter((one) => !origins.includes(one));
  return true;
});
const permissions = { getAll: async () => ({ origins: granted }), remove };
beforeEach(async () => {
  stage = await aStage();
  granted = ['https://mail.google.com/*', 'https://crm.acme.example/*', 'http://webmail.acme.example/*'];
});
const off = async () => (await settingsOf(stage.db, 'en-GB')).offOrigins;

it('lists where Holdfast may read, Gmail first, and turns a site off and on', async () => {
  const user = await openOptions(stage, permissions);
  const sites = part('Sites');
  await sites.findByText('crm.acme.example');
  const names = sites.getAllByRole('checkbox').map((box) => box.closest('label')?.textContent);
  expect(names).toEqual(['mail.google.com', 'webmail.acme.example', 'crm.acme.example']);
  expect(await violations()).toEqual([]);
  const gmail = sites.getByRole('checkbox', { name: 'mail.google.com' });
  expect(gmail).toHaveProperty('checked', true);
  await user.click(gmail);
  await waitFor(async () => expect(await off()).toEqual(['https://mail.google.com']));
  await waitFor(() => expect(gmail).toHaveProperty('checked', false));
  await user.click(gmail);
  await waitFor(async () => expect(await off()).toEqual([]));
});

it('takes a permission back, and not that of the installation', async () => {
  const user = await openOptions(stage, permissions);
  const sites = part('Sites');
  await sites.findByText('crm.acme.example');
  expect(sites.queryByRole('button', { name: /mail\.google\.com/ })).toBeNull();
  await user.click(sites.getByRole('button', { name: 'Take back the permission for crm.acme.example' }));
  await waitFor(() => expect(sites.queryByText('crm.acme.example')).toBeNull());
  expect(remove).toHaveBeenCalledWith({ origins: ['https://crm.acme.example/*'] });
  expect(await screen.findByText('Holdfast may no longer read crm.acme.example.')).toBeDefined();
});

it('says what is read there, and since when a page cannot be read, with a sample to copy', async () => {
  const seen = { site: 'acme', origin: 'https://crm.acme.example', rows: 20, missed: 0 };
  const blind = {
    ...seen,
    view: 'list',
    people: 0,
    blindSinceAt: stage.now - 3 * day,
    seenAt: stage.now,
    sample: '<tr>',
  };
  const well = { ...seen, view: 'record', rows: 1, people: 1, seenAt: stage.now };
  await stage.db.meta.put({ key: 'health', views: [blind, well] });
  const user = await openOptions(stage, permissions);
  const sites = part('Sites');
  expect(await sites.findByText('Holdfast cannot read lists there since Saturday 1 August.')).toBeDefined();
  expect(sites.getByText(/^Last read 4 Aug 2026, .*: records, people in 1 of 1 rows\.$/)).toBeDefined();
  expect(await violations()).toEqual([]);
  await user.click(sites.getByRole('button', { name: 'Copy a sample' }));
  expect(await navigator.clipboard.readText()).toBe('acme\n<tr>');
});

it('says where what is read is an experiment', async () => {
  granted.push('https://mail.yahoo.com/*');
  await openOptions(stage, permissions);
  const sites = part('Sites');
  const item = (await sites.findByText('mail.yahoo.com')).closest('li');
  expect(item?.textContent).toContain('Experimental: badges are shown there, but nothing is logged by itself.');
  expect(sites.getAllByText(/^Experimental/)).toHaveLength(1);
  expect(await violations()).toEqual([]);
});
