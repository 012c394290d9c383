// @vitest-environment happy-dom
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, expect, it } from 'vitest';
import { newId } from '@/lib/messaging/new-id';
import { services } from '@/lib/services/services';
import { aStage, type Stage } from '@/tests/support/popup';
import { Options } from './Options';
import { exchanged, yearsFrom } from './options-holidays';

const sources = {
  publicHolidays: () => import('@/lib/holidays/public-holidays'),
  calendarFile: () => import('@/lib/holidays/calendar-file'),
};

let stage: Stage;
/** Tuesday, 4 August 2026. */
beforeEach(async () => {
  stage = await aStage();
});

async function openOptions() {
  const user = userEvent.setup({ advanceTimers: () => undefined });
  render(<Options open={async () => stage.db} sources={sources} />);
  await screen.findByRole('heading', { name: 'Cadences' });
  return user;
}
const stored = async () => stage.db.meta.get('settings');
const part = (name: string) => within(screen.getByRole('region', { name }));
const changes = () => stage.sent.filter(({ name }) => name === 'changeSettings').map(({ request }) => request);

async function type(user: ReturnType<typeof userEvent.setup>, field: HTMLElement, value: string) {
  await user.clear(field);
  await user.type(field, value);
}

it('has every group, each number with its default', async () => {
  await openOptions();
  const titles = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
  expect(titles).toEqual([
    'Cadences',
    'Replies',
    'Working days',
    'What counts',
    'Today’s list',
    'Own addresses and domains',
    'Privacy',
  ]);
  const defaultOf = (name: string) => {
    const ids = screen.getByLabelText(name).getAttribute('aria-describedby')?.split(' ') ?? [];
    return ids.map((id) => document.getElementById(id)?.textContent).at(-1);
  };
  expect(
    ['Default cadence', 'Fading after', 'Never due before', 'Reply owed after', 'Work starts', 'Work ends'].map(
      defaultOf,
    ),
  ).toEqual(['Default: 30', 'Default: 2', 'Default: 3', 'Default: 1', 'Default: 09:00', 'Default: 17:00']);
  expect(['Mass mail is mail to more than', 'On one day, ask me to contact at most'].map(defaultOf)).toEqual([
    'Default: 5',
    'Default: 12',
  ]);
});

it('nothing to complain about, with everything unfolded', async () => {
  await stage.db.meta.get('settings');
  await services.changeSettings(
    stage.db,
    {
      id: newId(),
      holidays: ['2026-10-03', '2026-12-24'],
      holidayRegion: 'DE-BY',
      tagCadences: { vip: 10 },
      away: [{ fromOn: '2026-07-06', toOn: '2026-07-17' }],
    },
    stage.ours(),
  );
  const user = await openOptions();
  await screen.findByLabelText('Region');
  await user.click(screen.getByText('2 days off in the list'));
  await type(user, screen.getByLabelText('Default cadence'), '21');
  document.documentElement.lang = 'en';
  document.title = 'Holdfast';
  const { violations } = await axe.run(document, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
});

it('saves a part by its button; undo brings back what stood there', async () => {
  const user = await openOptions();
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  await type(user, screen.getByLabelText('Default cadence'), '21');
  await user.selectOptions(screen.getByLabelText('Cadence of the stage Lost'), 'Never by time');
  await type(user, screen.getByLabelText('Days for Lead'), '3');
  await user.type(screen.getByLabelText('Tag'), 'VIP');
  await user.click(screen.getByRole('button', { name: 'Add tag' }));
  await type(user, screen.getByLabelText('Days for VIP'), '10');
  expect(changes()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(async () =>
    expect(await stored()).toMatchObject({
      cadenceDays: 21,
      fadingFactor: 2,
      leastWorkingDays: 3,
      stageCadences: { lead: 3, past: 180, lost: 'none' },
      tagCadences: { VIP: 10 },
    }),
  );
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Save' })).toBeNull());
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(screen.getByLabelText('Default cadence')).toHaveProperty('value', '30'));
  expect(await stored()).toMatchObject({ stageCadences: { lead: 7, past: 180 }, tagCadences: {} });
});

it('discards what was typed, and follows what is changed elsewhere', async () => {
  const user = await openOptions();
  const cadence = screen.getByLabelText('Default cadence');
  await type(user, cadence, '21');
  await services.changeSettings(stage.db, { id: newId(), cadenceDays: 14, fadingFactor: 3 }, stage.ours());
  await waitFor(() => expect(screen.getByLabelText('Fading after')).toHaveProperty('value', '3'));
  expect(cadence).toHaveProperty('value', '21');
  await user.click(screen.getByRole('button', { name: 'Discard' }));
  expect(cadence).toHaveProperty('value', '14');
  expect(changes()).toEqual([]);
});

it('saves replies, hours of work, what counts, the budget, and who is no customer', async () => {
  const user = await openOptions();
  const save = async (name: string) => user.click(part(name).getByRole('button', { name: 'Save' }));
  await type(user, screen.getByLabelText('Reply owed after'), '2');
  await user.clear(screen.getByLabelText('Hours for Lead'));
  await type(user, screen.getByLabelText('Hours for At risk'), '4');
  await save('Replies');
  await user.click(screen.getByRole('checkbox', { name: 'Friday' }));
  fireEvent.change(screen.getByLabelText('Work starts'), { target: { value: '08:30' } });
  await save('Working days');
  await user.click(screen.getByRole('checkbox', { name: 'Calendar notices' }));
  await type(user, screen.getByLabelText('Mass mail is mail to more than'), '8');
  await save('What counts');
  await type(user, screen.getByLabelText('On one day, ask me to contact at most'), '20');
  await save('Today’s list');
  await user.type(screen.getByLabelText('Your own addresses, one a line'), 'me@ours.example');
  await user.type(screen.getByLabelText('Domains of your company, one a line'), 'ours.example, Ours.Test');
  await save('Own addresses and domains');
  await user.click(screen.getByRole('checkbox', { name: /^Keep the subjects/ }));
  await waitFor(async () =>
    expect(await stored()).toMatchObject({
      owedAfterDays: 2,
      owedAfterHours: { 'at-risk': 4 },
      weekend: expect.arrayContaining([0, 5, 6]),
      workStartMinutes: 510,
      countsToo: ['calendar-notice'],
      mostRecipients: 8,
      dailyBudget: 20,
      ownAddresses: ['me@ours.example'],
      ownDomains: ['ours.example', 'ours.test'],
      keepSubjects: false,
    }),
  );
});

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

it('says why something is refused, and keeps what was typed', async () => {
  stage.answers.changeSettings = () => Promise.reject(new Error('refused'));
  const user = await openOptions();
  await type(user, screen.getByLabelText('Default cadence'), '21');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Something went wrong in Holdfast. Nothing was changed.')).toBeDefined();
  expect(screen.getByLabelText('Default cadence')).toHaveProperty('value', '21');
});

it('speaks of this year and the next two', () => expect(yearsFrom('2026-11-22')).toEqual([2026, 2027, 2028]));

it('exchanges days without doubles, in order', () => {
  expect(exchanged(['2026-05-01', '2026-12-25'], ['2026-05-01'], ['2026-12-25', '2026-01-06'])).toEqual([
    '2026-01-06',
    '2026-12-25',
  ]);
});
