import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readCopy } from '@/lib/core/copy';
import type { Contact, Interaction } from '@/lib/core/model';
import { newId } from '@/lib/messaging/new-id';
import { aBench, type Bench, day, tuesday } from '@/tests/support/background';
import { contentOf } from './copies';
import { essentialsOf } from './essentials';
import { services } from './services';

const rests = vi.hoisted((): number[] => []);
vi.mock('./rest', () => ({ rest: async (workedMs: number) => void rests.push(workedMs) }));
afterEach(() => vi.restoreAllMocks());

let bench: Bench;
beforeEach(async () => {
  bench = await aBench(tuesday);
  await services.giveConsent(bench.db, { id: newId(), ownAddresses: ['sam@ours.example'] }, bench.ours());
  const people = [{ mailbox: 'Ann Lee <ann@acme.example>', as: 'customer' as const }];
  const { contactIds } = await services.track(bench.db, { id: newId(), people }, bench.ours());
  const contactId = contactIds[0] ?? '';
  const call = { id: newId(), contactId, kind: 'call' as const, outcome: 'reached' as const };
  await services.logInteraction(bench.db, call, bench.ours());
  await services.planFollowUp(bench.db, { id: newId(), contactId, dueOn: '2026-09-01', channel: 'mail' }, bench.ours());
});

async function read() {
  const pieces: string[] = [];
  for await (const piece of essentialsOf(bench.db, tuesday)) pieces.push(piece);
  const found = readCopy(pieces.join(''), Infinity);
  if (!found.ok) throw new Error(found.problem.key);
  return found.content;
}

/** So many rows like the one there is; `at`: when the n-th happened. */
async function manyEntries(many: number, at: (n: number) => number): Promise<void> {
  const [call] = await bench.db.interactions.toArray();
  const rows = Array.from(
    { length: many },
    (_, n) => ({ ...call, id: `entry-${n}`, occurredAt: at(n) }) as Interaction,
  );
  await bench.db.interactions.bulkAdd(rows);
}

describe('what a snapshot holds', () => {
  it('is all there is', async () => {
    const all = await contentOf(bench.db);
    expect(JSON.parse(JSON.stringify(all))).toMatchObject(JSON.parse(JSON.stringify(await read())));
    expect((await read()).followUps).toHaveLength(1);
    expect((await read()).accounts).toHaveLength(1);
  });

  it('is read a few rows at a time, with a rest for as long as each reading took', async () => {
    await manyEntries(99, (n) => tuesday - n);
    let clock = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => clock);
    const { interactions } = bench.db;
    const where = interactions.where.bind(interactions);
    vi.spyOn(interactions, 'where').mockImplementation(((index: string) => {
      clock += 30;
      return where(index);
    }) as typeof interactions.where);
    rests.length = 0;
    expect((await read()).interactions).toHaveLength(100);
    expect(rests.slice(0, 4)).toEqual([30, 30, 30, 30]);
  });

  it('is a copy also where there is nothing', async () => {
    bench = await aBench(tuesday);
    expect(await read()).toMatchObject({ contacts: [], interactions: [] });
  });

  it('is every row once, however many pages they fill and however many happened at one instant', async () => {
    const [ann] = await bench.db.contacts.toArray();
    const copies = Array.from({ length: 601 }, () => ({ ...ann, id: newId() }) as Contact);
    await bench.db.contacts.bulkAdd(copies);
    await manyEntries(1_300, (n) => tuesday - (n < 700 ? day : n * 1_000));
    const { contacts, interactions } = await read();
    expect(new Set(contacts.map(({ id }) => id)).size).toBe(602);
    expect(contacts).toHaveLength(602);
    expect(new Set(interactions.map(({ id }) => id)).size).toBe(1_301);
    expect(interactions).toHaveLength(1_301);
  });
});
