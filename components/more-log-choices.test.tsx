// @vitest-environment happy-dom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { openTab, part, undo } from '@/tests/support/contact-tab';
import { aStage, type Stage } from '@/tests/support/popup';
import { type LogKind, logKeys } from './keys';
import { LogChoices } from './LogChoices';
import { MoreLogChoices } from './MoreLogChoices';

let stage: Stage;
beforeEach(async () => {
  stage = await aStage();
});

it('a contact’s page logs all seven kinds, with the note, and takes them back', async () => {
  const marta = await stage.customer('Marta Lindqvist', 42);
  const user = await openTab(stage, marta);
  const choices = screen.getByRole('group', { name: 'Log a contact with Marta Lindqvist' });
  const names = [...choices.querySelectorAll('button')].map((one) => one.textContent);
  expect(names).toEqual(['Call', 'Meeting', 'Mail', 'Chat', 'Letter', 'Gift', 'Social media']);
  await user.type(screen.getByLabelText('Note (optional)'), 'A book');
  await user.click(screen.getByRole('button', { name: 'Gift' }));
  expect(await part('Timeline').findByText('Gift')).toBeDefined();
  expect((await stage.db.contacts.get(marta))?.clock.lastContactKind).toBe('gift');
  expect(await part('Timeline').findByText('A book')).toBeDefined();
  await undo(user);
  expect((await stage.db.contacts.get(marta))?.clock.lastContactKind).not.toBe('gift');
});

it('beside the four that have keys', async () => {
  const logged: LogKind[] = [];
  const onLog = (kind: LogKind) => logged.push(kind);
  render(
    <LogChoices name="Ann Lee" focused onLog={onLog}>
      <MoreLogChoices onLog={onLog} />
    </LogChoices>,
  );
  for (const button of screen.getAllByRole('button')) await userEvent.setup().click(button);
  expect(logged).toEqual([...Object.values(logKeys), 'letter', 'gift', 'social']);
});
