import type { HoldfastDatabase } from './database';
import { openDatabase } from './open-database';
import { witnessStore } from './witness-store';

/**
 * This profile's database, for every context of the extension: worker, popup and pages alike.
 *
 * @throws {DatabaseTrouble} it must not be used before the user has chosen what to do
 */
export function openOwnDatabase(): Promise<HoldfastDatabase> {
  return openDatabase(witnessStore, { now: () => Date.now(), newId: () => crypto.randomUUID() });
}

/**
 * Begins to open at once, while a page is still being drawn for the first time, and to read `ahead` what it will show;
 * what this gives opens anew from its second call on.
 */
export function openingOwnDatabase(ahead?: (db: HoldfastDatabase) => Promise<unknown>): typeof openOwnDatabase {
  let begun: Promise<HoldfastDatabase> | undefined = openOwnDatabase().then(async (db) => {
    // What cannot be read ahead is read again by whoever shows it, and can say so.
    await ahead?.(db).catch(() => undefined);
    return db;
  });
  // Whoever asks hears of a failure.
  begun.catch(() => undefined);
  return () => {
    const first = begun ?? openOwnDatabase();
    begun = undefined;
    return first;
  };
}
