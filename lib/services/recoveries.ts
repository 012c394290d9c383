import { civilDate, isCalendarDate } from '@/lib/core/calendar';
import { sayDay } from '@/lib/core/day-words';
import type { Contact, LifecycleStage } from '@/lib/core/model';
import type { Phrase } from '@/lib/core/phrase';
import { type Recovery, type RecoveryCase, type RecoveryDeed, recoveryDefaults } from '@/lib/core/recovery';
import { mayRecord } from '@/lib/core/recovery-course';
import { factsOf } from '@/lib/core/recovery-facts';
import type { HoldfastDatabase } from '@/lib/db/database';
import type { ActReply, RequestOf } from '@/lib/messaging/protocol';
import { act } from './act';
import { ownCases, withEvents } from './cases';
import type { Change } from './change';
import { Refusal, type ServiceContext } from './context';

/** Something went wrong: a case of its own, and the first step is the apology. One at a time for each contact. */
export function openRecovery(
  db: HoldfastDatabase,
  request: RequestOf<'openRecovery'>,
  context: ServiceContext,
): Promise<ActReply> {
  return act(db, context, 'openRecovery', request.id, async (change) => {
    const contact = await change.contact(request.contactId);
    const contactIds = [contact.id];
    if ((await ownCases(db, contact.id)).some(isOpen)) {
      return { said: { key: 'doneRecoveryKnown', values: [contact.name] }, contactIds };
    }
    await change.addRecovery({
      id: request.id,
      contactId: contact.id,
      ...(contact.accountId === undefined ? {} : { accountId: contact.accountId }),
      happened: '',
      ...recoveryDefaults,
      ...saidIn(request),
      openedAt: context.now(),
    });
    return { said: { key: 'doneRecoveryOpened', values: [contact.name] }, contactIds };
  });
}

/** Absent fields stay; `null` clears. */
export function editRecovery(
  db: HoldfastDatabase,
  request: RequestOf<'editRecovery'>,
  context: ServiceContext,
): Promise<ActReply> {
  return act(db, context, 'editRecovery', request.id, async (change) => {
    const { recovery } = await caseOf(db, request.recoveryId);
    const { owner, manager } = request;
    const { contactId } = await change.patchRecovery(recovery.id, {
      ...saidIn(request),
      ...(owner !== undefined && { owner: owner?.trim() || undefined }),
      ...(manager !== undefined && { manager: manager?.trim() || undefined }),
    });
    return { said: { key: 'doneRecoveryEdited' }, contactIds: [contactId] };
  });
}

/** The next event of a case. What would change nothing is refused: a step out of turn, one done already. */
export function recordRecovery(
  db: HoldfastDatabase,
  request: RequestOf<'recordRecovery'>,
  context: ServiceContext,
): Promise<ActReply> {
  return act(db, context, 'recordRecovery', request.id, async (change) => {
    const { recovery, events } = await caseOf(db, request.recoveryId);
    const { id, deed, occurredAt = context.now() } = request;
    const note = request.note?.trim();
    const before = events.filter((one) => one.occurredAt <= occurredAt);
    const isInTurn = mayRecord(recovery, events, deed) && mayRecord(recovery, before, deed);
    if (!isInTurn || occurredAt > context.now()) throw new Refusal('errorRecoveryStep');
    if ((deed.kind === 'note' && !note) || !hasGoodDay(deed, context)) throw new Refusal('errorBadRequest');
    await change.appendEvent({ id, recoveryId: recovery.id, occurredAt, ...(note ? { note } : {}), ...deed });
    const contact = await change.contact(recovery.contactId);
    await settleStage(change, contact, deed, id);
    return { said: saidOf(deed, contact, context), contactIds: [contact.id] };
  });
}

/** An event is taken back, also one that a mail has told of. */
export function takeBackRecovery(
  db: HoldfastDatabase,
  request: RequestOf<'takeBackRecovery'>,
  context: ServiceContext,
): Promise<ActReply> {
  return act(db, context, 'takeBackRecovery', request.id, async (change) => {
    const { recovery, events } = await caseOf(db, request.recoveryId);
    if (!events.some(({ id }) => id === request.eventId)) throw new Refusal('errorNotFound');
    await change.takeBackEvent(request.eventId);
    return { said: { key: 'doneTakenBack' }, contactIds: [recovery.contactId] };
  });
}

async function caseOf(db: HoldfastDatabase, id: string): Promise<RecoveryCase> {
  const recovery = await db.recoveries.get(id);
  if (!recovery || recovery.deletedAt !== undefined) throw new Refusal('errorNotFound');
  const [found] = await withEvents(db, [recovery]);
  if (!found) throw new Refusal('errorNotFound');
  return found;
}

function isOpen({ recovery, events }: RecoveryCase): boolean {
  return recovery.deletedAt === undefined && factsOf(recovery, events).closing === undefined;
}

type About = Pick<RequestOf<'editRecovery'>, 'reason' | 'severity' | 'isMoney' | 'fault' | 'what'>;

function saidIn({ reason, severity, isMoney, fault, what }: About): Partial<Recovery> {
  return {
    ...(reason !== undefined && { reason }),
    ...(severity !== undefined && { severity }),
    ...(isMoney !== undefined && { isMoney }),
    ...(fault !== undefined && { fault }),
    ...(what !== undefined && { happened: what.trim() }),
  };
}

/** A fix is promised for today or later, and a try to win back for a later day. */
function hasGoodDay(deed: RecoveryDeed, { now, timeZone }: ServiceContext): boolean {
  const today = civilDate(now(), timeZone);
  if (deed.kind === 'fix-promised') return isCalendarDate(deed.dueOn) && deed.dueOn >= today;
  if (deed.kind !== 'closed' || deed.outcome !== 'lost' || deed.tryAgainOn === undefined) return true;
  return isCalendarDate(deed.tryAgainOn) && deed.tryAgainOn > today;
}

/** Who is lost is asked for again on the day to try again; who was lost and is kept after all is won back. */
async function settleStage(change: Change, contact: Contact, deed: RecoveryDeed, id: string): Promise<void> {
  if (deed.kind !== 'closed') return;
  if (deed.outcome === 'kept' && contact.stage === 'lost') await moveTo(change, contact, 'won-back', id);
  if (deed.outcome !== 'lost') return;
  await moveTo(change, contact, 'lost', id);
  if (deed.tryAgainOn === undefined) return;
  const plan = { dueOn: deed.tryAgainOn, channel: 'mail', reason: 'try-again' } as const;
  await change.addFollowUp({ id, contactId: contact.id, ...plan, madeAt: change.context.now() });
}

/** A change of stage is an entry of the timeline too, under the id of the act. */
export async function moveTo(change: Change, contact: Contact, stage: LifecycleStage, id: string): Promise<void> {
  if (contact.stage === stage) return;
  await change.patchContact(contact.id, { stage });
  const entry = { kind: 'stage', precision: 'instant', weight: 'weak', source: 'user', stage } as const;
  await change.append({ id, contactId: contact.id, occurredAt: change.context.now(), ...entry });
}

const saidOfEnd = {
  kept: 'doneRecoveryKept',
  withdrawn: 'doneRecoveryWithdrawn',
  lost: 'doneRecoveryLost',
} as const;

function saidOf(deed: RecoveryDeed, { name }: Contact, { now, timeZone, locale }: ServiceContext): Phrase {
  if (deed.kind === 'fix-promised') {
    return { key: 'doneRecoveryPromised', values: [sayDay(deed.dueOn, civilDate(now(), timeZone), locale)] };
  }
  if (deed.kind !== 'closed') return { key: 'doneRecoveryRecorded', values: [name] };
  return { key: saidOfEnd[deed.outcome], values: [name] };
}
