import { IDBDatabase, IDBIndex, IDBObjectStore } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import type { Moment } from '@/components/moment';
import { findContacts, readAgenda } from '@/components/queries';
import { ruleDefaults } from '@/lib/core/settings';
import { openDatabase } from '@/lib/db/open-database';
import { newId } from '@/lib/messaging/new-id';
import { track } from '@/lib/services/contacts';
import { logInteraction } from '@/lib/services/interactions';
import { giveConsent } from '@/lib/services/settings';
import { reportSightings } from '@/lib/services/sightings';
import { aBench, aMail, aReport, type Bench, day, tuesday } from './support/background';

/** What a scenario asks of the database. Counted, not timed: each of them is a way to another process and back. */
interface Cost {
  readonly transactions: number;
  readonly requests: number;
}

/** Every call since the last test began; the database takes its methods along when it is opened. */
let spies: { readonly begun: MockInstance; readonly asked: readonly MockInstance[] };
const reads = ['get', 'getAll', 'getAllKeys', 'count', 'openCursor', 'openKeyCursor'] as const;
const writes = ['put', 'add', 'delete'] as const;

function watch(): void {
  spies = {
    begun: vi.spyOn(IDBDatabase.prototype, 'transaction'),
    asked: [
      ...[...reads, ...writes].map((name) => vi.spyOn(IDBObjectStore.prototype, name)),
      ...reads.map((name) => vi.spyOn(IDBIndex.prototype, name)),
    ],
  };
}

function costSoFar(): Cost {
  const { begun, asked } = spies;
  return {
    transactions: begun.mock.calls.length,
    requests: asked.reduce((sum, spy) => sum + spy.mock.calls.length, 0),
  };
}

async function costOf(task: () => Promise<unknown>): Promise<Cost> {
  const before = costSoFar();
  await task();
  const after = costSoFar();
  return { transactions: after.transactions - before.transactions, requests: after.requests - before.requests };
}

const people = Array.from({ length: 50 }, (_, number) => `Person ${number} <person${number}@acme.example>`);
const report = aReport(
  'list',
  people.map((mailbox, number) => aMail(tuesday - 3 * day - number, { mailbox, from: mailbox })),
);
let bench: Bench;
beforeEach(async () => {
  watch();
  bench = await aBench();
  await giveConsent(bench.db, { id: newId(), ownAddresses: ['sam@ours.example'] }, bench.ours());
  await track(bench.db, { id: newId(), people: people.map((mailbox) => ({ mailbox, as: 'customer' })) }, bench.page());
  await reportSightings(bench.db, report, bench.page());
});

// Whoever makes these numbers smaller lowers them here; a larger one is a slower answer (docs/performance.md).
describe('what is asked of the database', () => {
  it('for the badges of fifty known people whose mail is known, by a background that has just started', async () => {
    const db = await openDatabase(bench.witnesses, { now: () => bench.now, newId });
    const cost = await costOf(() => reportSightings(db, report, bench.page()));
    expect(cost).toEqual({ transactions: 2, requests: 102 });
  });

  it('for the same badges again: nothing, and after a logged call the settings, the one person and that person’s mail', async () => {
    await reportSightings(bench.db, report, bench.page());
    expect(await costOf(() => reportSightings(bench.db, report, bench.page()))).toEqual({
      transactions: 0,
      requests: 0,
    });
    const contactId = (await bench.db.contacts.toCollection().first())?.id ?? '';
    await logInteraction(bench.db, { id: newId(), contactId, kind: 'call', outcome: 'reached' }, bench.page());
    expect(await costOf(() => reportSightings(bench.db, report, bench.page()))).toEqual({
      transactions: 3,
      requests: 5,
    });
  });

  it('for today’s list', async () => {
    const moment: Moment = {
      now: tuesday,
      today: '2026-08-04',
      timeZone: 'Europe/Berlin',
      locale: 'en-GB',
      weekend: [6, 0],
      holidays: [],
      ...ruleDefaults,
    };
    const cost = await costOf(() => readAgenda(bench.db, moment, 200, 10));
    expect(cost).toEqual({ transactions: 1, requests: 8 });
  });

  it('for a search', async () => {
    const cost = await costOf(() => findContacts(bench.db, 'person 7', 50));
    expect(cost).toEqual({ transactions: 3, requests: 3 });
  });

  it('for a logged call', async () => {
    const contactId = (await bench.db.contacts.toCollection().first())?.id ?? '';
    const cost = await costOf(() =>
      logInteraction(bench.db, { id: newId(), contactId, kind: 'call', outcome: 'reached' }, bench.page()),
    );
    expect(cost).toEqual({ transactions: 2, requests: 26 });
  });
});
