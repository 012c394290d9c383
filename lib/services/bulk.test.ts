import { beforeEach, expect, it } from 'vitest';
import { newId } from '@/lib/messaging/new-id';
import { aBench, type Bench } from '@/tests/support/background';
import { bulk } from './bulk';
import { addContact, track } from './contacts';
import { Refusal } from './context';
import { skip } from './skips';
import { undo } from './undo';

let bench: Bench;
let ids: string[];
beforeEach(async () => {
  bench = await aBench();
  ids = [];
  for (const name of ['Ann Lee', 'Ben Ode', 'Cleo Park']) {
    const reply = await addContact(bench.db, { id: newId(), name, stage: 'customer' }, bench.ours());
    ids.push(...reply.contactIds);
  }
});

type What = Parameters<typeof bulk>[1]['what'];
const forAll = (what: What, contactIds = ids, id = newId()) => bulk(bench.db, { id, contactIds, what }, bench.ours());
const contacts = async () => (await bench.db.contacts.bulkGet(ids)).filter((one) => one !== undefined);

it.each<[string, What, string]>([
  ['a call', { do: 'log', kind: 'call' }, 'Logged a call with 3 people.'],
  ['a mail', { do: 'log', kind: 'mail' }, 'Logged a mail to 3 people.'],
  ['a snooze', { do: 'snooze', untilOn: '2026-08-07' }, 'Snoozed until Friday: 3 people.'],
  ['a tag', { do: 'tag', tag: ' Fair 2026 ' }, 'Tagged “Fair 2026”: 3 people.'],
  ['not now', { do: 'skip', reason: ' at a fair ' }, 'Not now, until tomorrow: 3 people.'],
  ['a tag off', { do: 'untag', tag: 'Lead list' }, 'Took off the tag “Lead list”: 3 people.'],
  ['a stage', { do: 'stage', stage: 'at-risk' }, 'Changed the stage of 3 people.'],
  ['a pause', { do: 'pause' }, 'Paused: 3 people.'],
  ['a pause with an end', { do: 'pause', untilOn: '2026-09-01' }, 'Paused until 1 Sept: 3 people.'],
])('%s for several is one act with one undo', async (_, what, said) => {
  await forAll({ do: 'tag', tag: 'Lead list' });
  const before = await contacts();
  const id = newId();
  expect((await forAll(what, ids, id)).text).toBe(said);
  const changed = await contacts();
  for (const [place, contact] of changed.entries()) {
    expect({ ...contact, updatedAt: 0 }).not.toEqual({ ...before[place], updatedAt: 0 });
  }
  expect(await bench.db.acts.get(id)).toMatchObject({ name: 'bulk', contactIds: ids });
  await undo(bench.db, { id: newId(), actId: id }, bench.ours());
  const own = ['snoozedUntilOn', 'tags', 'stage', 'pausedAt', 'pausedUntilOn', 'pauseReason', 'attentionAt'] as const;
  for (const [place, contact] of (await contacts()).entries()) {
    for (const name of own) expect(contact[name]).toEqual(before[place]?.[name]);
    expect(contact.clock).toEqual(before[place]?.clock);
  }
});

it('says how many it is for in all when it is done part by part', async () => {
  const reply = await bulk(
    bench.db,
    { id: newId(), contactIds: ids, what: { do: 'pause' }, total: 1_200 },
    bench.ours(),
  );
  expect(reply.text).toBe('Paused: 1,200 people.');
});

it('keeps the reasons it was given, and forgets the reason of an earlier pause', async () => {
  await forAll({ do: 'skip', reason: ' at a fair ' });
  expect(await bench.db.interactions.toArray()).toMatchObject(ids.map(() => ({ kind: 'skip', note: 'at a fair' })));
  await forAll({ do: 'pause', reason: ' on leave ' });
  expect(await contacts()).toMatchObject(ids.map(() => ({ pauseReason: 'on leave' })));
  await forAll({ do: 'pause' });
  expect((await contacts()).map((one) => one.pauseReason)).toEqual([undefined, undefined, undefined]);
});

it('changes the stage of those only who stand at another, as an entry of their timeline', async () => {
  const [ann = '', ...others] = ids;
  await forAll({ do: 'stage', stage: 'lead' }, [ann]);
  await forAll({ do: 'stage', stage: 'lead' });
  const entries = await bench.db.interactions.toArray();
  expect(entries).toMatchObject(ids.map(() => ({ kind: 'stage', stage: 'lead', weight: 'weak', source: 'user' })));
  expect(entries.map((one) => one.contactId).sort()).toEqual([ann, ...others].sort());
  expect((await contacts()).map((one) => one.stage)).toEqual(['lead', 'lead', 'lead']);
});

it('logs a touch that counts, in the right direction', async () => {
  await forAll({ do: 'log', kind: 'mail' });
  for (const { clock } of await contacts()) {
    expect(clock).toMatchObject({ lastContactAt: bench.now, lastContactKind: 'mail', lastContactDirection: 'out' });
  }
});

it('names the one person where there is one, and each contact counts once', async () => {
  const [ann = ''] = ids;
  expect((await forAll({ do: 'log', kind: 'call' }, [ann, ann])).text).toBe('Logged a call with Ann Lee.');
  expect(await bench.db.interactions.count()).toBe(1);
});

it('keeps the tags there are and adds none twice', async () => {
  await forAll({ do: 'tag', tag: 'VIP' });
  await forAll({ do: 'tag', tag: 'Fair' });
  await forAll({ do: 'tag', tag: 'VIP' });
  await forAll({ do: 'tag', tag: ' VIP ' });
  for (const { tags } of await contacts()) expect(tags).toEqual(['VIP', 'Fair']);
  await forAll({ do: 'untag', tag: 'VIP' });
  await forAll({ do: 'untag', tag: 'Nobody has it' });
  for (const { tags } of await contacts()) expect(tags).toEqual(['Fair']);
});

it.each<[string, What]>([
  ['a snooze into the past', { do: 'snooze', untilOn: '2026-08-03' }],
  ['a pause until a day that does not exist', { do: 'pause', untilOn: '2026-02-30' }],
  ['an empty tag', { do: 'tag', tag: '  ' }],
])('refuses %s, and changes nothing', async (_, what) => {
  const before = await contacts();
  await expect(forAll(what)).rejects.toThrow(Refusal);
  expect(await contacts()).toEqual(before);
});

it('changes nobody when one of them is gone', async () => {
  await expect(forAll({ do: 'log', kind: 'call' }, [...ids, newId()])).rejects.toThrow(Refusal);
  expect(await bench.db.interactions.count()).toBe(0);
});

it('skips until the next working day, keeps the reason, and undoes', async () => {
  const [ann = ''] = ids;
  // Friday.
  bench.now = Date.UTC(2026, 7, 7, 9);
  const actId = newId();
  const { text } = await skip(bench.db, { id: actId, contactId: ann, reason: ' at a fair ' }, bench.ours());
  expect(text).toBe('Not now: Ann comes back Monday.');
  expect(await bench.db.interactions.get(actId)).toMatchObject({ kind: 'skip', weight: 'weak', note: 'at a fair' });
  expect((await bench.db.contacts.get(ann))?.clock).toMatchObject({ skips: 1, skippedUntilOn: '2026-08-10' });
  await undo(bench.db, { id: newId(), actId }, bench.ours());
  expect((await bench.db.contacts.get(ann))?.clock.skippedUntilOn).toBeUndefined();
});

/** Tracks so many people of a page at once. */
async function trackMany(count: number): Promise<(string | undefined)[]> {
  const people = Array.from({ length: count }, (_, number) => ({
    mailbox: `Person ${number} <person${number}@firm${number}.example>`,
    as: 'customer' as const,
  }));
  const { contactIds } = await track(bench.db, { id: newId(), people }, bench.ours());
  return (await bench.db.contacts.bulkGet([...contactIds])).map((contact) => contact?.clock.dueOn);
}

it('spreads the first days of many tracked at once, and leaves a handful on one', async () => {
  expect(new Set(await trackMany(5)).size).toBe(1);
  bench = await aBench();
  const days = (await trackMany(60)).filter((on) => on !== undefined).sort();
  expect(days).toHaveLength(60);
  expect(new Set(days).size).toBeGreaterThan(18);
  expect(days[0]).toBe('2026-08-05');
  expect((days.at(-1) ?? '') <= '2026-09-03').toBe(true);
});
