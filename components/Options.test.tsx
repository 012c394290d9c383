// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, expect, it } from 'vitest';
import { newId } from '@/lib/messaging/new-id';
import { services } from '@/lib/services/services';
import { openOptions as openOptionsOf } from '@/tests/support/options-tab';
import { aStage, type Stage } from '@/tests/support/popup';

let stage: Stage;
/** Tuesday, 4 August 2026. */
beforeEach(async () => {
  stage = await aStage();
});

const openOptions = () => openOptionsOf(stage);
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
    'Your wording',
    'Something extra',
    'Sites',
    'Own addresses and domains',
    'Privacy',
    'Copies',
    'Keys',
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
  await user.click(screen.getByRole('checkbox', { name: /^Look for promises/ }));
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
      findPromises: false,
    }),
  );
});

it('says why something is refused, and keeps what was typed', async () => {
  stage.answers.changeSettings = () => Promise.reject(new Error('refused'));
  const user = await openOptions();
  await type(user, screen.getByLabelText('Default cadence'), '21');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Something went wrong in Holdfast. Nothing was changed.')).toBeDefined();
  expect(screen.getByLabelText('Default cadence')).toHaveProperty('value', '21');
});
