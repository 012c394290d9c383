import { mailboxKey } from '@/lib/core/address';
import type { FoundPromise } from '@/lib/core/given-promise';
import type { Interaction, PendingSend } from '@/lib/core/model';
import { sightingKey } from '@/lib/core/sighting';
import { versionsOf } from '@/lib/core/versions-of';
import type { HoldfastDatabase } from '@/lib/db/database';
import { exclusively } from '@/lib/db/lock';
import type { RequestOf } from '@/lib/messaging/protocol';
import type { Change } from './change';
import type { ServiceContext } from './context';
import { interactionsOf } from './derived';
import { hashOf } from './hash';
import { noteMailbox } from './mailboxes';
import { lookUp, ourselves } from './people';
import { offerPromises, promisesInMail, takeBackPromises } from './promises';
import { appendProof, judgeAllowed, judgingContext } from './sightings';
import { rememberedUser } from './user';
import { write } from './write';

/** A mail that was not proven sent by then never was, as far as Holdfast can know. */
const keptMs = 600_000;
/** Within so much time two sightings are of one mail; see `reconcile`. */
const sameMs = 120_000;
/** Of a tab that sends more within that time the texts are not read. */
const mostHeld = 30;

/**
 * The user is sending: recipients are read now, because the page may be gone when the proof comes. Kept only if one
 * of them is tracked.
 */
export async function holdSend(db: HoldfastDatabase, request: RequestOf<'holdSend'>, context: ServiceContext) {
  const interactions = await sentInteractions(db, request, context);
  if (interactions.length === 0) return null;
  const { tabId } = context.caller;
  const isNew = await exclusively('holdfast-write', async () => {
    await dropOldSends(db, context.now());
    if (await db.pendingSends.get(request.id)) return false;
    await db.pendingSends.add({ id: request.id, tabId, heldAt: context.now(), interactions });
    return (await db.pendingSends.where('tabId').equals(tabId).count()) <= mostHeld;
  });
  // Only now: reading takes time, and the proof must find the mail.
  if (isNew && request.text) await holdPromises(db, request.id, request.text, context);
  return null;
}

/** What the mail promises waits with it; if the proof was quicker, it is offered at once. */
async function holdPromises(db: HoldfastDatabase, id: string, text: string, context: ServiceContext): Promise<void> {
  const { interactions = [] } = (await db.pendingSends.get(id)) ?? {};
  const promises = await promisesInMail(db, text, interactions, context);
  if (promises.length === 0) return;
  await write(db, context, async (change) => {
    const held = await db.pendingSends.get(id);
    if (!held) return;
    await db.pendingSends.put({ ...held, promises });
    if (held.settled === 'sent') for (const row of held.interactions) await offerIn(change, promises, row);
  });
}

async function sentInteractions(
  db: HoldfastDatabase,
  request: RequestOf<'holdSend'>,
  context: ServiceContext,
): Promise<Interaction[]> {
  const user = await rememberedUser(db, context.locale);
  const { settings } = user;
  const { mailbox, mailboxes } = await noteMailbox(db, { ...request, senders: [] }, user, context);
  const us = ourselves(settings, mailboxes);
  const place = judgingContext({ site: request.site, view: 'compose', language: context.locale }, mailbox, us, context);
  const recipientCount = request.recipients.length;
  const judged = request.recipients.flatMap((raw) => {
    const one = judgeAllowed({ ...raw, recipientCount: raw.recipientCount ?? recipientCount }, place, settings);
    return one ? [one] : [];
  });
  const known = await lookUp(
    db,
    judged.map((one) => one.address),
  );
  const rows = judged.map(async (one, index): Promise<Interaction | undefined> => {
    const contact = known[index]?.contact;
    if (!contact || us.own.has(mailboxKey(one.address))) return undefined;
    const { direction, weight, doubt, evidence } = one;
    return {
      id: await hashOf(JSON.stringify([request.id, sightingKey(one)])),
      contactId: contact.id,
      kind: 'mail',
      occurredAt: context.now(),
      precision: 'instant',
      direction,
      weight,
      ...(doubt ? { doubt } : {}),
      source: 'page',
      evidence,
      recordedAt: context.now(),
      recordedBy: context.deviceId,
    };
  });
  return (await Promise.all(rows)).filter((row) => row !== undefined);
}

/** The page proved that a held mail went out, or that the user took it back. Without an id: all of this tab. */
export async function settleSend(db: HoldfastDatabase, request: RequestOf<'settleSend'>, context: ServiceContext) {
  const found = await heldSends(db, request.id, context);
  if (found.length === 0) return null;
  await write(db, context, async (change) => {
    await dropOldSends(db, context.now());
    for (const held of await heldSends(db, request.id, context)) {
      if (request.outcome === 'sent') {
        for (const row of held.interactions) {
          await appendSent(change, row);
          await offerIn(change, held.promises ?? [], row);
        }
        await db.pendingSends.put({ ...held, settled: 'sent' });
      } else {
        const sent = held.settled === 'sent' ? held.interactions : [];
        for (const row of sent) {
          await takeBackSent(change, row);
          await takeBackPromises(change, held.promises ?? [], row);
        }
        await db.pendingSends.delete(held.id);
      }
    }
  });
  return null;
}

/** The mail may be known by another id: shown in Sent already, or the second of two at once. */
async function offerIn(change: Change, promises: readonly FoundPromise[], row: Interaction): Promise<void> {
  const { contactId, occurredAt, evidence } = row;
  const near = await change.db.interactions
    .where('[contactId+occurredAt]')
    .between([contactId, occurredAt - sameMs], [contactId, occurredAt + sameMs], true, true)
    .toArray();
  const isSent = (one: Interaction) => one.direction === 'out' && one.evidence?.address === evidence?.address;
  const known = near.find(({ id }) => id === row.id) ?? near.find(isSent) ?? row;
  await offerPromises(change, promises, known.id, row);
}

/** The page may have shown the mail in Sent before it said that it was sent: then it is there already. */
async function appendSent(change: Change, row: Interaction): Promise<void> {
  const { id, contactId, occurredAt, precision, direction = 'out', weight, doubt, evidence } = row;
  if (!evidence) return;
  const { address } = evidence;
  const judged = { address, name: '', isRole: false, direction, weight, doubt, occurredAt, precision, evidence };
  await appendProof(change, { contactId, judged, occurredAt, id });
}

async function takeBackSent(change: Change, row: Interaction): Promise<void> {
  const all = await interactionsOf(change.db, row.contactId);
  const versions = versionsOf(all, row.id);
  // The page may have shown the mail with its id before it was taken back.
  for (const one of all) if (versions.has(one.id)) await change.takeBack(one, 'page');
}

/** Only the tab that held a mail may settle it. */
async function heldSends(
  db: HoldfastDatabase,
  id: string | undefined,
  { caller, now }: ServiceContext,
): Promise<PendingSend[]> {
  const ofTab = await db.pendingSends.where('tabId').equals(caller.tabId).toArray();
  return ofTab.filter((held) => (id === undefined ? !held.settled : held.id === id) && held.heldAt > now() - keptMs);
}

/** Held mails whose proof never came, and settled ones that nobody takes back any more. */
export async function dropOldSends(db: HoldfastDatabase, now: number): Promise<void> {
  await db.pendingSends.filter((held) => held.heldAt <= now - keptMs).delete();
}
