import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '@/lib/core/calendar';
import { inEffect } from '@/lib/core/in-effect';
import { rulesOf, settingsOf } from '@/lib/db/settings';
import { newId } from '@/lib/messaging/new-id';
import { aBench, aMail, aReport, type Bench, day, hour, tuesday } from '@/tests/support/background';
import { rebuildDerived, refreshDerived } from './derived';
import { services } from './services';

/** One step of a random life: everything that can move a clock. */
type Step = { readonly what: string; readonly who: number; readonly n: number; readonly back: number };

const people = ['ann', 'bob', 'cy'];
const account = { addresses: ['sam@ours.example'], index: 'u/0' };
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(
    'call',
    'tried',
    'note',
    'in',
    'out',
    'row',
    'snooze',
    'went-wrong',
    'step',
    'promise',
    'answer',
    'settle',
    'plan',
    'untrack',
    'track',
    'undo',
    'redo',
    'move',
    'discount',
    'noReply',
    'cadence',
    'baseline',
    'wrong',
    'again',
    'weekend',
  ),
  who: fc.nat(2),
  n: fc.nat(60),
  back: fc.nat(1_000),
});

async function live(bench: Bench, ids: readonly string[], acts: string[], { what, who, n, back }: Step): Promise<void> {
  const { db } = bench;
  const contactId = ids[who] ?? '';
  const address = `${people[who]}@acme.example`;
  const id = newId();
  const at = bench.now - (n + 1) * hour * 7;
  const newest = (
    await db.interactions
      .where('contactId')
      .equals(contactId)
      .toArray()
      .catch(() => [])
  ).at(-1);
  const entries = (await db.interactions.toArray()).filter((one) => one.contactId === contactId);
  const some = entries[back % Math.max(1, entries.length)]?.id ?? newest?.id ?? 'none';
  const theirs = { mailbox: address, from: address, messageId: `m${back % 40}` };
  const page = bench.page();
  const ours = bench.ours();
  const on = addDays('2026-08-04', -n);
  const steps: Record<string, () => Promise<unknown>> = {
    call: () => services.logInteraction(db, { id, contactId, kind: 'call', outcome: 'reached', occurredOn: on }, page),
    tried: () => services.logInteraction(db, { id, contactId, kind: 'call', outcome: 'tried' }, page),
    note: () => services.addNote(db, { id, contactId, note: 'x' }, page),
    in: () => services.reportSightings(db, aReport('thread', [aMail(at, theirs)]), page),
    out: () =>
      services.reportSightings(
        db,
        aReport('thread', [aMail(at, { ...theirs, role: 'to', from: 'sam@ours.example', recipients: [address] })]),
        page,
      ),
    row: () =>
      services.reportSightings(db, aReport('list', [aMail(at, { ...theirs, row: 'newest', from: undefined })]), page),
    snooze: () => services.snooze(db, { id, contactId, untilOn: addDays('2026-08-05', n) }, page),
    'went-wrong': () => services.openRecovery(db, { id, contactId }, page),
    step: async () => {
      const recovery = (await db.recoveries.toArray()).at(n % 3);
      const kinds = ['apologised', 'asked-how', 'fixed', 'no-extra', 'note'] as const;
      const kind = kinds[back % kinds.length] ?? 'note';
      const request = { id, recoveryId: recovery?.id ?? id, deed: { kind }, note: 'So it went' };
      await services.recordRecovery(db, request, ours);
    },
    promise: async () => {
      const text = `I'll send you ${['the quote', 'our offer'][n % 2]} by ${['Friday', 'tomorrow'][back % 2]}.`;
      const recipients = [{ mailbox: address, role: 'to', folder: 'other', rule: 'test' } as const];
      await services.holdSend(db, { id, site: 'gmail', account, recipients, text }, page);
      await services.settleSend(db, { id, outcome: 'sent' }, page);
      if (n % 5 === 0) await services.settleSend(db, { id, outcome: 'undone' }, page);
    },
    answer: async () => {
      const promise = (await db.promises.toArray()).at(n % 5);
      await services.answerPromise(db, { id, promiseId: promise?.id ?? id, keeps: n % 4 > 0 }, page);
    },
    settle: async () => {
      const promise = (await db.promises.toArray()).at(n % 5);
      const outcome = n % 2 ? 'kept' : 'broken';
      await services.settlePromise(db, { id, promiseId: promise?.id ?? id, outcome }, ours);
    },
    plan: async () => {
      const plan = (await db.followUps.toArray()).at(n % 5);
      await services.settleFollowUp(db, { id, followUpId: plan?.id ?? id, happened: n % 2 === 0 }, ours);
    },
    untrack: () => services.untrack(db, { id, contactId }, page),
    track: () => services.track(db, { id, people: [{ mailbox: address, as: 'lead' }] }, page),
    undo: () => services.undo(db, { id, actId: acts.at(-1) ?? id }, page),
    redo: () => services.undo(db, { id, actId: acts[back % Math.max(1, acts.length)] ?? id }, page),
    move: () => services.moveInteraction(db, { id, interactionId: some, occurredOn: on }, page),
    discount: () => services.discountInteraction(db, { id, contactId, interactionId: some }, page),
    noReply: () => services.noReplyNeeded(db, { id, contactId, interactionId: some }, page),
    cadence: () => services.editContact(db, { id, contactId, cadenceDays: n + 1 }, ours),
    baseline: () => services.setLastInTouch(db, { id, contactId, when: on }, page),
    wrong: () => services.wrongPerson(db, { id, contactId, address }, page),
    again: () =>
      services.logInteraction(db, { id: acts.at(-1) ?? id, contactId, kind: 'mail', outcome: 'reached' }, page),
    weekend: () => services.changeSettings(db, { id, weekend: [n % 7] }, ours),
  };
  // What may not be done just now is refused and changes nothing.
  await steps[what]?.().then(
    () => acts.push(id),
    (error: Error) => expect(['errorNotFound', 'errorBadRequest', 'errorRecoveryStep']).toContain(error.message),
  );
  bench.now += back * 60_000;
}

it('derived fields kept act by act equal those made anew, whatever happens', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const bench = await aBench(tuesday);
      await services.giveConsent(bench.db, { id: newId(), ownAddresses: ['sam@ours.example'] }, bench.ours());
      const tracked = people.map((name) => ({ mailbox: `${name}@acme.example`, as: 'customer' as const }));
      const ids = (await services.track(bench.db, { id: newId(), people: tracked }, bench.page())).contactIds;
      const acts: string[] = [];
      for (const one of steps) await live(bench, ids, acts, one);
      await refreshDerived(bench.db, bench.ours());
      const kept = await bench.db.contacts.toArray();
      await rebuildDerived(bench.db, rulesOf(await settingsOf(bench.db, 'en-GB'), 'Europe/Berlin'));
      expect(await bench.db.contacts.toArray()).toEqual(kept);
      for (const contact of kept) {
        const stands = inEffect((await bench.db.interactions.toArray()).filter((one) => one.contactId === contact.id));
        const { lastContactId } = contact.clock;
        if (lastContactId) expect(stands.map((one) => one.id)).toContain(lastContactId);
        if (contact.deletedAt !== undefined) expect(contact.attentionAt).toBeUndefined();
      }
      bench.db.close();
    }),
    { numRuns: 30 },
  );
});

it('recomputes everything when the time zone changes, and goes on where a killed worker stopped', async () => {
  const bench = await aBench(tuesday - 3 * day);
  const people = Array.from({ length: 230 }, (_, n) => ({ mailbox: `p${n}@acme.example`, as: 'lead' as const }));
  for (const part of [people.slice(0, 120), people.slice(120)]) {
    await services.track(bench.db, { id: newId(), people: part }, bench.page());
  }
  await refreshDerived(bench.db, bench.ours());
  const auckland = { ...bench.ours(), timeZone: 'Pacific/Auckland' };
  const before = await bench.db.contacts.toArray();
  const third = before[9]?.id ?? '';
  await bench.db.meta.put({ key: 'derived', timeZone: 'Pacific/Auckland', nextId: third });
  expect(await refreshDerived(bench.db, auckland)).toBe(true);
  const after = await bench.db.contacts.toArray();
  const moved = after.map((contact, n) => contact.attentionAt !== before[n]?.attentionAt);
  expect(moved.indexOf(true)).toBe(9);
  expect(moved.slice(9)).not.toContain(false);
  expect(await refreshDerived(bench.db, auckland)).toBe(false);
});
