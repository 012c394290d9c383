// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { checkApology } from '@/lib/core/apology';
import { englishApologies } from '@/lib/core/apology-en';
import { aWording, next, prepare, record, show } from '@/tests/support/recovery-page';
import { aRecovery, deeds, promised, story, upTo } from '@/tests/support/recovery-rows';
import { at } from '@/tests/support/rows';
import type { Insert } from './use-insert';

const { apologised, askedHow, planned, promise, fixed, extra, ok, repeatAsked } = story;
const check = (text: string) => checkApology(text, englishApologies);
beforeEach(prepare);

describe('the ready wording', () => {
  const wordings = [aWording('How would you like it, {{firstName}}? {{question}}', { subject: 'Your say' })];
  const values = { firstName: 'Marta' };

  it('goes into the mail where that can be done, once everything in it is said', async () => {
    const onInsert = vi.fn<Insert>();
    const user = show('2026-11-16 15:30', upTo(apologised), { more: { wordings, values, onInsert } });
    const insert = next().getByRole('button', { name: 'Put into the mail' });
    expect(insert).toHaveProperty('disabled', true);
    expect(next().getByText('First fill in: Your question.')).toBeDefined();
    await user.type(next().getByRole('textbox', { name: 'Your question' }), 'By post?');
    await user.click(insert);
    expect(onInsert).toHaveBeenCalledExactlyOnceWith('How would you like it, Marta? By post?', 'Your say');
  });

  it('can be copied, and goes nowhere by itself', async () => {
    const user = show('2026-11-16 15:30', upTo(apologised), { more: { wordings: [aWording('How?')] } });
    await user.click(next().getByRole('button', { name: 'Copy' }));
    expect(await navigator.clipboard.readText()).toBe('How?');
    expect(next().queryByRole('button', { name: 'Put into the mail' })).toBeNull();
  });

  it('begins an apology, which is read as it is written; the user’s own one has its name', async () => {
    const own = aWording('I am sorry, {{firstName}}. It was my mistake.', { key: 'own', group: 'own', name: 'Short' });
    const more = { wordings: [...wordings, own], values, check };
    const user = show('2026-11-16 11:00', [], { more });
    await user.click(next().getByRole('button', { name: 'Begin with the ready wording' }));
    expect(next().getByDisplayValue('How would you like it, Marta? {{question}}')).toBeDefined();
    expect(next().getByText('0 of the 6 parts are there.')).toBeDefined();
    await user.clear(next().getByRole('textbox', { name: 'Your apology' }));
    await user.click(next().getByRole('button', { name: 'Begin with “Short”' }));
    expect(next().getByDisplayValue('I am sorry, Marta. It was my mistake.')).toBeDefined();
    expect(next().getByText('2 of the 6 parts are there.')).toBeDefined();
  });
});

describe('the one next step', () => {
  it.each([
    ['2026-11-16 11:00', [], 'listen, then apologise', 'I have apologised', deeds.apologised],
    ['2026-11-16 15:30', upTo(apologised), 'ask how to put it right', 'I have asked', deeds.askedHow],
    ['2026-11-18 10:00', upTo(promise), 'say how it goes', 'I have told them', deeds.statusTold],
    ['2026-11-20 10:00', upTo(promise), 'fix it', 'It is fixed', deeds.fixed],
    ['2026-11-24 10:00', upTo(extra), 'ask whether everything is OK now', 'All OK', deeds.ok],
    ['2026-11-24 10:00', upTo(extra), 'ask whether everything is OK now', 'Not OK', deeds.notOk],
    ['2026-11-24 12:00', upTo(ok), 'ask for repeat business', 'I have asked', deeds.repeatAsked],
    ['2026-11-26 11:05', upTo(repeatAsked), 'close the recovery', 'Close: all OK', deeds.kept],
  ])('%s: one press says that it is done', async (now, events, title, button, deed) => {
    const user = show(now, events);
    expect(screen.getByRole('heading', { name: `Next: ${title}` })).toBeDefined();
    await user.click(next().getByRole('button', { name: button }));
    expect(record).toHaveBeenCalledExactlyOnceWith(deed, { note: undefined, occurredAt: undefined });
  });

  it('writes down what they asked for and the plan, in the user’s words', async () => {
    const user = show('2026-11-16 16:00', upTo(askedHow));
    await user.type(next().getByRole('textbox', { name: 'What Marta asked for' }), 'A replacement ');
    await user.click(next().getByRole('button', { name: 'Save what they asked for' }));
    expect(record).toHaveBeenLastCalledWith({ kind: 'asked', text: 'A replacement' }, expect.anything());
    await user.type(next().getByRole('textbox', { name: 'What you plan' }), 'By courier');
    await user.click(next().getByRole('button', { name: 'Save the plan' }));
    expect(record).toHaveBeenLastCalledWith({ kind: 'planned', text: 'By courier' }, expect.anything());
  });

  it('takes a promise with a name and a day, and says when that is later than a week', async () => {
    const user = show('2026-11-17 09:45', upTo(planned));
    await user.type(next().getByRole('textbox', { name: 'Who fixes it' }), 'Jonas Falk');
    await user.type(next().getByLabelText('By which day'), '2026-12-24');
    expect(next().getByText(/later than a week/)).toBeDefined();
    await user.clear(next().getByLabelText('By which day'));
    await user.type(next().getByLabelText('By which day'), '2026-11-20');
    expect(next().queryByText(/later than a week/)).toBeNull();
    await user.click(next().getByRole('button', { name: 'Promise it' }));
    expect(record).toHaveBeenCalledExactlyOnceWith(promised('2026-11-20'), expect.anything());
  });

  it('offers extras from the catalogue within the limit, and what was given before', async () => {
    const user = show('2026-11-20 14:02', upTo(fixed));
    const ideas = () => within(next().getByRole('group', { name: 'Suggestions' })).getAllByRole('button');
    expect(ideas().length).toBeGreaterThanOrEqual(4);
    expect(next().getByText(/may cost 100; 100 are left/)).toBeDefined();
    const known = [...document.querySelectorAll('datalist option')].map((one) => one.getAttribute('value'));
    expect(known).toEqual(['A basket of fruit']);
    await user.click(ideas()[0] ?? document.body);
    await user.click(next().getByRole('button', { name: 'Given' }));
    const deed = { kind: 'extra', what: 'A card written by hand', cost: 5 };
    expect(record).toHaveBeenCalledExactlyOnceWith(deed, expect.anything());
  });

  it('takes something else with its cost, and says when that is more than is left', async () => {
    const user = show('2026-11-20 14:02', upTo(fixed));
    await user.type(next().getByRole('combobox', { name: 'What' }), 'A visit');
    await user.type(next().getByRole('spinbutton', { name: 'Cost (optional)' }), '112.5');
    expect(next().getByText('That is more than is left.')).toBeDefined();
    await user.click(next().getByRole('button', { name: 'Given' }));
    expect(record).toHaveBeenCalledExactlyOnceWith({ kind: 'extra', what: 'A visit', cost: 112.5 }, expect.anything());
    expect(next().getByRole('combobox', { name: 'What' })).toHaveProperty('value', '');
  });

  it('takes a note and an earlier day along, and keeps both if it failed', async () => {
    record.mockResolvedValueOnce(false);
    const user = show('2026-11-18 10:00', []);
    await user.click(next().getByText('Note or another day'));
    await user.type(next().getByRole('textbox', { name: 'Note (optional)' }), 'By telephone');
    const day = next().getByLabelText('Day on which it happened');
    expect(day.getAttribute('min')).toBe('2026-11-16');
    await user.clear(day);
    await user.type(day, '2026-11-17');
    const more = { note: 'By telephone', occurredAt: at('2026-11-17 12:00') };
    await user.click(next().getByRole('button', { name: 'I have apologised' }));
    expect(record).toHaveBeenLastCalledWith(deeds.apologised, more);
    expect(next().getByRole('textbox', { name: 'Note (optional)' })).toHaveProperty('value', 'By telephone');
    await user.click(next().getByRole('button', { name: 'I have apologised' }));
    expect(record).toHaveBeenCalledTimes(2);
    expect(next().getByRole('textbox', { name: 'Note (optional)' })).toHaveProperty('value', '');
  });

  it('what follows on an earlier day is not before what came first on it', async () => {
    const user = show('2026-11-23 10:00', upTo(fixed));
    await user.type(next().getByRole('combobox', { name: 'What' }), 'A visit');
    await user.click(next().getByText('Note or another day'));
    await user.clear(next().getByLabelText('Day on which it happened'));
    await user.type(next().getByLabelText('Day on which it happened'), '2026-11-20');
    await user.click(next().getByRole('button', { name: 'Given' }));
    expect(record).toHaveBeenCalledWith(expect.anything(), { note: undefined, occurredAt: fixed.occurredAt });
  });

  it('an apology on the day of the opening is never before it', async () => {
    const user = show('2026-11-17 10:00', [], { recovery: aRecovery('2026-11-16 15:00') });
    await user.click(next().getByText('Note or another day'));
    await user.clear(next().getByLabelText('Day on which it happened'));
    await user.type(next().getByLabelText('Day on which it happened'), '2026-11-16');
    await user.click(next().getByRole('button', { name: 'I have apologised' }));
    expect(record).toHaveBeenCalledWith(deeds.apologised, { note: undefined, occurredAt: at('2026-11-16 15:00') });
  });
});
