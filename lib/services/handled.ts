import { addDays, civilDate, startOfDay } from '@/lib/core/calendar';
import type { Contact, Instant } from '@/lib/core/model';
import type { HoldfastDatabase } from '@/lib/db/database';
import { handledOn } from '@/lib/db/day';
import type { ServiceContext } from './context';

/** A contact before and after a change. */
export interface Moved {
  readonly before: Contact;
  readonly after: Contact;
}

/**
 * Keeps count of the drifting contacts that were seen to today, whatever was done: they were waiting before the change
 * and are not after it. An undo puts them back. Who only wrote himself was not seen to.
 */
export async function noteHandled(
  db: HoldfastDatabase,
  { now, timeZone }: Pick<ServiceContext, 'now' | 'timeZone'>,
  moves: readonly Moved[],
): Promise<void> {
  const today = civilDate(now(), timeZone);
  const tomorrowAt = startOfDay(addDays(today, 1), timeZone);
  const known = await handledOn(db, today);
  const handled = new Set(known);
  for (const { before, after } of moves) {
    const [was, is] = [before, after].map((contact) => drifts(contact, now(), tomorrowAt));
    if (was && !isWaiting(after, tomorrowAt) && !wroteSince(before, after)) handled.add(after.id);
    else if (is) handled.delete(after.id);
  }
  const changed = handled.size !== known.length || known.some((id) => !handled.has(id));
  if (changed) await db.meta.put({ key: 'day', on: today, handledIds: [...handled] });
}

function isWaiting({ attentionAt }: Contact, tomorrowAt: Instant): boolean {
  return attentionAt !== undefined && attentionAt < tomorrowAt;
}

function drifts(contact: Contact, now: Instant, tomorrowAt: Instant): boolean {
  const urgent = contact.urgentAt !== undefined && contact.urgentAt <= now;
  return isWaiting(contact, tomorrowAt) && !urgent;
}

function wroteSince({ clock: before }: Contact, { clock: after }: Contact): boolean {
  return after.lastContactDirection === 'in' && after.lastContactId !== before.lastContactId;
}
