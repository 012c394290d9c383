import { beforeEach, describe, expect, it } from 'vitest';
import { inEffect } from '@/lib/core/cadence';
import { newId } from '@/lib/messaging/new-id';
import type { ActReply, RequestOf } from '@/lib/messaging/protocol';
import type { ServiceName } from '@/lib/services/services';
import { aBench, aMail, aReport, type Bench, day, hour, tuesday } from '@/tests/support/background';
import type { ServiceContext } from './context';
import { refreshDerived } from './derived';
import { services } from './services';

let bench: Bench;
let ann: string;

/** One act, as the popup sends it. */
function doAct<N extends ServiceName>(name: N, request: Omit<RequestOf<N>, 'id'>, id = newId()) {
  const context: ServiceContext = bench.ours();
  return services[name](bench.db, { ...request, id } as RequestOf<N>, context) as Promise<ActReply>;
}
const undo = (actId: string, id = newId()) => doAct('undo', { actId }, id);
const contact = (id = ann) => bench.db.contacts.get(id);

beforeEach(async () => {
  bench = await aBench();
  await doAct('giveConsent', { ownAddresses: ['sam@ours.example'] });
  const people: RequestOf<'track'>['people'] = [{ mailbox: 'Ann Lee <ann@acme.example>', as: 'customer' }];
  ann = (await doAct('track', { people })).contactIds[0] ?? '';
});

describe('undo', () => {
  const acts: [string, () => Promise<[ActReply, string]>][] = [
    ['a log', () => timed('logInteraction', { contactId: ann, kind: 'call', outcome: 'reached' })],
    ['an attempt', () => timed('logInteraction', { contactId: ann, kind: 'mail', outcome: 'tried' })],
    ['a note', () => timed('addNote', { contactId: ann, note: 'x' })],
    ['snooze', () => timed('snooze', { contactId: ann, untilOn: '2026-09-01' })],
    ['"No reply needed"', async () => timed('noReplyNeeded', { contactId: ann, interactionId: await mailId() })],
    [
      'a mail that does not count',
      async () => timed('discountInteraction', { contactId: ann, interactionId: await mailId() }),
    ],
    ['an incident', () => timed('markIncident', { contactId: ann })],
    ['untrack', () => timed('untrack', { contactId: ann })],
    ['a wrong person', () => timed('wrongPerson', { contactId: ann, address: 'ann@acme.example' })],
    ['never badge', () => timed('neverBadge', { address: 'ann@acme.example' })],
    ['the last touch', () => timed('setLastInTouch', { contactId: ann, when: 'this-month' })],
    [
      'an edit',
      () => timed('editContact', { contactId: ann, name: 'Anna', company: null, stage: 'lead', cadenceDays: 7 }),
    ],
    [
      'a further address',
      () => timed('track', { people: [{ mailbox: 'a@acme.example', as: 'address-of', ofContactId: ann }] }),
    ],
    ['tracking', () => timed('track', { people: [{ mailbox: 'bob@acme.example', as: 'lead' }] })],
    ['hidden badges', () => timed('hideBadges', { untilAt: tuesday + hour })],
    ['settings', () => timed('changeSettings', { cadenceDays: 14, weekend: [0], keepSubjects: false })],
  ];

  async function timed<N extends ServiceName>(name: N, request: Omit<RequestOf<N>, 'id'>): Promise<[ActReply, string]> {
    const id = newId();
    return [await doAct(name, request, id), id];
  }

  /** What a person sees: rows without stamps and tombstones, interactions as far as they stand. */
  async function visible() {
    await refreshDerived(bench.db, bench.ours());
    const plain = (row: object) => ({ ...row, updatedAt: 0, updatedBy: '' });
    const alive = (row: { deletedAt?: number }) => row.deletedAt === undefined;
    return structuredClone({
      contacts: (await bench.db.contacts.filter(alive).toArray())
        .map(plain)
        .map((row) => JSON.parse(JSON.stringify(row))),
      addresses: (await bench.db.addresses.filter(alive).toArray())
        .map(plain)
        .map((row) => JSON.parse(JSON.stringify(row))),
      entries: inEffect(await bench.db.interactions.toArray())
        .map(({ kind, weight, doubt, occurredAt, note, aboutId }) =>
          JSON.stringify([kind, weight, doubt, occurredAt, note, aboutId]),
        )
        .sort(),
      settings: JSON.parse(JSON.stringify(plain((await bench.db.meta.get('settings')) ?? {}))),
    });
  }

  it.each(acts)('takes back %s, and undo of the undo does it again', async (_, perform) => {
    await reportMail();
    const before = await visible();
    bench.now += 1_000;
    const [, id] = await perform();
    const after = await visible();
    expect(after).not.toEqual(before);
    const undoing = newId();
    await undo(id, undoing);
    expect(await visible()).toEqual(before);
    await undo(undoing);
    expect(await visible()).toEqual(after);
  });

  const mailId = async () => (await bench.db.interactions.toCollection().first())?.id ?? '';
  const reportMail = () =>
    services.reportSightings(bench.db, aReport('thread', [aMail(tuesday - 3 * day)]), bench.page());

  it('leaves what somebody changed meanwhile', async () => {
    const id = newId();
    await doAct('editContact', { contactId: ann, name: 'Anna', cadenceDays: 7 }, id);
    await doAct('editContact', { contactId: ann, name: 'Anna Lee' });
    await undo(id);
    expect(await contact()).toMatchObject({ name: 'Anna Lee' });
    expect((await contact())?.cadenceDays).toBeUndefined();
  });

  it('happens once', async () => {
    const id = newId();
    await doAct('snooze', { contactId: ann, untilOn: '2026-09-01' }, id);
    const undoing = newId();
    await undo(id, undoing);
    await undo(id, undoing);
    await expect(undo(id)).rejects.toThrow('errorNotFound');
    await expect(undo(newId())).rejects.toThrow('errorNotFound');
  });
});
