// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, expect, it } from 'vitest';
import { notePresence } from '@/lib/services/presence';
import { day } from '@/tests/support/background';
import { aStage, openPopup, type Stage } from '@/tests/support/popup';

let stage: Stage;
/** The user was last here on Tuesday, 21 July; today is Tuesday, 4 August. */
beforeEach(async () => {
  stage = await aStage();
  await stage.customer('Marta Lindqvist', 32);
  stage.now -= 14 * day;
  await notePresence(stage.db, stage.ours());
  stage.now += 14 * day;
});

const question = 'Were you away from 22 Jul to 3 Aug?';
const asked = () => stage.sent.filter(({ name }) => name === 'answerAway').map(({ request }) => request);

it.each([
  ['before the background has noted that the user is back', false],
  ['after it has', true],
])('asks %s', async (_, isNoted) => {
  if (isNoted) await notePresence(stage.db, stage.ours());
  await openPopup(stage);
  expect(await screen.findByText(question)).toBeDefined();
  const { violations } = await axe.run(screen.getByRole('region', { name: question }));
  expect(violations).toEqual([]);
});

it('"Yes" gives the drifting ones those days; undo brings the question back', async () => {
  const { user } = await openPopup(stage);
  await user.click(await screen.findByRole('button', { name: 'Yes' }));
  await waitFor(() => expect(screen.queryByText(question)).toBeNull());
  expect(asked()).toMatchObject([{ fromOn: '2026-07-22', toOn: '2026-08-03', wasAway: true }]);
  expect(await stage.db.meta.get('settings')).toMatchObject({ away: [{ fromOn: '2026-07-22', toOn: '2026-08-03' }] });
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await screen.findByText(question)).toBeDefined();
});

it('"No" moves nobody, and is asked no more for that gap', async () => {
  const { user } = await openPopup(stage);
  await user.click(await screen.findByRole('button', { name: 'No' }));
  await waitFor(() => expect(screen.queryByText(question)).toBeNull());
  expect(await stage.db.meta.get('settings')).toMatchObject({ away: [] });
  await notePresence(stage.db, stage.ours());
  expect(await stage.db.meta.get('presence')).toMatchObject({ gap: { toOn: '2026-08-03' } });
  expect(screen.queryByText(question)).toBeNull();
});

it('asks nobody who was here, and nobody new', async () => {
  await stage.db.meta.put({ key: 'presence', lastOn: '2026-07-29' });
  await openPopup(stage);
  expect(screen.queryByText(/^Were you away/)).toBeNull();
  await stage.db.meta.delete('presence');
  expect(screen.queryByText(/^Were you away/)).toBeNull();
});
