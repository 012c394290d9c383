import { civilDate, daysBetween } from '@/lib/core/calendar';
import type { Ulid } from '@/lib/core/model';
import type { Recovery, RecoveryCase } from '@/lib/core/recovery';
import { factsOf } from '@/lib/core/recovery-facts';

/** What sets a case apart from the usual course. */
export interface Escalation {
  /** Earlier cases of the same customer within 90 days, newest first: any makes this one a repeated failure. */
  readonly earlierIds: readonly Ulid[];
  /** Ready-made apologies may be offered: not to somebody who has had one within 90 days. */
  readonly allowsStockApology: boolean;
  /** `manager`: the customer was mistreated by us, so the case is the manager's. */
  readonly ledBy: 'owner' | 'manager';
  /** A manager is named to the customer, and who that is stands in the case. */
  readonly manager?: string;
  /** A manager must be named, and nobody has been yet. */
  readonly lacksManager: boolean;
}

/** A customer let down twice within so many days is let down in another way. */
const escalationDays = 90;

/**
 * How a case escalates beside the others on record, in any order; deleted and withdrawn ones were no failures. The same
 * customer is the same contact or the same account; days are counted from opening to opening.
 */
export function escalationOf(recovery: Recovery, others: readonly RecoveryCase[], timeZone: string): Escalation {
  const openedOn = civilDate(recovery.openedAt, timeZone);
  const isRecent = ({ openedAt }: Recovery) => daysBetween(civilDate(openedAt, timeZone), openedOn) <= escalationDays;
  const earlier = others
    .filter(({ recovery: one }) => isSameCustomer(one, recovery) && wasBefore(one, recovery) && isRecent(one))
    .filter((one) => one.recovery.deletedAt === undefined && !wasWithdrawn(one))
    .map((one) => one.recovery)
    .sort((a, b) => (wasBefore(a, b) ? 1 : -1));
  const isMistreated = recovery.reason === 'mistreated';
  const needsManager = isMistreated || earlier.length > 0;
  return {
    earlierIds: earlier.map(({ id }) => id),
    allowsStockApology: earlier.length === 0,
    ledBy: isMistreated ? 'manager' : 'owner',
    ...(needsManager && recovery.manager !== undefined ? { manager: recovery.manager } : {}),
    lacksManager: needsManager && recovery.manager === undefined,
  };
}

/** Do both cases concern the same contact or the same account? */
export function isSameCustomer(
  a: Pick<Recovery, 'contactId' | 'accountId'>,
  b: Pick<Recovery, 'contactId' | 'accountId'>,
): boolean {
  return a.contactId === b.contactId || (a.accountId !== undefined && a.accountId === b.accountId);
}

function wasBefore(a: Recovery, b: Recovery): boolean {
  return a.openedAt < b.openedAt || (a.openedAt === b.openedAt && a.id < b.id);
}

function wasWithdrawn({ recovery, events }: RecoveryCase): boolean {
  return factsOf(recovery, events).closing?.outcome === 'withdrawn';
}
