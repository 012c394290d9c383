import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Contact } from '@/lib/core/model';
import { newestHead } from '@/lib/db/snapshot';
import type { Witness } from '@/lib/db/witness';
import { newId } from '@/lib/messaging/new-id';
import { aBench, type Bench, day, memoryShelf, minute, tuesday } from '@/tests/support/background';
import { keepSnapshot } from './safety';
import { services } from './services';
import { nextChanges, tallyOf } from './tally';

let bench: Bench;

beforeEach(async () => {
  bench = await aBench();
});

async function trackSince(mailbox: string, on: string): Promise<void> {
  const reply = await services.track(bench.db, { id: newId(), people: [{ mailbox, as: 'customer' }] }, bench.page());
  const contactId = reply.contactIds[0] ?? '';
  await services.setLastInTouch(bench.db, { id: newId(), contactId, when: on }, bench.page());
}

describe('the toolbar count', () => {
  it('counts who waits, and knows how the worst of them stands', async () => {
    expect(await tallyOf(bench.db, bench.ours())).toEqual({ count: 0, worst: undefined });
    await trackSince('due@acme.example', '2026-07-05');
    await trackSince('far@acme.example', '2026-08-01');
    expect(await tallyOf(bench.db, bench.ours())).toEqual({ count: 1, worst: 'due' });
    await trackSince('late@acme.example', '2026-06-20');
    expect(await tallyOf(bench.db, bench.ours())).toEqual({ count: 2, worst: 'overdue' });
    await trackSince('gone@acme.example', '2026-03-01');
    expect(await tallyOf(bench.db, bench.ours())).toEqual({ count: 3, worst: 'fading' });
  });

  it('is empty on a day off', async () => {
    await trackSince('late@acme.example', '2026-06-20');
    bench.now += 4 * day;
    expect(await tallyOf(bench.db, bench.ours())).toEqual({ count: 0 });
    bench.now += 2 * day;
    expect(await tallyOf(bench.db, bench.ours())).toMatchObject({ count: 1 });
  });

  const many = async (changes: Partial<Contact>) => {
    await trackSince('late@acme.example', '2026-06-20');
    const [late] = await bench.db.contacts.toArray();
    const rows = Array.from({ length: 150 }, () => ({ ...late, ...changes, id: newId() }) as Contact);
    await bench.db.contacts.bulkPut(rows);
  };
  it('holds the drifting ones to the budget of the day, and counts nobody in the index', async () => {
    await many({});
    const counted = vi.spyOn(IDBIndex.prototype, 'count');
    expect(await tallyOf(bench.db, bench.ours())).toMatchObject({ count: 12, worst: 'overdue' });
    expect(counted).not.toHaveBeenCalled();
  });
  it('counts urgent ones besides, no further than the button can show', async () => {
    await many({ urgentAt: 0, clock: { owed: { interactionId: 'mail', sinceAt: 0, dueAt: 0, dueOn: '1970-01-01' } } });
    expect((await tallyOf(bench.db, bench.ours())).count).toBeGreaterThanOrEqual(100);
  });
  it('changes next when somebody becomes due, and at midnight', async () => {
    await trackSince('far@acme.example', '2026-08-01');
    const [due, urgent, fading, midnight] = await nextChanges(bench.db, bench.ours());
    expect(new Date(due ?? 0).toISOString()).toBe('2026-08-30T22:00:00.000Z');
    expect(urgent).toBeUndefined();
    expect(fading).toBeGreaterThan(due ?? 0);
    expect(new Date(midnight ?? 0).toISOString()).toBe('2026-08-04T22:00:00.000Z');
  });
});

describe('a snapshot is taken', () => {
  const witness = (fields: Partial<Witness>): Witness => {
    return { dbName: 'holdfast', dbId: 'x', rows: 10, lastWriteAt: 0, schema: 1, writes: 1, ...fields };
  };

  it.each<[string, Partial<Witness>, number, boolean]>([
    ['not while nothing is new', { writes: 1 }, day, false],
    ['a minute after the last if anything is', { writes: 2 }, minute, true],
    ['not sooner', { writes: 20 }, minute - 1, false],
    ['after half an hour where it costs more', { writes: 2, rows: 2_001 }, 30 * minute, true],
    ['not sooner there for little', { writes: 25, rows: 2_001 }, 29 * minute, false],
    ['sooner there for much', { writes: 26, rows: 2_001 }, 5 * minute, true],
    ['not before six hours where it is costly', { writes: 99, rows: 30_000 }, 359 * minute, false],
    ['after six hours where it is costly', { writes: 99, rows: 30_000 }, 360 * minute, true],
    ['of another database like of any change', { dbId: 'y', writes: 0 }, minute, true],
    ['also when the clock went back', { writes: 2 }, -120 * minute, true],
    ['never of nothing', { rows: 0, writes: 9 }, day, false],
  ])('%s', async (_, fields, later, taken) => {
    const shelf = memoryShelf();
    await trackSince('ann@acme.example', '2026-08-01');
    await keepSnapshot(bench.db, shelf, witness({}), tuesday);
    const before = await newestHead(shelf);
    const nextAt = await keepSnapshot(bench.db, shelf, witness(fields), tuesday + later);
    expect((await newestHead(shelf))?.sequence).toBe((before?.sequence ?? 0) + (taken ? 1 : 0));
    if (taken) expect(nextAt).toBeUndefined();
    else if (fields.writes !== 1 && fields.rows !== 0) expect(nextAt).toBeGreaterThan(tuesday + later);
  });

  it('never in place of an older one while nobody is tracked, as after a start from nothing', async () => {
    const shelf = memoryShelf();
    await trackSince('ann@acme.example', '2026-08-01');
    await keepSnapshot(bench.db, shelf, witness({}), tuesday);
    const empty = await aBench();
    for (const writes of [1, 2]) {
      await keepSnapshot(empty.db, shelf, witness({ dbId: 'y', rows: 1, writes }), tuesday + writes * day);
    }
    expect((await newestHead(shelf))?.sequence).toBe(1);
  });

  it('not before somebody is tracked', async () => {
    const shelf = memoryShelf();
    await keepSnapshot(bench.db, shelf, witness({}), tuesday);
    expect(shelf.texts.size).toBe(0);
    await trackSince('ann@acme.example', '2026-08-01');
    await keepSnapshot(bench.db, shelf, witness({}), tuesday);
    expect(shelf.texts.size).toBe(2);
  });
});
