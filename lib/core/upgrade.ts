import type { Account } from '@/lib/core/account';
import { companyName, domainOf, isFreeMail } from '@/lib/core/address';
import { inEffect } from '@/lib/core/in-effect';
import type { AddressRow, Contact, Interaction } from '@/lib/core/model';
import { type Recovery, recoveryDefaults } from '@/lib/core/recovery';
import { ruleDefaults } from '@/lib/core/settings';
import { counts, doubtAnsweredAtOnce, withoutUndelivered } from '@/lib/core/timeline';
import { couldFollow, newestFirst } from '@/lib/core/timeline-order';

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

/**
 * From version 2 to 3: something went wrong, and no word of the user's own has followed, so the contact has a recovery.
 * It has the id of the entry that said so: two devices make the same row. `undefined`: nothing is open.
 */
export function upgradeIncident(
  { id: contactId, accountId }: Pick<Contact, 'id' | 'accountId'>,
  interactions: readonly Interaction[],
  timeZone: string,
): Recovery | undefined {
  const live = withoutUndelivered(doubtAnsweredAtOnce(inEffect(interactions)).sort(newestFirst));
  const incident = live.find((one) => one.kind === 'incident');
  if (!incident) return undefined;
  const ends = (one: Interaction) => counts(one) && one.direction !== 'in' && one.kind !== 'baseline';
  if (live.some((one) => ends(one) && couldFollow(one, incident, timeZone))) return undefined;
  return {
    id: incident.id,
    contactId,
    ...(accountId === undefined ? {} : { accountId }),
    happened: '',
    ...recoveryDefaults,
    openedAt: incident.occurredAt,
    updatedAt: incident.recordedAt,
    updatedBy: incident.recordedBy,
  };
}
