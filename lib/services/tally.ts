import { isOfToday } from '@/lib/core/agenda';
import { addDays, isWorkingDay, startOfDay } from '@/lib/core/calendar';
import { dayListOf } from '@/lib/core/day-list';
import type { Instant } from '@/lib/core/model';
import { standingOf } from '@/lib/core/standing';
import type { HoldfastDatabase } from '@/lib/db/database';
import { handledOn } from '@/lib/db/day';
import { readRecent } from '@/lib/db/ranges';
import { rulesOf, settingsOf } from '@/lib/db/settings';
import { readerOf, type ServiceContext } from './context';

type Clockwork = Pick<ServiceContext, 'now' | 'timeZone' | 'locale'>;

/** Far more than anybody works through in a day, and than the button can show; counting all costs a second in a large table. */
const looked = 100;

/**
 * How many wait for the user today, and how the worst of them stands: what is urgent, and of the drifting ones those
 * within the day's budget. Nobody on a day off.
 */
export async function tallyOf(db: HoldfastDatabase, context: Clockwork) {
  const settings = await settingsOf(db, context.locale);
  const reader = readerOf(context);
  if (!isWorkingDay(reader.today, settings)) return { count: 0 };
  const rules = rulesOf(settings, context.timeZone);
  const tomorrowAt = startOfDay(addDays(reader.today, 1), context.timeZone);
  const [urgent, waiting, recent, handled] = await Promise.all([
    db.contacts.where('urgentAt').belowOrEqual(reader.now).limit(looked).toArray(),
    db.contacts.where('attentionAt').below(tomorrowAt).limit(looked).toArray(),
    readRecent(db, { index: 'attentionAt', from: -Infinity, to: tomorrowAt }, looked / 2),
    handledOn(db, reader.today),
  ]);
  const contacts = new Map([...urgent, ...waiting, ...recent].map((contact) => [contact.id, contact]));
  const entries = [...contacts.values()].map((contact) => ({ contact, standing: standingOf(contact, reader, rules) }));
  const ofToday = entries.filter((entry) => isOfToday(entry, reader.today));
  const { shown } = dayListOf(ofToday, settings.dailyBudget - handled.length);
  const worst = shown.toSorted((a, b) => b.standing.rank - a.standing.rank)[0];
  return { count: shown.length, worst: worst?.standing.status };
}

/** The next instants at which something changes by itself: somebody becomes due, urgent or fades, or a new day begins. */
export async function nextChanges(db: HoldfastDatabase, context: Clockwork): Promise<(Instant | undefined)[]> {
  const now = context.now();
  const [due, urgent, fading] = await Promise.all([
    db.contacts.where('attentionAt').above(now).first(),
    db.contacts.where('urgentAt').above(now).first(),
    db.contacts.where('fadingAt').above(now).first(),
  ]);
  const midnight = startOfDay(addDays(readerOf(context).today, 1), context.timeZone);
  return [due?.attentionAt, urgent?.urgentAt, fading?.fadingAt, midnight];
}
