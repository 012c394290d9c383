// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { extraLimits, extrasAtFirst } from '@/lib/core/extras';
import { part as partOf, undo, violations } from '@/tests/support/contact-tab';
import { openOptions } from '@/tests/support/options-tab';
import { aStage, type Stage } from '@/tests/support/popup';

let stage: Stage;
beforeEach(async () => {
  stage = await aStage();
});
const part = () => partOf('Something extra');
const stored = async () => {
  const row = await stage.db.meta.get('settings');
  return row?.key === 'settings' ? { extras: row.extras, extraLimits: row.extraLimits } : undefined;
};
const save = () => part().getByRole('button', { name: 'Save' });

it('begins with the list and the limits that come with Holdfast', async () => {
  await openOptions(stage);
  expect(part().getAllByRole('textbox')).toHaveLength(extrasAtFirst.length);
  expect(part().getByRole('textbox', { name: 'Name of extra 1' })).toHaveProperty('value', 'A card written by hand');
  expect(part().getByRole('spinbutton', { name: 'Cost of extra 1' })).toHaveProperty('value', '5');
  expect(part().getByLabelText('If it is: Very serious')).toHaveProperty('value', String(extraLimits[3]));
  expect(part().queryByRole('button', { name: /^Back to the list/ })).toBeNull();
});

it('takes other names, costs and one more off and on the list; undo and the way back restore it', async () => {
  const user = await openOptions(stage);
  const cost = part().getByRole('spinbutton', { name: 'Cost of extra 1' });
  await user.clear(cost);
  await user.type(cost, '7.5');
  await user.click(part().getByRole('button', { name: 'Take “A visit in person” off the list' }));
  await user.click(part().getByRole('button', { name: 'Add one more' }));
  await user.type(part().getByRole('textbox', { name: 'Name of extra 10' }), ' Tea ');
  await user.click(save());
  await waitFor(async () => expect((await stored())?.extras).toHaveLength(10));
  const saved = await stored();
  expect(saved?.extras?.[0]).toEqual({ what: 'A card written by hand', cost: 7.5 });
  expect(saved?.extras?.at(-1)).toEqual({ what: 'Tea', cost: 0 });
  expect(saved?.extras?.map(({ what }) => what)).not.toContain('A visit in person');
  expect(saved?.extraLimits).toBeUndefined();
  await undo(user);
  await waitFor(async () => expect((await stored())?.extras).toBeUndefined());
});

it('limits what the extras of one recovery may cost, and goes back to what comes with Holdfast', async () => {
  const user = await openOptions(stage);
  const limit = part().getByLabelText('If it is: Serious');
  await user.clear(limit);
  await user.type(limit, '60');
  await user.click(save());
  await waitFor(async () => expect((await stored())?.extraLimits).toEqual({ ...extraLimits, 2: 60 }));
  expect((await stored())?.extras).toBeUndefined();
  await user.click(await part().findByRole('button', { name: /^Back to the list/ }));
  await waitFor(async () => expect((await stored())?.extraLimits).toBeUndefined());
  await waitFor(() => expect(part().getByLabelText('If it is: Serious')).toHaveProperty('value', '100'));
});

it('nothing to complain about', async () => {
  await openOptions(stage);
  document.title = 'Holdfast';
  expect(screen.getByRole('heading', { name: 'Something extra' })).toBeDefined();
  expect(await violations()).toEqual([]);
});
