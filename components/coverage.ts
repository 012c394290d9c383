import { civilDate, daysBetween } from '@/lib/core/calendar';
import { sayDay } from '@/lib/core/day-words';
import type { Instant, MailboxRow } from '@/lib/core/model';
import { text } from '@/lib/extension/text';
import { newestMailbox } from './links';
import type { Moment } from './moment';

export interface Coverage {
  readonly sentence: string;
  /** Where "Catch up" leads; `undefined`: there is nothing to catch up with. */
  readonly catchUpUrl?: string;
}

const minuteMs = 60_000;

/** How old our view of the mailbox is: "Inbox seen 3 min ago · Sent last seen Monday". `undefined`: no mailbox yet. */
export function coverageOf(mailboxes: readonly MailboxRow[], moment: Moment): Coverage | undefined {
  const mailbox = newestMailbox(mailboxes);
  if (!mailbox) return undefined;
  const { inboxSeenAt, sentSeenAt } = mailbox;
  const inbox = inboxSeenAt === undefined ? text('inboxNotSeen') : text('inboxSeen', ageOf(inboxSeenAt, moment));
  if (sentSeenAt !== undefined && isToday(sentSeenAt, moment)) return { sentence: inbox };
  const sent = sentSeenAt === undefined ? text('sentNotSeen') : text('sentSeen', dayOf(sentSeenAt, moment));
  return { sentence: text('twoParts', inbox, sent), catchUpUrl: mailbox.sentUrl ?? mailbox.origin };
}

function isToday(at: Instant, { today, timeZone }: Moment): boolean {
  return daysBetween(civilDate(at, timeZone), today) <= 0;
}

/** Minutes and hours of today, then days as people say them. */
function ageOf(at: Instant, moment: Moment): string {
  const minutes = Math.max(0, Math.floor((moment.now - at) / minuteMs));
  if (minutes < 1) return text('justNow');
  const style = new Intl.RelativeTimeFormat(moment.locale, { style: 'short' });
  if (minutes < 60) return style.format(-minutes, 'minute');
  return isToday(at, moment) ? style.format(-Math.floor(minutes / 60), 'hour') : dayOf(at, moment);
}

function dayOf(at: Instant, { today, locale, timeZone }: Moment): string {
  return sayDay(civilDate(at, timeZone), today, locale);
}
