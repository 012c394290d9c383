import { startOfDay } from '@/lib/core/calendar';
import { askedFor, openFollowUps } from '@/lib/core/follow-up';
import { inEffect } from '@/lib/core/in-effect';
import type { HoldfastDatabase } from '@/lib/db/database';
import { text } from '@/lib/extension/text';
import { useActs } from './acts';
import { useDatabase } from './database-context';
import { useMoment } from './moment';
import { downloadPlans, type Planned } from './plan-text';

/** Everything that is planned with anybody, as a file for a calendar. */
export function PlansFile() {
  const db = useDatabase();
  const moment = useMoment();
  const acts = useActs();
  const save = async () => {
    const planned = await acts.attempt(() => readPlanned(db, moment.timeZone));
    if (!planned) return;
    if (downloadPlans(planned, 'holdfast-plans.ics', moment)) acts.tell(text('plansFileSaved'));
    else acts.tell(text('plansFileEmpty'));
  };
  return (
    <button type="button" className="button plans-file" onClick={() => void save()}>
      {text('plansFileAll')}
    </button>
  );
}

/** Every open follow-up that is asked for, the earliest first. */
export async function readPlanned(db: HoldfastDatabase, timeZone: string): Promise<Planned[]> {
  const rows = await db.followUps.filter((one) => one.doneAt === undefined && one.deletedAt === undefined).toArray();
  const byContact = Map.groupBy(rows, ({ contactId }) => contactId);
  const contacts = await db.contacts.bulkGet([...byContact.keys()]);
  const planned = contacts.map(async (contact): Promise<Planned[]> => {
    if (!contact || contact.deletedAt !== undefined || contact.leftOn !== undefined) return [];
    const own = askedFor(contact, byContact.get(contact.id) ?? [], contact.clock);
    const [firstOn] = own.map(({ dueOn }) => dueOn).sort();
    if (firstOn === undefined) return [];
    const from = [contact.id, startOfDay(firstOn, timeZone)];
    const since = await db.interactions.where('[contactId+occurredAt]').between(from, [contact.id, Infinity]).toArray();
    return openFollowUps(own, inEffect(since), timeZone).map((plan) => ({ contact, plan }));
  });
  return (await Promise.all(planned)).flat().sort((a, b) => (a.plan.dueOn < b.plan.dueOn ? -1 : 1));
}
