import { addDays, civilDate, nextWorkingDay } from '@/lib/core/calendar';
import { sayDay } from '@/lib/core/day-words';
import { firstName } from '@/lib/core/wording';
import type { HoldfastDatabase } from '@/lib/db/database';
import type { ActReply, RequestOf } from '@/lib/messaging/protocol';
import { act } from './act';
import type { ServiceContext } from './context';

/** "Not now": kept on the timeline with its reason; the contact comes back on the next working day. */
export function skip(db: HoldfastDatabase, request: RequestOf<'skip'>, context: ServiceContext): Promise<ActReply> {
  return act(db, context, 'skip', request.id, async (change) => {
    const contact = await change.contact(request.contactId);
    const note = request.reason?.trim();
    await change.append({
      id: request.id,
      contactId: contact.id,
      kind: 'skip',
      occurredAt: context.now(),
      precision: 'instant',
      weight: 'weak',
      source: 'user',
      ...(note ? { note } : {}),
    });
    const today = civilDate(context.now(), context.timeZone);
    const day = sayDay(nextWorkingDay(addDays(today, 1), change.settings), today, context.locale);
    return { said: { key: 'doneSkipped', values: [firstName(contact.name), day] }, contactIds: [contact.id] };
  });
}
