// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { checkApology } from '@/lib/core/apology';
import { englishApologies } from '@/lib/core/apology-en';
import { violations } from '@/tests/support/contact-tab';
import { renderAlone } from '@/tests/support/popup';
import { ApologyBuilder } from './ApologyBuilder';
import type { Insert } from './use-insert';

const check = (text: string) => checkApology(text, englishApologies);
const beginning = {
  key: 'a',
  name: undefined,
  subject: 'I am sorry',
  words: 'Dear {{firstName}}, it was our mistake.',
};

function open(more: Partial<Parameters<typeof ApologyBuilder>[0]> = {}) {
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
  expect(screen.getAllByRole('status')[0]?.textContent).toBe('0 of the 6 parts are there.');
  expect(partText()).toEqual([
    'Regret: missingSay that you are sorry, and for what.',
    'Explanation: missingSay in one sentence how it came about.',
    'Responsibility: missing, and neededSay whose failure it was: “I forgot”, “that was our mistake”.',
    'What changes: missingSay what you do differently from now on.',
    'Repair: missing, and neededSay what you do about it.',
    'Forgiveness: not neededYou may ask for patience or another chance.',
  ]);
  await user.type(field, 'I am sorry that it came late.');
  expect(screen.getByText('1 of the 6 parts is there.')).toBeDefined();
  expect(partText()[0]).toBe('Regret: there');
});

it('asks for a day, and then has nothing to complain about', async () => {
  const { user, field } = open();
  await user.type(field, 'I am sorry. It was our mistake. We will replace it');
  expect(partText()[4]).toBe('Repair: thereName the day by which it will be done.');
  expect(screen.queryByText(/Nothing is missing/)).toBeNull();
  await user.type(field, ' by Friday.');
  expect(partText()[4]).toBe('Repair: there');
  expect(screen.getByText('Nothing is missing, and nothing weakens it.')).toBeDefined();
});

it('shows what weakens it, why and what is better, and leads to the place', async () => {
  const { user, field } = open();
  await user.type(field, 'I am sorry if you were offended.');
  const flaw = within(screen.getByRole('list', { name: 'What weakens it' }));
  expect(flaw.getByText('An “if” takes it back. Say that it happened.')).toBeDefined();
  expect(flaw.getByText(/^Better: ./)).toBeDefined();
  const place = flaw.getByRole('button');
  await user.click(place);
  expect(document.activeElement).toBe(field);
  const marked = field.value.slice(field.selectionStart, field.selectionEnd);
  expect(marked).toContain('if you were offended');
  expect(place.textContent).toBe(`“${marked}”`);
});

it('begins with the ready wording where there is one, and only in an empty field', async () => {
  const { user, field } = open({ beginnings: [beginning] });
  await user.click(screen.getByRole('button', { name: 'Begin with the ready wording' }));
  expect(field.value).toBe('Dear {{firstName}}, it was our mistake.');
  expect(screen.queryByRole('button', { name: 'Begin with the ready wording' })).toBeNull();
});

it('puts no text with an empty field into a mail, and copies none', async () => {
  const onInsert = vi.fn<Insert>();
  const { user, field } = open({ beginnings: [beginning], onInsert });
  const insert = screen.getByRole('button', { name: 'Put into the mail' });
  expect(insert).toHaveProperty('disabled', true);
  await user.click(screen.getByRole('button', { name: 'Begin with the ready wording' }));
  expect(await screen.findByText('Fill this in before you send it.')).toBeDefined();
  expect(screen.getByText('First fill in what is still empty.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: '“{{firstName}}”' }));
  expect(insert).toHaveProperty('disabled', true);
  expect(screen.getByRole('button', { name: 'Copy' })).toHaveProperty('disabled', true);
  await user.keyboard('Marta');
  await user.click(insert);
  expect(field.value).toBe('Dear Marta, it was our mistake.');
  expect(onInsert).toHaveBeenCalledExactlyOnceWith('Dear Marta, it was our mistake.', 'I am sorry');
});

it('copies the text, and puts nothing into a mail where none can be reached', async () => {
  const { user, field } = open();
  await user.type(field, 'It was our mistake.');
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(await navigator.clipboard.readText()).toBe('It was our mistake.');
  expect(screen.queryByRole('button', { name: 'Put into the mail' })).toBeNull();
});

it('nothing to complain about: empty, and with flaws', async () => {
  const { user, field } = open({ beginnings: [beginning] });
  expect(await violations()).toEqual([]);
  await user.type(field, 'I am sorry if you were offended, {{{{name}}.');
  expect(screen.getByRole('list', { name: 'What weakens it' })).toBeDefined();
  expect(await violations()).toEqual([]);
});
