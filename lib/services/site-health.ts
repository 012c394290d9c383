import { isUnreadable, type ViewHealth, withLook } from '@/lib/core/site-health';
import type { HoldfastDatabase } from '@/lib/db/database';
import { healthOf } from '@/lib/db/health';
import { exclusively } from '@/lib/db/lock';
import type { RequestOf } from '@/lib/messaging/protocol';
import type { ServiceContext } from './context';

const hourMs = 3_600_000;

/** Keeps how well a site can be read. What is well needs no more than one word an hour. */
export async function reportHealth(
  db: HoldfastDatabase,
  request: RequestOf<'reportHealth'>,
  context: ServiceContext,
): Promise<null> {
  const now = context.now();
  const look = { ...request, origin: context.caller.origin };
  await exclusively('holdfast-write', async () => {
    const views = await healthOf(db);
    const after = withLook(views, look, now);
    if (after === views || isSoon(views, after[0])) return;
    await db.meta.put({ key: 'health', views: after });
  });
  return null;
}

function isSoon(views: readonly ViewHealth[], now: ViewHealth | undefined): boolean {
  const before = views.find((one) => one.site === now?.site && one.origin === now.origin && one.view === now.view);
  if (!before || !now || isUnreadable(before) || before.blindSinceAt !== now.blindSinceAt) return false;
  return now.blindSinceAt === undefined && now.seenAt - before.seenAt < hourMs;
}
