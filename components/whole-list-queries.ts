import { addDays, startOfDay } from '@/lib/core/calendar';
import type { Contact, Instant, Interaction } from '@/lib/core/model';
import type { HoldfastDatabase } from '@/lib/db/database';
import { following } from '@/lib/db/live';
import { useDatabase } from './database-context';
import { useMoment } from './moment';
import { namedInteractions } from './queries';
import { useLive } from './use-live';

/** Everybody who may want something today, as the database has them. */
export interface WaitingRead {
  readonly contacts: readonly Contact[];
  /** The interactions that the contacts' clocks name: for their reasons, and for where they were seen. */
  readonly interactions: ReadonlyMap<string, Interaction>;
  /** There are more; those read have waited longest. */
  readonly capped: boolean;
  /** Who is next, after today. */
  readonly upcoming?: Contact;
}

/** Nobody works through more on one day, and reading all of a very large table would take seconds. */
const mostRead = 10_000;

/** Everybody whose turn comes before that instant, at most `limit`; what is urgent is never left out for the rest. */
export async function readWaiting(db: HoldfastDatabase, before: Instant, limit = mostRead): Promise<WaitingRead> {
  const [urgent, waiting, upcoming] = await Promise.all([
    db.contacts.where('urgentAt').below(before).limit(limit).toArray(),
    db.contacts.where('attentionAt').below(before).limit(limit).toArray(),
    db.contacts.where('attentionAt').aboveOrEqual(before).first(),
  ]);
  const contacts = [...new Map([...urgent, ...waiting].map((contact) => [contact.id, contact])).values()];
  const interactions = await namedInteractions(db, contacts);
  return { contacts, interactions, capped: waiting.length === limit, upcoming };
}

/** Everybody who waits, live. `undefined`: not read yet. */
export function useWaiting(): WaitingRead | undefined {
  const db = useDatabase();
  const { today, timeZone } = useMoment();
  const before = startOfDay(addDays(today, 1), timeZone);
  return useLive(() => following([db.contacts, db.interactions], () => readWaiting(db, before)), [db, before]);
}
