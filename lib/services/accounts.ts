import { companyName, domainOf, isFreeMail } from '@/lib/core/address';
import type { Address } from '@/lib/core/model';
import { upgradeContacts } from '@/lib/core/upgrade';
import type { HoldfastDatabase } from '@/lib/db/database';
import { exclusively } from '@/lib/db/lock';
import type { ActReply, RequestOf } from '@/lib/messaging/protocol';
import { act } from './act';
import type { Change } from './change';
import { Refusal, type ServiceContext } from './context';

/** The account to which the address belongs, made if there is none yet. `undefined`: free mail belongs to nobody. */
export async function accountFor(change: Change, address: Address): Promise<string | undefined> {
  const domain = domainOf(address);
  if (isFreeMail(domain)) return undefined;
  const known = await change.db.accounts.where('domains').equals(domain).first();
  if (known && known.deletedAt === undefined) return known.id;
  const { id } = await change.patchAccount(domain, { name: companyName(domain), deletedAt: undefined });
  return id;
}

/** After the upgrade from version 1: every contact gets the account of its address. Pages that upgrade know no accounts. */
export function giveAccounts(db: HoldfastDatabase): Promise<void> {
  return exclusively('holdfast-write', () =>
    db.transaction('rw', db.contacts, db.accounts, db.addresses, db.meta, async () => {
      const mark = await db.meta.get('derived');
      if (mark?.key !== 'derived' || !mark.wantsAccounts) return;
      const { contacts, accounts } = upgradeContacts(await db.contacts.toArray(), await db.addresses.toArray());
      await db.contacts.bulkPut([...contacts]);
      await db.accounts.bulkPut([...accounts]);
      await db.meta.put({ ...mark, wantsAccounts: undefined });
    }),
  );
}

/** Absent fields stay; `null` clears. A new name is that of its contacts too, unless they have one of their own. */
export function editAccount(
  db: HoldfastDatabase,
  request: RequestOf<'editAccount'>,
  context: ServiceContext,
): Promise<ActReply> {
  return act(db, context, 'editAccount', request.id, async (change) => {
    const before = await db.accounts.get(request.accountId);
    if (!before || before.deletedAt !== undefined) throw new Refusal('errorNotFound');
    const name = request.name === undefined ? before.name : request.name.trim();
    if (!name) throw new Refusal('errorBadRequest');
    const { cadenceDays, tier, facts, tracksEveryone } = request;
    await change.patchAccount(before.id, {
      name,
      ...(cadenceDays !== undefined && { cadenceDays: cadenceDays ?? undefined }),
      ...(tier !== undefined && { tier: tier ?? undefined }),
      ...(facts !== undefined && { facts: facts?.trim() || undefined }),
      ...(tracksEveryone !== undefined && { tracksEveryone: tracksEveryone || undefined }),
    });
    if (name !== before.name) await renameIn(change, before.id, before.name, name);
    return { said: { key: 'doneEdited', values: [name] }, contactIds: [] };
  });
}

async function renameIn(change: Change, accountId: string, from: string, to: string): Promise<void> {
  for (const contact of await change.db.contacts.where('accountId').equals(accountId).toArray()) {
    if (contact.company === from) await change.patchContact(contact.id, { company: to });
  }
}
