// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { newId } from '@/lib/messaging/new-id';
import { services } from '@/lib/services/services';
import { day } from '@/tests/support/background';
import { openTab as openTabOf, part, undo, violations } from '@/tests/support/contact-tab';
import { aStage, type Stage } from '@/tests/support/popup';
import { xss } from '@/tests/support/xss';

let stage: Stage;
let marta: string;
beforeEach(async () => {
  stage = await aStage();
  marta = await stage.customer('Marta Lindqvist', 42, { company: 'Norrsken', mail: 'marta@norrsken.example' });
});
const openTab = (contactId = marta) => openTabOf(stage, contactId);
const contact = (id = marta) => stage.db.contacts.get(id);

it('says who it is, how it stands and why, under headings in order', async () => {
  await openTab();
  expect(screen.getByRole('heading', { level: 1, name: 'Marta Lindqvist' })).toBeDefined();
  await waitFor(() => expect(document.title).toBe('Marta Lindqvist · Holdfast'));
  expect(part('How it stands').getAllByText(/./).length).toBeGreaterThan(2);
  const levels = screen.getAllByRole('heading').map((one) => Number(one.tagName.slice(1)));
  expect(levels[0]).toBe(1);
  expect(levels.every((level, index) => level <= (levels[index - 1] ?? 1) + 1)).toBe(true);
});

it('shows the whole timeline with its evidence, and takes a mail out of the clock in plain sight', async () => {
  await stage.mailFrom(marta, 4, 'Spring order');
  const user = await openTab();
  const timeline = part('Timeline');
  expect(timeline.getByText('Spring order')).toBeDefined();
  expect(timeline.getByText('Seen on mail.google.com, in an open conversation.')).toBeDefined();
  expect(timeline.getByText('Found by the rule test, for marta@norrsken.example.')).toBeDefined();
  expect(timeline.getByText('Its date comes from the message itself.')).toBeDefined();
  expect(timeline.getByText('It went to 1 person.')).toBeDefined();
  expect(timeline.getByText('Entered by you today.')).toBeDefined();
  await user.click(timeline.getByRole('button', { name: /^Do not count the mail of/ }));
  expect(await timeline.findByText('By your word it does not count')).toBeDefined();
  expect((await contact())?.clock.lastInAt).toBeUndefined();
  await undo(user);
  await waitFor(() => expect(timeline.queryByText('By your word it does not count')).toBeNull());
  expect((await contact())?.clock.lastInAt).toBeDefined();
});

it('tells a colleague’s mail from one of the user’s own', async () => {
  await stage.db.interactions.add({
    id: 'colleague',
    contactId: marta,
    kind: 'mail',
    direction: 'out',
    doubt: 'colleague',
    occurredAt: stage.now - day,
    precision: 'instant',
    weight: 'weak',
    source: 'page',
    recordedAt: stage.now,
    recordedBy: 'x',
  });
  await openTab();
  expect(part('Timeline').getByText('A colleague wrote')).toBeDefined();
  expect(part('Timeline').queryByText('You wrote')).toBeNull();
});

it('shows twenty entries at first and the rest when asked', async () => {
  for (let n = 0; n < 23; n++) {
    await services.addNote(stage.db, { id: newId(), contactId: marta, note: `note ${n}` }, stage.ours());
  }
  const user = await openTab();
  expect(part('Timeline').getAllByRole('listitem')).toHaveLength(20);
  await user.click(screen.getByRole('button', { name: 'Show 4 older entries' }));
  expect(part('Timeline').getAllByRole('listitem')).toHaveLength(24);
});

it('keeps a note and facts, and z takes the newest back', async () => {
  const user = await openTab();
  await user.type(screen.getByRole('textbox', { name: 'Note' }), 'Likes tea');
  await user.click(screen.getByRole('button', { name: 'Add note' }));
  expect(await part('Timeline').findByText('Likes tea')).toBeDefined();
  await user.type(screen.getByRole('textbox', { name: 'Facts about Marta Lindqvist' }), 'Two children');
  await user.click(part('Facts').getByRole('button', { name: 'Save' }));
  await screen.findByText('Saved Marta Lindqvist.');
  expect((await contact())?.facts).toBe('Two children');
  (document.activeElement as HTMLElement | null)?.blur();
  await user.keyboard('z');
  await waitFor(async () => expect((await contact())?.facts).toBeUndefined());
});

it('takes back what was entered and does not count: a note, "No reply needed"', async () => {
  await stage.mailFrom(marta, 4, 'Spring order');
  await services.addNote(stage.db, { id: newId(), contactId: marta, note: 'Likes coffee' }, stage.ours());
  const interactionId = (await contact())?.clock.owed?.interactionId ?? '';
  await services.noReplyNeeded(stage.db, { id: newId(), contactId: marta, interactionId }, stage.ours());
  const user = await openTab();
  const takeBack = async (words: string) => {
    const line = (await part('Timeline').findByText(words)).closest('li');
    await user.click(within(line ?? document.body).getByRole('button', { name: /^Take back/ }));
    await waitFor(() => expect(part('Timeline').queryByText(words)).toBeNull());
  };
  await takeBack('Likes coffee');
  expect((await contact())?.clock.owed).toBeUndefined();
  await takeBack('No reply needed');
  await waitFor(async () => expect((await contact())?.clock.owed?.interactionId).toBe(interactionId));
});

it('plans a call, asks whether it happened, and logs it', async () => {
  const user = await openTab();
  const plans = part('Plans');
  await user.type(plans.getByLabelText('Day of the plan'), '2026-08-06');
  await user.type(plans.getByRole('textbox', { name: 'About (optional)' }), 'Spring order');
  await user.click(plans.getByRole('button', { name: 'Plan' }));
  expect(await plans.findByText('Call · Thursday')).toBeDefined();
  expect(plans.queryByText('Did it happen?')).toBeNull();
  expect(await screen.findByText('Planned Thu')).toBeDefined();
});

it('asks of a plan whose day has passed, and logs it on that day', async () => {
  const request = { id: newId(), contactId: marta, dueOn: '2026-08-04', channel: 'meeting' as const };
  stage.now -= 3 * day;
  await services.planFollowUp(stage.db, { ...request, dueOn: '2026-08-03' }, stage.ours());
  stage.now += 3 * day;
  const user = await openTab();
  expect(part('Plans').getByText('Did it happen?')).toBeDefined();
  await user.click(part('Plans').getByRole('button', { name: 'It happened' }));
  expect(await part('Timeline').findByText('Meeting')).toBeDefined();
  expect(part('Plans').queryByText('Did it happen?')).toBeNull();
  await undo(user);
  expect(await part('Plans').findByText('Did it happen?')).toBeDefined();
});

it('changes name, company, stage and importance together, and each tag by itself', async () => {
  const user = await openTab();
  const details = part('Details');
  await user.clear(details.getByRole('textbox', { name: 'Company' }));
  await user.selectOptions(details.getByRole('combobox', { name: 'Stage' }), 'At risk');
  await user.selectOptions(details.getByRole('combobox', { name: 'Importance' }), 'A · first');
  await user.click(details.getByRole('button', { name: 'Save' }));
  expect(await part('Timeline').findByText('Now: at risk')).toBeDefined();
  expect(await contact()).toMatchObject({ stage: 'at-risk', tier: 'a' });
  expect((await contact())?.company).toBeUndefined();
  await user.type(details.getByRole('combobox', { name: 'New tag' }), 'vip');
  await user.click(details.getByRole('button', { name: 'Add tag' }));
  await user.click(await details.findByRole('button', { name: 'Take off the tag vip' }));
  await waitFor(async () => expect((await contact())?.tags).toBeUndefined());
  await undo(user);
  expect(await details.findByText('vip')).toBeDefined();
});

it('adds an address and an assistant, and takes one off', async () => {
  const user = await openTab();
  const details = part('Addresses');
  await user.type(details.getByRole('textbox', { name: 'Another address' }), 'kim@norrsken.example');
  await user.click(details.getByRole('checkbox', { name: 'This is an assistant’s address'.replace('’', "'") }));
  await user.click(details.getByRole('button', { name: 'Add address' }));
  expect(await details.findByText(/kim/i, { selector: '.quiet bdi' })).toBeDefined();
  expect(await stage.db.addresses.get('kim@norrsken.example')).toMatchObject({ role: 'assistant' });
  await user.click(details.getByRole('button', { name: 'Take kim@norrsken.example off this contact' }));
  await waitFor(() => expect(details.queryByText('kim@norrsken.example')).toBeNull());
});

it('says that somebody is no longer tracked, and brings them back', async () => {
  const user = await openTab();
  await user.click(screen.getByRole('button', { name: 'Stop tracking' }));
  expect(await screen.findByRole('heading', { name: 'This contact is no longer tracked.' })).toBeDefined();
  await undo(user);
  expect(await screen.findByRole('heading', { name: 'Marta Lindqvist' })).toBeDefined();
});

it.each(['', 'nobody'])('says so of the id %j', async (id) => {
  await openTab(id);
  expect(screen.getByRole('heading', { name: 'This contact is no longer tracked.' })).toBeDefined();
});

it.each(xss.slice(0, 12))('shows %j as the words it is', async (word) => {
  const edits = { name: word, company: word, tags: [word.slice(0, 100)], facts: word };
  await services.editContact(stage.db, { id: newId(), contactId: marta, ...edits }, stage.ours());
  await services.editAccount(stage.db, { id: newId(), accountId: 'norrsken.example', name: word }, stage.ours());
  await services.addNote(stage.db, { id: newId(), contactId: marta, note: word }, stage.ours());
  await openTab();
  expect(
    document.querySelectorAll('body :is(script, iframe, img:not(.logo), style, link, meta, base, object)'),
  ).toHaveLength(0);
  expect(screen.getAllByText((_, element) => element?.textContent === word).length).toBeGreaterThanOrEqual(4);
});

it('nothing to complain about: a full page with every form open', async () => {
  await stage.mailFrom(marta, 4, 'Spring order');
  await stage.customer('Bo Ek', 3, { mail: 'bo@norrsken.example' });
  await services.editContact(stage.db, { id: newId(), contactId: marta, tags: ['vip'], facts: 'Tea' }, stage.ours());
  const user = await openTab();
  for (const details of document.querySelectorAll('details')) {
    if (!details.open) await user.click(details.querySelector('summary') ?? details);
  }
  expect(await violations()).toEqual([]);
});

it('nothing to complain about: nothing seen, no company, and nobody', async () => {
  const { contactIds } = await services.addContact(
    stage.db,
    { id: newId(), name: 'Zoe Quist', stage: 'lead' },
    stage.ours(),
  );
  await openTab(contactIds[0]);
  expect(screen.getByText('Nothing seen or logged yet.')).toBeDefined();
  expect(screen.getByText(/^No account yet/)).toBeDefined();
  expect(await violations()).toEqual([]);
});
