// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { newId } from '@/lib/messaging/new-id';
import { services } from '@/lib/services/services';
import { day } from '@/tests/support/background';
import { openTab as openTabOf, part, undo } from '@/tests/support/contact-tab';
import { aStage, type Stage } from '@/tests/support/popup';

let stage: Stage;
let marta: string;
beforeEach(async () => {
  stage = await aStage();
  marta = await stage.customer('Marta Lindqvist', 42, { company: 'Norrsken', mail: 'marta@norrsken.example' });
});
const openTab = (contactId = marta) => openTabOf(stage, contactId);
const contact = (id = marta) => stage.db.contacts.get(id);

it('says whose cadence holds, takes an own one or none, and pins it', async () => {
  const user = await openTab();
  const cadence = part('Cadence');
  expect(cadence.getByRole('radio', { name: 'Inherited: Every 30 days' })).toHaveProperty('checked', true);
  await user.type(cadence.getByRole('spinbutton', { name: 'Cadence in days' }), '9');
  await user.click(cadence.getByRole('button', { name: 'Save' }));
  await waitFor(async () => expect((await contact())?.cadenceDays).toBe(9));
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
  expect(await part('Cadence').findByText('Inherited: Every 14 days, as for Norrsken')).toBeDefined();
  await undo(user);
  expect(await part('Cadence').findByText('Inherited: Every 30 days')).toBeDefined();
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
  expect(account.getByText('Marta is the only one you know at Norrsken. Who else is there?')).toBeDefined();
  const bo = await stage.customer('Bo Ek', 3, { mail: 'bo@norrsken.example' });
  const link = await account.findByRole('link', { name: 'Bo Ek' });
  expect(link.getAttribute('href')).toBe(`contact.html?id=${bo}`);
  expect(await account.findByText(/^On track/)).toBeDefined();
  expect(account.queryByText(/Who else knows you/)).toBeNull();
  expect(screen.queryByRole('link', { name: /Took over from/ })).toBeNull();
});

it('tracks everyone at the company when told so', async () => {
  const user = await openTab();
  await user.click(screen.getByRole('checkbox', { name: 'Track everyone at norrsken.example' }));
  await waitFor(async () => expect((await stage.db.accounts.get('norrsken.example'))?.tracksEveryone).toBe(true));
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
  expect(part('Norrsken').getByText('Bo is the only one you know at Norrsken. Who else is there?')).toBeDefined();
  await undo(user);
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Followed by Bo Ek' })).toBeNull());
  expect((await contact())?.leftOn).toBeUndefined();
});

it('takes a successor for somebody who left without one, and leaves nothing else to do', async () => {
  await services.leaveCompany(stage.db, { id: newId(), contactId: marta }, stage.ours());
  const user = await openTab();
  const change = part('When things change');
  expect(change.queryByText('Pause')).toBeNull();
  await user.click(change.getByText('Name a successor'));
  const handOver = await change.findByRole('button', { name: 'Left, nobody follows yet' });
  expect(handOver).toHaveProperty('disabled', true);
  await user.type(change.getByRole('combobox', { name: 'Who follows? (optional)' }), 'Bo Ek');
  await user.click(change.getByRole('button', { name: 'Hand over' }));
  expect(await screen.findByRole('link', { name: 'Followed by Bo Ek' })).toBeDefined();
  await user.click(change.getByRole('button', { name: 'Still there' }));
  await waitFor(async () => expect((await contact())?.leftOn).toBeUndefined());
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
  expect(screen.getByText('If Marta left, say who follows. The history stays.')).toBeDefined();
  await user.click(part('How it stands').getByRole('button', { name: 'Left the company' }));
  expect(await screen.findByRole('combobox', { name: 'Who follows? (optional)' })).toBeDefined();
});

it('says days as people do', async () => {
  const earlier = { id: newId(), contactId: marta, freshFromOn: '2026-07-01' };
  await services.editContact(stage.db, earlier, stage.ours());
  await openTab();
  expect(screen.getByText('Started fresh on 1 Jul: earlier gaps do not count.')).toBeDefined();
});

it('starts fresh, says since when, and counts the earlier gaps again', async () => {
  const user = await openTab();
  await user.click(screen.getByRole('button', { name: 'Start fresh' }));
  expect(await screen.findByText('Started fresh today: earlier gaps do not count.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Count them again' }));
  expect(await screen.findByRole('button', { name: 'Start fresh' })).toBeDefined();
});
