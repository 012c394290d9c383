import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { makeCopy } from '@/lib/core/copy';
import { newId } from '@/lib/messaging/new-id';
import { repair } from '@/lib/services/safety';
import { freshDisk, memoryShelf, memoryWitness, tuesday, words } from '@/tests/support/background';
import { HoldfastDatabase } from './database';
import { DatabaseTrouble, openDatabase, type TroubleKind } from './open-database';
import { hasSnapshot, writeSnapshot } from './snapshot';
import { versions } from './versions';

const options = { now: () => tuesday, newId };
const contact = {
  id: newId(),
  name: 'Ann Lee',
  stage: 'customer' as const,
  trackedOn: '2026-08-04',
  clock: {},
  words: ['ann'],
  updatedAt: tuesday,
  updatedBy: 'd',
};

let witnesses: ReturnType<typeof memoryWitness>;
let shelf: ReturnType<typeof memoryShelf>;

beforeEach(() => {
  freshDisk();
  witnesses = memoryWitness();
  shelf = memoryShelf();
  witnesses.hasSnapshot = () => hasSnapshot(shelf);
});

const open = () => openDatabase(witnesses, options);
const repairWith = (choice: 'restore-snapshot' | 'start-empty', id = newId()) =>
  repair({ witnesses, shelf }, { id, choice }, { now: options.now, newId, text: words });

async function used(): Promise<void> {
  const db = await open();
  await db.contacts.add(contact);
  if (witnesses.current) witnesses.current = { ...witnesses.current, rows: 1 };
  db.close();
}

async function outcome(): Promise<'fresh' | 'good' | TroubleKind> {
  try {
    const db = await open();
    const rows = await db.contacts.count();
    db.close();
    return rows > 0 ? 'good' : 'fresh';
  } catch (error) {
    if (error instanceof DatabaseTrouble) return error.kind;
    throw error;
  }
}

const damage = {
  good: async () => undefined,
  missing: async () => freshDisk(),
  empty: async () => {
    const db = new HoldfastDatabase('holdfast');
    await db.open();
    await Promise.all(db.tables.map((table) => table.clear()));
    db.close();
  },
  corrupt: async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    vi.spyOn(Dexie.dependencies.indexedDB, 'open').mockImplementation(() => {
      throw Object.assign(new Error('Internal error opening backing store'), { name: 'UnknownError' });
    });
  },
};

const witnessState = {
  good: () => undefined,
  missing: () => {
    witnesses.current = undefined;
  },
  empty: () => {
    if (witnesses.current) witnesses.current = { ...witnesses.current, rows: 0 };
  },
  corrupt: () => {
    witnesses.read = () => Promise.reject(new Error('storage.local is gone'));
  },
};

const nothing = {
  addresses: [],
  accounts: [],
  followUps: [],
  recoveries: [],
  recoveryEvents: [],
  promises: [],
  interactions: [],
};
const snapshotState = {
  good: () => writeSnapshot(shelf, [makeCopy({ ...nothing, contacts: [contact] }, tuesday)], mark),
  missing: async () => undefined,
  empty: async () => {
    await shelf.set('snapshot-0', '');
  },
  corrupt: async () => {
    await snapshotState.good();
    await shelf.set('snapshot-0-0', 'garbage');
  },
};
const mark = { madeAt: tuesday, writes: 1, dbId: 'x', rows: 1 };

function openRaw(name: string, version: number, upgrade?: (db: IDBDatabase) => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = Dexie.dependencies.indexedDB.open(name, version);
    request.onupgradeneeded = () => upgrade?.(request.result);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

type States<T> = (keyof T)[];
const cells = (Object.keys(damage) as States<typeof damage>).flatMap((database) =>
  (Object.keys(witnessState) as States<typeof witnessState>).flatMap((witness) =>
    (Object.keys(snapshotState) as States<typeof snapshotState>).map((snapshot) => ({ database, witness, snapshot })),
  ),
);

/** Data that exists is used; data that existed is never mistaken for a new user. */
function expected({ database, witness, snapshot }: (typeof cells)[number]) {
  if (database === 'good') return 'good';
  if (database === 'corrupt') return 'unreadable';
  const witnessed = witness === 'good';
  const kept = (witness === 'missing' || witness === 'corrupt') && (snapshot === 'good' || snapshot === 'corrupt');
  return witnessed || kept ? 'empty' : 'fresh';
}

describe('what is found decides', () => {
  it.each(cells)('database $database, witness $witness, snapshot $snapshot', async (cell) => {
    await used();
    await snapshotState[cell.snapshot]();
    witnessState[cell.witness]();
    await damage[cell.database]();
    const found = await outcome();
    expect(found).toBe(expected(cell));
    if (found === 'good' || found === 'fresh') return;
    const before = JSON.stringify(witnesses.current);
    expect(await outcome()).toBe(found);
    expect(JSON.stringify(witnesses.current)).toBe(before);
  });
});

describe('whoever opens first', () => {
  it('makes one database, however many contexts come at once', async () => {
    const opened: HoldfastDatabase[] = await Promise.all(Array.from({ length: 8 }, open));
    const ids = await Promise.all(opened.map((db) => db.meta.get('identity')));
    expect(new Set(ids.map((row) => JSON.stringify(row))).size).toBe(1);
    expect(witnesses.current).toMatchObject({ dbName: 'holdfast', rows: 0, schema: versions.length });
    expect(ids[0]).toMatchObject({ dbId: witnesses.current?.dbId });
  });

  it('refuses a database that is not the one the witness saw', async () => {
    await used();
    if (witnesses.current) witnesses.current = { ...witnesses.current, dbId: 'another' };
    expect(await outcome()).toBe('other-database');
  });

  it('refuses what a newer version wrote, and leaves it as it is', async () => {
    await used();
    (await openRaw('holdfast', 990)).close();
    expect(await outcome()).toBe('newer-version');
    await expect(repairWith('start-empty')).rejects.toMatchObject({ kind: 'newer-version' });
    (await openRaw('holdfast', 990)).close();
  });

  it('gives up on an open that never answers', async () => {
    vi.spyOn(Dexie.dependencies.indexedDB, 'open').mockReturnValue(Object.create(null));
    await expect(openDatabase(witnesses, { ...options, timeoutMs: 50 })).rejects.toMatchObject({ kind: 'unreadable' });
  });

  it('tries again at the next request', async () => {
    await used();
    await damage.corrupt();
    expect(await outcome()).toBe('unreadable');
    vi.restoreAllMocks();
    expect(await outcome()).toBe('good');
  });
});

describe('repair', () => {
  it('brings back the newest whole snapshot under a new name, once', async () => {
    await used();
    const older = makeCopy({ ...nothing, contacts: [contact] }, tuesday);
    const newer = makeCopy({ ...nothing, contacts: [contact, { ...contact, id: newId() }] }, tuesday);
    await writeSnapshot(shelf, [older], mark);
    await writeSnapshot(shelf, [newer], { ...mark, madeAt: tuesday + 1 });
    await damage.empty();
    const id = newId();
    expect((await repairWith('restore-snapshot', id)).text).toBe('Brought back what the last snapshot held.');
    expect((await repairWith('restore-snapshot', id)).text).toBe('Brought back what the last snapshot held.');
    const db = await open();
    expect([db.name, await db.contacts.count()]).toEqual(['holdfast-2', 2]);
    db.close();
    await expect(repairWith('start-empty')).rejects.toThrow('errorBadRequest');
  });

  it('falls back to the older snapshot where the newer is damaged', async () => {
    await used();
    await snapshotState.good();
    await writeSnapshot(shelf, ['newer'], { ...mark, madeAt: tuesday + 1 });
    await shelf.set('snapshot-1-0', 'garbage');
    await damage.missing();
    await repairWith('restore-snapshot');
    expect(await outcome()).toBe('good');
  });

  it('changes nothing without a whole snapshot, and starts empty if asked', async () => {
    await used();
    await damage.empty();
    await expect(repairWith('restore-snapshot')).rejects.toThrow('errorNotFound');
    expect(await outcome()).toBe('empty');
    await repairWith('start-empty');
    expect(await outcome()).toBe('fresh');
  });

  it('happens once when two windows ask at once', async () => {
    await used();
    await snapshotState.good();
    await damage.empty();
    await Promise.allSettled([repairWith('restore-snapshot'), repairWith('restore-snapshot')]);
    expect(await Dexie.getDatabaseNames()).toEqual(['holdfast', 'holdfast-2']);
  });

  it('is found again when storage.local is lost afterwards', async () => {
    await used();
    await snapshotState.good();
    await damage.empty();
    await repairWith('restore-snapshot');
    witnessState.missing();
    expect(await outcome()).toBe('good');
    expect(witnesses.current).toMatchObject({ dbName: 'holdfast-2', rows: 1 });
  });
});
