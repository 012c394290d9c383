import { domainOf, isFreeMail, mailboxKey, sameMailbox } from '@/lib/core/address';
import { parseMailbox } from '@/lib/core/mailbox';
import type { Address, ContactRole, Direction, Doubt, Weight } from '@/lib/core/model';
import type { RawSighting } from '@/lib/core/raw-sighting';
import { ruleDefaults } from '@/lib/core/settings';
import type { SightingContext } from '@/lib/core/sighting';
import { hasListTag, isAutoReplySubject, isCalendarSubject } from '@/lib/core/subject';

/** How much a sighted mail proves, and why not more. */
export interface Verdict {
  readonly weight: Weight;
  readonly doubt?: Doubt;
}

/** Does this mail reset the clock? `ownRole`: what the user was to it, where the page shows that. */
export function verdictOf(
  raw: RawSighting,
  contact: Address,
  direction: Direction,
  context: SightingContext,
  ownRole?: ContactRole,
): Verdict {
  if (direction === 'unknown') return { weight: 'doubtful', doubt: 'direction-unknown' };
  if (isAutoReplySubject(raw.subject)) return { weight: 'doubtful', doubt: 'auto-reply' };
  const sender = raw.from === undefined ? undefined : parseMailbox(raw.from)?.address;
  if (direction === 'out' && sender !== undefined && isColleague(sender, context)) {
    return { weight: 'weak', doubt: 'colleague' };
  }
  if (isCalendarSubject(raw.subject)) return { weight: 'weak', doubt: 'calendar-notice' };
  if ((peopleOf(raw) ?? 0) > ruleDefaults.mostRecipients) return { weight: 'weak', doubt: 'mass-mail' };
  const doubt = direction === 'in' ? doubtOfInbound(raw, contact, context) : raw.certainty;
  const role = direction === 'in' ? ownRole : raw.role;
  const aside = role === 'cc' || role === 'bcc';
  if (doubt && !(aside && doubt === 'row-only')) return { weight: 'doubtful', doubt };
  return aside ? { weight: 'weak', doubt: 'cc-only' } : { weight: 'counts' };
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

/** Domains of the user's own company: the one named in the settings and those of own addresses, free mail left out. */
export function companyDomains(own: Iterable<Address>, named: readonly string[]): ReadonlySet<string> {
  const domains = [...own].map(domainOf).filter((domain) => !isFreeMail(domain));
  return new Set([...domains, ...named]);
}

/** Does somebody of the user's own company have this address, and not the user? */
export function isColleague(address: Address, { own, company }: Pick<SightingContext, 'own' | 'company'>): boolean {
  return company.has(domainOf(address)) && !own.has(mailboxKey(address));
}

/**
 * What the user was to each message, by its id: a page shows own addresses among the people of a mail. Who stands in To
 * and in Cc was written to.
 */
export function ownRoles(
  sightings: readonly RawSighting[],
  own: ReadonlySet<string>,
): ReadonlyMap<string, ContactRole> {
  const roles = new Map<string, ContactRole>();
  for (const { messageId, mailbox, role } of sightings) {
    const address = messageId === undefined ? undefined : parseMailbox(mailbox)?.address;
    if (messageId === undefined || address === undefined || !own.has(mailboxKey(address))) continue;
    if (roles.get(messageId) !== 'to') roles.set(messageId, role);
  }
  return roles;
}

/** Is it a list row rather than an opened message? */
export function isRow(raw: RawSighting, context: SightingContext): boolean {
  return raw.row !== undefined || raw.certainty !== undefined || context.view === 'list';
}
