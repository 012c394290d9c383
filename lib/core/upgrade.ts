import type { Account } from '@/lib/core/account';
import { companyName, domainOf, isFreeMail } from '@/lib/core/address';
import type { AddressRow, Contact } from '@/lib/core/model';
import { ruleDefaults } from '@/lib/core/settings';

/** Rows of the second version, made of those of the first. */
export interface Upgraded {
  readonly contacts: readonly Contact[];
  readonly accounts: readonly Account[];
}

/** A contact of version 1 without the derived values that version 1 wrote otherwise; they are made anew. */
export function upgradeContact(contact: Contact): Contact {
  const { owed: _, ...clock } = contact.clock;
  return { ...contact, clock };
}

/** From version 1 to 2: contacts belong to the account of their first address. */
export function upgradeContacts(contacts: readonly Contact[], addresses: readonly AddressRow[]): Upgraded {
  const accounts = new Map<string, Account>();
  const domains = domainsOf(addresses);
  const upgraded = contacts.map((contact) => {
    const domain = domains.get(contact.id);
    if (domain === undefined) return upgradeContact(contact);
    const { updatedAt, updatedBy, company = companyName(domain) } = contact;
    const known = accounts.get(domain);
    // The first contact names the account, and the latest change dates it, whatever the order of the rows.
    if (!known || known.updatedAt < updatedAt) {
      const name = known?.name ?? company;
      accounts.set(domain, { id: domain, name, domains: [domain], updatedAt, updatedBy });
    }
    return { ...upgradeContact(contact), accountId: domain };
  });
  return { contacts: upgraded, accounts: [...accounts.values()] };
}

/** By contact, the domain of the first address that is no free mail. */
function domainsOf(addresses: readonly AddressRow[]): ReadonlyMap<string, string> {
  const domains = new Map<string, string>();
  for (const { address, contactId, role } of addresses) {
    const domain = domainOf(address);
    if (role === 'own' && !isFreeMail(domain) && !domains.has(contactId)) domains.set(contactId, domain);
  }
  return domains;
}

/** Settings of version 1 with the choices that version 2 added, at their defaults. */
export function upgradeSettings(row: object): object {
  return { ...ruleDefaults, holidays: [], ...row };
}
