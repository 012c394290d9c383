import type { HoldfastDatabase } from '@/lib/db/database';
import { openDatabase } from '@/lib/db/open-database';
import { newId } from '@/lib/messaging/new-id';
import { witnessStore } from './witness-store';

/**
 * This profile's database, for every context of the extension: worker, popup and pages alike.
 *
 * @throws {DatabaseTrouble} it must not be used before the user has chosen what to do
 */
export function openOwnDatabase(): Promise<HoldfastDatabase> {
  return openDatabase(witnessStore, { now: () => Date.now(), newId });
}
