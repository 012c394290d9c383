// @vitest-environment happy-dom
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { newId } from '@/lib/messaging/new-id';
import { bulk } from '@/lib/services/bulk';
import { reportSightings } from '@/lib/services/sightings';
import { aMail, aReport, day } from '@/tests/support/background';
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

const names = () => screen.queryAllByRole('listitem').map((line) => line.querySelector('bdi')?.textContent);
const lastBulk = () => stage.sent.filter(({ name }) => name === 'bulk').at(-1)?.request;
const tagged = (contactIds: string[], tag: string) =>
  bulk(stage.db, { id: newId(), contactIds, what: { do: 'tag', tag } }, stage.ours());

/** Their customer's mail of that many days ago, seen in a mailbox of that site, and answered at once. */
async function mailedOn(origin: string, address: string, daysAgo: number): Promise<void> {
  const at = stage.now - daysAgo * day;
  const to = { mailbox: address, role: 'to' as const, from: 'sam@ours.example', recipients: [address] };
  const site = origin.includes('google') ? 'gmail' : 'roundcube';
  await reportSightings(stage.db, aReport('thread', [aMail(at, to)], { site }), stage.page(7, origin));
}

it('does one thing for all who are ticked, and takes it back as one', async () => {
  const ids = [await stage.customer('Ann Lee', 41), await stage.customer('Ben Ode', 43)];
  await stage.customer('Cleo Park', 45);
  const user = await openList();
  expect(names()).toEqual(['Cleo Park', 'Ben Ode', 'Ann Lee']);
  await user.click(screen.getByLabelText('Select Ann Lee'));
  await user.click(screen.getByLabelText('Select Ben Ode'));
  expect(screen.getByText('2 selected')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Call' }));
  expect(await screen.findByText('Logged a call with 2 people.')).toBeDefined();
  expect(new Set(lastBulk()?.contactIds as string[])).toEqual(new Set(ids));
  await waitFor(() => expect(names()).toEqual(['Cleo Park']));
  expect(screen.queryByText(/selected/)).toBeNull();
  await user.click(screen.getByRole('button', { name: /Undo/ }));
  await waitFor(() => expect(names()).toHaveLength(3));
});

it('tags and pauses those who are selected', async () => {
  const id = await stage.customer('Ann Lee', 41);
  const user = await openList();
  await user.click(screen.getByLabelText('Select all'));
  await user.type(screen.getByPlaceholderText('Tag'), 'Fair{Enter}');
  await waitFor(async () => expect((await stage.db.contacts.get(id))?.tags).toEqual(['Fair']));
  await user.click(await screen.findByLabelText('Select all'));
  await user.click(screen.getByRole('button', { name: 'Pause them' }));
  await waitFor(() => expect(names()).toEqual([]));
  expect(screen.getByText('Nobody fits.')).toBeDefined();
});

it('filters by tag, and acts only on those who fit', async () => {
  const ann = await stage.customer('Ann Lee', 41);
  await stage.customer('Ben Ode', 43);
  await tagged([ann], 'VIP');
  const user = await openList();
  await user.click(screen.getByLabelText('Select all'));
  await user.selectOptions(screen.getByLabelText('Tag'), 'VIP');
  expect(names()).toEqual(['Ann Lee']);
  await user.click(screen.getByRole('button', { name: 'Tomorrow' }));
  await waitFor(() => expect(lastBulk()).toMatchObject({ contactIds: [ann], what: { do: 'snooze' } }));
});

it('filters by the site of the last mail, where there are several', async () => {
  await stage.customer('Ann Lee', 60, { mail: 'ann@acme.example' });
  await stage.customer('Ben Ode', 60, { mail: 'ben@norrsken.example' });
  await mailedOn('https://mail.google.com', 'ann@acme.example', 50);
  await mailedOn('https://webmail.ours.example', 'ben@norrsken.example', 48);
  const user = await openList();
  expect(names()).toHaveLength(2);
  expect(screen.queryByLabelText('Tag')).toBeNull();
  await user.selectOptions(screen.getByLabelText('Site'), 'webmail.ours.example');
  expect(names()).toEqual(['Ben Ode']);
});

it('shows those whom the day’s budget holds back, too', async () => {
  for (let number = 1; number <= 14; number += 1) await stage.customer(`Person ${number}`, 40 + number);
  await openList();
  await waitFor(() => expect(names()).toHaveLength(14));
});
