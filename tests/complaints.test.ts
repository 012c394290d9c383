import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { groupOf } from '@/lib/core/agenda';
import { civilDate } from '@/lib/core/calendar';
import { makeCopy } from '@/lib/core/copy';
import type { Contact } from '@/lib/core/model';
import { standingOf } from '@/lib/core/standing';
import { openDatabase } from '@/lib/db/open-database';
import { rulesOf, settingsOf } from '@/lib/db/settings';
import { versions } from '@/lib/db/versions';
import { newId } from '@/lib/messaging/new-id';
import { contentOf } from '@/lib/services/copies';
import { services } from '@/lib/services/services';
import v1 from './fixtures/schema/v1.json';
import { aBench, aMail, aReport, type Bench, day, freshDisk, hour, memoryWitness, tuesday } from './support/background';
import { aContact, aLog, endOf, aMail as mailOf, rules } from './support/rows';

/**
 * What users of other tools complain about (product.md §8), each with a proof that it does not happen here. What rests on
 * the page is in `complaints-page.test.ts`, what rests on the calendar in `complaints-days.test.ts`.
 */

let bench: Bench;
beforeEach(async () => {
  bench = await aBench(tuesday);
  await services.giveConsent(bench.db, { id: newId(), ownAddresses: ['sam@ours.example'] }, bench.ours());
});

async function tracked(address = 'ann@acme.example'): Promise<string> {
  const people = [{ mailbox: address, as: 'customer' as const }];
  const { contactIds } = await services.track(bench.db, { id: newId(), people }, bench.page());
  return contactIds[0] ?? '';
}

async function contactOf(id: string): Promise<Contact> {
  const contact = await bench.db.contacts.get(id);
  if (!contact) throw new Error('the contact is gone');
  return contact;
}

/** How the contact stands at the bench's moment, and where in the list. */
async function stands(id: string): Promise<string> {
  const rulesNow = rulesOf(await settingsOf(bench.db, 'en-GB'), 'Europe/Berlin');
  const moment = { now: bench.now, today: civilDate(bench.now, 'Europe/Berlin') };
  const contact = await contactOf(id);
  const standing = standingOf(contact, moment, rulesNow);
  return `${standing.status} ${groupOf(contact, standing, moment.today)}`;
}

const wroteAgo = (days: number) =>
  services.reportSightings(
    bench.db,
    aReport('thread', [
      aMail(bench.now - days * day, {
        mailbox: 'ann@acme.example',
        role: 'to',
        from: 'sam@ours.example',
        recipients: ['ann@acme.example'],
      }),
    ]),
    bench.page(),
  );
const asking = () => bench.db.contacts.where('attentionAt').belowOrEqual(bench.now).primaryKeys();

it('a logged call that does not reset the reminder: one click, and it is gone for a whole cadence', async () => {
  const id = await tracked();
  await wroteAgo(45);
  expect(await stands(id)).toBe('overdue overdue');
  await services.logInteraction(
    bench.db,
    { id: newId(), contactId: id, kind: 'call', outcome: 'reached' },
    bench.page(),
  );
  expect(await stands(id)).toBe('on-track undefined');
  expect((await contactOf(id)).clock.dueOn).toBe('2026-09-03');
  expect(await asking()).toEqual([]);
});

it('a missed reminder that is lost: after three weeks with the laptop closed it is still asked for', async () => {
  const id = await tracked();
  await wroteAgo(20);
  expect(await asking()).toEqual([]);
  bench.now += 21 * day;
  // No alarm rang meanwhile and nothing is computed anew: who is due is a range of an index.
  expect(await asking()).toEqual([id]);
  expect(await stands(id)).toBe('overdue overdue');
});

it('no overdue list or snooze: there is both, and a snooze ends on its day', async () => {
  const id = await tracked();
  await wroteAgo(45);
  expect(await stands(id)).toBe('overdue overdue');
  await services.snooze(bench.db, { id: newId(), contactId: id, untilOn: '2026-08-07' }, bench.page());
  expect(await stands(id)).toBe('planned next');
  bench.now += 3 * day;
  expect(await stands(id)).toBe('overdue overdue');
});

describe('no way to merge duplicates', () => {
  it('an address is tracked once, however often it is clicked and however it is written', async () => {
    const id = await tracked('Ann Lee <ann@acme.example>');
    expect(await tracked('ANN@acme.example')).toBe(id);
    expect(await bench.db.contacts.count()).toBe(1);
  });

  it('a second address joins the contact instead of making another', async () => {
    const id = await tracked();
    const people = [{ mailbox: 'ann@home.example', as: 'address-of' as const, ofContactId: id }];
    await services.track(bench.db, { id: newId(), people }, bench.page());
    expect(await bench.db.contacts.count()).toBe(1);
    expect((await bench.db.addresses.where('contactId').equals(id).toArray()).map((row) => row.address).sort()).toEqual(
      ['ann@acme.example', 'ann@home.example'],
    );
  });

  it('two contacts of one person become one, with both histories, and two again by one undo', async () => {
    const id = await tracked();
    const double = await tracked('ann@home.example');
    await wroteAgo(45);
    const call = { contactId: double, kind: 'call' as const, outcome: 'reached' as const };
    await services.logInteraction(bench.db, { id: newId(), ...call }, bench.page());
    const actId = newId();
    const people = [{ mailbox: 'ann@home.example', as: 'address-of' as const, ofContactId: id }];
    await services.track(bench.db, { id: actId, people }, bench.ours());
    expect((await contactOf(double)).mergedIntoId).toBe(id);
    expect((await contactOf(id)).clock).toMatchObject({ lastContactKind: 'call', lastOutAt: bench.now - 45 * day });
    await services.undo(bench.db, { id: newId(), actId }, bench.ours());
    expect((await contactOf(double)).mergedIntoId).toBeUndefined();
    expect((await contactOf(id)).clock.lastContactKind).toBe('mail');
  });

  it('two devices that track one person: after a copy is brought back, mail leads to one contact only', async () => {
    const first = await tracked();
    const { db } = bench;
    const text = makeCopy(await contentOf(db), bench.now);
    bench = await aBench(tuesday + hour, 'device-2');
    await services.giveConsent(bench.db, { id: newId(), ownAddresses: ['sam@ours.example'] }, bench.ours());
    const second = await tracked();
    expect(second).not.toBe(first);
    await services.bringBackCopy(bench.db, { id: newId(), text, dryRun: false }, bench.ours());
    // The other contact stays, without an address: nothing that somebody entered is thrown away.
    const rows = await bench.db.addresses.toArray();
    expect(rows.map(({ address }) => address)).toEqual(['ann@acme.example']);
    expect([first, second]).toContain(rows[0]?.contactId);
    await wroteAgo(3);
    const owners = new Set((await bench.db.interactions.toArray()).map((one) => one.contactId));
    expect([...owners]).toEqual([rows[0]?.contactId]);
  });
});

it('data gone after an update: every contact and every entry of the first version is there in the newest', async () => {
  freshDisk();
  const old = new Dexie('holdfast');
  versions[0]?.(old);
  await old.open();
  for (const [table, all] of Object.entries(v1)) await old.table(table).bulkAdd(all as object[]);
  old.close();
  const db = await openDatabase(memoryWitness(), { now: () => tuesday, newId });
  expect(db.verno).toBe(versions.length);
  expect((await db.contacts.toArray()).map(({ id, name }) => [id, name])).toEqual(
    v1.contacts.map(({ id, name }) => [id, name]),
  );
  expect((await db.interactions.toArray()).map(({ id }) => id).sort()).toEqual(
    v1.interactions.map(({ id }) => id).sort(),
  );
  db.close();
});

describe('private and internal mail captured', () => {
  it('of people whom nobody tracked nothing is stored', async () => {
    const private1 = aMail(bench.now - hour, {
      mailbox: 'Dr. Who <doctor@clinic.example>',
      from: 'doctor@clinic.example',
      subject: 'Your results',
    });
    await services.reportSightings(bench.db, aReport('thread', [private1]), bench.page());
    const stored = await Promise.all(bench.db.tables.map((table) => table.toArray()));
    expect(JSON.stringify(stored)).not.toMatch(/clinic\.example|results/);
  });

  it('a mail of the user’s own is no contact, and the own address cannot be tracked', async () => {
    await tracked('sam@ours.example').catch(() => undefined);
    expect((await bench.db.contacts.toArray()).filter((one) => one.deletedAt === undefined)).toEqual([]);
  });

  it('no text of a mail is stored, and subjects only while that is wanted', async () => {
    await tracked();
    await services.changeSettings(bench.db, { id: newId(), keepSubjects: false }, bench.ours());
    const mail = aMail(bench.now - hour, {
      mailbox: 'ann@acme.example',
      from: 'ann@acme.example',
      subject: 'Secret plan',
    });
    await services.reportSightings(bench.db, aReport('thread', [mail]), bench.page());
    expect(await bench.db.interactions.count()).toBe(1);
    expect(JSON.stringify(await bench.db.interactions.toArray())).not.toContain('Secret');
  });
});

it('contacts that look fresh because somebody edited a tag: no edit moves a clock', async () => {
  const id = await tracked();
  await wroteAgo(45);
  const before = await contactOf(id);
  const edit = { tags: ['vip'], facts: 'Likes tea', tier: 'a' as const, name: 'Ann B. Lee' };
  await services.editContact(bench.db, { id: newId(), contactId: id, ...edit }, bench.ours());
  await services.addNote(bench.db, { id: newId(), contactId: id, note: 'Looked at the file' }, bench.page());
  const after = await contactOf(id);
  expect(after.tags).toEqual(['vip']);
  expect(after.clock).toEqual(before.clock);
  expect(after.attentionAt).toBe(before.attentionAt);
  expect(await stands(id)).toBe('overdue overdue');
});

describe('no way to see what a score is made of', () => {
  it('every card says why, in sentences, and by which cadence', async () => {
    const id = await tracked();
    await wroteAgo(45);
    const card = await services.getCard(bench.db, { contactId: id }, bench.page());
    expect(card?.badge.label).toBe('Overdue? 15 d');
    expect(card?.sentences).toEqual([
      'Due since 20 Jul.',
      'You may have written already: Sent has not been seen yet.',
      'Last contact 20 Jun: you wrote.',
      'Seen in an open conversation on mail.google.com, by the rule test.',
    ]);
    expect(card?.cadence).toBe('Every 30 days');
  });

  it('every entry says which page and rule proved it, and where its date came from', async () => {
    await tracked();
    await wroteAgo(45);
    const [entry] = await bench.db.interactions.toArray();
    expect(entry?.evidence).toMatchObject({ site: 'gmail', view: 'thread', rule: 'test', dateOrigin: 'id' });
  });

  it('what is no contact says so', () => {
    const contact = aContact({}, [mailOf('2026-10-05 09:00', 'out'), aLog('2026-11-19 09:00', 'note')]);
    expect(standingOf(contact, endOf('2026-11-20'), rules)).toMatchObject({
      status: 'overdue',
      reason: 'cadence',
      dueOn: '2026-11-04',
    });
  });
});
