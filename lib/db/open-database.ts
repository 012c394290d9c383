import { Dexie } from 'dexie';
import { HoldfastDatabase, type IdentityRow } from './database';
import { exclusively } from './lock';
import { versions } from './versions';
import type { Witness, WitnessStore } from './witness';

/**
 * `empty`: there was data and there is none now · `unreadable`: it does not open · `other-database`: another one stands
 * in its place · `newer-version`: written by a newer Holdfast.
 */
export type TroubleKind = 'empty' | 'unreadable' | 'other-database' | 'newer-version';

/** The database must not be used, and above all not written, until the user has chosen what to do. */
export class DatabaseTrouble extends Error {
  constructor(
    readonly kind: TroubleKind,
    options?: ErrorOptions,
  ) {
    super(`database trouble: ${kind}`, options);
    this.name = 'DatabaseTrouble';
  }
}

export interface OpenOptions {
  readonly now: () => number;
  readonly newId: () => string;
  /** An open that has not answered by then counts as unreadable. */
  readonly timeoutMs?: number;
}

/** A large database on a busy disk, or after sleep, takes its time; only one that never answers is taken for damaged. */
const longestOpen = 30_000;

const firstName = 'holdfast';
const nameForm = /^holdfast(?:-(\d+))?$/;

/**
 * Opens the one database, or creates it for a new user. Every context uses this function, whoever comes first.
 *
 * @throws {DatabaseTrouble} it is damaged, missing or not ours; nothing was written
 */
export function openDatabase(store: WitnessStore, options: OpenOptions): Promise<HoldfastDatabase> {
  return exclusively('holdfast-open', async () => {
    const witness = await store.read().catch(() => undefined);
    const db = await openNamed(witness?.dbName ?? (await newestName()), options);
    try {
      await admit(db, witness, store, options);
      return db;
    } catch (error) {
      db.close();
      if (error instanceof DatabaseTrouble) throw error;
      throw new DatabaseTrouble('unreadable', { cause: error });
    }
  });
}

async function admit(db: HoldfastDatabase, witness: Witness | undefined, store: WitnessStore, options: OpenOptions) {
  if (db.backendDB().version / 10 > versions.length) throw new DatabaseTrouble('newer-version');
  // Both at once: each is a way to the browser's process and back, and every page of ours waits for it.
  const [identity, isFilled] = await db.transaction('r', [db.meta, db.contacts, db.addresses, db.interactions], () =>
    Promise.all([identityOf(db), holdsAnything(db)]),
  );
  if (!identity) {
    const missed = witness ? witness.rows > 0 : await store.hasSnapshot().catch(() => false);
    if (missed || (await countRows(db)) > 0) throw new DatabaseTrouble('empty');
    const created = await createIdentity(db, options);
    await store.write(witnessFor(db, created.dbId, 0, options.now()));
    return;
  }
  if (!witness) {
    // storage.local was lost and the database was not: it is its own proof.
    await store.write(witnessFor(db, identity.dbId, await countRows(db), options.now()));
    return;
  }
  if (witness.dbId !== identity.dbId) throw new DatabaseTrouble('other-database');
  if (witness.rows > 0 && !isFilled) throw new DatabaseTrouble('empty');
}

async function openNamed(name: string, options: OpenOptions): Promise<HoldfastDatabase> {
  const db = new HoldfastDatabase(name);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('open timed out')), options.timeoutMs ?? longestOpen);
  });
  try {
    await Promise.race([db.open(), late]);
    return db;
  } catch (error) {
    db.close();
    throw new DatabaseTrouble('unreadable', { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** Without a witness: a repaired database has a higher number and is the one that was in use. */
async function newestName(): Promise<string> {
  const numbers = await databaseNumbers();
  return nameOf(numbers.at(-1) ?? 1);
}

/** A name that no database has yet: damaged ones cannot always be deleted. `taken`: what the witness names. */
export async function freeName(taken = ''): Promise<string> {
  const numbers = await databaseNumbers();
  const named = Number(nameForm.exec(taken)?.[1] ?? 1);
  return nameOf(Math.max(named, numbers.at(-1) ?? 1) + 1);
}

async function databaseNumbers(): Promise<number[]> {
  const names = await Dexie.getDatabaseNames().catch(() => []);
  return names
    .map((name) => nameForm.exec(name))
    .filter((match) => match !== null)
    .map((match) => Number(match[1] ?? 1))
    .sort((a, b) => a - b);
}

const nameOf = (number: number) => (number === 1 ? firstName : `${firstName}-${number}`);

export async function identityOf(db: HoldfastDatabase): Promise<IdentityRow | undefined> {
  const row = await db.meta.get('identity');
  return row?.key === 'identity' ? row : undefined;
}

export async function createIdentity(db: HoldfastDatabase, options: OpenOptions): Promise<IdentityRow> {
  const identity: IdentityRow = { key: 'identity', dbId: options.newId(), createdAt: options.now() };
  await db.meta.add(identity);
  return identity;
}

export function witnessFor(db: HoldfastDatabase, dbId: string, rows: number, now: number): Witness {
  return { dbName: db.name, dbId, rows, lastWriteAt: now, schema: versions.length, writes: 0 };
}

/** Exact and slow: only for a witness that has to be made anew. */
export async function countRows(db: HoldfastDatabase): Promise<number> {
  const settings = (await db.meta.get('settings')) ? 1 : 0;
  const counts = await Promise.all([db.contacts.count(), db.addresses.count(), db.interactions.count()]);
  return counts.reduce((sum, count) => sum + count, settings);
}

async function holdsAnything(db: HoldfastDatabase): Promise<boolean> {
  const found = await Promise.all([
    db.meta.get('settings'),
    db.contacts.limit(1).primaryKeys(),
    db.addresses.limit(1).primaryKeys(),
    db.interactions.limit(1).primaryKeys(),
  ]);
  return found.some((rows) => (Array.isArray(rows) ? rows.length > 0 : rows !== undefined));
}
