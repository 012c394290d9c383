import { expect, it } from 'vitest';
import { isoDay } from '@/lib/core/iso-day';

const now = Date.UTC(2026, 7, 4, 22, 30);
const inTokyo = (text: string) => isoDay(text, now, 'Asia/Tokyo');

it.each([
  ['2026-06-01', '2026-06-01'],
  ['2026-06-01T09:00:00.000Z', '2026-06-01'],
  ['2026-06-01T20:00Z', '2026-06-02'],
  ['2026-06-01T20:00:00+09:00', '2026-06-01'],
  ['2026-08-05', '2026-08-05'],
])('%s is a day: %s', (text, on) => {
  expect(inTokyo(text)).toBe(on);
});

it.each(['2026-08-06', '2027-01-01T00:00Z', '6/1/2026', '2026-02-30', '2026-06-01T09:00', 'yesterday', ''])(
  '"%s" is none',
  (text) => {
    expect(inTokyo(text)).toBeUndefined();
  },
);
