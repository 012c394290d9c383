import type { Contact } from '@/lib/core/model';
import type { Change } from './change';

/** Where a contact goes, its recoveries go too: into another account, and off the list or back onto it. */
export async function followContact(change: Change, before: Contact, after: Contact): Promise<void> {
  const hasMoved = before.accountId !== after.accountId;
  if (!hasMoved && (before.deletedAt === undefined) === (after.deletedAt === undefined)) return;
  for (const recovery of await change.db.recoveries.where('contactId').equals(after.id).toArray()) {
    if (hasMoved) await change.patchRecovery(recovery.id, { accountId: after.accountId });
    else await change.touchCustomer(recovery);
  }
}
