import { agendaStep } from '@/components/hooks';
import { momentOf } from '@/components/moment';
import { findContacts, readAgenda } from '@/components/queries';
import type { HoldfastDatabase } from '@/lib/db/database';
import { openOwnDatabase } from '@/lib/db/own-database';
import { settingsOf } from '@/lib/db/settings';

/** The product's own queries beside raw IndexedDB, each timed once, in a page of the extension. */
const week = 8 * 86_400_000;
/** So many rows of the largest stretch are compared by today's list. */
const compared = 200;

async function timed(task: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await task();
  return performance.now() - start;
}

function all<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Today's list as the popup reads it, and the first rows of the same index in one raw request. */
async function agenda(db: HoldfastDatabase) {
  const settings = await settingsOf(db, navigator.language);
  const moment = momentOf(Date.now(), settings, await db.mailboxes.toArray());
  const own = await timed(() => readAgenda(db, moment, agendaStep, settings.dailyBudget));
  const raw = await timed(() => {
    const store = db.backendDB().transaction('contacts').objectStore('contacts');
    return all(store.index('attentionAt').getAll(IDBKeyRange.upperBound(Date.now() + week), compared));
  });
  return { own, raw };
}

/** Fifty addresses by one raw transaction. */
async function addresses(db: HoldfastDatabase, wanted: readonly string[]): Promise<number> {
  return timed(() => {
    const store = db.backendDB().transaction('addresses').objectStore('addresses');
    return Promise.all(wanted.map((address) => all(store.get(address))));
  });
}

/** Writes rows as they are, so that the background remembers none of those it looked up: as if it had just started. */
async function forget(db: HoldfastDatabase): Promise<void> {
  await db.addresses.bulkPut(await db.addresses.limit(50).toArray());
}

/** One search as the popup makes it, and the raw index under it. */
async function search(db: HoldfastDatabase, query: string) {
  let found = 0;
  const own = await timed(async () => {
    found = (await findContacts(db, query, 50)).length;
  });
  const raw = await timed(() => {
    const store = db.backendDB().transaction('contacts').objectStore('contacts');
    return all(store.index('words').getAll(IDBKeyRange.bound(query, `${query}\uffff`), 50));
  });
  return { own, raw, found };
}

Object.assign(globalThis, { queries: openOwnDatabase().then((db) => ({ db, agenda, addresses, forget, search })) });
