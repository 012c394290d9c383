import { DatabaseTrouble } from '@/lib/db/open-database';
import { showTally, showTrouble } from '@/lib/extension/action-badge';
import { nextWake, planWake } from '@/lib/extension/alarms';
import { announceRevision } from '@/lib/extension/broadcast';
import { logError } from '@/lib/extension/log';
import { settled } from '@/lib/extension/settled';
import { keepPopupOnAction } from '@/lib/extension/side-panel';
import { renewRegistration } from '@/lib/extension/sites';
import { refreshDerived } from '@/lib/services/derived';
import { nextChanges, tallyOf } from '@/lib/services/tally';
import { tidyUp } from '@/lib/services/tidy';
import { contextFor, nobody } from './context';
import { database, snapshotIfDue } from './database';

const tidy = async () => tidyUp(await database(), Date.now());
const lookSoon = settled(100, () => attempt('after write', lookAgain));

/** After a change: open pages ask again, the toolbar count and the next wake are made anew. */
export function afterWrite(): void {
  announceRevision();
  lookSoon();
}

/** At every start of the worker: what an update, a restart or a kill may have lost is put up again. */
export async function start(): Promise<void> {
  await renewRegistration().catch((error: unknown) => logError('sites', error));
  await keepPopupOnAction().catch((error: unknown) => logError('side panel', error));
  await attempt('start', lookAgain);
  await attempt('start', tidy);
}

/** The alarm: nothing is stored at the moment somebody becomes due, so open pages must be told to look. */
export async function wake(): Promise<void> {
  announceRevision();
  await attempt('wake', lookAgain);
  await attempt('wake', tidy);
}

async function lookAgain(): Promise<void> {
  // First of all, so that a database in trouble is tried again.
  await planWake(nextWake(Date.now(), []));
  const db = await database();
  const context = await contextFor(db, nobody(), afterWrite);
  if (await refreshDerived(db, context)) announceRevision();
  await showTally(await tallyOf(db, context));
  const changes = await nextChanges(db, context);
  await planWake(nextWake(context.now(), changes));
  const snapshotAt = await snapshotIfDue(db);
  if (snapshotAt !== undefined) await planWake(nextWake(context.now(), [...changes, snapshotAt]));
}

async function attempt(where: string, task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch (error) {
    logError(where, error);
    if (error instanceof DatabaseTrouble) await showTrouble();
  }
}
