import { beforeEach, describe, expect, it } from 'vitest';
import { inEffect } from '@/lib/core/in-effect';
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
  const planId = newId();
  const plan = () => doAct('planFollowUp', { contactId: ann, dueOn: '2026-08-20', channel: 'call' }, planId);
  const acts: [string, () => Promise<[ActReply, string]>, (() => Promise<unknown>)?][] = [
    ['a log', () => timed('logInteraction', { contactId: ann, kind: 'call', outcome: 'reached' })],
    ['an attempt', () => timed('logInteraction', { contactId: ann, kind: 'mail', outcome: 'tried' })],
    ['a note', () => timed('addNote', { contactId: ann, note: 'x' })],
    ['snooze', () => timed('snooze', { contactId: ann, untilOn: '2026-09-01' })],
    ['"No reply needed"', async () => timed('noReplyNeeded', { contactId: ann, interactionId: await mailId() })],
    [
      'a mail that does not count',
      async () => timed('discountInteraction', { contactId: ann, interactionId: await mailId() }),
    ],
    ['an incident', () => timed('openRecovery', { contactId: ann })],
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
    [
      'everything about a contact',
      () =>
        timed('editContact', {
          contactId: ann,
          tags: ['vip', 'spring'],
          tier: 'a',
          facts: 'Likes tea',
          cadenceDays: 'none',
          isCadencePinned: true,
          freshFromOn: '2026-08-04',
        }),
    ],
    ['a pause', () => timed('pause', { contactId: ann, untilOn: '2026-09-01', reason: 'Parental leave' })],
    ['resuming', () => timed('resume', { contactId: ann }), () => doAct('pause', { contactId: ann, reason: 'Leave' })],
    ['leaving without a successor', () => timed('leaveCompany', { contactId: ann })],
    [
      'leaving with a successor',
      () => timed('leaveCompany', { contactId: ann, successor: { name: 'Bo', address: 'bo@acme.example' } }),
    ],
    [
      'the name and rules of an account',
      () =>
        timed('editAccount', {
          accountId: 'acme.example',
          name: 'Acme Ltd',
          cadenceDays: 14,
          tier: 'b',
          facts: 'Two plants',
          tracksEveryone: true,
        }),
    ],
    ['a plan', () => timed('planFollowUp', { contactId: ann, dueOn: '2026-08-20', channel: 'call' })],
    ['a plan that happened', () => timed('settleFollowUp', { followUpId: planId, happened: true }), plan],
    ['a plan that is off', () => timed('settleFollowUp', { followUpId: planId, happened: false }), plan],
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
    const plain = (row: object) => JSON.parse(JSON.stringify({ ...row, updatedAt: 0, updatedBy: '' }));
    const alive = (row: { deletedAt?: number }) => row.deletedAt === undefined;
    return structuredClone({
      contacts: (await bench.db.contacts.filter(alive).toArray()).map(plain),
      addresses: (await bench.db.addresses.filter(alive).toArray()).map(plain),
      accounts: (await bench.db.accounts.filter(alive).toArray()).map(plain),
      followUps: (await bench.db.followUps.filter(alive).toArray()).map(plain),
      entries: inEffect(await bench.db.interactions.toArray())
        .map(({ kind, weight, doubt, occurredAt, note, aboutId }) =>
          JSON.stringify([kind, weight, doubt, occurredAt, note, aboutId]),
        )
        .sort(),
      settings: plain((await bench.db.meta.get('settings')) ?? {}),
    });
  }

  it.each(acts)('takes back %s, and undo of the undo does it again', async (_, perform, prepare) => {
    await reportMail();
    await prepare?.();
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

  it('leaves an account to those who came to belong to it since', async () => {
    const track = (mailbox: string, id: string) => doAct('track', { people: [{ mailbox, as: 'customer' }] }, id);
    const first = newId();
    await track('eva@orbit.example', first);
    const { contactIds } = await track('max@orbit.example', newId());
    const other = newId();
    await track('kai@comet.example', other);
    await undo(other);
    expect((await bench.db.accounts.get('comet.example'))?.deletedAt).toBeDefined();
    await undo(first);
    expect(await contact(contactIds[0])).toMatchObject({ accountId: 'orbit.example' });
    expect((await bench.db.accounts.get('orbit.example'))?.deletedAt).toBeUndefined();
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
