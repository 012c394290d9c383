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
