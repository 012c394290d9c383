import type { ContactRole } from '@/lib/core/model';
import type { BadgeView, SightingReply } from '@/lib/messaging/protocol';

/** One item of the page with what the background said of its people. */
export interface ItemReplies {
  readonly view: 'list' | 'thread' | 'record';
  readonly people: readonly { readonly role: ContactRole; readonly reply: SightingReply | undefined }[];
}

/** What to draw: a badge, or the offer to track, beside one person of one item. */
export interface Mark {
  readonly item: number;
  readonly person: number;
  readonly badge?: BadgeView;
  /** Lists: further contacts this badge stands for. */
  readonly others: readonly string[];
  readonly track?: { readonly address: string; readonly name: string };
}

/**
 * Decides which badges a page shows, items in document order: in lists one pill per row and each contact on its newest
 * row only; elsewhere every tracked person once per item, and one offer to track per untracked sender or record.
 */
export function chooseMarks(items: readonly ItemReplies[]): readonly Mark[] {
  const newest = newestRows(items);
  const lastItem = lastShown(items);
  return items.flatMap((entry, item) =>
    entry.view === 'list' ? rowMark(entry, item, newest) : mailMarks(entry, item, lastItem),
  );
}

/**
 * The row of each contact that wants a pill: the newest message, then the first in the document. Records of one name are
 * several people: of them none is known by the name.
 */
function newestRows(items: readonly ItemReplies[]): ReadonlyMap<string, number> {
  const best = new Map<string, { item: number; at: number }>();
  const namesakes = new Set<string>();
  items.forEach(({ view, people }, item) => {
    if (view !== 'list') return;
    for (const { role, reply } of people) {
      if (reply?.state !== 'tracked' || !reply.badge.inLists) continue;
      const at = reply.badge.seenAt ?? Number.NEGATIVE_INFINITY;
      const known = best.get(reply.badge.contactId);
      if (known && role === 'record' && reply.badge.isProbable) namesakes.add(reply.badge.contactId);
      if (!known || at > known.at) best.set(reply.badge.contactId, { item, at });
    }
  });
  for (const contactId of namesakes) best.delete(contactId);
  return new Map([...best].map(([contactId, { item }]) => [contactId, item]));
}

function rowMark(entry: ItemReplies, item: number, newest: ReadonlyMap<string, number>): Mark[] {
  const wanted = new Map<string, { person: number; badge: BadgeView }>();
  entry.people.forEach(({ reply }, person) => {
    if (reply?.state !== 'tracked' || !reply.badge.inLists) return;
    const { badge } = reply;
    if (newest.get(badge.contactId) === item && !wanted.has(badge.contactId)) {
      wanted.set(badge.contactId, { person, badge });
    }
  });
  const [worst, ...rest] = [...wanted.values()].sort((a, b) => b.badge.rank - a.badge.rank);
  return worst ? [{ item, ...worst, others: rest.map(({ badge }) => badge.contactId) }] : [];
}

/** A page of records that shows more strangers than this is a list to look through: no offers beside all of them. */
const mostOffers = 3;

/** The last item of each untracked sender or record: a long conversation offers to track that person once. */
function lastShown(items: readonly ItemReplies[]): ReadonlyMap<string, number> {
  const senders = new Map<string, number>();
  const records = new Map<string, number>();
  items.forEach(({ view, people }, item) => {
    if (view === 'list') return;
    for (const { role, reply } of people) {
      if (reply?.state !== 'untracked') continue;
      if (role === 'from') senders.set(reply.address, item);
      if (role === 'record') records.set(reply.address, item);
    }
  });
  return records.size > mostOffers ? senders : new Map([...records, ...senders]);
}

function mailMarks(entry: ItemReplies, item: number, lastItem: ReadonlyMap<string, number>): Mark[] {
  const shown = new Set<string>();
  return entry.people.flatMap(({ role, reply }, person): Mark[] => {
    if (reply?.state === 'tracked' && !shown.has(reply.badge.contactId)) {
      shown.add(reply.badge.contactId);
      return [{ item, person, badge: reply.badge, others: [] }];
    }
    const isOffered = role === 'from' || role === 'record';
    if (reply?.state === 'untracked' && isOffered && lastItem.get(reply.address) === item) {
      if (shown.has(reply.address)) return [];
      shown.add(reply.address);
      return [{ item, person, others: [], track: { address: reply.address, name: reply.name } }];
    }
    return [];
  });
}
