import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/lib/messaging/new-id';
import { freshDisk, memoryWitness, tuesday } from '@/tests/support/background';
import type { HoldfastDatabase } from './database';
import { openDatabase } from './open-database';
import { Remembered } from './remembered';

let db: HoldfastDatabase;
let memory: Remembered<string>;
/** Which keys were read of the database, at each time that some were. */
let reads: (readonly string[])[];

beforeEach(async () => {
  freshDisk();
  db = await openDatabase(memoryWitness(), { now: () => tuesday, newId });
  memory = new Remembered(db, 10);
  reads = [];
});

/** Whose address it is. */
function owners(...addresses: readonly string[]): Promise<readonly (string | undefined)[]> {
  return memory.recall(addresses, async (unknown) => {
    reads.push(unknown);
    const rows = await db.addresses.bulkGet([...unknown]);
    return unknown.map((address, index) => {
      const contactId = rows[index]?.contactId;
      return { value: contactId, rests: { addresses: [address], contacts: contactId ? [contactId] : [] } };
    });
  });
}

const row = (address: string, contactId: string) => ({
  address,
  contactId,
  role: 'own' as const,
  updatedAt: tuesday,
  updatedBy: 'device',
});

describe('what is remembered of the database', () => {
  it('is read once, in the order in which it is asked for, also that there is nothing', async () => {
    await db.addresses.put(row('ann@acme.example', 'ann'));
    expect(await owners('ann@acme.example', 'bo@acme.example')).toEqual(['ann', undefined]);
    expect(await owners('bo@acme.example', 'ann@acme.example', 'ann@acme.example')).toEqual([undefined, 'ann', 'ann']);
    await db.addresses.put(row('cy@acme.example', 'cy'));
    expect(await owners('ann@acme.example', 'cy@acme.example')).toEqual(['ann', 'cy']);
    expect(reads).toEqual([['ann@acme.example', 'bo@acme.example'], ['cy@acme.example']]);
  });

  it.each([
    ['is added', () => db.addresses.add(row('bo@acme.example', 'bo')), [undefined, 'bo']],
    ['is put', () => db.addresses.put(row('ann@acme.example', 'bo')), ['ann', 'bo']],
    ['is updated', () => db.addresses.update('ann@acme.example', { contactId: 'bo' }), ['ann', 'bo']],
    ['is deleted', () => db.addresses.delete('ann@acme.example'), ['ann', undefined]],
    ['goes with its table', () => db.addresses.clear(), ['ann', undefined]],
    [
      'is one of very many',
      () => db.addresses.bulkPut(Array.from({ length: 99 }, (_, n) => row(n ? `${n}` : 'ann@acme.example', 'bo'))),
      ['ann', 'bo'],
    ],
  ])('is forgotten when the row %s', async (_, change, [before, after]) => {
    await db.addresses.put(row('ann@acme.example', 'ann'));
    const address = before === undefined ? 'bo@acme.example' : 'ann@acme.example';
    expect(await owners(address)).toEqual([before]);
    await change();
    expect(await owners(address)).toEqual([after]);
  });

  it('is forgotten with any row on which it rests, and with no other', async () => {
    await db.addresses.bulkPut([row('ann@acme.example', 'ann'), row('bo@acme.example', 'bo')]);
    await owners('ann@acme.example', 'bo@acme.example');
    await db.contacts.delete('ann');
    await owners('ann@acme.example', 'bo@acme.example');
    expect(reads.at(-1)).toEqual(['ann@acme.example']);
  });

  it('hears of what another connection writes', async () => {
    expect(await owners('ann@acme.example')).toEqual([undefined]);
    const { name } = db;
    const other = await openDatabase(memoryWitness(), { now: () => tuesday, newId });
    expect(other.name).toBe(name);
    await other.addresses.put(row('ann@acme.example', 'ann'));
    expect(await owners('ann@acme.example')).toEqual(['ann']);
  });

  it('is not kept if somebody wrote while it was read', async () => {
    await db.addresses.put(row('ann@acme.example', 'ann'));
    const read = async () => {
      const [before] = await db.addresses.bulkGet(['ann@acme.example']);
      await db.addresses.put(row('ann@acme.example', 'bo'));
      return [{ value: before?.contactId, rests: { addresses: ['ann@acme.example'] } }];
    };
    expect(await memory.recall(['ann@acme.example'], read)).toEqual(['ann']);
    expect(await owners('ann@acme.example')).toEqual(['bo']);
  });

  it('is not asked within a transaction that writes, and learns nothing from one that fails', async () => {
    await db.addresses.put(row('ann@acme.example', 'ann'));
    await owners('ann@acme.example');
    const failed = db.transaction('rw', db.addresses, async () => {
      await db.addresses.put(row('ann@acme.example', 'bo'));
      expect(await owners('ann@acme.example')).toEqual(['bo']);
      throw new Error('taken back');
    });
    await expect(failed).rejects.toThrow('taken back');
    expect(await owners('ann@acme.example')).toEqual(['ann']);
  });

  it('makes way for what is new', async () => {
    for (let n = 0; n < 11; n++) await owners(`${n}@acme.example`);
    await owners('10@acme.example');
    await owners('0@acme.example');
    expect(reads.length).toBe(12);
  });
});
