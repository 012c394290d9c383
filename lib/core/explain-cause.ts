import { daysBetween } from '@/lib/core/calendar';
import { dayAt, type Reader, relativeDay, sayDay, whenAt, whenPhrase } from '@/lib/core/day-words';
import type { Names } from '@/lib/core/explain-last';
import type { Plan, PlanReason } from '@/lib/core/follow-up';
import type { Contact, Instant } from '@/lib/core/model';
import type { MessageKey, Phrase } from '@/lib/core/phrase';
import { stagePhrase } from '@/lib/core/recovery-stage';
import type { Standing } from '@/lib/core/standing';
import { cadencePhrase, daysPhrase, firstName, isOne, sayNumber } from '@/lib/core/wording';

type Said = Phrase | undefined;
/** So many skips in a row are no chance: the cadence may be too short. */
const manySkips = 3;

/** What makes the contact stand so, the main cause first. */
export function causes(contact: Contact, standing: Standing, reader: Reader, names: Names): Said[] {
  const { clock } = contact;
  const who = firstName(contact.name);
  if (standing.status === 'lost') return [{ key: 'whyLost', values: [who] }];
  switch (standing.reason) {
    case 'recovery': {
      const { stage } = standing;
      const asks: Said = stage && { key: 'whyRecovery', values: [stagePhrase(stage, reader)] };
      const wentWrong: Phrase = { key: 'whyWentWrong', values: [whenAt(clock.recovery?.openedAt ?? 0, reader)] };
      return [asks, wentWrong, standing.status === 'reply-owed' ? owedPhrase(contact, reader) : undefined];
    }
    case 'owed':
      return [owedPhrase(contact, reader), owedDuePhrase(contact, standing, reader)];
    case 'snooze':
      return [{ key: 'whySnoozed', values: [untilDay(standing, reader), who] }];
    case 'skip':
      return [
        { key: 'whySkipped', values: [who, whenPhrase(standing.untilOn ?? '', reader)] },
        oftenSkipped(contact, reader),
      ];
    case 'pause':
      return [pausedPhrase(contact, standing, reader)];
    case 'left':
      return [leftPhrase(contact, reader, names)];
    case 'plan':
    case 'plan-passed':
      return [planPhrase(contact, reader)];
    case 'retry':
      return [triedPhrase(contact, standing, reader), dueSince(standing, reader)];
    case 'cadence':
      return [
        dueSince(standing, reader),
        ...moved(contact, reader),
        oftenSkipped(contact, reader),
        driftPhrase(contact, standing, reader),
      ];
    case 'none':
      return [owedSoon(contact, reader), ...dueNext(contact, standing, reader)];
  }
}

function untilDay({ untilOn }: Standing, { today, locale }: Reader): string | Phrase {
  return untilOn ? sayDay(untilOn, today, locale) : { key: 'untilYouSay' };
}

function dueSince({ status, dueOn }: Standing, { today, locale }: Reader): Said {
  if (!dueOn || status === 'planned') return undefined;
  return dueOn < today ? { key: 'whyDueSince', values: [sayDay(dueOn, today, locale)] } : { key: 'whyDueToday' };
}

/** When it will be due, and by what. */
function dueNext(contact: Contact, { dueOn }: Standing, reader: Reader): Said[] {
  const { clock } = contact;
  if (clock.cadenceDays === undefined) return [cadenceSentence(contact, reader)];
  if (clock.isSilenced && contact.stage === 'past') return [{ key: 'whyRests' }];
  if (!dueOn) return [];
  const on = whenPhrase(dueOn, reader);
  const usual = clock.rhythmDays === undefined ? undefined : clock.usualDays;
  const due: Phrase =
    usual !== undefined && usual > 1
      ? { key: 'whyDueNextUsual', values: [on, daysPhrase(usual, reader.locale)] }
      : { key: 'whyDueNext', values: [on] };
  return [due, ...moved(contact, reader)];
}

/** Why it is not due earlier, though the line was crossed earlier. */
function moved({ clock }: Contact, reader: Reader): Said[] {
  const { pausedUntilOn, awayDays, holidayOn } = clock.moved ?? {};
  const said: Said[] = [];
  if (pausedUntilOn && pausedUntilOn <= reader.today) {
    said.push({ key: 'whyPauseEnded', values: [whenPhrase(pausedUntilOn, reader)] });
  }
  if (awayDays !== undefined) {
    const key = isOne(awayDays, reader.locale) ? 'whyAwayOne' : 'whyAwayOther';
    said.push({ key, values: [sayNumber(awayDays, reader.locale)] });
  }
  if (holidayOn) said.push({ key: 'whyHoliday', values: [whenPhrase(holidayOn, reader)] });
  return said;
}

/** What the silence is measured by: the own rhythm, else the cadence where that says more than its default. */
function driftPhrase(contact: Contact, { status, cadenceDays }: Standing, reader: Reader): Said {
  const { clock, name } = contact;
  const { lastContactAt, usualDays, rhythmDays } = clock;
  if (lastContactAt === undefined || clock.moved?.pausedUntilOn) return undefined;
  const silent = daysBetween(dayAt(lastContactAt, reader), reader.today) - (clock.moved?.awayDays ?? 0);
  const days = daysPhrase(silent, reader.locale);
  if (rhythmDays !== undefined && usualDays !== undefined) {
    if (usualDays === 1) return { key: 'whyRhythmDaily', values: [days] };
    return { key: 'whyRhythm', values: [daysPhrase(usualDays, reader.locale), days] };
  }
  if (rhythmDays !== undefined) {
    return { key: 'whyRhythmLine', values: [firstName(name), daysPhrase(rhythmDays, reader.locale)] };
  }
  const fading = isOne(silent, reader.locale) ? 'whyFadingOne' : 'whyFadingOther';
  if (status === 'fading') {
    return { key: fading, values: [sayNumber(silent, reader.locale), daysPhrase(cadenceDays, reader.locale)] };
  }
  return clock.cadenceFrom === 'default' || clock.cadenceFrom === 'contact'
    ? undefined
    : cadenceSentence(contact, reader);
}

function cadenceSentence({ clock }: Contact, { locale }: Reader): Phrase {
  return { key: 'whyCadence', values: [cadencePhrase(clock, locale)] };
}

function oftenSkipped({ clock, name }: Contact, { locale }: Reader): Said {
  const { skips = 0 } = clock;
  if (skips < manySkips) return undefined;
  return { key: 'whySkippedOften', values: [sayNumber(skips, locale), firstName(name)] };
}

function pausedPhrase({ pauseReason }: Contact, standing: Standing, reader: Reader): Phrase {
  const until = untilDay(standing, reader);
  const why = pauseReason?.trim().replace(/\.$/, '');
  return why ? { key: 'whyPausedFor', values: [until, why] } : { key: 'whyPaused', values: [until] };
}

function leftPhrase({ name, leftOn = '' }: Contact, reader: Reader, { successor }: Names): Phrase {
  const values = [firstName(name), whenPhrase(leftOn, reader)];
  return successor === undefined
    ? { key: 'whyLeft', values }
    : { key: 'whyLeftFollowed', values: [...values, successor] };
}

/** As far as words for it depend on it. */
type Purpose = Pick<Plan, 'channel' | 'reason' | 'forOn' | 'about'>;

const planKeys: Readonly<Record<Plan['channel'] | PlanReason, MessageKey>> = {
  introduction: 'planIntroduction',
  'try-again': 'planTryAgain',
  'renewal-90': 'planRenewal',
  'renewal-60': 'planRenewal',
  'renewal-30': 'planRenewal',
  review: 'planReview',
  'extension-thanks': 'planExtensionThanks',
  'referral-thanks': 'planReferralThanks',
  'referral-lead': 'planReferralLead',
  birthday: 'planBirthday',
  anniversary: 'planAnniversary',
  call: 'planCall',
  meeting: 'planMeeting',
  mail: 'planMail',
  chat: 'planChat',
};

/** What is planned: "Renewal in 60 days", "Thank Bo for the referral of Ann", else its channel: "A call". */
export function purposePhrase({ name }: Pick<Contact, 'name'>, plan: Purpose, { today, locale }: Reader): Phrase {
  const { reason, channel, forOn = today, about = '' } = plan;
  const days = relativeDay(daysBetween(today, forOn), locale);
  return { key: planKeys[reason ?? channel], values: [days, firstName(name), about] };
}

/** Of today, ahead, passed. */
const promptKeys = ['whyPromptToday', 'whyPrompt', 'whyPromptPassed'] as const;

function planPhrase(contact: Contact, reader: Reader): Said {
  const { plan } = contact.clock;
  if (!plan) return undefined;
  const { today, locale } = reader;
  const place = plan.on < today ? 2 : plan.on > today ? 1 : 0;
  // What is about a day or a person is a sentence of its own.
  const key = plan.forOn ? promptKeys[place] : place === 2 ? 'whyPlanPassed' : 'whyPlanned';
  return { key, values: [purposePhrase(contact, plan, reader), sayDay(plan.on, today, locale)] };
}

function owedPhrase({ name, clock }: Contact, reader: Reader): Said {
  if (!clock.owed) return undefined;
  const { sinceAt, subject } = clock.owed;
  const values = [firstName(name), whenAt(sinceAt, reader)];
  return subject ? { key: 'whyOwedAbout', values: [...values, subject] } : { key: 'whyOwed', values };
}

function owedDuePhrase({ clock }: Contact, { dueOn, days }: Standing, reader: Reader): Said {
  if (!dueOn) return undefined;
  if (clock.owed?.isByHour && days === 0) return { key: 'whyOwedSince', values: [timeOf(clock.owed.dueAt, reader)] };
  if (dueOn >= reader.today) return { key: 'whyOwedToday' };
  return { key: 'whyOwedSince', values: [sayDay(dueOn, reader.today, reader.locale)] };
}

/** An answer that is not owed yet, and when it will be. */
export function owedSoon({ name, clock }: Contact, reader: Reader): Said {
  const { owed } = clock;
  if (!owed || owed.dueAt <= reader.now) return undefined;
  const isToday = owed.isByHour && owed.dueOn === reader.today;
  const due: string | Phrase = isToday
    ? { key: 'atTime', values: [timeOf(owed.dueAt, reader)] }
    : whenPhrase(owed.dueOn, reader);
  return { key: 'whyOwedSoon', values: [firstName(name), whenAt(owed.sinceAt, reader), due] };
}

function timeOf(at: Instant, { locale, timeZone }: Reader): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(at);
}

function triedPhrase({ name, clock }: Contact, { untilOn }: Standing, reader: Reader): Said {
  if (clock.triedAt === undefined) return undefined;
  const tried = whenAt(clock.triedAt, reader);
  const who = firstName(name);
  const call = clock.triedKind === 'call';
  if (!untilOn) return call ? { key: 'whyTriedCall', values: [tried] } : { key: 'whyTried', values: [who, tried] };
  const back = whenPhrase(untilOn, reader);
  return call ? { key: 'whyRetryCall', values: [tried, who, back] } : { key: 'whyRetry', values: [who, tried, back] };
}
