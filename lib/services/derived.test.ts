import { expect, it } from 'vitest';
import type { Contact } from '@/lib/core/model';
import { rulesOf, settingsOf } from '@/lib/db/settings';
import { newId } from '@/lib/messaging/new-id';
import { aBench, tuesday } from '@/tests/support/background';
import { rebuildBatch, refreshDerived } from './derived';
import { services } from './services';

it('reaches every contact when the rules change while others are still on their way', async () => {
  const bench = await aBench(tuesday);
  const { db } = bench;
  await services.addContact(db, { id: newId(), name: 'Ann', stage: 'customer' }, bench.ours());
  const [ann] = await db.contacts.toArray();
  await db.contacts.bulkPut(Array.from({ length: 450 }, () => ({ ...ann, id: newId() }) as Contact));
  const change = (cadenceDays: number) => services.changeSettings(db, { id: newId(), cadenceDays }, bench.ours());
  await change(10);
  const rulesNow = async () => rulesOf(await settingsOf(db, 'en-GB'), 'Europe/Berlin');
  let next = await rebuildBatch(db, rulesNow, '');
  await change(20);
  while (next !== undefined) next = await rebuildBatch(db, rulesNow, next);
  await refreshDerived(db, bench.ours());
  const dueOn = new Set((await db.contacts.toArray()).map((one) => one.clock.dueOn));
  expect([...dueOn]).toEqual(['2026-08-24']);
});

it('is done once with a new time zone, and goes on in it', async () => {
  const bench = await aBench(tuesday);
  await services.addContact(bench.db, { id: newId(), name: 'Ann', stage: 'customer' }, bench.ours());
  const there = { ...bench.ours(), timeZone: 'Pacific/Auckland' };
  expect(await refreshDerived(bench.db, there)).toBe(true);
  expect(await refreshDerived(bench.db, there)).toBe(false);
  expect(await refreshDerived(bench.db, bench.ours())).toBe(true);
});
