import { type CopyContent, readCopy } from '@/lib/core/copy';
import type { Instant } from '@/lib/core/model';
import { HoldfastDatabase } from '@/lib/db/database';
import { exclusively } from '@/lib/db/lock';
import {
  countRows,
  createIdentity,
  DatabaseTrouble,
  freeName,
  type OpenOptions,
  openDatabase,
  witnessFor,
} from '@/lib/db/open-database';
import { newestHead, readSnapshots, type SnapshotHead, writeSnapshot } from '@/lib/db/snapshot';
import type { TextStore } from '@/lib/db/text-store';
import type { Witness, WitnessStore } from '@/lib/db/witness';
import type { ActReply, RequestOf } from '@/lib/messaging/protocol';
import { Refusal, type ServiceContext } from './context';
import { markStale } from './derived';
import { essentialsOf } from './essentials';

const minute = 60_000;
/** How long a change may wait for its snapshot: the more rows, the more a snapshot costs. */
const patience = [
  { upToRows: 2_000, ms: minute, busyMs: minute },
  { upToRows: 20_000, ms: 30 * minute, busyMs: 5 * minute },
  { upToRows: Infinity, ms: 360 * minute, busyMs: 360 * minute },
] as const;
const busyWrites = 25;
/** Takes a snapshot if one is due. The instant at which the next will be; `undefined`: nothing new, nothing due. */
export async function keepSnapshot(
  db: HoldfastDatabase,
  shelf: TextStore,
  witness: Witness | undefined,
  now: number,
): Promise<Instant | undefined> {
  if (!witness || witness.rows === 0) return undefined;
  const last = await newestHead(shelf);
  const dueAt = last ? snapshotDueAt(witness, last) : now;
  // A clock that was set back must not hold it up.
  if (dueAt === undefined || (dueAt > now && (!last || last.madeAt <= now))) return dueAt;
  // Nobody is tracked: there is nothing to bring back, and after a start from nothing older ones are worth more.
  if ((await db.contacts.limit(1).count()) === 0) return undefined;
  const { writes, dbId, rows } = witness;
  await writeSnapshot(shelf, essentialsOf(db, now), { madeAt: now, writes, dbId, rows });
  return undefined;
}

function snapshotDueAt(witness: Witness, last: SnapshotHead): Instant | undefined {
  const news = witness.dbId === last.dbId ? witness.writes - last.writes : witness.writes + 1;
  if (news === 0) return undefined;
  const limits = patience.find(({ upToRows }) => witness.rows <= upToRows) ?? patience[0];
  return last.madeAt + (news >= busyWrites ? limits.busyMs : limits.ms);
}

export interface Safety {
  readonly witnesses: WitnessStore;
  readonly shelf: TextStore;
}

/**
 * The user's answer to the recovery screen. The new database gets a new name, because a damaged one can often not be
 * deleted; nothing of the old one is touched.
 */
export async function repair(
  safety: Safety,
  request: RequestOf<'repair'>,
  context: Pick<ServiceContext, 'now' | 'newId' | 'text'>,
): Promise<ActReply> {
  const options: OpenOptions = { now: () => context.now(), newId: () => context.newId() };
  const witness = await safety.witnesses.read().catch(() => undefined);
  const opened = await openDatabase(safety.witnesses, options).catch((error: unknown) => error);
  if (opened instanceof HoldfastDatabase) {
    const done = await opened.acts.get(request.id);
    opened.close();
    if (!done) throw new Refusal('errorBadRequest');
    return { text: done.text, contactIds: [] };
  }
  // What a newer Holdfast wrote is whole: the cure is to update, not to leave it behind.
  if (!(opened instanceof DatabaseTrouble) || opened.kind === 'newer-version') throw opened;
  const restores = request.choice === 'restore-snapshot';
  const content = restores ? await newestWhole(safety.shelf) : undefined;
  if (restores && !content) throw new Refusal('errorNotFound');
  const text = context.text({ key: restores ? 'doneRestored' : 'doneStartedEmpty' });
  await exclusively('holdfast-open', () => startAnew(safety, options, witness, content, { id: request.id, text }));
  return { text, contactIds: [] };
}

async function newestWhole(shelf: TextStore): Promise<CopyContent | undefined> {
  for (const { text } of await readSnapshots(shelf)) {
    // No message carries it: it may be as large as it is.
    const read = readCopy(text, Infinity);
    if (read.ok) return read.content;
  }
  return undefined;
}

async function startAnew(
  { witnesses }: Safety,
  options: OpenOptions,
  known: Witness | undefined,
  content: CopyContent | undefined,
  act: { readonly id: string; readonly text: string },
): Promise<void> {
  const current = await witnesses.read().catch(() => undefined);
  // Somebody answered in another window meanwhile.
  if (current?.dbName !== known?.dbName) return;
  const db = new HoldfastDatabase(await freeName(known?.dbName));
  await db.open();
  try {
    const dbId = await db.transaction('rw', db.tables, async () => {
      const identity = await createIdentity(db, options);
      if (content) await fill(db, content);
      await markStale(db, '', { wantsRecoveries: true });
      const nothing = { contactIds: [], appendedIds: [], changed: [] };
      await db.acts.add({ ...act, ...nothing, name: 'repair', doneAt: options.now() });
      return identity.dbId;
    });
    await witnesses.write(witnessFor(db, dbId, await countRows(db), options.now()));
  } finally {
    db.close();
  }
}

async function fill(db: HoldfastDatabase, content: CopyContent): Promise<void> {
  await db.contacts.bulkPut([...content.contacts]);
  await db.addresses.bulkPut([...content.addresses]);
  await db.accounts.bulkPut([...content.accounts]);
  await db.followUps.bulkPut([...content.followUps]);
  await db.recoveries.bulkPut([...content.recoveries]);
  await db.recoveryEvents.bulkPut([...content.recoveryEvents]);
  await db.promises.bulkPut([...content.promises]);
  await db.interactions.bulkPut([...content.interactions]);
  if (content.settings) await db.meta.put(content.settings);
}
