import { addDays, addMonths, type DaysOff, daysBetween, isWorkingDay, nextWorkingDay } from '@/lib/core/calendar';
import type { Channel } from '@/lib/core/follow-up';
import type { CalendarDate, MonthDay } from '@/lib/core/model';

/** Why a dated follow-up stands in a series. */
export type SeriesKind =
  | 'renewal-90'
  | 'renewal-60'
  | 'renewal-30'
  | 'review'
  | 'extension-thanks'
  | 'referral-thanks'
  | 'birthday'
  | 'anniversary';

/** What gives follow-ups their days. */
export type Series =
  /** An agreement ends or is renewed on that day: asked 90, 60 and 30 days before it. */
  | { readonly kind: 'renewal'; readonly renewalOn: CalendarDate }
  /** A review every three months, the first one on that day. */
  | { readonly kind: 'review'; readonly firstOn: CalendarDate }
  /** They went on with us, or recommended us, on that day: thanked the same day. */
  | { readonly kind: 'extension-thanks' | 'referral-thanks'; readonly happenedOn: CalendarDate }
  /** A day of every year, such as `02-29`: kept on the last of February in other years. */
  | { readonly kind: 'birthday' | 'anniversary'; readonly monthDay: MonthDay };

/** One follow-up of a series. */
export interface SeriesDay {
  readonly kind: SeriesKind;
  readonly dueOn: CalendarDate;
  /** The day it is about, before days off moved it; of a renewal, the day of the renewal. */
  readonly forOn: CalendarDate;
  readonly channel: Channel;
  /** The same for the same follow-up on every device and day; whatever moves the day does not change it. */
  readonly key: string;
}

/** On what the days of a series depend. */
export interface SeriesContext {
  readonly today: CalendarDate;
  /** The last day to look at. */
  readonly untilOn: CalendarDate;
  readonly off: DaysOff;
  /** The day on which it was answered, declined or called off: nothing is due from then on. */
  readonly endedOn?: CalendarDate;
  /** Keys of follow-ups that were made already, done or not. */
  readonly madeKeys?: ReadonlySet<string>;
}

/** A day as the series has it, before it is moved off days off, and the day of the one after it. */
interface Wanted extends Omit<SeriesDay, 'dueOn' | 'forOn'> {
  readonly on: CalendarDate;
  readonly nextOn: CalendarDate;
  /** Nothing may happen after that day. `undefined`: no such day. */
  readonly lastOn?: CalendarDate;
  /** The day it is about. `undefined`: its own. */
  readonly forOn?: CalendarDate;
}

/** Days before a renewal, the earliest first, and how each is meant to happen. */
const renewalMarks = [
  [90, 'mail'],
  [60, 'mail'],
  [30, 'call'],
] as const;
const monthsBetweenReviews = 3;
/** Nobody is thanked later, and nobody is wished well later. */
const latestThanks = 30;
const latestWishes = 7;

/**
 * The follow-ups of a series from today until a day, in order, one a day at most, each on a working day. One whose day
 * has passed is due today, unless the next one is near: late ones never come in a heap.
 */
export function seriesDays(series: Series, context: SeriesContext): readonly SeriesDay[] {
  const { today, untilOn, endedOn, madeKeys } = context;
  const days = new Map<CalendarDate, SeriesDay>();
  for (const wanted of wantedOf(series, context)) {
    const dueOn = isDue(wanted, today) ? dayFor(wanted, context) : undefined;
    if (dueOn === undefined || dueOn > untilOn || (endedOn !== undefined && endedOn <= dueOn)) continue;
    const { kind, channel, key, on, forOn = on } = wanted;
    // Of two that days off moved to one day, the later one says more; the other is not made after it either.
    days.set(dueOn, { kind, dueOn, forOn, channel, key });
  }
  return [...days.values()].filter(({ key }) => !madeKeys?.has(key));
}

function isDue({ on, nextOn }: Wanted, today: CalendarDate): boolean {
  return on >= today || daysBetween(today, nextOn) * 2 >= daysBetween(on, nextOn);
}

/** Its day or the next one at work, today at the earliest; where that is too late, the last one at work before. */
function dayFor({ on, lastOn }: Wanted, { today, off }: SeriesContext): CalendarDate | undefined {
  const from = on < today ? today : on;
  const dueOn = nextWorkingDay(from, off);
  if (lastOn === undefined || dueOn <= lastOn) return dueOn;
  let before = from;
  while (before >= today && !isWorkingDay(before, off)) before = addDays(before, -1);
  return before < today || before > lastOn ? undefined : before;
}

function wantedOf(series: Series, { today, untilOn }: SeriesContext): readonly Wanted[] {
  switch (series.kind) {
    case 'renewal':
      return renewal(series.renewalOn, today);
    case 'review':
      return repeated(
        (nth) => addMonths(series.firstOn, (nth - 1) * monthsBetweenReviews),
        [today, untilOn],
        (on) => ({ kind: 'review', channel: 'meeting', key: `review ${on}` }),
      );
    case 'birthday':
    case 'anniversary': {
      const { kind, monthDay } = series;
      return repeated(
        (nth) => addMonths(`2000-${monthDay}`, nth * 12),
        [today, untilOn],
        (on) => ({ kind, channel: 'mail', lastOn: addDays(on, latestWishes), key: `${kind} ${on}` }),
      );
    }
    default: {
      const { kind, happenedOn } = series;
      const nextOn = addDays(happenedOn, 2 * latestThanks);
      return [{ kind, on: happenedOn, nextOn, channel: 'mail', key: `${kind} ${happenedOn}` }];
    }
  }
}

/** The newest that has passed, and those ahead. Of a renewal the last one is due until the day itself. */
function renewal(renewalOn: CalendarDate, today: CalendarDate): readonly Wanted[] {
  if (renewalOn < today) return [];
  const marks = renewalMarks.map(([days, channel], index): Wanted => {
    const next = renewalMarks[index + 1];
    const nextOn = next ? addDays(renewalOn, -next[0]) : addDays(renewalOn, days);
    const key = `renewal ${renewalOn} ${days}`;
    const about = { forOn: renewalOn, lastOn: renewalOn };
    return { kind: `renewal-${days}`, on: addDays(renewalOn, -days), nextOn, ...about, channel, key };
  });
  return marks.filter(({ nextOn }) => nextOn > today);
}

/** The first, the second … until a day, without those that another one has followed before today. */
function repeated(
  dayOf: (nth: number) => CalendarDate,
  [today, untilOn]: readonly [CalendarDate, CalendarDate],
  one: (on: CalendarDate) => Pick<Wanted, 'kind' | 'channel' | 'key' | 'lastOn'>,
): readonly Wanted[] {
  const found: Wanted[] = [];
  for (let nth = 1, on = dayOf(1); on <= untilOn; nth++) {
    const nextOn = dayOf(nth + 1);
    if (nextOn > today) found.push({ ...one(on), on, nextOn });
    on = nextOn;
  }
  return found;
}
