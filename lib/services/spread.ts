import { cadenceInForce } from '@/lib/core/account';
import { civilDate } from '@/lib/core/calendar';
import { spreadOver } from '@/lib/core/day-list';
import type { Contact, Ulid } from '@/lib/core/model';
import type { Change } from './change';
import { interactionsOf } from './derived';

/** So many on one day are a morning's work; more are spread. */
const fewAtOnce = 5;

/** Many people tracked at once, of whom nothing was ever seen, are first due one after the other, each within the own cadence. */
export async function spreadFirstDays(change: Change, contactIds: readonly Ulid[]): Promise<void> {
  const { context, settings, db } = change;
  const today = civilDate(context.now(), context.timeZone);
  const byCadence = new Map<number, Contact[]>();
  for (const id of contactIds) {
    const contact = await change.contact(id);
    if (contact.trackedOn !== today || (await interactionsOf(db, id)).length > 0) continue;
    const account = contact.accountId === undefined ? undefined : await db.accounts.get(contact.accountId);
    const { days } = cadenceInForce(contact, account, settings);
    if (days !== undefined) byCadence.set(days, [...(byCadence.get(days) ?? []), contact]);
  }
  if ([...byCadence.values()].flat().length <= fewAtOnce) return;
  for (const [days, contacts] of byCadence) {
    const firstDays = spreadOver(contacts.length, today, days, settings);
    for (const [place, { id }] of contacts.entries()) await change.patchContact(id, { firstDueOn: firstDays[place] });
  }
}
