// @vitest-environment happy-dom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DatabaseTrouble } from '@/lib/db/open-database';
import { openOptions, sources } from '@/tests/support/options-tab';
import { aStage, openPopup, type Stage } from '@/tests/support/popup';
import { Options } from './Options';

let stage: Stage;
beforeEach(async () => {
  stage = await aStage();
});
const asked = (name: string) => stage.sent.filter((one) => one.name === name).map((one) => one.request);
const aCopy = () => new File(['{"format":"holdfast-copy"}'], 'copy.json', { type: 'application/json' });
const damaged = () => Promise.reject(new DatabaseTrouble('empty'));

it('brings a copy back only after it was checked and the user has agreed', async () => {
  const report = {
    ok: true,
    text: 'This copy would add 3 and change 1 entries; 8 are the same.',
    added: 3,
    changed: 1,
    same: 8,
  };
  stage.answers.bringBackCopy = ({ dryRun }) =>
    dryRun ? report : { ...report, text: 'Added 3 and changed 1 entries.' };
  const user = await openOptions(stage);
  await user.upload(
    screen.getByLabelText('Bring back a copy'),
    new File(['{"a":1}'], 'copy.json', { type: 'application/json' }),
  );
  expect(await screen.findByText(report.text)).toBeDefined();
  expect(asked('bringBackCopy')).toMatchObject([{ text: '{"a":1}', dryRun: true }]);
  await user.click(screen.getByRole('button', { name: 'Bring it back' }));
  expect(await screen.findByText('Added 3 and changed 1 entries.')).toBeDefined();
  expect(asked('bringBackCopy')[1]).toMatchObject({ dryRun: false });
});

it('offers nothing to bring back from a file that is no copy', async () => {
  const problem = 'This file is not a copy saved by Holdfast. Nothing was changed.';
  stage.answers.bringBackCopy = () => ({ ok: false, text: problem, added: 0, changed: 0, same: 0 });
  const user = await openOptions(stage);
  await user.upload(
    screen.getByLabelText('Bring back a copy'),
    new File(['?'], 'photo.json', { type: 'application/json' }),
  );
  expect(await screen.findByText(problem)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Bring it back' })).toBeNull();
});

it('leads there from the recovery screen of the popup', async () => {
  const create = vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({} as never);
  const { user } = await openPopup(stage, damaged);
  await user.click(await screen.findByRole('button', { name: /^Other ways/ }));
  expect(String(create.mock.calls[0]?.[0].url)).toMatch(/\/options\.html#copies$/);
});

it('takes a copy in place of damaged data, and goes on', async () => {
  let isDamaged = true;
  stage.answers.repair = () => {
    isDamaged = false;
    return { text: 'Holdfast starts empty.', contactIds: [] };
  };
  stage.answers.bringBackCopy = () => ({ ok: true, text: 'Added 3 entries.', added: 3, changed: 0, same: 0 });
  const user = userEvent.setup({ advanceTimers: () => undefined });
  render(<Options open={() => (isDamaged ? damaged() : Promise.resolve(stage.db))} sources={sources} />);
  await user.upload(await screen.findByLabelText('Bring back a copy'), new File(['?'], 'photo.json'));
  expect(await screen.findByText('This file is not a copy saved by Holdfast. Nothing was changed.')).toBeDefined();
  expect(stage.sent).toEqual([]);
  await user.upload(screen.getByLabelText('Bring back a copy'), aCopy());
  expect(await screen.findByText('Added 3 entries.')).toBeDefined();
  expect(stage.sent.map(({ name }) => name)).toEqual(['repair', 'bringBackCopy']);
  expect(await screen.findByRole('heading', { name: 'Cadences' })).toBeDefined();
});
