// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { speakEnglish } from '@/tests/support/i18n';
import { ContactFactsField } from './ContactFactsField';

beforeEach(() => speakEnglish());
afterEach(cleanup);

it('keeps what is typed while the words before it are being saved', async () => {
  const user = userEvent.setup();
  let answer = (_reply: unknown) => {};
  const saved: string[] = [];
  const save = (facts: string) => {
    saved.push(facts);
    return new Promise((resolve) => {
      answer = resolve;
    });
  };
  render(<ContactFactsField label="Facts" facts="" onSave={save} />);
  await user.type(screen.getByRole('textbox'), 'Two children');
  await user.click(screen.getByRole('button'));
  await user.type(screen.getByRole('textbox'), ', one dog');
  answer({});
  await Promise.resolve();
  expect(screen.getByRole('textbox')).toHaveProperty('value', 'Two children, one dog');
  await user.click(screen.getByRole('button'));
  answer({});
  expect(saved).toEqual(['Two children', 'Two children, one dog']);
});
