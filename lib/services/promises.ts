import { plainName } from '@/lib/core/address';
import { civilDate } from '@/lib/core/calendar';
import { sayDay } from '@/lib/core/day-words';
import type { FoundPromise, GivenPromise } from '@/lib/core/given-promise';
import type { Interaction } from '@/lib/core/model';
import type { DatedPromise } from '@/lib/core/promise';
import { longestWords } from '@/lib/core/promise-schema';
import { offeredUntil, promisedChannel, promiseKey } from '@/lib/core/promise-state';
import type { HoldfastDatabase } from '@/lib/db/database';
import { settingsOf } from '@/lib/db/settings';
import type { ActReply, RequestOf } from '@/lib/messaging/protocol';
import { act } from './act';
import type { Change } from './change';
import { Refusal, type ServiceContext } from './context';
import { hashOf } from './hash';
import { addPromise, patchPromise, withdrawPromise } from './promise-rows';

/** More in one mail would be no offer but a questionnaire. */
const mostInMail = 5;
/** A page that makes up texts must not fill the database with offers. */
const mostOpen = 50;

/** What the text of a mail promises to whom it counts for. Of the text nothing else is kept. */
export async function promisesInMail(
  db: HoldfastDatabase,
  text: string,
  sent: readonly Interaction[],
  context: ServiceContext,
): Promise<readonly FoundPromise[]> {
  const people = [...new Set(sent.filter(({ weight }) => weight === 'counts').map(({ contactId }) => contactId))];
  const settings = await settingsOf(db, context.locale);
  if (people.length === 0 || !settings.findPromises) return [];
  const { promisesIn } = await context.reading();
  const reading = { locale: context.locale, off: settings };
  const found = promisesIn(text, civilDate(context.now(), context.timeZone), reading);
  return Promise.all(
    found.slice(0, mostInMail).flatMap((one) => people.map((contactId) => foundPromise(contactId, one))),
  );
}

async function foundPromise(contactId: string, { words, about, on: dueOn }: DatedPromise): Promise<FoundPromise> {
  const id = await hashOf(promiseKey(contactId, dueOn, about));
  return { id, contactId, words: shortened(words), about: shortened(about), dueOn };
}

/** Nothing invisible in it, and no longer than may be kept. */
function shortened(text: string): string {
  const plain = plainName(text);
  return plain.length <= longestWords ? plain : `${plain.slice(0, longestWords - 1)}…`;
}

/** Offers what a mail promises, once it is proven sent; `mailId`: its entry. What was offered or answered before stays as it is. */
export async function offerPromises(
  change: Change,
  found: readonly FoundPromise[],
  mailId: string,
  mail: Interaction,
): Promise<void> {
  const { db, context } = change;
  const madeAt = mail.occurredAt;
  const offeredUntilOn = offeredUntil(madeAt, context.timeZone);
  const today = civilDate(context.now(), context.timeZone);
  for (const promise of found.filter(({ contactId }) => contactId === mail.contactId)) {
    const known = await db.promises.get(promise.id);
    if (known && known.deletedAt === undefined && !hasLapsed(known, context)) continue;
    if ((await db.promises.where('offeredUntilOn').aboveOrEqual(today).count()) >= mostOpen) return;
    const offer = { ...promise, mailId, madeAt, offeredUntilOn };
    const afresh = { answer: undefined, followUpId: undefined, outcome: undefined, settledAt: undefined };
    if (known) await patchPromise(change, promise.id, { ...offer, ...afresh, deletedAt: undefined });
    else await addPromise(change, offer);
  }
}

function hasLapsed({ answer, offeredUntilOn = '' }: GivenPromise, { now, timeZone }: ServiceContext): boolean {
  return answer === undefined && offeredUntilOn < civilDate(now(), timeZone);
}

/** The mail was taken back after it had been proven sent. What an earlier mail had promised already stays. */
export async function takeBackPromises(change: Change, found: readonly FoundPromise[], mail: Interaction) {
  for (const { id, contactId } of found) {
    const promise = await change.db.promises.get(id);
    const isOfMail = contactId === mail.contactId && promise?.madeAt === mail.occurredAt;
    if (promise && isOfMail && promise.deletedAt === undefined) await withdrawPromise(change, promise);
  }
}

/** The user's answer to an offer: a follow-up for its day, or no promise. */
export function answerPromise(
  db: HoldfastDatabase,
  request: RequestOf<'answerPromise'>,
  context: ServiceContext,
): Promise<ActReply> {
  return act(db, context, 'answerPromise', request.id, async (change) => {
    const promise = await livingPromise(change, request.promiseId);
    if (promise.answer !== undefined) throw new Refusal('errorNotFound');
    const contact = await change.contact(promise.contactId);
    const contactIds = [contact.id];
    if (!request.keeps) {
      await patchPromise(change, promise.id, { answer: 'declined', offeredUntilOn: undefined });
      return { said: { key: 'donePromiseDeclined' }, contactIds };
    }
    const { id } = request;
    const { about, dueOn, madeAt } = promise;
    const plan = { dueOn, channel: promisedChannel(about), note: about, promiseId: promise.id, madeAt };
    await patchPromise(change, promise.id, { answer: 'accepted', followUpId: id, offeredUntilOn: undefined });
    await change.addFollowUp({ id, contactId: contact.id, ...plan });
    const today = civilDate(context.now(), context.timeZone);
    return { said: { key: 'donePlanned', values: [sayDay(dueOn, today, context.locale), contact.name] }, contactIds };
  });
}

/** The user's own word on a promise; its follow-up is settled with it. */
export function settlePromise(
  db: HoldfastDatabase,
  request: RequestOf<'settlePromise'>,
  context: ServiceContext,
): Promise<ActReply> {
  return act(db, context, 'settlePromise', request.id, async (change) => {
    const { outcome } = request;
    const promise = await livingPromise(change, request.promiseId);
    if (promise.answer !== 'accepted') throw new Refusal('errorNotFound');
    const isTooEarly = promise.dueOn > civilDate(context.now(), context.timeZone);
    if (outcome === 'broken' && isTooEarly) throw new Refusal('errorBadRequest');
    await patchPromise(change, promise.id, { outcome, settledAt: context.now() });
    const plan = promise.followUpId === undefined ? undefined : await db.followUps.get(promise.followUpId);
    if (plan && plan.doneAt === undefined) await change.patchFollowUp(plan.id, { doneAt: context.now() });
    const { id } = await change.contact(promise.contactId);
    return { said: { key: outcome === 'kept' ? 'donePromiseKept' : 'donePromiseBroken' }, contactIds: [id] };
  });
}

async function livingPromise({ db }: Change, id: string): Promise<GivenPromise> {
  const found = await db.promises.get(id);
  if (!found || found.deletedAt !== undefined) throw new Refusal('errorNotFound');
  return found;
}

/** The follow-up of a promise was settled: kept, broken once its day has gone by, and before that called off. */
export async function settleByFollowUp(change: Change, promiseId: string | undefined, happened: boolean) {
  const promise = promiseId === undefined ? undefined : await change.db.promises.get(promiseId);
  if (promise?.answer !== 'accepted' || promise.deletedAt !== undefined) return;
  const { now, timeZone } = change.context;
  const isOver = happened || promise.dueOn < civilDate(now(), timeZone);
  await patchPromise(
    change,
    promise.id,
    isOver ? { outcome: happened ? 'kept' : 'broken', settledAt: now() } : { answer: 'declined' },
  );
}
