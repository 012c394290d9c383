import { sayDay } from '@/lib/core/day-words';
import { purposePhrase } from '@/lib/core/explain-cause';
import type { Channel, FollowUp } from '@/lib/core/follow-up';
import { calendarFile } from '@/lib/core/follow-up-ics';
import type { Contact } from '@/lib/core/model';
import type { MessageKey } from '@/lib/core/phrase';
import { phrase, text } from '@/lib/extension/text';
import { download } from './download';
import type { Moment } from './moment';

/** How a follow-up can be meant to happen, in the order in which it is offered. */
export const channels: readonly (readonly [channel: Channel, key: MessageKey])[] = [
  ['call', 'pageCall'],
  ['meeting', 'pageMeeting'],
  ['mail', 'pageMail'],
  ['chat', 'pageChat'],
];

/** "Call", "Mail". */
export function channelText(channel: Channel): string {
  return text(channels.find(([one]) => one === channel)?.[1] ?? 'pageCall');
}

/** What is planned, as it will be true on its day: "Renewal in 60 days". What is for nothing but its channel: "Call". */
export function purposeText(contact: Contact, plan: FollowUp, moment: Moment): string {
  // It stands beside its day: "Birthday today · 10 Aug" would be confusing.
  if (plan.reason === 'birthday') return text('seriesBirthday');
  if (plan.reason === 'anniversary') return text('seriesAnniversary');
  if (plan.forOn === undefined) return channelText(plan.channel);
  const [, today = plan.dueOn] = [plan.dueOn, moment.today].sort();
  return phrase(purposePhrase(contact, plan, { ...moment, today }));
}

/** "Renewal in 60 days · 1 Dec". */
export function planText(contact: Contact, plan: FollowUp, moment: Moment): string {
  const { today, locale } = moment;
  return text('planWhatWhen', purposeText(contact, plan, moment), sayDay(plan.dueOn, today, locale));
}

/** A follow-up and whom it is about. */
export interface Planned {
  readonly contact: Contact;
  readonly plan: FollowUp;
}

/** Hands the user these follow-ups as a file for a calendar. `false`: none of them is open. */
export function downloadPlans(planned: readonly Planned[], fileName: string, moment: Moment): boolean {
  const file = calendarFile(
    planned.map(({ contact, plan }) => {
      const who = contact.company ? text('nameAndCompany', contact.name, contact.company) : contact.name;
      const title = text('planTitle', purposeText(contact, plan, moment), who);
      return { followUp: { ...plan, note: plan.note ?? channelText(plan.channel) }, title };
    }),
  );
  if (file !== undefined) download(fileName, file, 'text/calendar');
  return file !== undefined;
}
