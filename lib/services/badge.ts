import type { Reader } from '@/lib/core/day-words';
import { badgePhrase } from '@/lib/core/explain';
import type { Contact, ContactStatus } from '@/lib/core/model';
import type { Standing } from '@/lib/core/standing';
import type { BadgeView } from '@/lib/messaging/protocol';
import type { ServiceContext } from './context';

/** Only these are worth a pill among fifty rows; the others show in open mail and on the card. */
const inLists: ReadonlySet<ContactStatus> = new Set(['reply-owed', 'overdue', 'fading']);

/** What a page may show beside an address of this contact. */
export function badgeOf(contact: Contact, standing: Standing, reader: Reader, context: ServiceContext): BadgeView {
  const label = context.text(badgePhrase(standing, reader));
  return {
    contactId: contact.id,
    status: standing.status,
    label,
    description: context.text({ key: 'badgeOpens', values: [contact.name, label] }),
    inLists: inLists.has(standing.status) || standing.reason === 'recovery',
    rank: standing.rank,
  };
}

/** The badge beside a name without an address, which one contact alone bears: it says that it may be somebody else. */
export function probably(badge: BadgeView, { name }: Contact, context: ServiceContext): BadgeView {
  const label = context.text({ key: 'badgeProbably', values: [badge.label] });
  const description = context.text({ key: 'badgeProbablyOpens', values: [name, badge.label] });
  return { ...badge, label, description, isProbable: true };
}
