import type { HoldfastDatabase } from '@/lib/db/database';
import { logError } from '@/lib/extension/log';
import { openOwnDatabase } from '@/lib/extension/own-database';
import { snapshotShelf, witnessStore } from '@/lib/extension/witness-store';
import { keepSnapshot, repair } from '@/lib/services/safety';

let opened: HoldfastDatabase | undefined;
let opening: Promise<HoldfastDatabase> | undefined;

/** The open database; one that failed or closed is tried again at every request. */
export async function database(): Promise<HoldfastDatabase> {
  if (opened?.isOpen()) return opened;
  opening ??= openOwnDatabase().finally(() => {
    opening = undefined;
  });
  opened = await opening;
  return opened;
}

/** The witness hears of every commit. It must not undo one: what is committed stands, told or not. */
export async function witnessCommit(added: number): Promise<void> {
  try {
    const witness = await witnessStore.read();
    if (!witness) return;
    const { rows, writes } = witness;
    await witnessStore.write({ ...witness, rows: rows + added, writes: writes + 1, lastWriteAt: Date.now() });
  } catch (error) {
    logError('witness', error);
  }
}

export async function snapshotIfDue(db: HoldfastDatabase): Promise<void> {
  await keepSnapshot(db, snapshotShelf(), await witnessStore.read(), Date.now());
}

export function repairDatabase(request: Parameters<typeof repair>[1], context: Parameters<typeof repair>[2]) {
  opened?.close();
  return repair({ witnesses: witnessStore, shelf: snapshotShelf() }, request, context);
}
