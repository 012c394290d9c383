import { civilDate } from '@/lib/core/calendar';
import type { CalendarDate, Contact, ContactStatus, Instant, MailboxRow } from '@/lib/core/model';
import type { MessageKey, Phrase } from '@/lib/core/phrase';
import { sayNumber } from '@/lib/core/wording';

/** How far the user's own sent mail is known. */
export interface Coverage {
  /** Up to when Sent was seen in every mailbox in use; `undefined`: in one of them never. */
  readonly sentSeenAt?: Instant;
  /** When the mail search for a contact was last looked at. */
  readonly searchSeenAt: Readonly<Partial<Record<string, Instant>>>;
}

/** A claim of silence that may be wrong, because mail of the user's own may not have been seen. */
export interface Unsure {
  /** The day on which Sent was last seen; `undefined`: never. */
  readonly sentSeenOn?: CalendarDate;
}

const inUseMs = 30 * 86_400_000;

/**
 * The mailboxes in use: those looked at within thirty days, and if there is none, the one looked at last. A mailbox that
 * is not used any more must not make every claim doubtful.
 */
export function mailboxesInUse(mailboxes: readonly MailboxRow[], now: Instant): readonly MailboxRow[] {
  const newestFirst = eachOnce(mailboxes).sort((a, b) => lastSeenAt(b) - lastSeenAt(a));
  const used = newestFirst.filter((mailbox) => lastSeenAt(mailbox) > now - inUseMs);
  return used.length > 0 ? used : newestFirst.slice(0, 1);
}

/** One mailbox may have been seen at two places of one site: accounts change their numbers from sign-in to sign-in. */
function eachOnce(mailboxes: readonly MailboxRow[]): MailboxRow[] {
  const found = new Map<string, MailboxRow>();
  for (const one of mailboxes) {
    const name = JSON.stringify([one.site, one.origin, one.addresses[0] ?? one.key]);
    const other = found.get(name) ?? one;
    found.set(name, {
      ...(lastSeenAt(other) > lastSeenAt(one) ? other : one),
      inboxSeenAt: later(one.inboxSeenAt, other.inboxSeenAt),
      sentSeenAt: later(one.sentSeenAt, other.sentSeenAt),
    });
  }
  return [...found.values()];
}

function later(a: Instant | undefined, b: Instant | undefined): Instant | undefined {
  return a === undefined || (b !== undefined && b > a) ? b : a;
}

function lastSeenAt({ inboxSeenAt, sentSeenAt }: MailboxRow): Instant {
  return Math.max(inboxSeenAt ?? 0, sentSeenAt ?? 0);
}

/** What the mailboxes tell of sent mail. `undefined`: no mailbox was ever seen, so the user's own word is all there is. */
export function coverageOf(mailboxes: readonly MailboxRow[], now: Instant): Coverage | undefined {
  const used = mailboxesInUse(mailboxes, now);
  if (used.length === 0) return undefined;
  const oldest = Math.min(...used.map((mailbox) => mailbox.sentSeenAt ?? 0));
  const searchSeenAt: Record<string, Instant> = {};
  for (const { contactId, seenAt } of mailboxes.flatMap((mailbox) => mailbox.searches ?? [])) {
    searchSeenAt[contactId] = Math.max(searchSeenAt[contactId] ?? 0, seenAt);
  }
  return { ...(oldest > 0 ? { sentSeenAt: oldest } : {}), searchSeenAt };
}

/** The part of a standing that a claim of silence rests on. */
interface Claim {
  readonly status: ContactStatus;
  readonly reason: string;
  readonly dueOn?: CalendarDate;
  readonly days?: number;
}

const drifting: ReadonlySet<ContactStatus> = new Set(['due', 'overdue', 'fading']);

/**
 * "Nobody wrote for too long" is certain once Sent, or the search for this person, was seen on the due day or later.
 * `undefined`: certain, or no such claim.
 */
export function unsureOf(
  { id }: Pick<Contact, 'id'>,
  { status, reason, dueOn }: Claim,
  coverage: Coverage | undefined,
  timeZone: string,
): Unsure | undefined {
  if (!coverage || reason !== 'cadence' || dueOn === undefined || !drifting.has(status)) return undefined;
  const dayOf = (at: Instant | undefined) => (at === undefined ? undefined : civilDate(at, timeZone));
  const sentSeenOn = dayOf(coverage.sentSeenAt);
  const seen = [sentSeenOn, dayOf(coverage.searchSeenAt[id])];
  return seen.some((on) => on !== undefined && on >= dueOn) ? undefined : { sentSeenOn };
}

const badgeKeys: Readonly<Partial<Record<ContactStatus, MessageKey>>> = {
  due: 'statusDueUnsure',
  overdue: 'statusOverdueUnsure',
  fading: 'statusFadingUnsure',
};

/** The pill's words of a claim that may be wrong: "Overdue? 12 d". `undefined`: the claim is certain. */
export function unsureBadge(standing: Claim & { readonly unsure?: Unsure }, locale: string): Phrase | undefined {
  const key = standing.unsure && badgeKeys[standing.status];
  return key && { key, values: [sayNumber(standing.days ?? 0, locale)] };
}

/** Why the claim may be wrong, as a sentence; `when` words a day: "on Monday". */
export function unsurePhrase(
  { unsure }: { readonly unsure?: Unsure },
  when: (on: CalendarDate) => string | Phrase,
): Phrase | undefined {
  if (!unsure) return undefined;
  const { sentSeenOn } = unsure;
  return sentSeenOn === undefined ? { key: 'whyUnsureNever' } : { key: 'whyUnsureSince', values: [when(sentSeenOn)] };
}
