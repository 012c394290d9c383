import { beforeEach, expect, it } from 'vitest';
import { healthOf } from '@/lib/db/health';
import { newId } from '@/lib/messaging/new-id';
import { aBench, type Bench, hour, minute } from '@/tests/support/background';
import { services } from './services';

let bench: Bench;
beforeEach(async () => {
  bench = await aBench();
  await services.giveConsent(bench.db, { id: newId(), ownAddresses: [] }, bench.ours());
});

const tell = (people: number, sample?: string) =>
  services.reportHealth(
    bench.db,
    { site: 'acme', view: 'list', rows: 20, people, missed: 0, sample },
    bench.page(1, 'https://crm.acme.example'),
  );

it('is kept by site and origin: since when a view is blind, and with what sample', async () => {
  const began = bench.now;
  await tell(0, '<tr>');
  bench.now += 15 * minute;
  await tell(0, '<tr>');
  expect(await healthOf(bench.db)).toMatchObject([
    { site: 'acme', origin: 'https://crm.acme.example', blindSinceAt: began, seenAt: bench.now, sample: '<tr>' },
  ]);
  await tell(20);
  expect((await healthOf(bench.db))[0]).not.toHaveProperty('blindSinceAt');
  expect((await healthOf(bench.db))[0]).not.toHaveProperty('sample');
});

it('of a page that is well is written once an hour at most', async () => {
  await tell(20);
  const [first] = await healthOf(bench.db);
  bench.now += 30 * minute;
  await tell(20);
  expect(await healthOf(bench.db)).toEqual([first]);
  bench.now += hour;
  await tell(20);
  expect((await healthOf(bench.db))[0]?.seenAt).toBe(bench.now);
});
