import { domainOf, mailboxKey, sameMailbox } from '@/lib/core/address';
import { parseMailbox } from '@/lib/core/mailbox';
import type { Address, Direction, Doubt, Weight } from '@/lib/core/model';
import type { RawSighting } from '@/lib/core/raw-sighting';
import { ruleDefaults } from '@/lib/core/settings';
import type { SightingContext } from '@/lib/core/sighting';
import { hasListTag, isAutoReplySubject, isCalendarSubject } from '@/lib/core/subject';

/** How much a sighted mail proves, and why not more. */
export interface Verdict {
  readonly weight: Weight;
  readonly doubt?: Doubt;
}

/** Does this mail reset the clock? */
export function verdictOf(raw: RawSighting, contact: Address, direction: Direction, context: SightingContext): Verdict {
  if (direction === 'unknown') return { weight: 'doubtful', doubt: 'direction-unknown' };
  if (isAutoReplySubject(raw.subject)) return { weight: 'doubtful', doubt: 'auto-reply' };
  if (isCalendarSubject(raw.subject)) return { weight: 'weak', doubt: 'calendar-notice' };
  if ((peopleOf(raw) ?? 0) > ruleDefaults.mostRecipients) return { weight: 'weak', doubt: 'mass-mail' };
  if (direction === 'out') {
    const aside = raw.role === 'cc' || raw.role === 'bcc';
    if (aside) return { weight: 'weak', doubt: 'cc-only' };
    return raw.certainty === 'row-only' ? { weight: 'doubtful', doubt: 'row-only' } : { weight: 'counts' };
  }
  const doubt = doubtOfInbound(raw, contact, context);
  return doubt ? { weight: 'doubtful', doubt } : { weight: 'counts' };
}

/** To how many people the mail went, as far as the page shows; `undefined`: it does not. */
export function peopleOf({ recipientCount, recipients }: RawSighting): number | undefined {
  const most = Math.max(recipientCount ?? 0, recipients?.length ?? 0);
  return most > 0 ? most : undefined;
}

function doubtOfInbound(raw: RawSighting, contact: Address, context: SightingContext): Doubt | undefined {
  if (isListPost(raw, contact, context)) return 'list-post';
  const replyTo = raw.replyTo === undefined ? undefined : parseMailbox(raw.replyTo)?.address;
  // A contact form or a list that rewrites From: the person is somebody else.
  if (replyTo !== undefined && domainOf(replyTo) !== domainOf(contact)) return 'sender-unclear';
  return raw.certainty === 'row-only' ? 'row-only' : undefined;
}

function isListPost(raw: RawSighting, contact: Address, context: SightingContext): boolean {
  if (isRow(raw, context)) return hasListTag(raw.subject);
  const recipients = (raw.recipients ?? []).flatMap((text) => parseMailbox(text)?.address ?? []);
  // A group that writes to itself hides the person who wrote.
  if (recipients.some((one) => sameMailbox(one, contact))) return true;
  const cut = raw.recipientCount !== undefined && raw.recipientCount > recipients.length;
  return recipients.length > 0 && !cut && context.own.size > 0 && !recipients.some((one) => isOwn(one, context));
}

/** Is it one of the user's own addresses? */
export function isOwn(address: Address, context: SightingContext): boolean {
  return context.own.has(mailboxKey(address));
}

/** Is it a list row rather than an opened message? */
export function isRow(raw: RawSighting, context: SightingContext): boolean {
  return raw.row !== undefined || raw.certainty !== undefined || context.view === 'list';
}
