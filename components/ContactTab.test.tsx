// @vitest-environment happy-dom
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, expect, it } from 'vitest';
import { newId } from '@/lib/messaging/new-id';
import { services } from '@/lib/services/services';
import { day } from '@/tests/support/background';
import { aStage, type Stage } from '@/tests/support/popup';
import { ContactTab } from './ContactTab';

let stage: Stage;
let marta: string;
beforeEach(async () => {
  stage = await aStage();
  marta = await stage.customer('Marta Lindqvist', 42, { company: 'Norrsken', mail: 'marta@norrsken.example' });
});

async function openTab(contactId = marta) {
  const user = userEvent.setup({ advanceTimers: () => undefined });
  render(<ContactTab open={async () => stage.db} contactId={contactId} />);
  await screen.findByRole('heading', { level: 1 });
  return user;
}
const part = (name: string) => {
  const region = screen.getByRole('heading', { name }).closest('section');
  if (!region) throw new Error(`no part ${name}`);
  return within(region);
};
const contact = (id = marta) => stage.db.contacts.get(id);
const undo = async (user: Awaited<ReturnType<typeof openTab>>) =>
  user.click(await screen.findByRole('button', { name: 'Undo' }));

it('says who it is, how it stands and why, under headings in order', async () => {
  await openTab();
  expect(screen.getByRole('heading', { level: 1, name: 'Marta Lindqvist' })).toBeDefined();
  expect(document.title).toBe('Marta Lindqvist · Holdfast');
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
  await user.click(timeline.getByRole('button', { name: /^This mail does not count/ }));
  expect(await timeline.findByText('By your word it does not count')).toBeDefined();
  expect((await contact())?.clock.lastInAt).toBeUndefined();
  await undo(user);
  await waitFor(() => expect(timeline.queryByText('By your word it does not count')).toBeNull());
  expect((await contact())?.clock.lastInAt).toBeDefined();
});

it('shows fifty entries at first and the rest when asked', async () => {
  for (let n = 0; n < 53; n++) {
    await services.addNote(stage.db, { id: newId(), contactId: marta, note: `note ${n}` }, stage.ours());
  }
  const user = await openTab();
  expect(part('Timeline').getAllByRole('listitem')).toHaveLength(50);
  await user.click(screen.getByRole('button', { name: 'Show 4 older entries' }));
  expect(part('Timeline').getAllByRole('listitem')).toHaveLength(54);
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

it('says whose cadence holds, takes an own one or none, and pins it', async () => {
  const user = await openTab();
  const cadence = part('Cadence');
  expect(cadence.getByRole('radio', { name: 'Inherited: Every 30 days' })).toHaveProperty('checked', true);
  await user.type(cadence.getByRole('spinbutton', { name: 'Cadence in days' }), '9');
  await user.click(cadence.getByRole('button', { name: 'Save' }));
  expect(await cadence.findByText('Every 9 days')).toBeDefined();
  await user.click(cadence.getByRole('radio', { name: 'No reminders by time' }));
  await user.click(cadence.getByRole('button', { name: 'Save' }));
  await waitFor(async () => expect((await contact())?.cadenceDays).toBe('none'));
  await user.click(cadence.getByRole('checkbox'));
  await waitFor(async () => expect((await contact())?.isCadencePinned).toBe(true));
  await user.click(cadence.getByRole('radio', { name: 'Inherited: Every 30 days' }));
  await user.click(cadence.getByRole('button', { name: 'Save' }));
  await waitFor(async () => expect((await contact())?.cadenceDays).toBeUndefined());
});

it('inherits from the account, and says so', async () => {
  const user = await openTab();
  await user.click(screen.getByText('Edit account'));
  const account = part('Norrsken');
  await user.type(account.getByRole('spinbutton', { name: 'Cadence in days' }), '14');
  await user.click(account.getByRole('button', { name: 'Save' }));
  expect(await part('Cadence').findByText('Every 14 days, as for Norrsken')).toBeDefined();
  await undo(user);
  expect(await part('Cadence').findByText('Every 30 days')).toBeDefined();
});

it('offers the slower habit as cadence, and keeps either answer', async () => {
  const slow = await stage.customer('Priya Raman', 5);
  for (const occurredOn of ['2026-06-01', '2026-04-02', '2026-02-01', '2025-12-03', '2025-10-04']) {
    const log = { id: newId(), contactId: slow, kind: 'call' as const, outcome: 'reached' as const, occurredOn };
    await services.logInteraction(stage.db, log, stage.ours());
  }
  const user = await openTab(slow);
  expect(screen.getByText('You speak every 60 days. Make that the cadence?')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Every 60 days' }));
  await waitFor(async () => expect((await contact(slow))?.cadenceDays).toBe(60));
  await waitFor(() => expect(screen.queryByText(/Make that the cadence/)).toBeNull());
  await undo(user);
  await user.click(await screen.findByRole('button', { name: 'Keep 30 days' }));
  await waitFor(async () => expect((await contact(slow))?.cadenceDays).toBe(30));
});

it('warns of a single thread, until somebody else is tracked at the company', async () => {
  await openTab();
  const account = part('Norrsken');
  expect(account.getByText('Only Marta at Norrsken. Who else knows you there?')).toBeDefined();
  const bo = await stage.customer('Bo Ek', 3, { mail: 'bo@norrsken.example' });
  const link = await account.findByRole('link', { name: 'Bo Ek' });
  expect(link.getAttribute('href')).toBe(`?id=${bo}`);
  expect(account.getByText(/^On track/)).toBeDefined();
  expect(account.queryByText(/Who else knows you/)).toBeNull();
});

it('tracks everyone at the company when told so', async () => {
  const user = await openTab();
  await user.click(screen.getByRole('checkbox', { name: 'Track everyone at norrsken.example' }));
  await waitFor(async () => expect((await stage.db.accounts.get('norrsken.example'))?.tracksEveryone).toBe(true));
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

it('pauses with a reason and resumes', async () => {
  const user = await openTab();
  const change = part('When things change');
  await user.click(change.getByText('Pause'));
  await user.type(change.getByLabelText('Until (optional)'), '2026-09-01');
  await user.type(change.getByRole('textbox', { name: 'Reason (optional)' }), 'Parental leave');
  await user.click(change.getByRole('button', { name: 'Pause contact' }));
  expect(await change.findByText('Paused until 1 Sept.')).toBeDefined();
  expect(change.getByText('Parental leave')).toBeDefined();
  await user.click(change.getByRole('button', { name: 'Resume' }));
  await waitFor(async () => expect((await contact())?.pausedAt).toBeUndefined());
});

it('hands over to a successor, who is greeted next, and takes it back', async () => {
  const user = await openTab();
  const change = part('When things change');
  await user.click(change.getByText('Left the company'));
  const name = await change.findByRole('combobox', { name: 'Who follows? (optional)' });
  expect(document.activeElement).toBe(name);
  await user.type(name, 'Bo Ek');
  await user.type(change.getByRole('textbox', { name: 'Mail address (optional)' }), 'bo@norrsken.example');
  await user.click(change.getByRole('button', { name: 'Hand over' }));
  expect(await screen.findByText('Marta Lindqvist has left. Introduce yourself to Bo tomorrow.')).toBeDefined();
  expect(await screen.findByRole('link', { name: 'Followed by Bo Ek' })).toBeDefined();
  expect(change.getByText('Marta left today.')).toBeDefined();
  expect(part('Norrsken').getByText('Only Bo at Norrsken. Who else knows you there?')).toBeDefined();
  await undo(user);
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Followed by Bo Ek' })).toBeNull());
  expect((await contact())?.leftOn).toBeUndefined();
});

it('shows a successor what is to be done and whose place it is', async () => {
  const successor = { name: 'Bo Ek', address: 'bo@norrsken.example' };
  const request = { id: newId(), contactId: marta, successor };
  const { contactIds } = await services.leaveCompany(stage.db, request, stage.ours());
  await openTab(contactIds[1]);
  expect(screen.getByRole('link', { name: 'Took over from Marta Lindqvist' })).toBeDefined();
  expect(part('Plans').getByText('Mail · tomorrow')).toBeDefined();
  expect(part('Plans').getByText('Introduce yourself')).toBeDefined();
});

it('asks after a mail that came back whether the person has left, and opens the way', async () => {
  await stage.db.interactions.add({
    id: 'bounce',
    contactId: marta,
    kind: 'bounce',
    occurredAt: stage.now - day,
    precision: 'instant',
    weight: 'weak',
    source: 'page',
    recordedAt: stage.now,
    recordedBy: 'x',
  });
  await services.addNote(stage.db, { id: newId(), contactId: marta, note: 'x' }, stage.ours());
  const user = await openTab();
  expect(screen.getByText('A mail to Marta came back yesterday. Has Marta left the company?')).toBeDefined();
  await user.click(part('How it stands').getByRole('button', { name: 'Left the company' }));
  expect(await screen.findByRole('combobox', { name: 'Who follows? (optional)' })).toBeDefined();
});

it('starts fresh, says since when, and counts the earlier gaps again', async () => {
  const user = await openTab();
  await user.click(screen.getByRole('button', { name: 'Start fresh' }));
  expect(await screen.findByText('Started fresh today: earlier gaps do not count.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Count them again' }));
  expect(await screen.findByRole('button', { name: 'Start fresh' })).toBeDefined();
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

/** Colours need a real browser; tokens.test.ts and the end-to-end run look at them. */
async function violations(): Promise<string[]> {
  document.documentElement.lang = 'en';
  const result = await axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

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
  expect(screen.getByText(/^No company/)).toBeDefined();
  expect(await violations()).toEqual([]);
});
