import { beforeAll, expect, it, vi } from 'vitest';
import { addDays, startOfDay } from '@/lib/core/calendar';
import type { Contact, Interaction } from '@/lib/core/model';
import { ruleDefaults } from '@/lib/core/settings';
import { searchWords } from '@/lib/core/words';
import { tallyOf } from '@/lib/services/tally';
import { aBench, type Bench, tuesday } from '@/tests/support/background';
import type { Moment } from './moment';
import { findContacts, readAgenda, readContact, unseenAmong } from './queries';
import { readWaiting } from './whole-list-queries';

/** The popup must open as fast over 100,000 contacts as over ten: it may read no more rows, whatever the table holds. */
const size = 20_000;
const today = '2026-08-04';
const timeZone = 'Europe/Berlin';
const rules = { ...ruleDefaults, timeZone, weekend: [6, 0], holidays: [] };
const moment: Moment = { ...rules, now: tuesday, today, locale: 'en-GB' };
const first = ['Anna', 'Bertil', 'Chen', 'Dilek'];
const idOf = (number: number) => `01JAAAAAAAAAAAAAAAAAA${String(number).padStart(5, '0')}`;

/** Every fourth is an Anna, one in a thousand a Quist; half are overdue, a tenth due today, the others soon or later. */
function contact(number: number): Contact {
  const name = `${first[number % 4]} ${number % 1_000 === 8 ? 'Quist' : `Berg${number}`}`;
  const days = number % 2 ? -1 - (number % 400) : (number % 10) * 2;
  const dueOn = addDays(today, days);
  return {
    id: idOf(number),
    name,
    stage: 'customer',
    trackedOn: '2026-01-01',
    clock: { dueOn, fadingOn: addDays(dueOn, 30), lastContactId: `call-${number}`, lastContactAt: tuesday },
    attentionAt: startOfDay(dueOn, timeZone),
    // One in twenty of the overdue ones is owed a reply, far more than anybody answers in a day.
    ...(number % 40 === 1 ? { urgentAt: startOfDay(dueOn, timeZone) } : {}),
    words: searchWords(name, 'Acme', []),
    updatedAt: 1,
    updatedBy: 'test',
  };
}

function call(id: string, contactId: string, number = 0): Interaction {
  const stamp = { recordedAt: tuesday, recordedBy: 'test' };
  const occurredAt = tuesday - number * 60_000;
  return { id, contactId, kind: 'call', occurredAt, precision: 'instant', weight: 'counts', source: 'user', ...stamp };
}

let bench: Bench;
beforeAll(async () => {
  bench = await aBench();
  await bench.db.contacts.bulkAdd(Array.from({ length: size }, (_, number) => contact(number)));
  const calls = Array.from({ length: 2_000 }, (_, number) => call(`call-of-anna-${number}`, idOf(0), number));
  await bench.db.interactions.bulkAdd(calls);
});

/** How many rows and keys the database hands out while the task runs; a count by index walks over what it counts. */
async function rowsRead(task: () => Promise<unknown>): Promise<number> {
  let read = 0;
  const noteResult = (request: IDBRequest) =>
    request.addEventListener('success', () => {
      const result: unknown = request.result;
      if (Array.isArray(result)) read += result.length;
      else read += typeof result === 'number' ? result : Number(result !== undefined);
    });
  for (const { prototype } of [IDBObjectStore, IDBIndex]) {
    for (const name of ['get', 'getKey', 'getAll', 'getAllKeys', 'count'] as const) {
      after(prototype, name, (_, request) => noteResult(request as IDBRequest));
    }
  }
  after(IDBCursor.prototype, 'advance', ([steps]) => {
    read += Number(steps);
  });
  for (const name of ['continue', 'continuePrimaryKey'] as const) {
    after(IDBCursor.prototype, name, () => {
      read += 1;
    });
  }
  await task().finally(() => vi.restoreAllMocks());
  return read;
}

/** Notes what a method was called with and what it returned. */
function after<T extends object>(
  prototype: T,
  name: keyof T,
  note: (values: unknown[], result: unknown) => void,
): void {
  const original = prototype[name] as (...values: unknown[]) => unknown;
  const method = prototype as unknown as Record<keyof T, typeof original>;
  vi.spyOn(method, name).mockImplementation(function (this: T, ...values: unknown[]) {
    const result = original.apply(this, values);
    note(values, result);
    return result;
  } as never);
}

it('notices every way of reading a whole table', async () => {
  const count = 200;
  const { contacts } = (await aBench()).db;
  await contacts.bulkAdd(Array.from({ length: count }, (_, number) => contact(number)));
  const index = () => contacts.where('attentionAt').above(0);
  const ways: readonly (() => Promise<unknown>)[] = [
    () => contacts.toArray(),
    () => contacts.count(),
    () => contacts.each(() => undefined),
    () => contacts.filter(({ name }) => name === 'nobody').toArray(),
    () => contacts.bulkGet(Array.from({ length: count }, (_, number) => idOf(number))),
    () => index().primaryKeys(),
    () => index().count(),
    () => index().reverse().toArray(),
    () => index().distinct().toArray(),
    () =>
      contacts
        .orderBy('attentionAt')
        .offset(count - 1)
        .first(),
  ];
  for (const way of ways) expect(await rowsRead(way)).toBeGreaterThanOrEqual(count - 1);
});

/** 200 contacts of each of four stretches and 100 of late with their newest entry, four counts to two hundred, who is next, and the day. */
const ofAgenda = 2 * (4 * 200 + 100) + 4 * 201 + 2;

it.each([
  ['today’s list', ofAgenda, () => readAgenda(bench.db, moment, 200)],
  ['everybody who waits, up to so many', 2 * (2 * 200) + 1, () => readWaiting(bench.db, tuesday, 200)],
  ['the toolbar’s count', 252, () => tallyOf(bench.db, bench.ours())],
  ['a contact with thousands of entries', 90, () => readContact(bench.db, idOf(0), 20)],
  ['a search by one letter', 1_000 + 100, () => findContacts(bench.db, 'a', 50)],
  ['a search by a common first name', 1_000 + 100, () => findContacts(bench.db, 'anna', 50)],
  ['a search by a common name and a rare one', 1_000 + 100, () => findContacts(bench.db, 'anna quist', 50)],
  ['a search by two common words', 2_000 + 400, () => findContacts(bench.db, 'acme anna', 50)],
  ['a search for nobody', 2_000, () => findContacts(bench.db, 'acme anna nobody', 50)],
  [
    'who of those just tracked is unseen',
    10,
    () =>
      unseenAmong(
        bench.db,
        Array.from({ length: 10 }, (_, n) => idOf(n)),
      ),
  ],
])('%s reads a bounded number of rows', async (_, bound, read) => {
  const count = await rowsRead(read);
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThanOrEqual(bound);
});
