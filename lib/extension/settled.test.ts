import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { prompt } from './settled';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('runs at the first call at once, and once more for all that follow it closely', async () => {
  const task = vi.fn(async () => undefined);
  const ask = prompt(40, task);
  ask();
  expect(task).toHaveBeenCalledTimes(1);
  ask();
  ask();
  await vi.advanceTimersByTimeAsync(40);
  expect(task).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(200);
  expect(task).toHaveBeenCalledTimes(2);
  ask();
  expect(task).toHaveBeenCalledTimes(3);
});
