import { Dexie, type ObservabilitySet, RangeSet, rangesOverlap } from 'dexie';
import type { HoldfastDatabase } from './database';

/** What was read of the database, and the rows on which it rests, also those that were looked for and are not there. */
export interface Answer<T> {
  /** `undefined`: there is nothing. */
  readonly value: T | undefined;
  /** Primary keys by table. */
  readonly rests: Readonly<Partial<Record<RestTable, readonly string[] | 'all'>>>;
}
type RestTable = 'addresses' | 'contacts' | 'mailboxes' | 'meta';

/**
 * Answers by key, for as long as none of the rows on which they rest is written, in whatever context of the extension.
 * Whoever shows an answer lives from being told of the next one, so that this is for the background alone: a live query
 * would not hear of what it did not read itself.
 */
export class Remembered<T> {
  readonly #answers = new Map<string, Answer<T>>();
  /** Rises with every write, so that an answer read before one is not kept after it. */
  #writes = 0;

  /** `most`: how many answers are kept; one more, and all make way. */
  constructor(
    private readonly db: HoldfastDatabase,
    private readonly most: number,
  ) {
    const hear = (written: ObservabilitySet) => {
      if (db.isOpen()) this.#forget(written);
      else Dexie.on.storagemutated.unsubscribe(hear);
    };
    Dexie.on('storagemutated', hear);
  }

  /** The values of these keys, in their order; `read` gives those that are not known, in theirs. */
  async recall(
    keys: readonly string[],
    read: (unknown: readonly string[]) => Promise<readonly Answer<T>[]>,
  ): Promise<readonly (T | undefined)[]> {
    // What a transaction has written is not told of before it stands.
    const isWriting = Dexie.currentTransaction?.mode === 'readwrite';
    const answers = new Map(isWriting ? [] : this.#known(keys));
    const unknown = [...new Set(keys)].filter((key) => !answers.has(key));
    if (unknown.length > 0) {
      const writes = this.#writes;
      const found = await read(unknown);
      unknown.forEach((key, index) => {
        const answer = found[index];
        if (answer) answers.set(key, answer);
      });
      if (!isWriting && writes === this.#writes) this.#keep(unknown, answers);
    }
    return keys.map((key) => answers.get(key)?.value);
  }

  #known(keys: readonly string[]): [string, Answer<T>][] {
    return keys.flatMap((key) => {
      const answer = this.#answers.get(key);
      return answer ? [[key, answer]] : [];
    });
  }

  #keep(keys: readonly string[], answers: ReadonlyMap<string, Answer<T>>): void {
    if (this.#answers.size + keys.length > this.most) this.#answers.clear();
    for (const key of keys) {
      const answer = answers.get(key);
      if (answer) this.#answers.set(key, answer);
    }
  }

  #forget(written: ObservabilitySet): void {
    this.#writes += 1;
    const isWritten = (table: string, keys: readonly string[] | 'all') => {
      const part = written.all ?? written[`idb://${this.db.name}/${table}/`];
      return part !== undefined && (keys === 'all' || rangesOverlap(part, new RangeSet().addKeys([...keys])));
    };
    for (const [key, { rests }] of this.#answers) {
      if (Object.entries(rests).some(([table, keys]) => isWritten(table, keys))) this.#answers.delete(key);
    }
  }
}

/** One memory for each database of that many answers. */
export function memories<T>(most: number): (db: HoldfastDatabase) => Remembered<T> {
  const known = new WeakMap<HoldfastDatabase, Remembered<T>>();
  return (db) => {
    const memory = known.get(db) ?? new Remembered<T>(db, most);
    known.set(db, memory);
    return memory;
  };
}
