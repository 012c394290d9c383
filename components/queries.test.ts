import { beforeEach, expect, it } from 'vitest';
import { addDays, startOfDay } from '@/lib/core/calendar';
import type { Contact } from '@/lib/core/model';
import { ruleDefaults } from '@/lib/core/settings';
import { searchWords } from '@/lib/core/words';
import { aBench, type Bench } from '@/tests/support/background';
import type { Moment } from './moment';
import { findContacts, readAgenda } from './queries';

const today = '2026-08-04';
const timeZone = 'Europe/Berlin';
const moment: Moment = {
  now: startOfDay(today, timeZone),
  today,
  timeZone,
  locale: 'en-GB',
  weekend: [6, 0],
  holidays: [],
  ...ruleDefaults,
};
let bench: Bench;
beforeEach(async () => {
  bench = await aBench();
});

function dueIn(days: number, number: number, changes: Partial<Contact> = {}): Contact {
  const dueOn = addDays(today, days);
  const name = `Person ${number}`;
  return {
    id: `01JAAAAAAAAAAAAAAAAAA${String(number).padStart(5, '0')}`,
    name,
    stage: 'customer',
    trackedOn: '2026-01-01',
    clock: { dueOn, fadingOn: addDays(dueOn, 30) },
    attentionAt: startOfDay(dueOn, timeZone),
    words: searchWords(name, `Firm ${number % 3}`, []),
    updatedAt: 1,
    updatedBy: 'test',
    ...changes,
  };
}

const people = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, number) => `Person ${number + from}`);

it('parts the list at midnight of the user, and leaves out who was deleted', async () => {
  const days = [-20, -1, 0, 1, 7, 8];
  await bench.db.contacts.bulkAdd(days.map((day, number) => dueIn(day, number)));
  await bench.db.contacts.add(dueIn(-3, 99, { deletedAt: 1, attentionAt: undefined }));
  const { parts, upcoming } = await readAgenda(bench.db, moment, 10);
  const names = (part: keyof typeof parts) => parts[part].entries.map(({ contact }) => contact.name);
  expect(names('overdue')).toEqual(['Person 0', 'Person 1']);
  expect(names('today')).toEqual(['Person 2']);
  expect(names('next')).toEqual(['Person 3', 'Person 4']);
  expect(upcoming?.contact.name).toBe('Person 3');
});

it('reads the first of a long list, half as many of its last thirty days, and counts the rest', async () => {
  await bench.db.contacts.bulkAdd(Array.from({ length: 60 }, (_, number) => dueIn(number - 60, number)));
  const { parts } = await readAgenda(bench.db, moment, 10);
  const read = parts.overdue.entries.map(({ contact }) => contact.name);
  expect(read.sort()).toEqual([...people(0, 10), ...people(30, 35)].sort());
  expect(parts.overdue).toMatchObject({ total: 60, capped: false });
});

it('reads a short list whole', async () => {
  await bench.db.contacts.bulkAdd(Array.from({ length: 10 }, (_, number) => dueIn(number - 60, number)));
  const { parts } = await readAgenda(bench.db, moment, 10);
  expect(parts.overdue.entries.map(({ contact }) => contact.name).sort()).toEqual(people(0, 10));
  expect(parts.overdue).toMatchObject({ total: 10, capped: false });
});

/** Wrote nine days ago and is owed a reply; `i…` is that mail. */
function owed(number: number): Contact {
  const sinceAt = moment.now - 9 * 86_400_000;
  const interactionId = `i${number}`;
  const clock = {
    owed: { interactionId, sinceAt, dueAt: sinceAt + 86_400_000, dueOn: addDays(today, -8) },
    lastContactId: interactionId,
  };
  return { ...dueIn(-1, number), clock, attentionAt: sinceAt, urgentAt: sinceAt + number };
}

it('counts each urgent one once, by whichever index it was read', async () => {
  await bench.db.contacts.bulkAdd(Array.from({ length: 100 }, (_, number) => owed(number)));
  const { parts } = await readAgenda(bench.db, moment, 60, 10);
  expect(parts.overdue).toMatchObject({ total: 100, capped: false });
});

it('reads the mails that its lines tell of, and no others', async () => {
  const mail = (id: string, contactId: string) =>
    ({ id, contactId, kind: 'mail', occurredAt: 1, precision: 'instant', weight: 'counts', source: 'page' }) as const;
  const waiting = owed(1);
  const late = dueIn(-5, 2, { clock: { ...dueIn(-5, 2).clock, lastContactId: 'i2', doubtfulId: 'i3' } });
  const far = dueIn(30, 4, { clock: { ...dueIn(30, 4).clock, lastContactId: 'i4' } });
  await bench.db.contacts.bulkAdd([waiting, late, far]);
  const ids = ['i1', 'i2', 'i3', 'i4'];
  await bench.db.interactions.bulkAdd(ids.map((id) => ({ ...mail(id, late.id), recordedAt: 1, recordedBy: 'test' })));
  const { interactions, parts } = await readAgenda(bench.db, moment, 60, 10);
  expect(parts.overdue.total).toBe(2);
  expect([...interactions.keys()]).toEqual(['i2']);
});

it('counts to two hundred and no further', async () => {
  await bench.db.contacts.bulkAdd(Array.from({ length: 205 }, (_, number) => dueIn(-5, number)));
  const { parts } = await readAgenda(bench.db, moment, 10);
  expect(parts.overdue).toMatchObject({ total: 200, capped: true });
});

it('finds by the beginning of every word, in any order, without accents, at most so many', async () => {
  await bench.db.contacts.bulkAdd(Array.from({ length: 90 }, (_, number) => dueIn(1, number)));
  const words = searchWords('Łukasz Müller', 'Ätna', ['luk@atna.example']);
  await bench.db.contacts.add(dueIn(1, 500, { name: 'Łukasz Müller', words }));
  const found = async (query: string) => (await findContacts(bench.db, query, 50)).map(({ name }) => name);
  expect(await found('MULL atn')).toEqual(['Łukasz Müller']);
  expect(await found('luk@atna')).toEqual(['Łukasz Müller']);
  expect(await found('firm person 7')).toEqual(expect.arrayContaining(['Person 7', 'Person 70']));
  expect(await found('person')).toHaveLength(50);
  expect(await found('person nobody')).toEqual([]);
  expect(await found('   ')).toEqual([]);
});
