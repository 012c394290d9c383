import type { Instant } from '@/lib/core/model';
import type { HoldfastDatabase } from '@/lib/db/database';
import { pruneActs } from './act';
import { dropOldSends } from './sends';

/** Clears out what has had its time: acts too old to be taken back, mails that no page ever proved sent. */
export async function tidyUp(db: HoldfastDatabase, now: Instant): Promise<void> {
  await Promise.all([pruneActs(db, now), dropOldSends(db, now)]);
}
