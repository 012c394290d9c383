import { Dexie, type Table } from 'dexie';
import { copyHead } from '@/lib/core/copy';
import type { Instant, Interaction } from '@/lib/core/model';
import type { HoldfastDatabase } from '@/lib/db/database';
import { rest } from './rest';

/** So few that reading and writing them down keeps no message waiting: of a million each is a way to the disk. */
const pageSize = 25;
/** The newest entries are what today's list rests on; a saved copy holds them all. */
const keptInteractions = 50_000;

/**
 * The text of a copy of all but the oldest entries, piece by piece, with rests: a table of 100,000 contacts must not hold
 * up a message. Not of one instant: what a row refers to is read after it, so that it is there.
 */
export async function* essentialsOf(db: HoldfastDatabase, now: Instant): AsyncGenerator<string> {
  yield JSON.stringify(copyHead(now)).slice(0, -1);
  yield* listOf('interactions', newestOf(db));
  yield* listOf('recoveryEvents', pagesOf(db.recoveryEvents));
  yield* listOf('promises', pagesOf(db.promises));
  yield* listOf('recoveries', pagesOf(db.recoveries));
  yield* listOf('followUps', pagesOf(db.followUps));
  yield* listOf('addresses', pagesOf(db.addresses));
  yield* listOf('contacts', pagesOf(db.contacts));
  yield* listOf('accounts', pagesOf(db.accounts));
  const settings = await db.meta.get('settings');
  yield settings ? `,"settings":${JSON.stringify(settings)}}\n` : '}\n';
}

async function* listOf(name: string, pages: AsyncIterable<readonly object[]>): AsyncGenerator<string> {
  yield `,"${name}":[`;
  let before = '';
  // The reading counts: it is what others wait for.
  let begunAt = performance.now();
  for await (const page of pages) {
    yield before + page.map((row) => JSON.stringify(row)).join(',');
    before = ',';
    await rest(performance.now() - begunAt);
    begunAt = performance.now();
  }
  yield ']';
}

/** All rows in the order of their keys. */
async function* pagesOf<T extends object>(table: Table<T, string>): AsyncGenerator<readonly T[]> {
  let rows: T[] = await table.orderBy(':id').limit(pageSize).toArray();
  while (rows.length > 0) {
    yield rows;
    const last = rows.at(-1);
    const key: unknown = last && Reflect.get(last, String(table.schema.primKey.keyPath));
    rows = typeof key === 'string' ? await table.where(':id').above(key).limit(pageSize).toArray() : [];
  }
}

/** The newest entries, newest first; several of one instant are taken once each. */
async function* newestOf(db: HoldfastDatabase): AsyncGenerator<readonly Interaction[]> {
  let known = new Set<string>();
  let before: Instant | typeof Dexie.maxKey = Dexie.maxKey;
  for (let left = keptInteractions; left > 0; ) {
    const page: Interaction[] = await db.interactions
      .where('occurredAt')
      .belowOrEqual(before)
      .reverse()
      .limit(pageSize + known.size)
      .toArray();
    const fresh = page.filter(({ id }) => !known.has(id)).slice(0, left);
    const last = fresh.at(-1);
    if (!last) return;
    yield fresh;
    left -= fresh.length;
    if (last.occurredAt !== before) known = new Set();
    for (const { id, occurredAt } of page) if (occurredAt === last.occurredAt) known.add(id);
    before = last.occurredAt;
  }
}
