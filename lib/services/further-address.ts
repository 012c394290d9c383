import { inEffect } from '@/lib/core/in-effect';
import type { Mailbox } from '@/lib/core/mailbox';
import type { Contact, Interaction, Ulid } from '@/lib/core/model';
import type { Recovery } from '@/lib/core/recovery';
import { accountFor } from './accounts';
import type { Done } from './act';
import { ownCases } from './cases';
import type { Change } from './change';
import { interactionsOf } from './derived';
import { companyOf, lookUp, nameOf } from './people';
import { movePromises } from './promise-rows';

/**
 * A further address of the contact, or one of an assistant. The own address of another contact makes the two one; no page
 * may do that, as it could hide one customer behind another.
 */
export async function addAddress(change: Change, contact: Contact, mailbox: Mailbox, assists: boolean): Promise<Done> {
  const { address } = mailbox;
  const [known] = await lookUp(change.db, [address]);
  const other = known?.contact.id === contact.id ? undefined : known;
  if (other && !change.context.caller.isOurs) {
    return { said: { key: 'doneAlreadyTracked', values: [other.contact.name] }, contactIds: [other.contact.id] };
  }
  if (other?.row.role === 'own' && !assists) return mergeInto(change, other.contact, contact);
  const fields = { role: assists ? 'assistant' : 'own', via: assists ? nameOf(mailbox) : undefined } as const;
  await change.putAddress(address, { ...fields, contactId: contact.id, neverBadge: undefined, deletedAt: undefined });
  if (!assists) await joinAccount(change, contact, mailbox);
  return { said: { key: 'doneAddressAdded', values: [address, contact.name] }, contactIds: [contact.id] };
}

/** Whoever had only free mail, or no address at all, belongs to the account of a further one. */
async function joinAccount(change: Change, contact: Contact, { address }: Mailbox): Promise<void> {
  if (contact.accountId !== undefined) return;
  const accountId = await accountFor(change, address);
  if (accountId === undefined) return;
  await change.patchContact(contact.id, { accountId, company: contact.company ?? companyOf(address) });
}

/**
 * Two contacts are one person: addresses, plans and history of the one go to the other, whose own words stay where both
 * have some. Entries are never changed, so the other gets copies, which undo takes back with all the rest.
 */
export async function mergeInto(change: Change, from: Contact, into: Contact): Promise<Done> {
  const { db } = change;
  for (const { address, deletedAt } of await db.addresses.where('contactId').equals(from.id).toArray()) {
    if (deletedAt === undefined) await change.putAddress(address, { contactId: into.id });
  }
  for (const { id, deletedAt } of await db.followUps.where('contactId').equals(from.id).toArray()) {
    if (deletedAt === undefined) await change.patchFollowUp(id, { contactId: into.id });
  }
  const copies = await copyHistory(change, await interactionsOf(db, from.id), into.id);
  const { accountId } = await change.patchContact(into.id, joined(from, into));
  await moveCases(change, from, { contactId: into.id, accountId }, copies);
  await movePromises(change, from.id, into.id, copies);
  await change.patchContact(from.id, { mergedIntoId: into.id });
  return { said: { key: 'doneMerged', values: [from.name, into.name] }, contactIds: [into.id] };
}

/** All of it, what was taken back and what took it back too: a page may show the same mail again. */
async function copyHistory(
  change: Change,
  all: readonly Interaction[],
  contactId: Ulid,
): Promise<ReadonlyMap<string, Ulid>> {
  const ids = new Map(all.map(({ id }) => [id, change.context.newId()]));
  const copyOf = (id: string) => ids.get(id) ?? id;
  for (const { recordedAt: _, recordedBy: __, aboutId, voidsId, ...one } of all) {
    await change.append({
      ...one,
      id: copyOf(one.id),
      contactId,
      ...(aboutId === undefined ? {} : { aboutId: copyOf(aboutId) }),
      ...(voidsId === undefined ? {} : { voidsId: copyOf(voidsId) }),
    });
  }
  return ids;
}

/** Recoveries go along; an event that a mail proved is told again, of the copy of that mail. */
async function moveCases(
  change: Change,
  from: Contact,
  to: Pick<Recovery, 'contactId' | 'accountId'>,
  copies: ReadonlyMap<string, Ulid>,
): Promise<void> {
  for (const { recovery, events } of await ownCases(change.db, from.id)) {
    await change.patchRecovery(recovery.id, to);
    for (const { recordedAt: _, recordedBy: __, ...event } of inEffect(events)) {
      const aboutId = copies.get(event.aboutId ?? '');
      if (aboutId === undefined) continue;
      await change.takeBackEvent(event.id);
      await change.appendEvent({ ...event, id: change.context.newId(), aboutId });
    }
  }
}

type Joined = Pick<Contact, 'company' | 'accountId' | 'tier' | 'cadenceDays' | 'tags' | 'facts'>;

function joined(from: Contact, into: Contact): Joined {
  const tags = [...new Set([...(into.tags ?? []), ...(from.tags ?? [])])];
  const facts = [into.facts, from.facts].filter((text) => text !== undefined);
  return {
    company: into.company ?? from.company,
    accountId: into.accountId ?? from.accountId,
    tier: into.tier ?? from.tier,
    cadenceDays: into.cadenceDays ?? from.cadenceDays,
    tags: tags.length > 0 ? tags : undefined,
    facts: facts.length > 0 ? facts.join('\n') : undefined,
  };
}
