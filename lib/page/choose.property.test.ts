import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tracked } from '@/tests/support/fake-page';
import { chooseMarks, type ItemReplies } from './choose';

const contact = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const reply = fc.oneof(
  fc
    .tuple(contact, fc.nat(9), fc.option(fc.nat(5), { nil: undefined }))
    // A contact's status is the same in every row.
    .map(([id, , seenAt]) => tracked(id, id.charCodeAt(0), id !== 'e', seenAt)),
  contact.map((name) => ({ state: 'untracked' as const, address: `${name}@x.example`, name })),
  fc.constant({ state: 'none' as const }),
  fc.constant(undefined),
);
const role = fc.constantFrom('from' as const, 'to' as const, 'cc' as const);
const view = fc.constantFrom('list' as const, 'thread' as const);
const items: fc.Arbitrary<ItemReplies[]> = fc.array(
  fc.record({ view, people: fc.array(fc.record({ role, reply }), { maxLength: 5 }) }),
  { maxLength: 12 },
);

const inList = (all: readonly ItemReplies[]) => chooseMarks(all).filter(({ item }) => all[item]?.view === 'list');

describe('which row shows what', () => {
  it('shows each contact that wants attention exactly once among the rows, and nobody else', () => {
    fc.assert(
      fc.property(items, (all) => {
        const shown = inList(all).flatMap(({ badge, others }) => [badge?.contactId, ...others]);
        const wanted = new Set(
          all
            .filter((item) => item.view === 'list')
            .flatMap(({ people }) => people.flatMap((one) => (one.reply?.state === 'tracked' ? [one.reply.badge] : [])))
            .filter((badge) => badge.inLists)
            .map((badge) => badge.contactId),
        );
        expect([...shown].sort()).toEqual([...wanted].sort());
      }),
    );
  });

  it('has one pill per row, the worst of it, and no offer to track in lists', () => {
    fc.assert(
      fc.property(items, (all) => {
        const marks = inList(all);
        expect(new Set(marks.map(({ item }) => item)).size).toBe(marks.length);
        for (const { badge, others, track } of marks) {
          expect(track).toBeUndefined();
          for (const other of others) expect(other.charCodeAt(0)).toBeLessThanOrEqual(badge?.rank ?? 0);
        }
      }),
    );
  });

  it('stands on the contact’s newest row', () => {
    fc.assert(
      fc.property(items, (all) => {
        const times = (contactId: string | undefined, rows: readonly (ItemReplies | undefined)[]) =>
          rows
            .flatMap((row) => (row?.view === 'list' ? row.people : []))
            .flatMap((one) => (one.reply?.state === 'tracked' ? [one.reply.badge] : []))
            .filter((badge) => badge.contactId === contactId)
            .map((badge) => badge.seenAt ?? -1);
        for (const { badge, item } of inList(all)) {
          const newest = Math.max(...times(badge?.contactId, all));
          expect(times(badge?.contactId, [all[item]])).toContain(newest);
        }
      }),
    );
  });

  it('in open mail offers to track senders only, each once', () => {
    fc.assert(
      fc.property(items, (all) => {
        const offers = chooseMarks(all).filter(({ track }) => track);
        for (const { item, person } of offers) expect(all[item]?.people[person]?.role).toBe('from');
        expect(new Set(offers.map(({ track }) => track?.address)).size).toBe(offers.length);
      }),
    );
  });
});
