// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { violations } from '@/tests/support/contact-tab';
import { renderAlone } from '@/tests/support/popup';
import { ApologyBuilder } from './ApologyBuilder';
import { type ApologyCheck, type ApologyPart, apologyParts, type Span } from './apology-check';

/** Stands in for the reader of apologies: each part is one word, "if" weakens, `{{…}}` is an empty field. */
const words: Readonly<Record<ApologyPart, string>> = {
  regret: 'sorry',
  explanation: 'because',
  responsibility: 'our mistake',
  repentance: 'from now on',
  repair: 'replace',
  forgiveness: 'forgive',
};
function check(text: string): ApologyCheck {
  const spans = (word: string): Span[] => {
    const from = text.indexOf(word);
    return from < 0 ? [] : [{ from, to: from + word.length }];
  };
  const partOf = (part: ApologyPart) => ({ found: spans(words[part]).length > 0, where: spans(words[part]) });
  const parts = {
    regret: partOf('regret'),
    explanation: partOf('explanation'),
    responsibility: partOf('responsibility'),
    repentance: partOf('repentance'),
    repair: partOf('repair'),
    forgiveness: partOf('forgiveness'),
  };
  const weak = spans('if you').map((span) => {
    return { ...span, why: 'caseNothingYet' as const, better: 'that we failed you' };
  });
  const emptyFields = spans('{{firstName}}');
  const isWhole = parts.responsibility.found && parts.repair.found;
  const good = isWhole && weak.length === 0 && emptyFields.length === 0;
  return { parts, repairDate: text.includes('Friday'), weak, emptyFields, good };
}

function open(more: { readonly ready?: string; readonly onInsert?: (text: string) => void } = {}) {
  const { user } = renderAlone(
    <main>
      <h1>Recovery</h1>
      <ApologyBuilder check={check} {...more} />
    </main>,
  );
  document.title = 'Recovery';
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your apology' });
  return { user, field };
}
const parts = () => screen.getAllByRole('list')[0]?.querySelectorAll('li') ?? [];
const partText = () => [...parts()].map((one) => one.textContent);

it('says of each part what is there and what is missing while it is written', async () => {
  const { user, field } = open();
  expect(screen.getByRole('status', { name: '' }).textContent).toBe('0 of the 6 parts are there.');
  expect(partText()).toEqual([
    'Regret: missingSay that you are sorry, and for what.',
    'Explanation: missingSay in a sentence what happened.',
    'Responsibility: missing, and neededSay that it was yours, as in “That was our mistake.”',
    'Repentance: missingSay what you change so that it does not happen again.',
    'Offer of repair: missing, and neededSay what you will do, and by which day.',
    'Asking for forgiveness: not neededYou may ask for it; many good apologies do not.',
  ]);
  await user.type(field, 'I am sorry.');
  expect(screen.getByText('1 of the 6 parts is there.')).toBeDefined();
  expect(partText()[0]).toBe('Regret: there');
});

it('asks for a day, and then has nothing to complain about', async () => {
  const { user, field } = open();
  await user.type(field, 'It was our mistake. We replace it');
  expect(partText()[4]).toMatch(/^Offer of repair: thereNo day is named yet/);
  expect(screen.queryByText(/Nothing is missing/)).toBeNull();
  await user.type(field, ' by Friday.');
  expect(partText()[4]).toBe('Offer of repair: there');
  expect(screen.getByText('Nothing is missing, and nothing weakens it.')).toBeDefined();
});

it('shows what weakens it, why and what is better, and leads to the place', async () => {
  const { user, field } = open();
  await user.type(field, 'I am sorry if you were upset.');
  const flaw = within(screen.getByRole('list', { name: 'What weakens it' }));
  expect(flaw.getByText('Nothing yet')).toBeDefined();
  expect(flaw.getByText('Better: that we failed you')).toBeDefined();
  await user.click(flaw.getByRole('button', { name: '“if you”' }));
  expect(document.activeElement).toBe(field);
  expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe('if you');
});

it('begins with the ready wording where there is one, and only in an empty field', async () => {
  const { user, field } = open({ ready: 'Dear {{firstName}}, it was our mistake.' });
  await user.click(screen.getByRole('button', { name: 'Begin with the ready wording' }));
  expect(field.value).toBe('Dear {{firstName}}, it was our mistake.');
  expect(screen.queryByRole('button', { name: 'Begin with the ready wording' })).toBeNull();
});

it('puts no text with an empty field into a mail', async () => {
  const onInsert = vi.fn<(text: string) => void>();
  const { user, field } = open({ onInsert });
  const insert = screen.getByRole('button', { name: 'Put into the mail' });
  expect(insert).toHaveProperty('disabled', true);
  await user.type(field, 'Dear {{{{firstName}}');
  expect(await screen.findByText('Nobody has filled this in.')).toBeDefined();
  expect(screen.getByText('First fill in what is still empty.')).toBeDefined();
  await user.click(insert);
  expect(onInsert).not.toHaveBeenCalled();
  await user.clear(field);
  await user.type(field, 'Dear Marta');
  await user.click(insert);
  expect(onInsert).toHaveBeenCalledExactlyOnceWith('Dear Marta');
});

it('copies the text, and puts nothing into a mail where none can be reached', async () => {
  const { user, field } = open();
  await user.type(field, 'It was our mistake.');
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(await navigator.clipboard.readText()).toBe('It was our mistake.');
  expect(screen.queryByRole('button', { name: 'Put into the mail' })).toBeNull();
});

it('nothing to complain about: empty, and with flaws', async () => {
  const { user, field } = open({ ready: 'Dear Marta' });
  expect(await violations()).toEqual([]);
  await user.type(field, 'Sorry if you');
  expect(await violations()).toEqual([]);
  expect(apologyParts).toHaveLength(6);
});
