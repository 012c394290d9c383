import type { Contact } from '@/lib/core/model';
import type { Settings } from '@/lib/core/settings';
import type { HoldfastDatabase } from '@/lib/db/database';
import { following } from '@/lib/db/live';
import { settingsOf, type UserRows, userRows } from '@/lib/db/settings';
import { locale } from '@/lib/extension/text';
import { useDatabase } from './database-context';
import { type Moment, momentOf, useMoment } from './moment';
import { type AgendaRead, type ContactRead, findContacts, readAgenda, readContact } from './queries';
import { useLive } from './use-live';

/** What the popup shows first, until it was read once more and lives. */
let ahead: { readonly user: UserRows; readonly agenda: AgendaRead } | undefined;

/** Contacts of each part of today's list that are read at first, and more at each "Show more". */
export const agendaStep = 60;

/** Reads what the popup shows first, while it is being drawn: one way to the database instead of two and a wait for a frame. */
export async function readAhead(db: HoldfastDatabase): Promise<void> {
  const user = await userRows(db, locale());
  const moment = momentOf(Date.now(), user.settings, user.mailboxes);
  ahead = { user, agenda: await readAgenda(db, moment, agendaStep, user.settings.dailyBudget) };
}

/** Live queries of the extension pages: each result is `undefined` until it was read once, and follows every write. */

export function useSettings(): Settings | undefined {
  const db = useDatabase();
  return useLive(() => settingsOf(db, locale()), [db]);
}

/** Settings and mailboxes, for `MomentProvider`. */
export function useUserRows(): UserRows | undefined {
  const db = useDatabase();
  return useLive(() => userRows(db, locale()), [db], ahead?.user);
}

/** Today's list, at most `limit` contacts of each part and `budget` drifting ones. */
export function useAgenda(limit: number, budget: number): AgendaRead | undefined {
  const db = useDatabase();
  const moment = useMoment();
  const read = () => {
    ahead = undefined;
    return following([db.contacts, db.interactions, db.meta], () => readAgenda(db, moment, limit, budget));
  };
  return useLive(read, [db, keyOf(moment), limit, budget], ahead?.agenda);
}

/** `null`: there is no such contact any more. */
export function useContact(id: string, limit: number): ContactRead | null | undefined {
  const db = useDatabase();
  return useLive(async () => (await readContact(db, id, limit)) ?? null, [db, id, limit]);
}

/** Contacts that fit the query; an empty query finds nobody. */
export function useSearch(query: string, limit = 50): readonly Contact[] | undefined {
  const db = useDatabase();
  return useLive(() => following([db.contacts], () => findContacts(db, query, limit)), [db, query, limit]);
}

/** The agenda changes with the day and the rules, not with every minute. */
function keyOf({ now: _now, ...rest }: Moment): string {
  return JSON.stringify(rest);
}
