import { beforeEach, expect, it } from 'vitest';
import { newId } from '@/lib/messaging/new-id';
import { aBench, type Bench } from '@/tests/support/background';
import { bulk } from './bulk';
import { addContact } from './contacts';
import { logInteraction, moveInteraction } from './interactions';
import { undo } from './undo';

let bench: Bench;
let ann: string;
beforeEach(async () => {
  bench = await aBench();
  const reply = await addContact(bench.db, { id: newId(), name: 'Ann Lee', stage: 'customer' }, bench.ours());
  ann = reply.contactIds[0] ?? '';
});

it.each([
  ['letter', 'out', 'Logged a letter today.', 'Logged a letter to Ann Lee.'],
  ['gift', undefined, 'Logged a gift today.', 'Logged a gift for Ann Lee.'],
  ['social', 'out', 'Logged social media today.', 'Logged social media with Ann Lee.'],
] as const)(
  'a %s is logged, moved to another day and taken back, for one and for several',
  async (kind, direction, said, saidOfAll) => {
    const id = newId();
    const reply = await logInteraction(bench.db, { id, contactId: ann, kind, outcome: 'reached' }, bench.ours());
    expect(reply.text).toBe(said);
    const row = await bench.db.interactions.get(id);
    expect(row).toMatchObject({ kind, weight: 'counts', source: 'user' });
    expect(row?.direction).toBe(direction);
    expect((await bench.db.contacts.get(ann))?.clock).toMatchObject({ lastContactKind: kind });

    const moved = { id: newId(), interactionId: id, occurredOn: '2026-08-01' };
    expect((await moveInteraction(bench.db, moved, bench.ours())).text).toBe('Moved to Saturday.');
    await undo(bench.db, { id: newId(), actId: moved.id }, bench.ours());
    await undo(bench.db, { id: newId(), actId: id }, bench.ours());
    expect((await bench.db.contacts.get(ann))?.clock.lastContactAt).toBeUndefined();

    const all = { id: newId(), contactIds: [ann], what: { do: 'log', kind } as const };
    expect((await bulk(bench.db, all, bench.ours())).text).toBe(saidOfAll);
    const logged = await bench.db.interactions
      .where({ contactId: ann })
      .filter((one) => one.weight === 'counts')
      .last();
    expect(logged?.direction).toBe(direction);
  },
);
