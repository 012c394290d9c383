import { expect, it } from 'vitest';
import { addDays, civilDate, isWorkingDay, startOfDay } from '@/lib/core/calendar';
import type { Contact } from '@/lib/core/model';
import { defaultSettings, rulesOf } from '@/lib/db/settings';
import { newId } from '@/lib/messaging/new-id';
import { bulk } from '@/lib/services/bulk';
import { rederive } from '@/lib/services/derived';
import { skip } from '@/lib/services/skips';
import { tallyOf } from '@/lib/services/tally';
import { undo } from '@/lib/services/undo';
import { aBench, type Bench, hour } from '@/tests/support/background';
import { type AgendaRead, readAgenda } from './queries';

const timeZone = 'Europe/Berlin';
const settings = defaultSettings('en-GB');
const rules = rulesOf(settings, timeZone);
const idOf = (number: number) => `01JAAAAAAAAAAAAAAAAAA${String(number).padStart(5, '0')}`;

/** Customers last called on that day, as an import leaves them. */
async function imported(bench: Bench, count: number, calledOn: string): Promise<void> {
  const at = startOfDay(calledOn, timeZone) + 9 * hour;
  const ids = Array.from({ length: count }, (_, number) => idOf(number));
  await bench.db.interactions.bulkAdd(
    ids.map((contactId) => ({
      id: `call-${contactId}`,
      contactId,
      kind: 'call',
      occurredAt: at,
      precision: 'instant',
      weight: 'counts',
      source: 'import',
      recordedAt: at,
      recordedBy: 'test',
    })),
  );
  const stamp = { updatedAt: 1, updatedBy: 'test' };
  const bare = ids.map(
    (id): Contact => ({
      id,
      name: `Person ${id}`,
      stage: 'customer',
      trackedOn: calledOn,
      clock: {},
      words: [],
      ...stamp,
    }),
  );
  await bench.db.contacts.bulkAdd(await Promise.all(bare.map((contact) => rederive(bench.db, contact, rules))));
}

const todayOf = ({ now }: Bench) => civilDate(now, timeZone);

function listOf(bench: Bench, budget: number = settings.dailyBudget): Promise<AgendaRead> {
  const moment = { ...rules, now: bench.now, today: todayOf(bench), locale: 'en-GB' };
  return readAgenda(bench.db, moment, 200, budget);
}

const shownIn = ({ parts }: AgendaRead) =>
  [...parts.overdue.entries, ...parts.today.entries].map(({ contact }) => contact.id);

it('the daily list after importing 1,000 contacts with equal dates respects the budget and loses none', async () => {
  const bench = await aBench();
  await imported(bench, 1_000, addDays(todayOf(bench), -30));
  const seen = new Set<string>();
  for (let days = 0; seen.size < 1_000; days += 1) {
    expect(days).toBeLessThan(130);
    if (isWorkingDay(todayOf(bench), settings)) {
      const ids = shownIn(await listOf(bench));
      expect(ids.length).toBe(settings.dailyBudget);
      // Nobody is asked for a second time before everybody was asked for once.
      const first = ids.filter((id) => !seen.has(id));
      expect(first.length).toBe(Math.min(settings.dailyBudget, 1_000 - seen.size));
      for (const id of ids) seen.add(id);
      await bulk(bench.db, { id: newId(), contactIds: ids, what: { do: 'log', kind: 'call' } }, bench.ours());
      expect(shownIn(await listOf(bench))).toEqual([]);
    }
    bench.now += 24 * hour;
  }
  expect(seen.size).toBe(1_000);
});

it('counts what the budget holds back, and shows it when asked', async () => {
  const bench = await aBench();
  await imported(bench, 30, addDays(todayOf(bench), -40));
  const list = await listOf(bench);
  expect(shownIn(list)).toHaveLength(12);
  expect(list.later).toEqual({ count: 18, capped: false });
  const all = await listOf(bench, Infinity);
  expect(new Set(shownIn(all)).size).toBe(30);
  expect(all.later.count).toBe(0);
});

it('counts on to two hundred where there are more', async () => {
  const bench = await aBench();
  await imported(bench, 1_100, addDays(todayOf(bench), -40));
  const { later } = await listOf(bench);
  expect(later).toEqual({ count: 188, capped: true });
});

it('takes a place of the day for each one seen to, whatever was done, and gives it back on undo', async () => {
  const bench = await aBench();
  await imported(bench, 30, addDays(todayOf(bench), -40));
  const [first = '', second = '', third = ''] = shownIn(await listOf(bench));
  const actId = newId();
  await skip(bench.db, { id: actId, contactId: first, reason: ' on holiday ' }, bench.ours());
  const what = { do: 'snooze', untilOn: addDays(todayOf(bench), 7) } as const;
  await bulk(bench.db, { id: newId(), contactIds: [second], what }, bench.ours());
  expect(shownIn(await listOf(bench))).toHaveLength(10);
  expect(shownIn(await listOf(bench))).toContain(third);
  expect(await tallyOf(bench.db, bench.ours())).toEqual({ count: 10, worst: 'overdue' });
  await undo(bench.db, { id: newId(), actId }, bench.ours());
  expect(shownIn(await listOf(bench))).toHaveLength(11);
  expect(shownIn(await listOf(bench))).toContain(first);
});

it('says done for today once the budget is used up, and begins anew the next morning', async () => {
  const bench = await aBench();
  await imported(bench, 30, addDays(todayOf(bench), -40));
  const contactIds = shownIn(await listOf(bench));
  await bulk(bench.db, { id: newId(), contactIds, what: { do: 'log', kind: 'mail' } }, bench.ours());
  expect(await listOf(bench)).toMatchObject({ later: { count: 18 } });
  expect(await tallyOf(bench.db, bench.ours())).toEqual({ count: 0, worst: undefined });
  bench.now += 24 * hour;
  expect(shownIn(await listOf(bench))).toHaveLength(12);
  expect((await tallyOf(bench.db, bench.ours())).count).toBe(12);
});

it('shows every reply that is owed beside a full budget, oldest first', async () => {
  const bench = await aBench();
  await imported(bench, 30, addDays(todayOf(bench), -40));
  for (const number of [3, 5, 7]) {
    const contactId = idOf(number);
    await bench.db.interactions.add({
      id: `mail-${number}`,
      contactId,
      kind: 'mail',
      direction: 'in',
      occurredAt: bench.now - (10 - number) * 24 * hour,
      precision: 'instant',
      weight: 'counts',
      source: 'page',
      recordedAt: bench.now,
      recordedBy: 'test',
    });
    const contact = await bench.db.contacts.get(contactId);
    if (contact) await bench.db.contacts.put(await rederive(bench.db, contact, rules));
  }
  const ids = shownIn(await listOf(bench));
  expect(ids).toHaveLength(15);
  expect(ids.slice(0, 3)).toEqual([3, 5, 7].map(idOf));
  expect((await tallyOf(bench.db, bench.ours())).count).toBe(15);
});

it('counts nobody on a day off', async () => {
  const bench = await aBench();
  await imported(bench, 30, addDays(todayOf(bench), -40));
  bench.now += 4 * 24 * hour;
  expect(await tallyOf(bench.db, bench.ours())).toEqual({ count: 0 });
});
