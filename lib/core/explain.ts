import { civilDate, daysBetween } from '@/lib/core/calendar';
import type { CalendarDate, Contact, Doubt, Instant, Interaction } from '@/lib/core/model';
import type { MessageKey, Phrase } from '@/lib/core/phrase';
import type { Now, Standing } from '@/lib/core/standing';
import { daysPhrase, firstName, isOne, sayNumber } from '@/lib/core/wording';

/** For whom a phrase is made. */
export interface Reader extends Now {
  /** BCP 47 language of the interface; decides how dates and numbers are written. */
  readonly locale: string;
  readonly timeZone: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${Object.values(options).join()} ${Object.keys(options).join()}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formats.set(key, made);
  return made;
}

/** A day as people say it: today, yesterday, tomorrow, a weekday within six days, else "1 Nov", with the year if it is another. */
export function sayDay(
  on: CalendarDate,
  today: CalendarDate,
  locale: string,
  weekday: 'long' | 'short' = 'long',
): string {
  const days = daysBetween(today, on);
  if (Math.abs(days) <= 1) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
  const at = Date.UTC(Number(on.slice(0, 4)), Number(on.slice(5, 7)) - 1, Number(on.slice(8)));
  if (Math.abs(days) <= 6) return dateFormat(locale, { weekday }).format(at);
  const year = on.slice(0, 4) === today.slice(0, 4) ? undefined : 'numeric';
  return dateFormat(locale, { day: 'numeric', month: 'short', ...(year ? { year } : {}) }).format(at);
}

/** The same inside a sentence: "today", "on Friday", "on 1 Nov". */
export function whenPhrase(on: CalendarDate, { today, locale }: Reader): string | Phrase {
  const day = sayDay(on, today, locale);
  return Math.abs(daysBetween(today, on)) <= 1 ? day : { key: 'onDay', values: [day] };
}

/** The pill's words, such as "Overdue 12 d". */
export function badgePhrase(standing: Standing, { today, locale }: Pick<Reader, 'today' | 'locale'>): Phrase {
  const { status, untilOn } = standing;
  const days = standing.days ? sayNumber(standing.days, locale) : undefined;
  if (status === 'planned' && untilOn)
    return { key: 'statusPlanned', values: [sayDay(untilOn, today, locale, 'short')] };
  if (status === 'overdue') return { key: 'statusOverdue', values: [days ?? '0'] };
  if (status === 'fading') return { key: 'statusFading', values: [days ?? '0'] };
  if (status === 'reply-owed')
    return days ? { key: 'statusReplyOwedDays', values: [days] } : { key: 'statusReplyOwed' };
  if (status === 'due') return { key: 'statusDueToday' };
  if (status === 'unseen') return { key: 'statusUnseen' };
  if (status === 'paused') return { key: 'statusPaused' };
  if (status === 'lost') return { key: 'statusLost' };
  return days ? { key: 'statusOnTrackDays', values: [days] } : { key: 'statusOnTrack' };
}

/** Why the contact stands so, in full sentences, the cause first. `interactions`: those the clock names, if at hand. */
export function explain(
  contact: Contact,
  standing: Standing,
  interactions: readonly Interaction[],
  reader: Reader,
): Phrase[] {
  const last = lastContactPhrase(contact, interactions, reader);
  return [
    ...causes(contact, standing, reader),
    ...(isAboutLast(standing) ? [last] : []),
    ...doubts(contact, reader),
  ].filter((phrase) => phrase !== undefined);
}

/** The one sentence that says most, for a line of the list. */
export function reasonOf(
  contact: Contact,
  standing: Standing,
  interactions: readonly Interaction[],
  reader: Reader,
): Phrase {
  const last = lastContactPhrase(contact, interactions, reader);
  const drifting = standing.reason === 'cadence' || standing.reason === 'none';
  const soon = standing.reason === 'none' ? owedSoon(contact, reader) : undefined;
  return soon ?? (drifting ? last : (causes(contact, standing, reader)[0] ?? last));
}

/** A mail that waits says by itself who wrote last. */
function isAboutLast({ reason, status }: Standing): boolean {
  return reason !== 'owed' && !(reason === 'incident' && status === 'reply-owed');
}

function causes(contact: Contact, standing: Standing, reader: Reader): (Phrase | undefined)[] {
  const { clock } = contact;
  const { reason, untilOn } = standing;
  if (reason === 'incident') {
    const incident: Phrase = { key: 'whyIncident', values: [whenAt(clock.incidentAt ?? 0, reader)] };
    return [incident, standing.status === 'reply-owed' ? owedPhrase(contact, reader) : undefined];
  }
  if (reason === 'owed') return [owedPhrase(contact, reader), owedDuePhrase(standing, reader)];
  if (reason === 'snooze' && untilOn) {
    return [{ key: 'whySnoozed', values: [sayDay(untilOn, reader.today, reader.locale), firstName(contact.name)] }];
  }
  if (reason === 'retry') return [triedPhrase(contact, standing, reader), dueSince(standing, reader)];
  if (reason === 'cadence') return [dueSince(standing, reader), fadingPhrase(contact, standing, reader)];
  const { dueOn } = standing;
  return [owedSoon(contact, reader), dueOn ? { key: 'whyDueNext', values: [whenPhrase(dueOn, reader)] } : undefined];
}

function dayAt(at: Instant, { timeZone }: Reader): CalendarDate {
  return civilDate(at, timeZone);
}

function whenAt(at: Instant, reader: Reader): string | Phrase {
  return whenPhrase(dayAt(at, reader), reader);
}

function dueSince({ status, dueOn }: Standing, { today, locale }: Reader): Phrase | undefined {
  if (!dueOn || status === 'planned') return undefined;
  return dueOn < today ? { key: 'whyDueSince', values: [sayDay(dueOn, today, locale)] } : { key: 'whyDueToday' };
}

function fadingPhrase({ clock }: Contact, standing: Standing, reader: Reader): Phrase | undefined {
  if (standing.status !== 'fading' || clock.lastContactAt === undefined) return undefined;
  const days = daysBetween(dayAt(clock.lastContactAt, reader), reader.today);
  const key = isOne(days, reader.locale) ? 'whyFadingOne' : 'whyFadingOther';
  return { key, values: [sayNumber(days, reader.locale), daysPhrase(standing.cadenceDays, reader.locale)] };
}

function owedPhrase({ name, clock }: Contact, reader: Reader): Phrase | undefined {
  if (!clock.owed) return undefined;
  const { sinceAt, subject } = clock.owed;
  const values = [firstName(name), whenAt(sinceAt, reader)];
  return subject ? { key: 'whyOwedAbout', values: [...values, subject] } : { key: 'whyOwed', values };
}

function owedDuePhrase({ dueOn }: Standing, { today, locale }: Reader): Phrase | undefined {
  if (!dueOn) return undefined;
  return dueOn < today ? { key: 'whyOwedSince', values: [sayDay(dueOn, today, locale)] } : { key: 'whyOwedToday' };
}

function owedSoon({ name, clock }: Contact, reader: Reader): Phrase | undefined {
  const { owed } = clock;
  if (!owed || owed.dueOn <= reader.today) return undefined;
  return {
    key: 'whyOwedSoon',
    values: [firstName(name), whenAt(owed.sinceAt, reader), whenPhrase(owed.dueOn, reader)],
  };
}

function triedPhrase({ name, clock }: Contact, { untilOn }: Standing, reader: Reader): Phrase | undefined {
  if (clock.triedAt === undefined) return undefined;
  const tried = whenAt(clock.triedAt, reader);
  const who = firstName(name);
  const call = clock.triedKind === 'call';
  if (!untilOn) return call ? { key: 'whyTriedCall', values: [tried] } : { key: 'whyTried', values: [who, tried] };
  const back = whenPhrase(untilOn, reader);
  return call ? { key: 'whyRetryCall', values: [tried, who, back] } : { key: 'whyRetry', values: [who, tried, back] };
}

/** What the last contact was, or since when the clock runs without one. */
function lastContactPhrase(contact: Contact, interactions: readonly Interaction[], reader: Reader): Phrase {
  const { clock, name } = contact;
  if (clock.lastContactAt === undefined)
    return { key: 'whyNothingSeen', values: [whenPhrase(contact.trackedOn, reader)] };
  const on = dayAt(clock.lastContactAt, reader);
  const day = sayDay(on, reader.today, reader.locale);
  if (clock.lastContactKind === 'call') return { key: 'whyLastCall', values: [day] };
  if (clock.lastContactKind === 'meeting') return { key: 'whyLastMeeting', values: [day] };
  if (clock.lastContactKind === 'chat') return { key: 'whyLastChat', values: [day] };
  if (clock.lastContactKind === 'baseline') return { key: 'whyLastBaseline', values: [day] };
  const subject = interactions.find((one) => one.id === clock.lastContactId)?.evidence?.subject;
  const who = firstName(name);
  if (clock.lastContactDirection === 'in') {
    return subject
      ? { key: 'whyLastTheyWroteAbout', values: [day, who, subject] }
      : { key: 'whyLastTheyWrote', values: [day, who] };
  }
  const answered = clock.lastInAt !== undefined && dayAt(clock.lastInAt, reader) === on;
  if (answered) return { key: 'whyLastYouAnswered', values: [day, who] };
  return subject ? { key: 'whyLastYouWroteAbout', values: [day, subject] } : { key: 'whyLastYouWrote', values: [day] };
}

const doubtKeys: Readonly<Partial<Record<Doubt, MessageKey>>> = {
  'auto-reply': 'whyDoubtAutoReply',
  'answered-at-once': 'whyDoubtAutoReply',
  'list-post': 'whyDoubtListPost',
  'row-only': 'whyDoubtRowOnly',
  'direction-unknown': 'whyDoubtDirection',
  'sender-unclear': 'whyDoubtSender',
};

function doubts({ clock }: Contact, reader: Reader): Phrase[] {
  const key = clock.doubt && doubtKeys[clock.doubt];
  if (!key || clock.doubtfulAt === undefined) return [];
  return [{ key, values: [whenAt(clock.doubtfulAt, reader)] }];
}
