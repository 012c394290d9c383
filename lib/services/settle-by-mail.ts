import { civilDate } from '@/lib/core/calendar';
import { inEffect } from '@/lib/core/in-effect';
import type { Interaction } from '@/lib/core/model';
import type { Recovery, RecoveryCase } from '@/lib/core/recovery';
import { mayRecord } from '@/lib/core/recovery-course';
import { isBeforeWork } from '@/lib/core/recovery-deadlines';
import { versionsOf } from '@/lib/core/versions-of';
import { rulesOf } from '@/lib/db/settings';
import { ownCases } from './cases';
import type { Change } from './change';
import { interactionsOf } from './derived';

/**
 * The user's first mail that was proven sent after something went wrong is the apology, or, before work has begun, the
 * holding note: the step is settled with the mail, by an event that names it. A mail that is taken back takes it back.
 */
export async function settleByMail(change: Change, one: Interaction): Promise<void> {
  const takesBack = one.kind === 'void' && one.voidsId !== undefined;
  if (!takesBack && !isSentMail(one)) return;
  const cases = await ownCases(change.db, one.contactId);
  if (cases.length === 0) return;
  if (takesBack) {
    const told = cases.flatMap(({ events }) => inEffect(events)).filter(({ aboutId }) => aboutId === one.voidsId);
    for (const { id } of told) await change.takeBackEvent(id);
    return;
  }
  const all = await interactionsOf(change.db, one.contactId);
  if (!inEffect(all).some(({ id }) => id === one.id)) return;
  const versions = versionsOf(all, one.id);
  for (const { recovery, events } of cases) {
    // The same mail seen better than before: what the user has said of the event meanwhile stands.
    const isKnown = events.some(({ aboutId = '' }) => versions.has(aboutId));
    if (!isKnown && wasAfter(one, recovery, change)) await settle(change, one, { recovery, events });
  }
}

function isSentMail({ kind, direction, weight, source }: Interaction): boolean {
  return kind === 'mail' && direction === 'out' && weight === 'counts' && source === 'page';
}

/** Where only the day of the mail is known, one of the opening's own day may have gone out before. */
function wasAfter(mail: Interaction, { openedAt }: Recovery, { context: { timeZone } }: Change): boolean {
  if (mail.precision === 'instant') return mail.occurredAt >= openedAt;
  return civilDate(mail.occurredAt, timeZone) > civilDate(openedAt, timeZone);
}

async function settle(change: Change, mail: Interaction, { recovery, events }: RecoveryCase): Promise<void> {
  if (recovery.deletedAt !== undefined) return;
  const rules = rulesOf(change.settings, change.context.timeZone);
  const isEarly = isBeforeWork(recovery.openedAt, mail.occurredAt, rules);
  const kind = isEarly && mayRecord(recovery, events, { kind: 'holding-note' }) ? 'holding-note' : 'apologised';
  if (!mayRecord(recovery, events, { kind })) return;
  const id = `${recovery.id}-${mail.id}`;
  await change.appendEvent({ id, recoveryId: recovery.id, kind, occurredAt: mail.occurredAt, aboutId: mail.id });
}
