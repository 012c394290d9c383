import { beforeEach, describe, expect, it } from 'vitest';
import { rulesOf, settingsOf } from '@/lib/db/settings';
import { newId } from '@/lib/messaging/new-id';
import type { ActReply, RequestOf } from '@/lib/messaging/protocol';
import { aBench, aMail, aReport, type Bench, day, tuesday } from '@/tests/support/background';
import { rederive } from './derived';
import { type ServiceName, services } from './services';

/** "Another address of Ann" where that address is tracked already: the same person twice. */

let bench: Bench;
let ann: string;
let double: string;

function doAct<N extends ServiceName>(name: N, request: Omit<RequestOf<N>, 'id'>, id = newId(), as = bench.ours()) {
  return services[name](bench.db, { ...request, id } as RequestOf<N>, as) as Promise<ActReply>;
}
const track = async (mailbox: string) =>
  (await doAct('track', { people: [{ mailbox, as: 'customer' }] })).contactIds[0] ?? '';
const contact = (id = ann) => bench.db.contacts.get(id);
const join = (id = newId(), as = bench.ours()) =>
  doAct('track', { people: [{ mailbox: 'ann@home.example', as: 'address-of', ofContactId: ann }] }, id, as);
const mailFrom = (address: string, daysAgo: number) =>
  aMail(tuesday - daysAgo * day, {
    mailbox: address,
    from: address,
    threadId: address,
    messageId: `${address} ${daysAgo}`,
  });
const see = (...mails: ReturnType<typeof aMail>[]) =>
  services.reportSightings(bench.db, aReport('thread', mails), bench.page());
const livingNames = async () =>
  (await bench.db.contacts.toArray()).filter((one) => one.mergedIntoId === undefined).map((one) => one.name);

beforeEach(async () => {
  bench = await aBench();
  await doAct('giveConsent', { ownAddresses: ['sam@ours.example'] });
  ann = await track('Ann Lee <ann@acme.example>');
  double = await track('Ann at home <ann@home.example>');
  await doAct('editContact', { contactId: ann, tags: ['vip'], facts: 'Tea' });
  await doAct('editContact', { contactId: double, tags: ['vip', 'berlin'], facts: 'Two children', tier: 'a' });
  await see(mailFrom('ann@acme.example', 40), mailFrom('ann@home.example', 3));
});

describe('two contacts of one person', () => {
  it('become one with the addresses, the history, the plans and the facts of both', async () => {
    await doAct('planFollowUp', { contactId: double, dueOn: '2026-08-20', channel: 'call' });
    expect((await contact())?.clock.lastInAt).toBe(tuesday - 40 * day);
    const reply = await join();
    expect(reply).toMatchObject({ text: 'Ann at home and Ann Lee are one contact now.', contactIds: [ann] });
    expect(await livingNames()).toEqual(['Ann Lee']);
    const row = await contact();
    expect(row).toMatchObject({ tags: ['vip', 'berlin'], facts: 'Tea\nTwo children', tier: 'a', company: 'Acme' });
    expect(row?.clock).toMatchObject({ lastInAt: tuesday - 3 * day, plan: { on: '2026-08-20' } });
    expect(await bench.db.addresses.where('contactId').equals(ann).count()).toBe(2);
    expect((await contact(double))?.attentionAt).toBeUndefined();
    expect((await services.getCard(bench.db, { contactId: double }, bench.ours()))?.contactId).toBe(ann);
  });

  it('are two again after one undo, each with what was theirs', async () => {
    const before = await Promise.all([contact(), contact(double)]);
    const id = newId();
    await join(id);
    await doAct('undo', { actId: id });
    const after = await Promise.all([contact(), contact(double)]);
    for (const [place, row] of after.entries()) {
      expect(row).toEqual({ ...before[place], updatedAt: expect.any(Number), mergedIntoId: undefined });
    }
    expect(await bench.db.addresses.get('ann@home.example')).toMatchObject({ contactId: double });
    await join();
    expect((await contact())?.clock.lastInAt).toBe(tuesday - 3 * day);
  });

  it('count each mail once when its page is seen again, and keep the user’s word on it', async () => {
    const [seen] = await bench.db.interactions.where({ contactId: double }).toArray();
    await doAct('discountInteraction', { contactId: double, interactionId: seen?.id ?? '' });
    await see(mailFrom('ann@home.example', 9));
    await join();
    const count = await bench.db.interactions.count();
    await see(mailFrom('ann@home.example', 9), mailFrom('ann@home.example', 3));
    expect(await bench.db.interactions.count()).toBe(count);
    expect((await contact())?.clock.lastInAt).toBe(tuesday - 9 * day);
  });

  it('keep "No reply needed" with the mail it was said of', async () => {
    for (const contactId of [ann, double]) {
      const interactionId = (await contact(contactId))?.clock.owed?.interactionId ?? '';
      await doAct('noReplyNeeded', { contactId, interactionId });
    }
    await join();
    expect((await contact())?.clock.owed).toBeUndefined();
    const rules = rulesOf(await settingsOf(bench.db, 'en-GB'), 'Europe/Berlin');
    for (const row of await bench.db.contacts.toArray()) expect(await rederive(bench.db, row, rules)).toEqual(row);
  });

  it('are never made one by a page', async () => {
    const reply = await join(newId(), bench.page());
    expect(reply).toMatchObject({ text: 'Ann at home is tracked already.', contactIds: [double] });
    expect(await livingNames()).toEqual(['Ann Lee', 'Ann at home']);
    expect(await bench.db.addresses.get('ann@home.example')).toMatchObject({ contactId: double });
  });
});

it('the contact’s own address is no further one', async () => {
  const people = [{ mailbox: 'ann@acme.example', as: 'address-of' as const, ofContactId: ann }];
  await doAct('track', { people });
  expect(await livingNames()).toEqual(['Ann Lee', 'Ann at home']);
  expect(await bench.db.addresses.where('contactId').equals(ann).count()).toBe(1);
});

it('an address that was to have no badge has one again when it is named anew', async () => {
  await doAct('neverBadge', { address: 'ann@acme.example' });
  expect(await bench.db.addresses.get('ann@acme.example')).toMatchObject({ neverBadge: true });
  await doAct('track', { people: [{ mailbox: 'ann@acme.example', as: 'address-of', ofContactId: ann }] });
  expect((await bench.db.addresses.get('ann@acme.example'))?.neverBadge).toBeUndefined();
});
