// @vitest-environment happy-dom
import { render, screen } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, expect, it } from 'vitest';
import { aStage, openPopup, renderAlone, type Stage } from '@/tests/support/popup';
import { PeopleOnPage } from './PeopleOnPage';
import { TroubleScreen } from './TroubleScreen';
import { Welcome } from './Welcome';

/** Colours need a real browser; tokens.test.ts and the end-to-end run look at them. */
async function violations(): Promise<string[]> {
  document.documentElement.lang = 'en';
  document.title = 'Holdfast';
  const result = await axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

let stage: Stage;
beforeEach(async () => {
  stage = await aStage();
});

async function filled() {
  const id = await stage.customer('Marta Lindqvist', 42, { company: 'Norrsken AB', mail: 'marta@norrsken.example' });
  await stage.mailFrom(id, 4, 'Spring order');
  await stage.customer('Priya Raman', 27);
  const opened = await openPopup(stage);
  await screen.findByRole('heading', { name: 'Overdue 1' });
  return opened;
}

it.each([
  ['the list', ''],
  ['the choices to log', 'jl'],
  ['the choices to snooze', 'js'],
  ['a contact', 'jo'],
  ['the menu', '?'],
  ['search results', '/mar'],
  ['a search without result', '/zzz'],
])('nothing to complain about: %s', async (_, keys) => {
  const { user } = await filled();
  if (keys) await user.keyboard(keys);
  if (keys === '/mar') await screen.findByRole('heading', { name: /^Found/ });
  if (keys === 'jo') await screen.findByRole('heading', { name: 'Log' });
  expect(await violations()).toEqual([]);
});

it('nothing to complain about: nobody tracked yet', async () => {
  await openPopup(stage);
  await screen.findByRole('heading', { name: 'Whom do you not want to lose?' });
  expect(await violations()).toEqual([]);
});

it('nothing to complain about: people on the page', async () => {
  const people = [{ mailbox: 'a', address: 'ann@acme.example', name: 'Ann Lee', state: 'untracked' as const }];
  const { user } = renderAlone(
    <main>
      <h1>Today</h1>
      <PeopleOnPage people={people} folded={false} onTrack={() => undefined} />
    </main>,
  );
  await user.click(screen.getByRole('checkbox'));
  expect(await violations()).toEqual([]);
});

it('nothing to complain about: damaged data', async () => {
  renderAlone(
    <main>
      <h1>Holdfast</h1>
      <TroubleScreen kind="unreadable" onRepaired={() => undefined} />
    </main>,
  );
  expect(await violations()).toEqual([]);
});

it('nothing to complain about: the first-run page, before and after the start', async () => {
  const fresh = await aStage({ consent: false });
  render(<Welcome open={async () => fresh.db} />);
  const start = await screen.findByRole('button', { name: 'Start with another webmail' });
  expect(await violations()).toEqual([]);
  start.click();
  expect(await screen.findByRole('link', { name: 'Open your mailbox' })).toHaveProperty(
    'href',
    'https://mail.google.com/',
  );
  expect(await violations()).toEqual([]);
});
