import { civilDate, daysBetween } from '@/lib/core/calendar';
import { type Reader, sayDay } from '@/lib/core/day-words';
import type { CalendarDate, Contact, Instant, Interaction } from '@/lib/core/model';
import type { Recovery } from '@/lib/core/recovery';
import type { Course } from '@/lib/core/recovery-course';
import { topicOf } from '@/lib/core/subject-topic';
import type { FieldName, FieldValues } from '@/lib/core/template';
import type { TemplatePack } from '@/lib/core/template-pack';
import { firstName } from '@/lib/core/wording';

/** What is known when a template is filled in. */
export interface TemplateSource {
  readonly contact: Contact;
  /** The interactions that its clock names, if at hand: the newest subject is the topic. */
  readonly interactions?: readonly Interaction[];
  /** The name of its account. `undefined`: what the contact itself says. */
  readonly company?: string;
  /** How the user signs. */
  readonly ownName?: string;
  /** The case, where the wording is for one. */
  readonly recovery?: { readonly recovery: Recovery; readonly course: Course };
}

/**
 * What the fields stand for, in the language of the texts. What the user noted about the customer or the case is not
 * among it: that is for the user to type (`typed` of the caller, spread over this).
 */
export function templateValues(source: TemplateSource, pack: TemplatePack, reader: Reader): FieldValues {
  const { contact, company = contact.company, ownName, recovery } = source;
  const words = daysFor(pack, reader);
  const { lastContactAt, plan } = contact.clock;
  return present({
    firstName: firstName(contact.name),
    name: contact.name,
    company,
    ownName,
    lastTopic: topicOfContact(source),
    lastContactOn: lastContactAt === undefined ? undefined : words.when(civilDate(lastContactAt, reader.timeZone)),
    plannedOn: plan && words.when(plan.on),
    ...(recovery ? caseValues(recovery, words) : {}),
  });
}

function caseValues({ recovery, course }: NonNullable<TemplateSource['recovery']>, words: DayWords) {
  const { next, promise, remedyOn, extras } = course;
  return {
    nextOn: next?.dueOn && words.when(next.dueOn),
    promisedOn: promise && words.date(promise.dueOn),
    remedyOn: words.date(remedyOn),
    owner: promise?.owner ?? recovery.owner,
    manager: recovery.manager,
    extra: extras.at(-1)?.what,
  };
}

/** Days in the language of the texts. */
export interface DayWords {
  /** "today", "on Friday", "on 1 Nov". */
  readonly when: (on: CalendarDate) => string;
  /** "Friday, 4 December": clear on whatever day it is read. */
  readonly date: (on: CalendarDate) => string;
}

/** How days are written in these texts for that reader. */
export function daysFor({ language, onDay }: TemplatePack, { today, locale }: Reader): DayWords {
  const isSame = new Intl.Locale(locale).language === new Intl.Locale(language).language;
  const written = isSame ? locale : language;
  return {
    when: (on) => {
      const day = sayDay(on, today, written);
      return Math.abs(daysBetween(today, on)) <= 1 ? day : onDay.replace('$1', () => day);
    },
    date: (on) => {
      const year = on.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' as const };
      const format = new Intl.DateTimeFormat(written, {
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        timeZone: 'UTC',
        ...year,
      });
      return format.format(Date.parse(on));
    },
  };
}

/** What they last wrote about, or were last written to about. */
function topicOfContact({ contact: { clock }, interactions = [] }: TemplateSource): string | undefined {
  const owed = topicOf(clock.owed?.subject);
  if (owed !== undefined) return owed;
  const mails = interactions.filter(({ kind, weight }) => kind === 'mail' && weight !== 'weak');
  const newest = mails.reduce<Topic>(
    (found, { occurredAt, evidence }) => {
      const topic = topicOf(evidence?.subject);
      return topic !== undefined && occurredAt > found.at ? { at: occurredAt, topic } : found;
    },
    { at: Number.NEGATIVE_INFINITY },
  );
  return newest.topic;
}

interface Topic {
  readonly at: Instant;
  readonly topic?: string;
}

function present(values: Readonly<Partial<Record<FieldName, string | undefined>>>): FieldValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value.trim() !== ''));
}
