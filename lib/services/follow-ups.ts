import { civilDate, isCalendarDate, noonOf } from '@/lib/core/calendar';
import { sayDay } from '@/lib/core/day-words';
import type { FollowUp } from '@/lib/core/follow-up';
import type { HoldfastDatabase } from '@/lib/db/database';
import type { ActReply, RequestOf } from '@/lib/messaging/protocol';
import { act } from './act';
import { Refusal, type ServiceContext } from './context';
import { settleByFollowUp } from './promises';
import { isOpen, planNext } from './series-days';

/** A plan for a day to come: until then nobody asks for the contact by time. */
export function planFollowUp(
  db: HoldfastDatabase,
  request: RequestOf<'planFollowUp'>,
  context: ServiceContext,
): Promise<ActReply> {
  return act(db, context, 'planFollowUp', request.id, async (change) => {
    const { id, dueOn, channel, note } = request;
    const contact = await change.contact(request.contactId);
    const today = civilDate(context.now(), context.timeZone);
    if (!isCalendarDate(dueOn) || dueOn < today) throw new Refusal('errorBadRequest');
    const planned = { dueOn, channel, note: note?.trim() || undefined, madeAt: context.now() };
    await change.addFollowUp({ id, contactId: contact.id, ...planned });
    const values = [sayDay(dueOn, today, context.locale), contact.name];
    return { said: { key: 'donePlanned', values }, contactIds: [contact.id] };
  });
}

/** "Did it happen?" Yes logs it on its day; no only ends the plan. */
export function settleFollowUp(
  db: HoldfastDatabase,
  request: RequestOf<'settleFollowUp'>,
  context: ServiceContext,
): Promise<ActReply> {
  return act(db, context, 'settleFollowUp', request.id, async (change) => {
    const { id, followUpId, happened } = request;
    const { contactId, channel, dueOn, promiseId, note: about } = await openPlan(db, followUpId);
    const settled = await change.patchFollowUp(followUpId, { doneAt: context.now() });
    await settleByFollowUp(change, promiseId, happened);
    const contact = await change.contact(contactId);
    const today = civilDate(context.now(), context.timeZone);
    await planNext(change, settled, today);
    if (!happened) return { said: { key: 'donePlanDropped' }, contactIds: [contact.id] };
    const note = request.note?.trim() || about;
    const [on = today] = [dueOn, today].sort();
    const occurredAt = on === today ? context.now() : noonOf(on, context.timeZone);
    await change.append({
      id,
      contactId: contact.id,
      kind: channel,
      occurredAt,
      precision: on === today ? 'instant' : 'day',
      ...(channel === 'mail' || channel === 'chat' ? { direction: 'out' as const } : {}),
      weight: 'counts',
      source: 'user',
      ...(note ? { note } : {}),
      aboutId: followUpId,
    });
    await change.patchSettings({ logsSinceCopy: change.settings.logsSinceCopy + 1 });
    return { said: { key: 'donePlanHappened', values: [sayDay(on, today, context.locale)] }, contactIds: [contact.id] };
  });
}

/** Another day for what is planned. */
export function moveFollowUp(
  db: HoldfastDatabase,
  request: RequestOf<'moveFollowUp'>,
  context: ServiceContext,
): Promise<ActReply> {
  return act(db, context, 'moveFollowUp', request.id, async (change) => {
    const { followUpId, dueOn } = request;
    const today = civilDate(context.now(), context.timeZone);
    if (!isCalendarDate(dueOn) || dueOn < today) throw new Refusal('errorBadRequest');
    const { contactId } = await openPlan(db, followUpId);
    const contact = await change.contact(contactId);
    await change.patchFollowUp(followUpId, { dueOn });
    const values = [sayDay(dueOn, today, context.locale), contact.name];
    return { said: { key: 'donePlanned', values }, contactIds: [contact.id] };
  });
}

/** Answered already, in another window or before an undo: nothing is logged twice. */
async function openPlan(db: HoldfastDatabase, id: string): Promise<FollowUp> {
  const found = await db.followUps.get(id);
  if (!found || !isOpen(found)) throw new Refusal('errorNotFound');
  return found;
}
