import type { GivenPromise } from '@/lib/core/given-promise';
import type { RowStamp, Ulid } from '@/lib/core/model';
import { promiseKey } from '@/lib/core/promise-state';
import type { Change } from './change';
import { Refusal } from './context';
import { type Deletion, patch, stamp } from './patch';

type Fields = Partial<Omit<GivenPromise, 'id' | 'deletedAt'>> & Deletion;

/** Makes the row of a promise. */
export async function addPromise(change: Change, fields: Omit<GivenPromise, keyof RowStamp>): Promise<void> {
  const row: GivenPromise = { ...fields, ...stamp(change.context) };
  await change.db.promises.add(row);
  change.added += 1;
  change.touch(row.contactId);
  change.wrote(undefined, row);
}

/** Changes the row of a promise, tombstones included. */
export async function patchPromise(change: Change, id: string, fields: Fields): Promise<GivenPromise> {
  const before = await change.db.promises.get(id);
  if (!before) throw new Refusal('errorNotFound');
  const after = patch<GivenPromise>(before, fields, change.context);
  await change.db.promises.put(after);
  for (const { contactId } of [before, after]) change.touch(contactId);
  change.wrote(before, after);
  return after;
}

/** What was promised in a mail that never went, or to somebody else, was not promised; its follow-up goes too. */
export async function withdrawPromise(change: Change, { id, followUpId }: GivenPromise): Promise<void> {
  const deletedAt = change.context.now();
  await patchPromise(change, id, { deletedAt, offeredUntilOn: undefined });
  if (followUpId !== undefined && (await change.db.followUps.get(followUpId))) {
    await change.patchFollowUp(followUpId, { deletedAt });
  }
}

/** Two contacts are one: promises go along, each still of its mail. One that was made to both of them was made once. */
export async function movePromises(
  change: Change,
  fromId: Ulid,
  intoId: Ulid,
  copies: ReadonlyMap<string, string>,
): Promise<void> {
  const ofContact = (id: Ulid) => change.db.promises.where('contactId').equals(id).toArray();
  const known = (await ofContact(intoId)).filter(({ deletedAt }) => deletedAt === undefined);
  const keyOf = ({ dueOn, about }: GivenPromise) => promiseKey(intoId, dueOn, about);
  for (const promise of await ofContact(fromId)) {
    const twin = known.some((one) => keyOf(one) === keyOf(promise));
    const { id, mailId, answer, deletedAt } = promise;
    if (deletedAt === undefined && answer === undefined && twin) await withdrawPromise(change, promise);
    else await patchPromise(change, id, { contactId: intoId, mailId: copies.get(mailId) ?? mailId });
  }
}

/** What a mail promised that went to somebody else. `mailIds`: interactions that were taken from the contact. */
export async function withdrawPromisesIn(change: Change, contactId: Ulid, mailIds: ReadonlySet<string>): Promise<void> {
  for (const promise of await change.db.promises.where('contactId').equals(contactId).toArray()) {
    if (promise.deletedAt === undefined && mailIds.has(promise.mailId)) await withdrawPromise(change, promise);
  }
}
