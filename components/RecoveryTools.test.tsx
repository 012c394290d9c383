// @vitest-environment happy-dom
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkApology } from '@/lib/core/apology';
import { englishApologies } from '@/lib/core/apology-en';
import { newId } from '@/lib/messaging/new-id';
import type { RequestOf } from '@/lib/messaging/protocol';
import { services } from '@/lib/services/services';
import { day } from '@/tests/support/background';
import { violations } from '@/tests/support/contact-tab';
import { aStage, type Stage } from '@/tests/support/popup';
import { RecoveryTab } from './RecoveryTab';

const check = (text: string) => checkApology(text, englishApologies);
const own = { id: newId(), name: 'In my words', text: 'Dear {{firstName}}, I forgot it.' };
let stage: Stage;
let marta: string;
/** Tuesday, eleven o'clock. */
beforeEach(async () => {
  stage = await aStage();
  marta = await stage.customer('Marta Lindqvist', 12, { company: 'Norrsken', mail: 'marta@norrsken.example' });
  stage.answers.insertText = () => ({ inserted: true, where: 'editor' });
});

const settings = (wanted: object) => services.changeSettings(stage.db, { id: newId(), ...wanted }, stage.ours());
async function openFor(more: object = {}): Promise<string> {
  const id = newId();
  await services.openRecovery(
    stage.db,
    { id, contactId: marta, what: 'The delivery was late.', ...more },
    stage.ours(),
  );
  return id;
}
const record = (recoveryId: string, deed: RequestOf<'recordRecovery'>['deed']) =>
  services.recordRecovery(stage.db, { id: newId(), recoveryId, deed }, stage.ours());
async function openTab(recoveryId: string) {
  const user = userEvent.setup({ advanceTimers: () => undefined });
  render(<RecoveryTab open={async () => stage.db} recoveryId={recoveryId} check={check} />);
  await screen.findByRole('heading', { level: 1 });
  return user;
}
const next = () => within(screen.getByRole('heading', { name: /^Next:/ }).closest('section') ?? document.body);
const apology = () => next().getByRole<HTMLTextAreaElement>('textbox', { name: 'Your apology' });
const inserted = () => stage.sent.filter(({ name }) => name === 'insertText').map(({ request }) => request);

describe('the apology', () => {
  it('is read as it is written, and goes into the mail to the contact', async () => {
    const user = await openTab(await openFor());
    await user.type(apology(), 'I am sorry, Marta. It was my mistake. You will have it by Friday.');
    expect(await next().findByText('Nothing is missing, and nothing weakens it.')).toBeDefined();
    await user.click(next().getByRole('button', { name: 'Put into the mail' }));
    expect(inserted()).toEqual([{ contactId: marta, text: apology().value }]);
    expect(await screen.findByText('It is in the mail you are writing. Nothing was sent.')).toBeDefined();
  });

  it('may begin with words of the user’s own, and with other ready ones after a broken promise', async () => {
    await settings({ templates: [own] });
    const user = await openTab(await openFor({ fault: 'broken-promise' }));
    await user.click(next().getByRole('button', { name: 'Begin with “In my words”' }));
    expect(apology().value).toBe('Dear Marta, I forgot it.');
    await user.clear(apology());
    await user.click(next().getByRole('button', { name: 'Begin with the ready wording' }));
    expect(apology().value).toContain('I did not keep my word');
  });

  it.each([
    [90, 'second time'],
    [91, 'I am sorry for what happened'],
  ])('of a second failure after %s days has these words ready: %s', async (days, expected) => {
    await settings({ templates: [own] });
    stage.now -= days * day;
    await record(await openFor(), { kind: 'closed', outcome: 'lost', reason: 'lack-of-care' });
    stage.now += days * day;
    const id = await openFor();
    await services.editRecovery(stage.db, { id: newId(), recoveryId: id, manager: 'Ines Duarte' }, stage.ours());
    const user = await openTab(id);
    await user.click(next().getByRole('button', { name: 'Begin with the ready wording' }));
    expect(apology().value).toContain(expected);
    const isRepeated = days === 90;
    expect(apology().value.includes('Ines Duarte')).toBe(isRepeated);
    await user.clear(apology());
    // What was written before is a stock apology too.
    expect(next().queryByRole('button', { name: 'Begin with “In my words”' }) === null).toBe(isRepeated);
  });

  it('nothing to complain about, with a flaw in it', async () => {
    const user = await openTab(await openFor());
    await user.type(apology(), 'I am sorry if you were offended.');
    await next().findByRole('list', { name: 'What weakens it' });
    await waitFor(() => expect(document.title).toContain('Marta'));
    expect(await violations()).toEqual([]);
  });
});

it('the wording of a later step is filled in, completed, and goes into the mail; an own one stands beside it', async () => {
  await settings({ templates: [own], ownName: 'Jonas Falk' });
  const id = await openFor();
  for (const kind of ['apologised', 'asked-how'] as const) await record(id, { kind });
  const user = await openTab(id);
  await user.type(next().getByRole('textbox', { name: 'What you agreed' }), 'a courier');
  const words = () => next().getByRole<HTMLTextAreaElement>('textbox', { name: 'Ready wording' });
  expect(words().value).toMatch(/what we will do: a courier\.\n[\s\S]*Jonas Falk$/);
  await user.click(next().getByRole('button', { name: 'Put into the mail' }));
  expect(inserted()).toEqual([{ contactId: marta, subject: 'What we agreed', text: words().value }]);
  await user.selectOptions(next().getByRole('combobox', { name: 'Wording' }), 'In my words');
  expect(words().value).toBe('Dear Marta, I forgot it.');
});

it('the mail to the manager is not put into one to the contact', async () => {
  await openTab(await openFor({ reason: 'mistreated' }));
  expect(next().getByText('This one goes to somebody else. Copy it into a mail to them.')).toBeDefined();
  expect(next().queryByRole('button', { name: 'Put into the mail' })).toBeNull();
});

it('extras come from the user’s own catalogue, within the user’s own limit', async () => {
  const extras = [
    { what: 'Tea', cost: 4 },
    { what: 'Champagne', cost: 90 },
  ];
  await settings({ extras, extraLimits: { 1: 5, 2: 50, 3: 500 } });
  const id = await openFor({ severity: 2 });
  for (const kind of ['apologised', 'asked-how'] as const) await record(id, { kind });
  await record(id, { kind: 'planned', text: 'Send it' });
  await record(id, { kind: 'fix-promised', owner: 'Jonas', dueOn: '2026-08-06' });
  await record(id, { kind: 'fixed' });
  await openTab(id);
  const ideas = within(next().getByRole('group', { name: 'Suggestions' })).getAllByRole('button');
  expect(ideas.map(({ textContent }) => textContent)).toEqual(['Tea (cost 4)']);
  expect(next().getByText(/may cost 50; 50 are left/)).toBeDefined();
});
