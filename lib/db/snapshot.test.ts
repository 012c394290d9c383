import { beforeEach, describe, expect, it } from 'vitest';
import { memoryShelf, tuesday } from '@/tests/support/background';
import { readSnapshots, writeSnapshot } from './snapshot';

const mark = { madeAt: tuesday, writes: 1, dbId: 'x', rows: 1 };
let shelf: ReturnType<typeof memoryShelf>;

beforeEach(() => {
  shelf = memoryShelf();
});

describe('a snapshot', () => {
  it('comes back as it was, in parts, and leaves no old parts behind', async () => {
    const noise = Array.from({ length: 80_000 }, (_, n) => Math.sin(n).toString(36)).join('');
    await writeSnapshot(shelf, [noise], mark);
    expect([...shelf.texts.keys()].length).toBeGreaterThan(3);
    expect((await readSnapshots(shelf))[0]?.text).toBe(noise);
    await writeSnapshot(shelf, ['second'], { ...mark, madeAt: tuesday + 1 });
    await writeSnapshot(shelf, ['third'], { ...mark, madeAt: tuesday + 2 });
    expect((await readSnapshots(shelf)).map((one) => one.text)).toEqual(['third', 'second']);
    expect([...shelf.texts.keys()].sort()).toEqual(['snapshot-0', 'snapshot-0-0', 'snapshot-1', 'snapshot-1-0']);
  });

  it('leaves the other generation whole when it is cut short anywhere', async () => {
    await writeSnapshot(shelf, ['first'], mark);
    for (let allowed = 0; allowed < 4; allowed++) {
      await writeSnapshot(shelf, ['second'], { ...mark, madeAt: tuesday + 1 });
      let left = allowed;
      const dying = {
        ...shelf,
        set: (key: string, text: string) => (left-- > 0 ? shelf.set(key, text) : Promise.reject(new Error('killed'))),
      };
      await writeSnapshot(dying, ['third'], { ...mark, madeAt: tuesday + 2 }).catch(() => undefined);
      expect((await readSnapshots(shelf)).map((one) => one.text)).toContain('second');
    }
  });
});
