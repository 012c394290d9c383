import type { HoldfastDatabase } from '@/lib/db/database';
import { exclusively } from '@/lib/db/lock';
import { settingsOf } from '@/lib/db/settings';
import { Change } from './change';
import type { ServiceContext } from './context';

/**
 * One transaction under the one write lock. What is committed stands, so nobody waits until the witness was told; the next
 * write does.
 */
export function write<T>(
  db: HoldfastDatabase,
  context: ServiceContext,
  task: (change: Change) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const written = exclusively('holdfast-write', async () => {
      const { result, added } = await db.transaction('rw', db.tables, async () => {
        const change = new Change(db, context, await settingsOf(db, context.locale));
        const result = await task(change);
        await change.finish();
        return { result, added: change.added };
      });
      resolve(result);
      await context.committed(added);
    });
    written.catch(reject);
  });
}
