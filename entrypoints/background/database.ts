import type { HoldfastDatabase } from '@/lib/db/database';
import { openOwnDatabase } from '@/lib/db/own-database';
import { snapshotShelf, witnessStore } from '@/lib/db/witness-store';
import { logError } from '@/lib/extension/log';
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

let taking: Promise<number | undefined> | undefined;

/**
 * When to come back for the next snapshot, if there is one to take. In a large table it takes a while: whoever asks
 * meanwhile waits for the same one. A failure of it holds up nothing else.
 */
export function snapshotIfDue(db: HoldfastDatabase): Promise<number | undefined> {
  taking ??= takeIfDue(db).finally(() => {
    taking = undefined;
  });
  return taking;
}

async function takeIfDue(db: HoldfastDatabase): Promise<number | undefined> {
  try {
    return await keepSnapshot(db, snapshotShelf(), await witnessStore.read(), Date.now());
  } catch (error) {
    logError('snapshot', error);
    return undefined;
  }
}

export function repairDatabase(request: Parameters<typeof repair>[1], context: Parameters<typeof repair>[2]) {
  opened?.close();
  return repair({ witnesses: witnessStore, shelf: snapshotShelf() }, request, context);
}
