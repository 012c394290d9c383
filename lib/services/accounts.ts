import { companyName, domainOf, isFreeMail } from '@/lib/core/address';
import type { Address } from '@/lib/core/model';
import type { Change } from './change';

/** The account to which the address belongs, made if there is none yet. `undefined`: free mail belongs to nobody. */
export async function accountFor(change: Change, address: Address): Promise<string | undefined> {
  const domain = domainOf(address);
  if (isFreeMail(domain)) return undefined;
  const known = await change.db.accounts.where('domains').equals(domain).first();
  if (known && known.deletedAt === undefined) return known.id;
  const { id } = await change.patchAccount(domain, { name: companyName(domain), deletedAt: undefined });
  return id;
}
