import { Dexie, liveQuery, type Table } from 'dexie';

export { liveQuery };

/**
 * Within a live query: reads much, and follows every change of these tables. Live queries keep book of each key that they
 * read, which for hundreds of rows takes longer than to read them.
 */
export async function following<T>(tables: readonly Pick<Table, 'limit'>[], read: () => Promise<T>): Promise<T> {
  // A query over the whole table is what is followed; the one row it answers is not needed.
  const watched = tables.map((table) => table.limit(1).toArray());
  const [found] = await Promise.all([Dexie.ignoreTransaction(read), ...watched]);
  return found;
}
