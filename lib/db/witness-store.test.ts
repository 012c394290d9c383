import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { witnessStore } from './witness-store';

beforeEach(() => fakeBrowser.reset());

describe('the witness', () => {
  const witness = { dbName: 'holdfast', dbId: 'x', rows: 1, lastWriteAt: 2, schema: 1, writes: 3 };

  it('is read as it was written, and is none if it is damaged', async () => {
    expect(await witnessStore.read()).toBeUndefined();
    await witnessStore.write(witness);
    expect(await witnessStore.read()).toEqual(witness);
    for (const damaged of [null, 'x', 7, [], {}, { ...witness, rows: '1' }, { ...witness, dbId: undefined }]) {
      await fakeBrowser.storage.local.set({ witness: damaged });
      expect(await witnessStore.read()).toBeUndefined();
    }
  });
});
