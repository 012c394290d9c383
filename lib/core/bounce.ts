import type { Address, Instant, Interaction } from '@/lib/core/model';
import type { JudgedSighting } from '@/lib/core/sighting';
import { isLateSubject, isSameSubject, returnedOf } from '@/lib/core/subject';

const systemName = /^(?:mailer-?daemon|mail-?daemon|postmaster|microsoftexchange[0-9a-f]*)$/;

/** Does a mail system write from this address, and nobody else? */
export function isMailSystem(address: Address): boolean {
  return systemName.test(address.slice(0, address.lastIndexOf('@')));
}

/** A mail system tries no longer than this before it gives up. */
export const longestReturnMs = 5 * 86_400_000;
/** Without a thread that joins them, a notice belongs to a mail of a moment ago or to none that is known. */
const soonMs = 600_000;

/**
 * The mail of the user's own that a mail system's notice is about. `sent`: stored mails of the days before. `undefined`: it
 * only says that a mail is late, or several people could be meant; what a notice itself says is never read.
 */
export function mailReturned(
  notice: JudgedSighting,
  subject: string | undefined,
  sent: readonly Interaction[],
): Interaction | undefined {
  const { occurredAt, evidence } = notice;
  if (occurredAt === undefined || isLateSubject(subject)) return undefined;
  const before = sent.filter((one) => isOwnToOne(one) && isWithin(one, occurredAt, longestReturnMs));
  const inThread = before.filter((one) => isSameThread(one, notice));
  if (inThread.length > 0) return newestToOne(inThread);
  const returned = returnedOf(subject);
  const soon = before.filter((one) => isWithin(one, occurredAt, soonMs));
  const { about } = returned ?? {};
  if (about !== undefined) return newestToOne(soon.filter((one) => isSameSubject(one.evidence?.subject ?? '', about)));
  return returned && evidence.threadId === undefined ? newestToOne(soon) : undefined;
}

/** Of a mail to several people nobody can tell whose address failed. */
function isOwnToOne({ kind, direction, source, doubt, evidence }: Interaction): boolean {
  const isOwn = kind === 'mail' && direction === 'out' && source === 'page' && doubt !== 'colleague';
  return isOwn && (evidence?.recipientCount ?? 1) === 1;
}

function isWithin(one: Interaction, at: Instant, longest: number): boolean {
  return one.precision === 'instant' && one.occurredAt <= at && at - one.occurredAt <= longest;
}

function isSameThread({ evidence: a }: Interaction, { evidence: b }: JudgedSighting): boolean {
  return a?.threadId !== undefined && a.threadId === b.threadId && a.site === b.site && a.origin === b.origin;
}

function newestToOne(mails: readonly Interaction[]): Interaction | undefined {
  const [newest] = [...mails].sort((a, b) => b.occurredAt - a.occurredAt);
  return mails.every((one) => one.contactId === newest?.contactId) ? newest : undefined;
}
