// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { newId } from '@/lib/messaging/new-id';
import { services } from '@/lib/services/services';
import { openOptions as openOptionsOf } from '@/tests/support/options-tab';
import { aStage, type Stage } from '@/tests/support/popup';
import { exchanged, yearsFrom } from './options-holidays';

let stage: Stage;
/** Tuesday, 4 August 2026. */
beforeEach(async () => {
  stage = await aStage();
});
const openOptions = () => openOptionsOf(stage);
const stored = async () => stage.db.meta.get('settings');
const changes = () => stage.sent.filter(({ name }) => name === 'changeSettings');

it('takes over the holidays of a country, then of another, and keeps days that came otherwise', async () => {
  const user = await openOptions();
  const day = screen.getByLabelText('Add a day off');
  await user.type(day, '2026-12-24');
  await user.click(screen.getByRole('button', { name: 'Add' }));
  await waitFor(async () => expect(await stored()).toMatchObject({ holidays: ['2026-12-24'] }));
  await user.selectOptions(await screen.findByLabelText('Country'), 'Germany');
  await user.selectOptions(await screen.findByLabelText('Region'), 'Bayern');
  expect(screen.getByText(/^\d\d holidays from 2026 to 2028$/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Use these holidays' }));
  await waitFor(async () => expect(await stored()).toMatchObject({ holidayRegion: 'DE-BY' }));
  const bavaria = await stored();
  expect(bavaria?.key === 'settings' && bavaria.holidays).toEqual(
    expect.arrayContaining(['2026-01-06', '2026-12-24', '2027-10-03', '2028-12-26']),
  );
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Use these holidays' })).toBeNull());
  await user.selectOptions(await screen.findByLabelText('Country'), 'Sweden');
  await user.click(screen.getByRole('button', { name: 'Use these holidays' }));
  await waitFor(async () => expect(await stored()).toMatchObject({ holidayRegion: 'SE' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Use these holidays' })).toBeNull());
  const sweden = await stored();
  const holidays = sweden?.key === 'settings' ? sweden.holidays : [];
  expect(holidays).toEqual(expect.arrayContaining(['2026-12-24', '2026-06-06']));
  expect(holidays).not.toContain('2026-10-03');
  await user.selectOptions(await screen.findByLabelText('Country'), 'None');
  await user.click(screen.getByRole('button', { name: 'Remove these holidays' }));
  await waitFor(async () => expect(await stored()).toMatchObject({ holidays: ['2026-12-24'] }));
});

it('lists days off with their names, and removes one', async () => {
  const change = { id: newId(), holidays: ['2026-10-03', '2026-12-24'], holidayRegion: 'DE' };
  await services.changeSettings(stage.db, change, stage.ours());
  const user = await openOptions();
  await user.click(screen.getByText('2 days off in the list'));
  expect(await screen.findByText('National Holiday')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Remove Sat, 3 Oct 2026' }));
  await waitFor(async () => expect(await stored()).toMatchObject({ holidays: ['2026-12-24'] }));
});

const calendar = (...entries: string[]) =>
  new File([['BEGIN:VCALENDAR', ...entries, 'END:VCALENDAR', ''].join('\r\n')], 'off.ics', { type: 'text/calendar' });
const allDay = (on: string) => ['BEGIN:VEVENT', `DTSTART;VALUE=DATE:${on}`, 'END:VEVENT'].join('\r\n');

it('adds the days of a calendar file after the user has seen how many', async () => {
  await services.changeSettings(stage.db, { id: newId(), holidays: ['2026-12-24'] }, stage.ours());
  const user = await openOptions();
  const timed = 'BEGIN:VEVENT\r\nDTSTART:20261224T090000Z\r\nEND:VEVENT';
  await user.upload(
    screen.getByLabelText('From a calendar file (.ics)'),
    calendar(allDay('20261224'), allDay('20261231'), timed),
  );
  expect(await screen.findByText('2 days off from 2026 to 2028.')).toBeDefined();
  expect(screen.getByText(/^1 entry was left out/)).toBeDefined();
  expect(changes()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Add 1 day' }));
  await waitFor(async () => expect(await stored()).toMatchObject({ holidays: ['2026-12-24', '2026-12-31'] }));
});

it.each([
  ['broken', new File(['hello'], 'off.ics'), 'This is not a calendar file, or it is broken. Nothing was changed.'],
  ['empty', calendar(), 'This calendar has no all-day entries from 2026 to 2028. Nothing was changed.'],
  [
    'huge',
    new File(['x'.repeat(3_000_000)], 'off.ics'),
    'This file is larger than 2 MB. A calendar of holidays is much smaller.',
  ],
])('says what is wrong with a file that is %s', async (_, file, said) => {
  const user = await openOptions();
  await user.upload(screen.getByLabelText('From a calendar file (.ics)'), file);
  expect(await screen.findByText(said)).toBeDefined();
  expect(screen.queryByRole('button', { name: /^Add \d/ })).toBeNull();
});

it('keeps a list of days away', async () => {
  const user = await openOptions();
  await user.type(screen.getByLabelText('From'), '2026-07-06');
  await user.type(screen.getByLabelText('To'), '2026-07-17');
  await user.click(screen.getByRole('button', { name: 'Add days away' }));
  expect(await screen.findByText('Mon, 6 Jul 2026 to Fri, 17 Jul 2026')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Remove Mon, 6 Jul 2026 to Fri, 17 Jul 2026' }));
  await waitFor(async () => expect(await stored()).toMatchObject({ away: [] }));
});

it('speaks of this year and the next two', () => expect(yearsFrom('2026-11-22')).toEqual([2026, 2027, 2028]));

it('exchanges days without doubles, in order', () => {
  expect(exchanged(['2026-05-01', '2026-12-25'], ['2026-05-01'], ['2026-12-25', '2026-01-06'])).toEqual([
    '2026-01-06',
    '2026-12-25',
  ]);
});
