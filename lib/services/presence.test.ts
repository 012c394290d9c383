import { beforeEach, expect, it, vi } from 'vitest';
import { newId } from '@/lib/messaging/new-id';
import { aBench, type Bench, day } from '@/tests/support/background';
import { notePresence } from './presence';
import { services } from './services';

let bench: Bench;
/** Tuesday, 4 August 2026. */
beforeEach(async () => {
  bench = await aBench();
});

const presence = () => bench.db.meta.get('presence');
const note = () => notePresence(bench.db, bench.ours());

it('knows only the day, and writes it once', async () => {
  await note();
  expect(await presence()).toEqual({ key: 'presence', lastOn: '2026-08-04' });
  const put = vi.spyOn(bench.db.meta, 'put');
  bench.now += 5 * 3_600_000;
  await note();
  expect(put).not.toHaveBeenCalled();
});

it.each([
  ['a long weekend', 6, undefined],
  ['four working days', 7, undefined],
  ['five working days', 8, { fromOn: '2026-08-05', toOn: '2026-08-11' }],
  ['three weeks', 20, { fromOn: '2026-08-05', toOn: '2026-08-21' }],
  ['more than a year: the user begins anew', 400, undefined],
])('after %s', async (_, days, gap) => {
  await note();
  bench.now += days * day;
  await note();
  expect(await presence()).toEqual({
    key: 'presence',
    lastOn: new Date(bench.now).toISOString().slice(0, 10),
    ...(gap && { gap }),
  });
});

it('counts working days as the user has them', async () => {
  const holidays = ['2026-08-10'];
  await services.changeSettings(bench.db, { id: newId(), weekend: [5, 6], holidays }, bench.ours());
  await note();
  bench.now += 8 * day;
  await note();
  expect(await presence()).not.toHaveProperty('gap');
  bench.now += 9 * day;
  await note();
  expect(await presence()).toMatchObject({ gap: { fromOn: '2026-08-13', toOn: '2026-08-20' } });
});

it('keeps an unanswered gap while the user is here again', async () => {
  await note();
  bench.now += 14 * day;
  await note();
  bench.now += day;
  await note();
  expect(await presence()).toEqual({
    key: 'presence',
    lastOn: '2026-08-19',
    gap: { fromOn: '2026-08-05', toOn: '2026-08-17' },
  });
});

it('does not go back with the clock', async () => {
  await note();
  bench.now -= 3 * day;
  await note();
  expect(await presence()).toMatchObject({ lastOn: '2026-08-04' });
});
