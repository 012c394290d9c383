import { readLocal, removeLocal, writeLocal } from '@/lib/extension/local-storage';
import { hasSnapshot } from './snapshot';
import { secondDatabase, type TextStore } from './text-store';
import type { Witness, WitnessStore } from './witness';

const witnessKey = 'witness';

/** `storage.local` is another file than IndexedDB and outlives its damage. */
export const witnessStore: WitnessStore = {
  async read() {
    const found = await readLocal(witnessKey);
    return isWitness(found) ? found : undefined;
  },
  write: (witness) => writeLocal(witnessKey, witness),
  hasSnapshot: () => hasSnapshot(snapshotShelf()),
};

/** Where snapshots stand: not in Firefox's `storage.local`, which content scripts can read. */
export function snapshotShelf(): TextStore {
  return import.meta.env.FIREFOX ? secondDatabase() : localShelf;
}

const localShelf: TextStore = {
  async get(key) {
    const found = await readLocal(key);
    return typeof found === 'string' ? found : undefined;
  },
  set: writeLocal,
  remove: removeLocal,
};

function isWitness(value: unknown): value is Witness {
  if (typeof value !== 'object' || value === null) return false;
  const texts = ['dbName', 'dbId'].every((name) => typeof Reflect.get(value, name) === 'string');
  return (
    texts && ['rows', 'lastWriteAt', 'schema', 'writes'].every((name) => Number.isFinite(Reflect.get(value, name)))
  );
}
