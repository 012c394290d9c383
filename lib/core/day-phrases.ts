import {
  addDays,
  addMonths,
  addWorkingDays,
  type DaysOff,
  daysBetween,
  isCalendarDate,
  weekdayOf,
} from '@/lib/core/calendar';
import type { CalendarDate } from '@/lib/core/model';

/** Words of a text that name a day. */
export interface DatedWords {
  /** Where the words begin and end in the text. */
  readonly from: number;
  readonly to: number;
  /** The last day on which what is said for then is done in time. */
  readonly on: CalendarDate;
}
/** `isLoose`: the words only say when on a day that others beside them may name, as in "by EOD on Friday". */
export interface DayPhrase extends DatedWords {
  readonly isLoose: boolean;
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

const weekday = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)';
const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const count = `(?:\\d{1,3}|an?|${numbers.join('|')}|(?:a )?couple(?: of)?)`;
const within = '(?:within|inside|in)(?: (?:the next|the coming|under|less than|about|around|roughly|max|maximum))*';
const which = '(?<which>this|next|the week after next)';

type Groups = Readonly<Record<string, string | undefined>>;
interface Rule {
  readonly pattern: RegExp;
  readonly isLoose: boolean;
  /** `lead`: the text before the words. `undefined`: the words mean no day after all. */
  on(groups: Groups, sentOn: CalendarDate, off: DaysOff, lead: string): CalendarDate | undefined;
}

const rules: readonly Rule[] = [
  rule(
    '(?:the )?(?:(?:end|close) of (?:the )?(?:business day|working day|day|business|play)|EO[DB]|COB|later today|this (?:morning|afternoon|evening))\\b',
    (_, sentOn) => sentOn,
    true,
  ),
  rule(`(?<day>${weekday}),?(?: (?:of|in))? (?:${which} week|(?<later>the week after next))\\b`, dayOfWeek),
  rule(`(?:${which} week|(?<later>the week after next)),?(?: on)? (?<day>${weekday})\\b`, dayOfWeek),
  rule(`(?:on )?(?<day>${weekday}) (?<unit>week)\\b`, weeksAfterDay),
  rule(`(?<n>${count}) (?<unit>week)s? (?:from|on|after) (?<day>${weekday})\\b`, weeksAfterDay),
  rule(`(?<n>${count}) (?<unit>day|week|fortnight|month)s? (?:from (?:now|today)|today)\\b`, afterDuration),
  rule(
    `${within} (?<n>${count})(?: ?(?:-|–|to|or) ?(?<more>${count}))?[ -]?(?<working>(?:business|working|work)[ -])?(?<unit>h|hours?|hrs?|days?|weeks?|fortnights?|months?)(?<two> or two)?\\b(?:(?:'s?)? time)?`,
    afterDuration,
  ),
  rule('(?:the )?(?:end of (?:(?<which>the|this|next) )?|EO)(?<unit>week|month|quarter|year|[WMQY])\\b', endOfPeriod),
  rule(
    '(?:the )?(?:(?:beginning|start) of|early(?: in)?) (?<which>the|this|next) (?<unit>week|month)\\b',
    startOfPeriod,
  ),
  rule('(?:the )?(?:middle of |mid[- ]?)(?:(?<which>the|this|next) )?week\\b', (groups, sentOn) =>
    addDays(mondayOf(groups, sentOn), 2),
  ),
  rule(`(?:(?:late|later|sometime)(?: in)? )?(?:${which} week|(?<later>the week after next))\\b`, wholeWeek),
  rule(
    '(?:the )?(?<d>\\d{1,2})(?:st|nd|rd|th)\\b(?: of (?<which>the|this|next) month)?(?=\\s*(?:$|[^\\s\\w]|(?:at|and|or|with|in|if|so|to|from|via|but|latest|when|once|as|for you)\\b))',
    dayOfMonth,
  ),
  rule('(?<which>this|next) (?<unit>month)\\b', endOfPeriod),
  rule('(?:(?:over|at|on) )?(?<which>the|this|next) weekend\\b', weekendOf),
  rule(`(?<d>\\d{1,2})\\.(?<m>\\d{1,2})\\.(?<year>20\\d\\d)?(?!\\d)`, (groups, sentOn, _, lead) =>
    announcesDay.test(lead) ? namedDay(groups, sentOn, lead) : undefined,
  ),
  rule(`(?<d>\\d{1,2})\\. ?(?<month>${month})\\b`, (groups, sentOn, _, lead) => namedDay(groups, sentOn, lead)),
  rule(
    `(?<month>${month})\\b\\.? (?<d>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:.]\\d|\\d)(?:,? (?<year>20\\d\\d))?`,
    // The number in "4 December 10 units" is none of the date.
    (groups, sentOn, _, lead) =>
      /\d(?:st|nd|rd|th)?\.?(?: of)? $/i.test(lead) ? undefined : namedDay(groups, sentOn, lead),
  ),
  rule(
    `(?<part>(?:beginning|start|middle|end) of |early |mid[- ]?|late )?(?<month>${month})\\b(?!\\.?,? \\d{1,2}\\b)(?: (?<year>20\\d\\d))?`,
    wholeMonth,
  ),
];

/** A day of the month without the month is one only after such words: "the 2nd try" is none. */
const announcesDay = new RegExp(
  `(?:\\b(?:on|by|before|until|till|than)|${weekday}|\\b(?:mon|tue|wed|thu|fri)),? $`,
  'i',
);

function rule(source: string, on: Rule['on'], isLoose = false): Rule {
  return { pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})`, 'giu'), on, isLoose };
}

/**
 * The words by which English mail says when, and which mean a last day rather than a date: "end of next week" (its Friday),
 * "within two working days", "next month" (its last day), "by the 20th". In the order in which they stand; none overlap.
 */
export function dayPhrasesIn(text: string, sentOn: CalendarDate, off: DaysOff): readonly DayPhrase[] {
  const found: DayPhrase[] = [];
  for (const { pattern, isLoose, on } of rules) {
    for (const match of text.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (found.some((one) => one.from < to && from < one.to)) continue;
      const day = on(match.groups ?? {}, sentOn, off, text.slice(0, from));
      if (day !== undefined && isCalendarDate(day)) found.push({ from, to, on: day, isLoose });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

/** What is done before a day is done on the day before at the latest. */
export function dayBefore(lead: string, on: CalendarDate): CalendarDate {
  return /\bbefore (?:the )?$/i.test(lead) ? addDays(on, -1) : on;
}

/** The Monday of the week that is meant. On a weekend, this week is already the one to come. */
function mondayOf({ which, later }: Groups, sentOn: CalendarDate): CalendarDate {
  const past = (weekdayOf(sentOn) + 6) % 7;
  const weeks = later ? 2 : which?.toLowerCase() === 'next' ? 1 : 0;
  return addDays(sentOn, (past > 4 ? Math.max(weeks, 1) : weeks) * 7 - past);
}

function dayOfWeek(groups: Groups, sentOn: CalendarDate, _: DaysOff, lead: string): CalendarDate | undefined {
  const number = weekdays.indexOf(groups.day?.toLowerCase() ?? '');
  return dayBefore(lead, addDays(mondayOf(groups, sentOn), (number + 6) % 7));
}

function weeksAfterDay({ n, day }: Groups, sentOn: CalendarDate): CalendarDate {
  const days = (weekdays.indexOf(day?.toLowerCase() ?? '') - weekdayOf(sentOn) + 7) % 7 || 7;
  return addDays(sentOn, days + 7 * (n === undefined ? 1 : numberOf(n)));
}

function afterDuration(groups: Groups, sentOn: CalendarDate, off: DaysOff): CalendarDate {
  const { n = '', more = n, two, working, unit = '' } = groups;
  const amount = two ? 2 : numberOf(more);
  const kind = unit.charAt(0).toLowerCase();
  if (kind === 'h') return addDays(sentOn, amount < 24 ? 0 : Math.ceil(amount / 24));
  if (kind === 'm') return addMonths(sentOn, amount);
  if (kind === 'd' && working) return addWorkingDays(sentOn, amount, off);
  return addDays(sentOn, amount * (kind === 'd' ? 1 : kind === 'w' ? 7 : 14));
}

function endOfPeriod(groups: Groups, sentOn: CalendarDate): CalendarDate {
  const kind = groups.unit?.charAt(0).toLowerCase();
  if (kind === 'w') return addDays(mondayOf(groups, sentOn), 4);
  const monthNumber = Number(sentOn.slice(5, 7));
  const size = kind === 'm' ? 1 : kind === 'q' ? 3 : 12;
  const periods = Math.ceil(monthNumber / size) + (groups.which?.toLowerCase() === 'next' ? 1 : 0);
  return addDays(addMonths(`${sentOn.slice(0, 4)}-01-01`, periods * size), -1);
}

function startOfPeriod(groups: Groups, sentOn: CalendarDate): CalendarDate {
  if (groups.unit?.toLowerCase() === 'week') return mondayOf(groups, sentOn);
  return `${endOfPeriod(groups, sentOn).slice(0, 8)}01`;
}

function wholeWeek(groups: Groups, sentOn: CalendarDate, _: DaysOff, lead: string): CalendarDate {
  // Before next week: by Friday of this one.
  return addDays(mondayOf(groups, sentOn), /\bbefore $/i.test(lead) ? -3 : 4);
}

function weekendOf({ which }: Groups, sentOn: CalendarDate, _: DaysOff, lead: string): CalendarDate {
  const sunday = addDays(sentOn, ((7 - weekdayOf(sentOn)) % 7) + (which?.toLowerCase() === 'next' ? 7 : 0));
  return addDays(sunday, /\b(?:by|before) $/i.test(lead) ? -2 : 0);
}

function wholeMonth(groups: Groups, sentOn: CalendarDate, _: DaysOff, lead: string): CalendarDate | undefined {
  const part = groups.part?.toLowerCase() ?? '';
  // Without such words, "may" and "march" are verbs more often than not.
  if (!part && !/\b(?:in|by|before|until|till|during|this|next) $/i.test(lead)) return undefined;
  const first = monthDay({ ...groups, d: '1' }, `${sentOn.slice(0, 8)}01`);
  if (first === undefined || /^(?:beginning|start|early)/.test(part)) return first;
  if (/^mid/.test(part)) return addDays(first, 14);
  if (!part && /\b(?:by|before) $/i.test(lead)) return dayBefore(lead, first);
  return endOfPeriod({ unit: 'month' }, first);
}

function dayOfMonth({ d = '', which }: Groups, sentOn: CalendarDate, _: DaysOff, lead: string) {
  if (!announcesDay.test(lead)) return undefined;
  const nextMonth = which?.toLowerCase() === 'next';
  for (const later of nextMonth ? [1] : [0, 1, 2]) {
    const on = `${addMonths(`${sentOn.slice(0, 8)}01`, later).slice(0, 8)}${d.padStart(2, '0')}`;
    if (isCalendarDate(on) && on >= sentOn) return dayBefore(lead, on);
  }
  return undefined;
}

function namedDay(groups: Groups, sentOn: CalendarDate, lead: string): CalendarDate | undefined {
  const on = monthDay(groups, sentOn);
  return on && dayBefore(lead, on);
}

/** That day of this year or else of the next one; none that has only just been. */
function monthDay({ month: name = '', m, d = '', year }: Groups, sentOn: CalendarDate): CalendarDate | undefined {
  const number = m === undefined ? months.indexOf(name.slice(0, 3).toLowerCase()) + 1 : Number(m);
  const rest = `-${String(number).padStart(2, '0')}-${d.padStart(2, '0')}`;
  if (year !== undefined) return `${year}${rest}`;
  const thisYear = Number(sentOn.slice(0, 4));
  const on = [thisYear, thisYear + 1].map((one) => `${one}${rest}`).find((one) => isCalendarDate(one) && one >= sentOn);
  return on !== undefined && isNear(on, sentOn) ? on : undefined;
}

/** Days that name no year and seem further away than this are days of the last one: "the invoice of 1 October". */
export function isNear(on: CalendarDate, sentOn: CalendarDate): boolean {
  return daysBetween(sentOn, on) <= 300;
}

function numberOf(word: string): number {
  const plain = word.toLowerCase();
  if (plain.includes('couple')) return 2;
  return plain === 'a' || plain === 'an' ? 1 : numbers.indexOf(plain) + 1 || Number(plain);
}
