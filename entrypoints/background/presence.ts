import type { HoldfastDatabase } from '@/lib/db/database';
import { logError } from '@/lib/extension/log';
import type { ServiceContext } from '@/lib/services/context';
import { notePresence } from '@/lib/services/presence';
import { nobody, surroundings } from './context';
import { database } from './database';

const hourMs = 3_600_000;
let notedAt = 0;

/**
 * A page or popup said something, so the user is here. An alarm is no such sign: it rings at an empty desk too. Nothing
 * that goes wrong here holds up an answer.
 */
export async function seen(db: HoldfastDatabase, context: Pick<ServiceContext, 'now' | 'timeZone' | 'locale'>) {
  const now = context.now();
  if (Math.abs(now - notedAt) < hourMs) return;
  notedAt = now;
  await notePresence(db, context).catch((error: unknown) => logError('presence', error));
}

/** The browser was started. */
export async function seenAtStart(): Promise<void> {
  await seen(await database(), surroundings(nobody()));
}
