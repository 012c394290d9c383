// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { day } from '@/tests/support/background';
import { aStage, openPopup, type Stage } from '@/tests/support/popup';

const origin = 'https://crm.acme.example';

async function openOn(url: string, fields: object = {}): Promise<Stage> {
  const stage = await aStage();
  const seen = { site: 'acme', origin, view: 'list', rows: 20, people: 0, missed: 0 };
  const views = [{ ...seen, blindSinceAt: stage.now - 3 * day, seenAt: stage.now, ...fields }];
  await stage.db.meta.put({ key: 'health', views });
  await stage.customer('Marta Lindqvist', 42);
  Object.assign(fakeBrowser.tabs, { query: async () => [{ id: 7, url }], sendMessage: async () => undefined });
  Object.assign(fakeBrowser, { permissions: { contains: async () => true } });
  await openPopup(stage);
  await screen.findByRole('button', { name: /^Marta Lindqvist/ });
  return stage;
}
const sentence = () => screen.queryByText(/^Holdfast cannot read/);

it('says on a page that cannot be read since when, and leads to the settings', async () => {
  await openOn(`${origin}/people`);
  const link = await screen.findByRole('link', { name: 'Holdfast cannot read this page since Saturday 1 August.' });
  expect(link.getAttribute('href')).toBe('options.html#sites');
});

it.each([
  ['another site', 'https://other.example/', {}],
  ['a site that is read', `${origin}/people`, { blindSinceAt: undefined }],
])('says nothing of %s', async (_which, url, fields) => {
  await openOn(url, fields);
  expect(sentence()).toBeNull();
});
