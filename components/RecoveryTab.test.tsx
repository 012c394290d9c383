// @vitest-environment happy-dom
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { newId } from '@/lib/messaging/new-id';
import type { RequestOf } from '@/lib/messaging/protocol';
import { services } from '@/lib/services/services';
import { day, minute } from '@/tests/support/background';
import { part as box, undo, violations } from '@/tests/support/contact-tab';
import { aStage, type Stage } from '@/tests/support/popup';
import { RecoveryTab } from './RecoveryTab';
import { readRecovery } from './recovery-queries';

let stage: Stage;
let marta: string;
let recoveryId: string;
/** Something went wrong for Marta, on a Tuesday at eleven. */
beforeEach(async () => {
  stage = await aStage();
  marta = await stage.customer('Marta Lindqvist', 12, { company: 'Norrsken', mail: 'marta@norrsken.example' });
  recoveryId = await openFor(marta);
});

async function openFor(contactId: string): Promise<string> {
  const id = newId();
  await services.openRecovery(stage.db, { id, contactId, what: 'The delivery was late.' }, stage.ours());
  return id;
}
function record(deed: RequestOf<'recordRecovery'>['deed'], id = recoveryId) {
  return services.recordRecovery(stage.db, { id: newId(), recoveryId: id, deed }, stage.ours());
}
async function openTab(id = recoveryId) {
  const user = userEvent.setup({ advanceTimers: () => undefined });
  render(<RecoveryTab open={async () => stage.db} recoveryId={id} />);
  await screen.findByRole('heading', { level: 1 });
  return user;
}
const next = () => within(screen.getByRole('heading', { name: /^Next:/ }).closest('section') ?? document.body);
/** Waits for the next step; by then a minute has gone by. */
async function nextIs(title: string) {
  await screen.findByRole('heading', { name: `Next: ${title}` });
  stage.now += minute;
}

it('goes from the apology to repeat business, each step by a press and back by undo', async () => {
  const user = await openTab();
  await waitFor(() => expect(document.title).toBe('Recovery: Marta Lindqvist · Holdfast'));
  expect(screen.getByText('The delivery was late.')).toBeDefined();
  await user.click(next().getByRole('button', { name: 'I have apologised' }));
  await nextIs('ask how to put it right');
  await undo(user);
  await nextIs('listen, then apologise');
  await user.click(next().getByRole('button', { name: 'I have apologised' }));
  await nextIs('ask how to put it right');
  await user.type(next().getByRole('textbox', { name: 'What Marta asked for' }), 'A replacement');
  await user.click(next().getByRole('button', { name: 'Save what they asked for' }));
  await nextIs('agree on a plan');
  await user.type(next().getByRole('textbox', { name: 'What you plan' }), 'By courier');
  await user.click(next().getByRole('button', { name: 'Save the plan' }));
  await nextIs('say who fixes it, and by when');
  await user.type(next().getByRole('textbox', { name: 'Who fixes it' }), 'Jonas Falk');
  await user.type(next().getByLabelText('By which day'), '2026-08-06');
  await user.click(next().getByRole('button', { name: 'Promise it' }));
  await nextIs('fix it');
  await user.click(next().getByRole('button', { name: 'It is fixed' }));
  await nextIs('give something extra');
  await user.type(next().getByRole('combobox', { name: 'What' }), 'A visit');
  await user.click(next().getByRole('button', { name: 'Given' }));
  await nextIs('ask whether everything is OK now');
  await user.click(next().getByRole('button', { name: 'Not OK' }));
  await nextIs('say who fixes it, and by when');
  await undo(user);
  await nextIs('ask whether everything is OK now');
  await user.click(next().getByRole('button', { name: 'All OK' }));
  await nextIs('ask for repeat business');
  await user.click(next().getByRole('button', { name: 'I have asked' }));
  await nextIs('close the recovery');
  await user.click(next().getByRole('button', { name: 'Close: all OK' }));
  await screen.findByRole('heading', { name: 'Closed' });
  expect(await stage.db.recoveryEvents.where('recoveryId').equals(recoveryId).count()).toBeGreaterThanOrEqual(11);
});

it('z takes the newest back, and an older entry is taken back in its place', async () => {
  await record({ kind: 'asked-how' });
  const user = await openTab();
  await user.click(next().getByRole('button', { name: 'I have apologised' }));
  await nextIs('agree on a plan');
  (document.activeElement as HTMLElement | null)?.blur();
  await user.keyboard('z');
  await nextIs('listen, then apologise');
  await user.click(screen.getByRole('button', { name: 'Take back: Asked how to put it right' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Take back/ })).toBeNull());
  await undo(user);
  expect(await screen.findByRole('button', { name: /^Take back/ })).toBeDefined();
});

it('names the manager of a second failure, of a colleague too, and has other words ready', async () => {
  const bo = await stage.customer('Bo Ek', 3, { company: 'Norrsken', mail: 'bo@norrsken.example' });
  await record({ kind: 'closed', outcome: 'lost', reason: 'lack-of-care' });
  stage.now += day;
  const second = await openFor(bo);
  const user = await openTab(second);
  const why = box('Not the usual course');
  expect(why.getByText('We let Norrsken down before:')).toBeDefined();
  expect(why.getByRole('link').getAttribute('href')).toBe(`?id=${recoveryId}`);
  await user.type(next().getByRole('textbox', { name: 'Manager who stands by it' }), 'Ines Duarte');
  await user.click(next().getByRole('button', { name: 'Name the manager' }));
  await nextIs('listen, then apologise');
  expect(screen.getByText('Ines Duarte stands by it. Name Ines Duarte to Bo first.')).toBeDefined();
  expect(next().getByDisplayValue(/Ines Duarte/)).toBeDefined();
});

it('has wording ready for the step, with the name filled in', async () => {
  await openTab();
  expect(next().getByDisplayValue(/^Hi Marta,/)).toBeDefined();
});

it('closes as lost with a day to try again, and reopens by undo', async () => {
  const user = await openTab();
  const more = box('Something else happened?');
  await user.click(more.getByRole('button', { name: 'The end' }));
  await user.type(more.getByLabelText('Try again on (optional)'), '2027-02-01');
  await user.click(more.getByRole('button', { name: 'Close the recovery' }));
  expect(await screen.findByText('Try again on 1 Feb 2027.')).toBeDefined();
  await undo(user);
  await nextIs('listen, then apologise');
});

it('says that a case is gone once its opening was undone, and of an id that is none', async () => {
  const user = await openTab();
  await services.undo(stage.db, { id: newId(), actId: recoveryId }, stage.ours());
  expect(await screen.findByRole('heading', { name: 'This recovery is not here any more.' })).toBeDefined();
  expect(await readRecovery(stage.db, 'none')).toBeUndefined();
  expect(user).toBeDefined();
});

it('reads what was given before in any case, newest first, and not what was taken back', async () => {
  const extra = (what: string) => record({ kind: 'extra', what });
  await extra('A visit');
  stage.now += 1;
  await extra('Tea');
  stage.now += 1;
  await extra('A visit');
  const wrong = newId();
  const deed = { kind: 'extra', what: 'A slip' } as const;
  await services.recordRecovery(stage.db, { id: wrong, recoveryId, deed }, stage.ours());
  await services.undo(stage.db, { id: newId(), actId: wrong }, stage.ours());
  expect((await readRecovery(stage.db, recoveryId))?.knownExtras).toEqual(['A visit', 'Tea']);
});

it('nothing to complain about, with headings in order', async () => {
  await record({ kind: 'apologised' });
  await openTab();
  await waitFor(() => expect(document.title).toContain('Marta'));
  expect(await violations()).toEqual([]);
});
