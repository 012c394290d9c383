import { addDays, addMonths, type DaysOff, daysBetween, isWorkingDay, nextWorkingDay } from '@/lib/core/calendar';
import type { Channel } from '@/lib/core/follow-up';
import type { CalendarDate, MonthDay } from '@/lib/core/model';

/** Which of a series a follow-up is. */
export type SeriesKind = 'renewal-90' | 'renewal-60' | 'renewal-30' | 'review' | 'birthday' | 'anniversary';

/** What gives follow-ups their days. */
export type Series =
  /** An agreement ends or is renewed on that day: asked 90, 60 and 30 days before it. */
  | { readonly kind: 'renewal'; readonly on: CalendarDate }
  /** A review every three months, the first one on that day. */
  | { readonly kind: 'review'; readonly on: CalendarDate }
  /** A day of every year, such as `02-29`: kept on the last of February in other years. */
  | { readonly kind: 'birthday' | 'anniversary'; readonly on: MonthDay };

/** One follow-up of a series. */
export interface SeriesDay {
  readonly reason: SeriesKind;
  readonly dueOn: CalendarDate;
  /** The day it is about, before days off moved it; of a renewal, the day of the renewal. */
  readonly forOn: CalendarDate;
  readonly channel: Channel;
}

/** A day as the series has it, before it is moved off days off, and the day of the one after it. */
interface Wanted extends Omit<SeriesDay, 'dueOn'> {
  readonly on: CalendarDate;
  readonly nextOn: CalendarDate;
  /** Nothing may happen after that day. `undefined`: no such day. */
  readonly lastOn?: CalendarDate;
}

/** Days before a renewal, the earliest first, and how each is meant to happen. */
const renewalMarks = [
  [90, 'mail'],
  [60, 'mail'],
  [30, 'call'],
] as const;
const monthsBetweenReviews = 3;
/** Nobody is wished well later. */
const latestWishes = 7;

/**
 * The follow-ups of a series from today until a day, in order, one a day at most, each on a working day. One whose day
 * has passed is due today, unless the next one is near: late ones never come in a heap.
 */
export function seriesDays(
  series: Series,
  today: CalendarDate,
  untilOn: CalendarDate,
  off: DaysOff,
): readonly SeriesDay[] {
  const days = new Map<CalendarDate, SeriesDay>();
  for (const wanted of wantedOf(series, today, untilOn)) {
    const dueOn = isDue(wanted, today) ? dayFor(wanted, today, off) : undefined;
    if (dueOn === undefined || dueOn > untilOn) continue;
    const { reason, channel, forOn } = wanted;
    // Of two that days off moved to one day, the later one says more.
    days.set(dueOn, { reason, dueOn, forOn, channel });
  }
  return [...days.values()];
}

function isDue({ on, nextOn }: Wanted, today: CalendarDate): boolean {
  return on >= today || daysBetween(today, nextOn) * 2 >= daysBetween(on, nextOn);
}

/** Its day or the next one at work, today at the earliest; where that is too late, the last one at work before. */
function dayFor({ on, lastOn }: Wanted, today: CalendarDate, off: DaysOff): CalendarDate | undefined {
  const from = on < today ? today : on;
  const dueOn = nextWorkingDay(from, off);
  if (lastOn === undefined || dueOn <= lastOn) return dueOn;
  let before = from;
  while (before >= today && !isWorkingDay(before, off)) before = addDays(before, -1);
  return before < today || before > lastOn ? undefined : before;
}

/** The newest that has passed, and those ahead. */
function wantedOf(series: Series, today: CalendarDate, untilOn: CalendarDate): readonly Wanted[] {
  if (series.kind === 'renewal') return renewal(series.on, today);
  const { kind, on } = series;
  const isReview = kind === 'review';
  const dayOf = (nth: number) => addMonths(isReview ? on : `2000-${on}`, nth * (isReview ? monthsBetweenReviews : 12));
  const found: Wanted[] = [];
  for (let nth = 0, day = dayOf(0); day <= untilOn; nth++) {
    const nextOn = dayOf(nth + 1);
    const lastOn = isReview ? undefined : addDays(day, latestWishes);
    const one = { reason: kind, on: day, forOn: day, nextOn, lastOn, channel: isReview ? 'meeting' : 'mail' } as const;
    if (nextOn > today) found.push(one);
    day = nextOn;
  }
  return found;
}

/** Of a renewal the last one is due until the day itself. */
function renewal(forOn: CalendarDate, today: CalendarDate): readonly Wanted[] {
  if (forOn < today) return [];
  const marks = renewalMarks.map(([days, channel], index): Wanted => {
    const next = renewalMarks[index + 1]?.[0] ?? -days;
    return {
      reason: `renewal-${days}`,
      on: addDays(forOn, -days),
      nextOn: addDays(forOn, -next),
      forOn,
      lastOn: forOn,
      channel,
    };
  });
  return marks.filter(({ nextOn }) => nextOn > today);
}
