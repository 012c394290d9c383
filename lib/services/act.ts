import type { Act, Ulid } from '@/lib/core/model';
import type { Phrase } from '@/lib/core/phrase';
import type { HoldfastDatabase } from '@/lib/db/database';
import type { ActReply } from '@/lib/messaging/protocol';
import { cardOf } from './card';
import type { Change } from './change';
import type { ServiceContext } from './context';
import { write } from './write';

/** What an act did, for the user's eyes and for the timeline. */
export interface Done {
  readonly said: Phrase;
  readonly contactIds: readonly Ulid[];
}

/**
 * Carries out one act of the user: one transaction, once only (a repeated message finds the act and gets the same
 * answer), with everything kept that undo needs.
 */
export async function act(
  db: HoldfastDatabase,
  context: ServiceContext,
  name: string,
  id: Ulid,
  perform: (change: Change) => Promise<Done>,
): Promise<ActReply> {
  const done = await write(db, context, (change) => performOnce(change, name, id, perform));
  const [only] = done.contactIds;
  return {
    text: done.text,
    contactIds: done.contactIds,
    interactionId: done.appendedIds[0],
    card: only && done.contactIds.length === 1 ? await cardOf(db, only, context) : undefined,
  };
}

async function performOnce(
  change: Change,
  name: string,
  id: Ulid,
  perform: (change: Change) => Promise<Done>,
): Promise<Act> {
  const { db, context } = change;
  const known = await db.acts.get(id);
  if (known) return known;
  const { said, contactIds } = await perform(change);
  const { appendedIds, eventIds, changed } = change;
  const done = { contactIds, appendedIds, ...(eventIds.length > 0 ? { eventIds } : {}), changed };
  const row = { id, name, doneAt: context.now(), ...done, text: context.text(said) };
  await db.acts.add(row);
  return row;
}

const day = 86_400_000;
const keptAge = 30 * day;
const keptActs = 1_000;

/** Acts are kept for undo and for repeated messages, not for ever. */
export async function pruneActs(db: HoldfastDatabase, now: number): Promise<void> {
  await db.transaction('rw', db.acts, async () => {
    await db.acts
      .where('doneAt')
      .below(now - keptAge)
      .delete();
    const surplus = (await db.acts.count()) - keptActs;
    if (surplus > 0) await db.acts.orderBy('doneAt').limit(surplus).delete();
  });
}
