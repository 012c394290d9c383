import { addDays, isWorkingDay, startOfDay } from '@/lib/core/calendar';
import type { ContactStatus, Instant } from '@/lib/core/model';
import { standingOf } from '@/lib/core/standing';
import type { HoldfastDatabase } from '@/lib/db/database';
import { rulesOf, settingsOf } from '@/lib/db/settings';
import { readerOf, type ServiceContext } from './context';

type Clockwork = Pick<ServiceContext, 'now' | 'timeZone' | 'locale'>;

/**
 * Enough to find the worst of any list that somebody works through, and more than the button can show. Counting them
 * all would cost a second in a large table.
 */
const looked = 100;

/** How many wait for the user today (no more than a hundred are counted), and how the worst of them stands. Nobody on a day off. */
export async function tallyOf(db: HoldfastDatabase, context: Clockwork) {
  const settings = await settingsOf(db, context.locale);
  const reader = readerOf(context);
  if (!isWorkingDay(reader.today, settings)) return { count: 0 };
  const waiting = await db.contacts.where('attentionAt').belowOrEqual(context.now()).limit(looked).toArray();
  const rules = rulesOf(settings, context.timeZone);
  let worst: { readonly status: ContactStatus; readonly rank: number } | undefined;
  for (const contact of waiting) {
    const standing = standingOf(contact, reader, rules);
    if (!worst || standing.rank > worst.rank) worst = standing;
  }
  return { count: waiting.length, worst: worst?.status };
}

/** The next instants at which something changes by itself: somebody becomes due or fades, or a new day begins. */
export async function nextChanges(db: HoldfastDatabase, context: Clockwork): Promise<(Instant | undefined)[]> {
  const now = context.now();
  const [due, fading] = await Promise.all([
    db.contacts.where('attentionAt').above(now).first(),
    db.contacts.where('fadingAt').above(now).first(),
  ]);
  const midnight = startOfDay(addDays(readerOf(context).today, 1), context.timeZone);
  return [due?.attentionAt, fading?.fadingAt, midnight];
}
