import type { ViewHealth } from '@/lib/core/site-health';
import type { HoldfastDatabase } from './database';

/** The health of every view that was looked at. */
export async function healthOf(db: HoldfastDatabase): Promise<readonly ViewHealth[]> {
  const row = await db.meta.get('health');
  return row?.key === 'health' ? row.views : [];
}
