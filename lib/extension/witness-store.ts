import { browser } from 'wxt/browser';
import { hasSnapshot } from '@/lib/db/snapshot';
import { secondDatabase, type TextStore } from '@/lib/db/text-store';
import type { Witness, WitnessStore } from '@/lib/db/witness';

const witnessKey = 'witness';

/** `storage.local` is another file than IndexedDB and outlives its damage. */
export const witnessStore: WitnessStore = {
  async read() {
    const { [witnessKey]: found } = await browser.storage.local.get(witnessKey);
    return isWitness(found) ? found : undefined;
  },
  write: (witness) => browser.storage.local.set({ [witnessKey]: witness }),
  hasSnapshot: () => hasSnapshot(snapshotShelf()),
};

/** Where snapshots stand: not in Firefox's `storage.local`, which content scripts can read. */
export function snapshotShelf(): TextStore {
  return import.meta.env.FIREFOX ? secondDatabase() : localShelf;
}

const localShelf: TextStore = {
  async get(key) {
    const { [key]: found } = await browser.storage.local.get(key);
    return typeof found === 'string' ? found : undefined;
  },
  set: (key, text) => browser.storage.local.set({ [key]: text }),
  remove: (key) => browser.storage.local.remove(key),
};

function isWitness(value: unknown): value is Witness {
  if (typeof value !== 'object' || value === null) return false;
  const texts = ['dbName', 'dbId'].every((name) => typeof Reflect.get(value, name) === 'string');
  return (
    texts && ['rows', 'lastWriteAt', 'schema', 'writes'].every((name) => Number.isFinite(Reflect.get(value, name)))
  );
}
