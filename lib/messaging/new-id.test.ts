import { decodeTime, isValid } from 'ulid';
import { expect, it, vi } from 'vitest';
import { newId } from './new-id';

it('makes ULIDs that carry their time', () => {
  for (const at of [0, 1, 31, 32, Date.UTC(2026, 10, 24, 9, 30), 2 ** 48 - 1]) {
    vi.spyOn(Date, 'now').mockReturnValue(at);
    const id = newId();
    expect(isValid(id)).toBe(true);
    expect(decodeTime(id)).toBe(at);
  }
});

it('sorts by time and never repeats', () => {
  const ids = Array.from({ length: 1_000 }, (_, index) => {
    vi.spyOn(Date, 'now').mockReturnValue(1_790_000_000_000 + index);
    return newId();
  });
  expect([...ids].sort()).toEqual(ids);
  vi.spyOn(Date, 'now').mockReturnValue(1);
  expect(new Set(Array.from({ length: 1_000 }, () => newId())).size).toBe(1_000);
});
