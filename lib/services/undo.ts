import type { ActChange, Instant } from '@/lib/core/model';
import type { HoldfastDatabase } from '@/lib/db/database';
import type { ActReply, RequestOf } from '@/lib/messaging/protocol';
import { act } from './act';
import type { Change } from './change';
import { Refusal, type ServiceContext } from './context';
import { patchPromise } from './promise-rows';

/**
 * Takes an act back: what it appended is voided by new entries, and each field it changed gets its old value again,
 * unless somebody has changed that field since. An undo is an act itself, so it can be undone.
 */
export function undo(db: HoldfastDatabase, request: RequestOf<'undo'>, context: ServiceContext): Promise<ActReply> {
  return act(db, context, 'undo', request.id, async (change) => {
    const original = await db.acts.get(request.actId);
    if (!original || original.undoneBy) throw new Refusal('errorNotFound');
    await Promise.all(original.appendedIds.map(async (id) => change.takeBack(await change.interaction(id))));
    for (const id of original.eventIds ?? []) await change.takeBackEvent(id);
    const undoneAt = context.now();
    // Contacts go before the account that was made for them; of the rest, what was done last.
    const { contacts = [], others = [] } = Object.groupBy(original.changed, ({ table }) => {
      return table === 'contacts' ? 'contacts' : 'others';
    });
    await Promise.all(contacts.map((one) => restore(change, one, undoneAt)));
    for (const one of others.toReversed()) await restore(change, one, undoneAt);
    await db.acts.put({ ...original, undoneBy: request.id });
    const said = { key: original.name === 'undo' ? 'doneRedone' : 'doneUndone' } as const;
    return { said, contactIds: original.contactIds };
  });
}

/** Never restored: stamps are the patch's, derived fields are core's. */
const ownFields = new Set(['updatedAt', 'updatedBy', 'clock', 'attentionAt', 'urgentAt', 'fadingAt', 'words']);

type Fields = Record<string, unknown>;

/** `undoneAt`: one for all rows of the act, so that those buried together can come back together. */
async function restore(change: Change, { table, key, before, after }: ActChange, undoneAt: Instant): Promise<void> {
  const current = await currentRow(change, table, key);
  if (!isFields(current) || !isFields(after)) return;
  // A row the act made is not removed but buried: rows live until no backup and no other device can bring them back.
  if (!isFields(before) && table === 'accounts' && (await hasContacts(change, key))) return;
  const wanted: Fields = isFields(before) ? before : { ...after, deletedAt: undoneAt };
  const fields: Fields = {};
  for (const name of new Set([...Object.keys(wanted), ...Object.keys(after)])) {
    if (ownFields.has(name) || same(wanted[name], after[name])) continue;
    if (same(current[name], after[name])) fields[name] = wanted[name];
  }
  if (Object.keys(fields).length === 0) return;
  if (table === 'contacts') await change.patchContact(key, fields);
  else if (table === 'addresses') await change.putAddress(key, fields);
  else if (table === 'accounts') await change.patchAccount(key, fields);
  else if (table === 'followUps') await change.patchFollowUp(key, fields);
  else if (table === 'recoveries') await change.patchRecovery(key, fields);
  else if (table === 'promises') await patchPromise(change, key, fields);
  else await change.patchSettings(fields);
}

/** Others have come to belong to the account since it was made. */
async function hasContacts({ db }: Change, accountId: string): Promise<boolean> {
  const living = db.contacts.where('accountId').equals(accountId);
  return (await living.filter((one) => one.deletedAt === undefined).first()) !== undefined;
}

function currentRow({ db }: Change, table: ActChange['table'], key: string): Promise<unknown> {
  if (table === 'contacts') return db.contacts.get(key);
  if (table === 'addresses') return db.addresses.get(key);
  if (table === 'accounts') return db.accounts.get(key);
  if (table === 'followUps') return db.followUps.get(key);
  if (table === 'recoveries') return db.recoveries.get(key);
  if (table === 'promises') return db.promises.get(key);
  return db.meta.get('settings');
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

/** Rows are plain JSON, and each field keeps its order. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
