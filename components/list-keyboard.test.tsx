// @vitest-environment happy-dom
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { newId } from '@/lib/messaging/new-id';
import { bulk } from '@/lib/services/bulk';
import { aStage, type Stage } from '@/tests/support/popup';
import { ListTab } from './ListTab';

let stage: Stage;
beforeEach(async () => {
  stage = await aStage();
});

async function openList() {
  const user = userEvent.setup({ advanceTimers: () => undefined });
  render(<ListTab open={() => Promise.resolve(stage.db)} />);
  await screen.findByLabelText('Select all');
  return user;
}

const lines = () => [...document.querySelectorAll<HTMLElement>('[data-contact]')];
const names = () => lines().map((line) => line.querySelector('bdi')?.textContent);
const act = (name: string) => screen.getByRole('button', { name });
const focused = () => document.activeElement?.getAttribute('aria-label');

it('selects, acts, undoes and clears from the keyboard, and the focus stays in the list', async () => {
  for (const [name, days] of [
    ['Ann Lee', 41],
    ['Ben Ode', 43],
    ['Cleo Park', 45],
  ] as const) {
    await stage.customer(name, days);
  }
  const user = await openList();
  await user.keyboard('j');
  expect(focused()).toBe('Select Cleo Park');
  await user.keyboard('x{ArrowDown}{ArrowDown}k ');
  expect(focused()).toBe('Select Ben Ode');
  expect(screen.getByText('2 selected')).toBeDefined();
  await user.keyboard('{Escape}');
  expect(screen.queryByText(/selected/)).toBeNull();
  await user.keyboard('lc');
  expect(await screen.findByText('Logged a call with Ben Ode.')).toBeDefined();
  await waitFor(() => expect(focused()).toBe('Select Ann Lee'));
  await user.keyboard('z');
  await waitFor(() => expect(names()).toEqual(['Cleo Park', 'Ben Ode', 'Ann Lee']));
  await user.keyboard('s{Escape}');
  expect(screen.queryByRole('button', { name: 'Tomorrow' })).toBeNull();
  expect(screen.getByText('1 selected')).toBeDefined();
});

it('gives a lost focus to the list, but takes none once the user has gone elsewhere', async () => {
  const ann = await stage.customer('Ann Lee', 41);
  await stage.customer('Ben Ode', 43);
  const user = await openList();
  await user.click(screen.getByLabelText('Select Ben Ode'));
  await user.click(act('Stage'));
  await user.click(act('Lost'));
  await waitFor(() => expect(names()).toEqual(['Ann Lee']));
  await waitFor(() => expect(focused()).toBe('Select Ann Lee'));
  await user.click(document.body);
  const what = { do: 'tag', tag: 'VIP' } as const;
  await bulk(stage.db, { id: newId(), contactIds: [ann], what }, stage.ours());
  await screen.findByLabelText('Tag');
  expect(document.activeElement).toBe(document.body);
});

it('selects everybody between two with the Shift key, and unselects them so', async () => {
  for (const [number, name] of ['Ann', 'Ben', 'Cleo', 'Dora'].entries()) await stage.customer(name, 45 - number);
  const user = await openList();
  await user.click(screen.getByLabelText('Select Ben'));
  await user.keyboard('{Shift>}');
  await user.click(screen.getByLabelText('Select Dora'));
  expect(screen.getByText('3 selected')).toBeDefined();
  expect(screen.getByLabelText('Select all')).toHaveProperty('indeterminate', true);
  await user.click(screen.getByLabelText('Select Ben'));
  await user.keyboard('{/Shift}');
  expect(screen.queryByText(/selected/)).toBeNull();
});

it('has one line in the Tab order, and a link to each contact’s page', async () => {
  const ann = await stage.customer('Ann Lee', 41);
  await stage.customer('Ben Ode', 43);
  await openList();
  const reachable = lines().filter((line) => within(line).getByRole('link').tabIndex === 0);
  expect(reachable).toHaveLength(1);
  expect(screen.getByRole('link', { name: 'Ann Lee' }).getAttribute('href')).toBe(`/contact.html?id=${ann}`);
});
