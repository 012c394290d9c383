// @vitest-environment happy-dom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { speakEnglish } from '@/tests/support/i18n';
import { ErrorFence } from './ErrorFence';

beforeEach(() => {
  speakEnglish();
  // React tells of the error a second time.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

function Broken(): never {
  throw new Error('cannot be drawn');
}

it('says what happened and what is safe where a part cannot be drawn, and begins again at a press', async () => {
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => undefined);
  render(
    <ErrorFence>
      <Broken />
    </ErrorFence>,
  );
  expect(screen.getByRole('heading', { name: /^Something went wrong in Holdfast\./ })).toBeDefined();
  expect(screen.getByText('What was saved before is safe.')).toBeDefined();
  expect(screen.queryByText(/cannot be drawn/)).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(reload).toHaveBeenCalledOnce();
});

it('stays out of the way of what can be drawn', () => {
  render(<ErrorFence>Today</ErrorFence>);
  expect(screen.getByText('Today')).toBeDefined();
  expect(screen.queryByRole('button')).toBeNull();
});
