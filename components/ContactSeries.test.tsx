// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { newId } from '@/lib/messaging/new-id';
import { services } from '@/lib/services/services';
import { day } from '@/tests/support/background';
import { openTab as openTabOf, part, undo, violations } from '@/tests/support/contact-tab';
import { aStage, type Stage } from '@/tests/support/popup';
import * as files from './download';
import { readPlanned } from './PlansFile';

let stage: Stage;
let marta: string;
beforeEach(async () => {
  stage = await aStage();
  marta = await stage.customer('Marta Lindqvist', 3, { company: 'Norrsken', mail: 'marta@norrsken.example' });
});
const openTab = (contactId = marta) => openTabOf(stage, contactId);
const series = () => part('Comes back by itself');
const contact = (id = marta) => stage.db.contacts.get(id);
const plan = (kind: 'renewal' | 'review' | 'birthday', on: string, contactId = marta) =>
  services.planSeries(stage.db, { id: newId(), contactId, kind, on }, stage.ours());
const line = (name: string | RegExp) => within(part('Plans').getByRole('listitem', { name }));
/** The day of a field of the series, typed and planned. */
async function type(user: UserEvent, label: string, on: string) {
  await user.type(series().getByLabelText(label), on);
  await user.click(series().getByRole('button', { name: `Plan: ${label}` }));
}

it('plans a renewal, shows its three prompts, and thanks for the extension today in one click', async () => {
  const user = await openTab();
  await type(user, 'Day of the renewal', '2026-12-01');
  expect(await part('Plans').findByText('Renewal in 90 days · 2 Sept')).toBeDefined();
  expect(part('Plans').getByText('Renewal in 60 days · 2 Oct')).toBeDefined();
  expect(part('Plans').getByText('Renewal in 29 days · 2 Nov')).toBeDefined();
  expect(series().getByText('Up for renewal on 1 Dec.')).toBeDefined();
  expect(series().getByLabelText('Next renewal')).toHaveProperty('value', '2027-12-01');
  await user.click(series().getByRole('button', { name: 'Extended' }));
  expect(await part('Plans').findByText('Thank Marta for going on with you · today')).toBeDefined();
  expect(await screen.findByText('Extended. Thank Marta: today.')).toBeDefined();
  expect(part('Plans').queryByText('Renewal in 90 days · 2 Sept')).toBeNull();
  expect(series().getByLabelText('Next renewal')).toHaveProperty('value', '2028-12-01');
  expect(part('How it stands').getByText('Thank Marta for going on with you.')).toBeDefined();
  await undo(user);
  expect(await part('Plans').findByText('Renewal in 90 days · 2 Sept')).toBeDefined();
});

it.each([
  ['Now at risk', 'at-risk'],
  ['Ended on good terms', 'past'],
  ['Nothing to renew', 'customer'],
] as const)('not extended: “%s”', async (name, stageThen) => {
  await plan('renewal', '2026-12-01');
  const user = await openTab();
  await user.click(series().getByText('Not extended'));
  await user.click(series().getByRole('button', { name }));
  expect(await series().findByLabelText('Day of the renewal')).toBeDefined();
  expect((await contact())?.stage).toBe(stageThen);
  expect(part('Plans').queryByText(/^Renewal/)).toBeNull();
});

it('prepares a review: what they got is there to see, goes into the agenda, and is kept with it', async () => {
  const gift = { id: newId(), contactId: marta, kind: 'gift', outcome: 'reached', note: 'A box of tea' } as const;
  await services.logInteraction(stage.db, gift, stage.ours());
  await plan('review', '2026-08-05');
  const user = await openTab();
  const review = line(/^Review of the quarter/);
  await user.click(review.getByText('Prepare the review'));
  expect(review.getByText('A box of tea · today')).toBeDefined();
  await user.type(review.getByLabelText('What did they get this quarter?'), 'Two visits and tea');
  const wording = () => review.getByLabelText<HTMLTextAreaElement>('Ready wording').value;
  expect(wording()).toContain('It is time for our review of the quarter.');
  await user.selectOptions(review.getByRole('combobox'), 'Quarterly review: what you got');
  expect(wording()).toContain('what you got from us this quarter: Two visits and tea.');
  stage.now += day;
  await user.click(review.getByRole('button', { name: 'It happened' }));
  expect(await part('Timeline').findByText('Two visits and tea')).toBeDefined();
  expect(await part('Plans').findByText('Review of the quarter · 5 Nov')).toBeDefined();
  expect(series().getByText('Every three months, counted from tomorrow')).toBeDefined();
});

it('keeps day and month of a birthday, without its year, and takes them away', async () => {
  const user = await openTab();
  const button = series().getByRole('button', { name: 'Plan: Birthday' });
  await user.selectOptions(series().getByLabelText('Birthday: day'), '30');
  await user.selectOptions(series().getByLabelText('Birthday: month'), 'February');
  expect(button).toHaveProperty('disabled', true);
  await user.selectOptions(series().getByLabelText('Birthday: day'), '29');
  await user.click(button);
  expect(await series().findByText('29 February')).toBeDefined();
  expect(part('Plans').getByText('Birthday · 1 Mar 2027')).toBeDefined();
  await user.click(series().getByRole('button', { name: 'No reminder: Birthday' }));
  await waitFor(async () => expect((await contact())?.birthday).toBeUndefined());
});

it('notes who recommended whom, and thanks', async () => {
  const bo = await stage.customer('Bo Ek', 3, { mail: 'bo@other.example' });
  const user = await openTab();
  await user.type(series().getByRole('searchbox', { name: 'Recommended by' }), 'bo');
  await user.click(await series().findByRole('button', { name: /^Bo Ek/ }));
  expect(await series().findByRole('link', { name: 'Bo Ek' })).toHaveProperty('search', `?id=${bo}`);
  expect(part('Plans').getByText('Recommended by Bo Ek · today')).toBeDefined();
  expect((await contact(bo))?.clock.plan).toMatchObject({ reason: 'referral-thanks', about: 'Marta Lindqvist' });
  await user.click(series().getByRole('button', { name: 'Not recommended by Bo Ek' }));
  await waitFor(async () => expect((await contact(bo))?.clock.plan).toBeUndefined());
});

it('moves a plan to another day, and says what rests while a recovery is open', async () => {
  await plan('birthday', '08-10');
  const user = await openTab();
  const birthday = () => line(/^Birthday/);
  await user.click(birthday().getByText('More'));
  const field = birthday().getByLabelText('New day of the plan');
  await user.clear(field);
  await user.type(field, '2026-08-12');
  await user.click(birthday().getByRole('button', { name: 'Move' }));
  expect(await part('Plans').findByText('Birthday · 12 Aug')).toBeDefined();
  await services.openRecovery(stage.db, { id: newId(), contactId: marta }, stage.page());
  expect(await part('Plans').findByText('Rests until the recovery is closed')).toBeDefined();
});

it('says when a past customer is thought of', async () => {
  await services.editContact(stage.db, { id: newId(), contactId: marta, stage: 'past' }, stage.ours());
  await openTab();
  expect(part('Plans').getByText(/^Thinking of you: a word on \d+ \w+( \d{4})?, by the cadence/)).toBeDefined();
});

it('hands out calendar files: of one plan, of all, and of everything planned with anybody', async () => {
  const download = vi.spyOn(files, 'download').mockImplementation(() => undefined);
  await plan('renewal', '2026-12-01');
  const bo = await stage.customer('Bo Ek', 3);
  const request = { id: newId(), contactId: bo, dueOn: '2026-08-06', channel: 'call', note: 'Spring order' } as const;
  await services.planFollowUp(stage.db, request, stage.ours());
  const user = await openTab();
  await user.click(line(/^Renewal in 60 days/).getByText('More'));
  await user.click(line(/^Renewal in 60 days/).getByRole('button', { name: 'Calendar file' }));
  const [name, file, type] = download.mock.lastCall ?? [];
  expect([name, type]).toEqual(['holdfast-2026-10-02.ics', 'text/calendar']);
  expect(file?.match(/^(SUMMARY|DTSTART|DESCRIPTION).*$/gm)).toEqual([
    'DTSTART;VALUE=DATE:20261002',
    'SUMMARY:Renewal in 60 days: Marta Lindqvist (Norrsken)',
    'DESCRIPTION:Mail',
  ]);
  await user.click(part('Plans').getByRole('button', { name: 'Calendar file of all plans' }));
  expect(download.mock.lastCall?.[1].match(/BEGIN:VEVENT/g)).toHaveLength(3);
  const everything = await readPlanned(stage.db, 'Europe/Berlin');
  expect(everything.map(({ plan: { dueOn } }) => dueOn)).toEqual([
    '2026-08-06',
    '2026-09-02',
    '2026-10-02',
    '2026-11-02',
  ]);
  const log = { id: newId(), contactId: bo, kind: 'call', outcome: 'reached' } as const;
  stage.now += 3 * day;
  await services.logInteraction(stage.db, log, stage.ours());
  await services.openRecovery(stage.db, { id: newId(), contactId: marta }, stage.page());
  expect(await readPlanned(stage.db, 'Europe/Berlin')).toEqual([]);
});

it('nothing to complain about, with every series planned and every form open', async () => {
  await plan('renewal', '2026-12-01');
  await plan('review', '2026-08-05');
  await plan('birthday', '08-10');
  const user = await openTab();
  for (const details of document.querySelectorAll('details')) {
    if (!details.open) await user.click(details.querySelector('summary') ?? details);
  }
  expect(await violations()).toEqual([]);
});
