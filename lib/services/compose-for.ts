import type { Address, MailboxRow } from '@/lib/core/model';
import type { HoldfastDatabase } from '@/lib/db/database';
import { searchFor } from './mailboxes';

/** How a mail to a contact is begun. */
export interface ComposeStart {
  /** All addresses of the contact, the one to write to first. */
  readonly addresses: readonly Address[];
  readonly site?: string;
  /** A new mail to that contact, in the mailbox that was used last; `undefined`: no mailbox is known that has one. */
  readonly url?: string;
}

/** Whom a text for this contact may go to, and where a new mail to them is written. */
export async function composeFor(db: HoldfastDatabase, contactId: string): Promise<ComposeStart> {
  const contact = await db.contacts.get(contactId);
  if (!contact || contact.deletedAt !== undefined) return { addresses: [] };
  if (contact.mergedIntoId) return composeFor(db, contact.mergedIntoId);
  const rows = await db.addresses.where('contactId').equals(contact.id).toArray();
  const addresses = rows.flatMap(({ address, role, deletedAt }) => {
    return role === 'own' && deletedAt === undefined ? [address] : [];
  });
  const seenAt = (row: MailboxRow) => Math.max(row.inboxSeenAt ?? 0, row.sentSeenAt ?? 0);
  const mailboxes = (await db.mailboxes.toArray()).sort((a, b) => seenAt(b) - seenAt(a));
  const nearest = mailboxes.find(({ composeUrl }) => composeUrl);
  const [address] = addresses;
  if (!nearest?.composeUrl || !address) return { addresses };
  return { addresses, site: nearest.site, url: searchFor(nearest.composeUrl, address) };
}
