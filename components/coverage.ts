import { civilDate, daysBetween } from '@/lib/core/calendar';
import { mailboxesInUse } from '@/lib/core/coverage';
import { sayDay } from '@/lib/core/day-words';
import type { Instant, MailboxRow } from '@/lib/core/model';
import { text } from '@/lib/extension/text';
import type { Moment } from './moment';

/** How old our view of the mailboxes is. */
export interface Freshness {
  /** One for each mailbox in use, the one whose Sent is oldest first: "Inbox seen 3 min ago · Sent last seen Monday". */
  readonly lines: readonly string[];
  /** Where "Catch up" leads; `undefined`: there is nothing to catch up with. */
  readonly catchUpUrl?: string;
}

const minuteMs = 60_000;
/** More would take the list's place; the freshest are left out. */
const mostLines = 3;

/** `undefined`: no mailbox was seen yet. */
export function freshnessOf(mailboxes: readonly MailboxRow[], moment: Moment): Freshness | undefined {
  const used = [...mailboxesInUse(mailboxes, moment.now)].sort((a, b) => (a.sentSeenAt ?? 0) - (b.sentSeenAt ?? 0));
  const [oldest] = used;
  if (!oldest) return undefined;
  const { sentSeenAt, sentUrl, origin } = oldest;
  const lines = used.slice(0, mostLines).map((mailbox) => {
    const line = lineOf(mailbox, moment);
    return used.length === 1 ? line : text('mailboxFreshness', nameOf(mailbox), line);
  });
  return { lines: [...new Set(lines)], ...(isToday(sentSeenAt, moment) ? {} : { catchUpUrl: sentUrl ?? origin }) };
}

function lineOf({ inboxSeenAt, sentSeenAt }: MailboxRow, moment: Moment): string {
  const inbox = inboxSeenAt === undefined ? text('inboxNotSeen') : text('inboxSeen', ageOf(inboxSeenAt, moment));
  if (isToday(sentSeenAt, moment)) return inbox;
  const sent = sentSeenAt === undefined ? text('sentNotSeen') : text('sentSeen', dayOf(sentSeenAt, moment));
  return text('twoParts', inbox, sent);
}

function nameOf({ addresses, origin }: MailboxRow): string {
  return addresses[0] ?? new URL(origin).host;
}

function isToday(at: Instant | undefined, { today, timeZone }: Moment): boolean {
  return at !== undefined && daysBetween(civilDate(at, timeZone), today) <= 0;
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
