// @vitest-environment happy-dom
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { newId } from '@/lib/messaging/new-id';
import { bulk } from '@/lib/services/bulk';
import { services } from '@/lib/services/services';
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

const lines = () => [...document.querySelectorAll<HTMLElement>('[data-contact]')];
const names = () => lines().map((line) => line.querySelector('bdi')?.textContent);
const bulks = () => stage.sent.filter(({ name }) => name === 'bulk').map(({ request }) => request);
const tagged = (contactIds: string[], tag: string) =>
  bulk(stage.db, { id: newId(), contactIds, what: { do: 'tag', tag } }, stage.ours());
const tagsOf = async (id: string) => (await stage.db.contacts.get(id))?.tags;
const act = (name: string) => screen.getByRole('button', { name });
const said = () => document.querySelector('.toast span')?.textContent;
const selected = () => screen.getAllByRole('status')[1]?.textContent;
const count = () => screen.getAllByRole('status')[0]?.textContent;

/** Their customer's mail of that many days ago, seen in a mailbox of that site, and answered at once. */
async function mailedOn(origin: string, address: string, daysAgo: number): Promise<void> {
  const at = stage.now - daysAgo * day;
  const to = { mailbox: address, role: 'to' as const, from: 'sam@ours.example', recipients: [address] };
  const site = origin.includes('google') ? 'gmail' : 'roundcube';
  await reportSightings(stage.db, aReport('thread', [aMail(at, to)], { site }), stage.page(7, origin));
}

/** So many more who wait as that one does, last in touch one minute later each. */
async function manyLike(id: string, many: number, tags?: readonly string[]): Promise<void> {
  const contact = await stage.db.contacts.get(id);
  const call = await stage.db.interactions.get(contact?.clock.lastContactId ?? '');
  if (!contact || !call) throw new Error('nobody to copy');
  const copies = Array.from({ length: many }, (_, number) => {
    const own = { id: newId(), name: `Copy ${number}`, attentionAt: (contact.attentionAt ?? 0) + number };
    const lastContactId = newId();
    return {
      contact: { ...contact, ...own, tags, clock: { ...contact.clock, lastContactId } },
      call: { ...call, id: lastContactId, contactId: own.id },
    };
  });
  await stage.db.contacts.bulkAdd(copies.map((one) => one.contact));
  await stage.db.interactions.bulkAdd(copies.map((one) => one.call));
}

it('does one thing for all who are ticked, and takes it back as one', async () => {
  const ids = [await stage.customer('Ann Lee', 41), await stage.customer('Ben Ode', 43)];
  await stage.customer('Cleo Park', 45);
  const user = await openList();
  expect(names()).toEqual(['Cleo Park', 'Ben Ode', 'Ann Lee']);
  expect(act('Log')).toHaveProperty('disabled', true);
  await user.click(screen.getByLabelText('Select Ann Lee'));
  await user.click(screen.getByLabelText('Select Ben Ode'));
  expect(screen.getByText('2 selected')).toBeDefined();
  await user.click(act('Log'));
  await user.click(await screen.findByRole('button', { name: /Call/ }));
  expect(await screen.findByText('Logged a call with 2 people.')).toBeDefined();
  expect(new Set(bulks().at(-1)?.contactIds as string[])).toEqual(new Set(ids));
  await waitFor(() => expect(names()).toEqual(['Cleo Park']));
  expect(screen.queryByText(/selected/)).toBeNull();
  await user.click(act('Undo'));
  await waitFor(() => expect(names()).toHaveLength(3));
  expect(screen.queryByText(/selected/)).toBeNull();
});

it('looks at everybody who waits, draws the first 200, and acts on all who fit as one', async () => {
  const ann = await stage.customer('Ann Lee', 60);
  await manyLike(ann, 230, ['VIP']);
  await manyLike(ann, 20);
  const user = await openList();
  expect(count()).toBe('Showing 200 of 251');
  expect(lines()).toHaveLength(200);
  await user.selectOptions(screen.getByLabelText('Tag'), 'VIP (230)');
  expect(count()).toBe('Showing 200 of 230');
  await user.click(screen.getByLabelText('Select all'));
  expect(screen.getByText('230 selected')).toBeDefined();
  await user.click(act('Snooze'));
  await user.click(act('In 2 weeks'));
  await waitFor(() => expect(said()).toBe('Snoozed until 18 Aug: 230 people.'));
  expect(bulks().map((request) => (request.contactIds as string[]).length)).toEqual([200, 30]);
  expect(await screen.findByText('Nobody who waits fits these filters.')).toBeDefined();
  expect(screen.getByLabelText('Tag')).toHaveProperty('value', 'VIP');
  await user.click(act('Show everybody'));
  expect(count()).toBe('21 people');
  await user.click(act('Undo'));
  await waitFor(() => expect(count()).toBe('Showing 200 of 251'));
  await user.click(act('Show more (51 left)'));
  expect(lines()).toHaveLength(251);
  await user.selectOptions(screen.getByLabelText('Tag'), 'VIP (230)');
  expect(count()).toBe('Showing 200 of 230');
});

it('says what went wrong part of the way, keeps the rest selected, and takes the part back', async () => {
  const ann = await stage.customer('Ann Lee', 60);
  await manyLike(ann, 209);
  const serve = services.bulk;
  stage.answers.bulk = (request) => {
    if (bulks().length > 1) throw new Error('no more');
    return serve(stage.db, request as Parameters<typeof serve>[1], stage.ours());
  };
  const user = await openList();
  await user.click(screen.getByLabelText('Select all'));
  await user.click(act('Pause'));
  await user.click(act('Pause them'));
  await waitFor(() => expect(said()).toMatch(/^Something went wrong/));
  await waitFor(() => expect(selected()).toBe('10 selected'));
  await user.click(act('Undo'));
  await waitFor(() => expect(count()).toBe('Showing 200 of 210'));
});

it('tags, takes tags off, moves to a stage and pauses those who are selected', async () => {
  const [ann, ben] = [await stage.customer('Ann Lee', 41), await stage.customer('Ben Ode', 43)];
  await tagged([ann], 'Fair');
  const user = await openList();
  await user.click(screen.getByLabelText('Select all'));
  await user.click(act('Tag'));
  await user.keyboard('VIP{Enter}');
  await waitFor(async () => expect(await tagsOf(ann)).toEqual(['Fair', 'VIP']));
  expect(await tagsOf(ben)).toEqual(['VIP']);
  await user.click(await screen.findByRole('button', { name: 'Take off the tag Fair' }));
  await waitFor(async () => expect(await tagsOf(ann)).toEqual(['VIP']));
  await user.click(act('Stage'));
  await user.click(act('At risk'));
  await waitFor(async () => expect((await stage.db.contacts.get(ben))?.stage).toBe('at-risk'));
  await user.click(act('Pause'));
  await user.type(screen.getByLabelText('Reason (optional)'), 'on leave');
  await user.click(act('Pause them'));
  await waitFor(() => expect(names()).toEqual([]));
  expect((await stage.db.contacts.get(ben))?.pauseReason).toBe('on leave');
  expect(screen.getByText('Nobody is waiting.')).toBeDefined();
  expect(document.activeElement?.textContent).toBe('Everybody who waits');
});

it('puts off only those who can wait, says who stays, and keeps them selected', async () => {
  await stage.customer('Ann Lee', 41);
  const ben = await stage.customer('Ben Ode', 43, { mail: 'ben@norrsken.example' });
  await stage.mailFrom(ben, 5, 'The offer');
  const user = await openList();
  expect(names()).toEqual(['Ben Ode', 'Ann Lee']);
  await user.click(screen.getByLabelText('Select all'));
  await user.click(act('Not now'));
  expect(screen.getByText('1 of them stays: a reply is owed, or something went wrong.')).toBeDefined();
  await user.keyboard('at a fair{Enter}');
  expect(await screen.findByText('Not now, until tomorrow: Ann Lee.')).toBeDefined();
  await waitFor(() => expect(names()).toEqual(['Ben Ode']));
  expect(screen.getByText('1 selected')).toBeDefined();
});

it('filters by tag, and acts only on those who fit', async () => {
  const ann = await stage.customer('Ann Lee', 41);
  await stage.customer('Ben Ode', 43);
  await tagged([ann], 'VIP');
  const user = await openList();
  await user.click(screen.getByLabelText('Select all'));
  await user.selectOptions(screen.getByLabelText('Tag'), 'VIP (1)');
  expect(names()).toEqual(['Ann Lee']);
  await user.click(act('Snooze'));
  await user.click(act('Tomorrow'));
  await waitFor(() => expect(bulks().at(-1)).toMatchObject({ contactIds: [ann], what: { do: 'snooze' } }));
});

it('filters by the site of the last mail, where there are several', async () => {
  await stage.customer('Ann Lee', 60, { mail: 'ann@acme.example' });
  await stage.customer('Ben Ode', 60, { mail: 'ben@norrsken.example' });
  await mailedOn('https://mail.google.com', 'ann@acme.example', 50);
  await mailedOn('https://webmail.ours.example', 'ben@norrsken.example', 48);
  const user = await openList();
  expect(names()).toHaveLength(2);
  expect(screen.queryByLabelText('Tag')).toBeNull();
  await user.selectOptions(screen.getByLabelText('Site'), 'webmail.ours.example (1)');
  expect(names()).toEqual(['Ben Ode']);
});

it('says who is next when nobody waits', async () => {
  await stage.customer('Priya Raman', 28);
  render(<ListTab open={() => Promise.resolve(stage.db)} />);
  expect(await screen.findByText('Nobody is waiting.')).toBeDefined();
  expect(screen.getByText(/^Next: Priya/)).toBeDefined();
});

it('shows those whom the day’s budget holds back, too', async () => {
  for (let number = 1; number <= 14; number += 1) await stage.customer(`Person ${number}`, 40 + number);
  await openList();
  await waitFor(() => expect(names()).toHaveLength(14));
});
