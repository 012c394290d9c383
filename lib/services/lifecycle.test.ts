import { beforeEach, describe, expect, it } from 'vitest';
import { standingOf } from '@/lib/core/standing';
import { rulesOf, settingsOf } from '@/lib/db/settings';
import { newId } from '@/lib/messaging/new-id';
import type { ActReply, RequestOf } from '@/lib/messaging/protocol';
import type { ServiceName } from '@/lib/services/services';
import { aBench, type Bench, day } from '@/tests/support/background';
import { readerOf } from './context';
import { services } from './services';

let bench: Bench;
let ann: string;

/** One act, as the contact's page sends it. */
function doAct<N extends ServiceName>(name: N, request: Omit<RequestOf<N>, 'id'>, id = newId()) {
  return services[name](bench.db, { ...request, id } as RequestOf<N>, bench.ours()) as Promise<ActReply>;
}
const contact = (id = ann) => bench.db.contacts.get(id);
const track = async (mailbox: string) =>
  (await doAct('track', { people: [{ mailbox, as: 'customer' }] })).contactIds[0] ?? '';
const leave = (successor?: RequestOf<'leaveCompany'>['successor']) =>
  doAct('leaveCompany', { contactId: ann, successor });

async function status(id = ann) {
  const rules = rulesOf(await settingsOf(bench.db, 'en-GB'), 'Europe/Berlin');
  const row = await contact(id);
  if (!row) throw new Error('no such contact');
  const { status, reason, untilOn } = standingOf(row, readerOf(bench.ours()), rules);
  return [status, reason, untilOn].filter(Boolean).join(' ');
}

beforeEach(async () => {
  bench = await aBench();
  await doAct('giveConsent', { ownAddresses: ['sam@ours.example'] });
  ann = await track('Ann Lee <ann@acme.example>');
});

describe('a pause', () => {
  it('silences until its day, with its reason, and is over by itself', async () => {
    bench.now += 60 * day;
    const reply = await doAct('pause', { contactId: ann, untilOn: '2026-10-12', reason: ' Parental leave ' });
    expect(reply.text).toBe('Ann Lee rests until 12 Oct.');
    expect(await contact()).toMatchObject({ pauseReason: 'Parental leave', pausedUntilOn: '2026-10-12' });
    expect(await status()).toBe('paused pause 2026-10-12');
    bench.now += 10 * day;
    expect(await status()).not.toContain('paused');
  });

  it('without an end lasts until the user resumes', async () => {
    await doAct('pause', { contactId: ann });
    bench.now += 400 * day;
    expect(await status()).toBe('paused pause');
    expect((await contact())?.attentionAt).toBeUndefined();
    expect((await doAct('resume', { contactId: ann })).text).toBe('Ann Lee is back in the rhythm.');
    expect(await status()).toMatch(/^(overdue|fading)/);
    expect((await contact())?.attentionAt).toBeDefined();
  });

  it.each(['2026-08-04', '2026-08-03', '2026-13-40'])('does not end on %s', async (untilOn) => {
    await expect(doAct('pause', { contactId: ann, untilOn })).rejects.toThrow('errorBadRequest');
  });
});

describe('left the company', () => {
  it('keeps the history and asks for nothing more', async () => {
    await doAct('logInteraction', { contactId: ann, kind: 'call', outcome: 'reached' });
    expect((await leave()).text).toBe('Ann Lee has left. The history stays.');
    bench.now += 300 * day;
    expect(await status()).toBe('paused left');
    expect(await contact()).toMatchObject({ leftOn: '2026-08-04', attentionAt: undefined });
    expect(await bench.db.interactions.where({ contactId: ann }).count()).toBe(1);
    await doAct('resume', { contactId: ann });
    expect((await contact())?.leftOn).toBeUndefined();
  });

  it('brings a successor into the account, to be greeted on the next working day', async () => {
    await doAct('editContact', { contactId: ann, tags: ['vip'], tier: 'a', cadenceDays: 14, company: 'Acme Ltd' });
    // Friday
    bench.now += 3 * day;
    const reply = await leave({ name: 'Bo Ek', address: 'bo@acme-group.example' });
    expect(reply.text).toBe('Ann Lee has left. Introduce yourself to Bo Monday.');
    const [, bo = ''] = reply.contactIds;
    const shared = { accountId: 'acme.example', company: 'Acme Ltd', tags: ['vip'], tier: 'a', cadenceDays: 14 };
    expect(await contact(bo)).toMatchObject({ name: 'Bo Ek', stage: 'customer', ...shared });
    expect(await contact()).toMatchObject({ leftOn: '2026-08-07', successorId: bo });
    const [plan] = await bench.db.followUps.toArray();
    expect(plan).toMatchObject({ contactId: bo, dueOn: '2026-08-10', channel: 'mail', reason: 'introduction' });
    expect(await status(bo)).toBe('planned plan 2026-08-10');
    expect(await bench.db.accounts.toCollection().primaryKeys()).toEqual(['acme.example']);
  });

  it('is followed by an introduction on the very next day, where that is one of work', async () => {
    // Tuesday
    const reply = await leave({ name: 'Bo Ek' });
    expect(reply.text).toBe('Ann Lee has left. Introduce yourself to Bo tomorrow.');
    expect((await bench.db.followUps.toArray()).map((plan) => plan.dueOn)).toEqual(['2026-08-05']);
  });

  it('takes whoever is tracked already, by address or by name in the account', async () => {
    const bo = await track('Bo Ek <bo@acme.example>');
    expect((await leave({ name: 'Somebody', address: 'BO@acme.example' })).contactIds).toEqual([ann, bo]);
    expect((await leave({ name: ' bo ek ' })).contactIds).toEqual([ann, bo]);
    expect(await contact(bo)).toMatchObject({ name: 'Bo Ek' });
    expect(await bench.db.contacts.count()).toBe(2);
  });

  it('makes the assistant who takes over a contact of her own', async () => {
    await doAct('track', { people: [{ mailbox: 'Kim <kim@acme.example>', as: 'assistant-of', ofContactId: ann }] });
    const [, kim = ''] = (await leave({ name: 'Kim', address: 'kim@acme.example' })).contactIds;
    expect(kim).not.toBe(ann);
    expect(await bench.db.addresses.get('kim@acme.example')).toMatchObject({ contactId: kim, role: 'own' });
  });

  it.each([
    ['the contact', { name: '', address: 'ann@acme.example' }],
    ['the user', { name: 'Sam', address: 'sam@ours.example' }],
    ['nobody', { name: ' ' }],
    ['no address', { name: 'Bo', address: 'not an address' }],
  ])('is never succeeded by %s, and nothing is written', async (_, successor) => {
    await expect(leave(successor)).rejects.toThrow('errorBadRequest');
    expect((await contact())?.leftOn).toBeUndefined();
    expect(await bench.db.followUps.count()).toBe(0);
  });
});

describe('an edit', () => {
  it('keeps each tag once, pins and unpins, and clears with null', async () => {
    await doAct('editContact', {
      contactId: ann,
      tags: ['vip', ' vip ', '', 'a  b'],
      isCadencePinned: true,
      tier: 'b',
    });
    expect(await contact()).toMatchObject({ tags: ['vip', 'a b'], isCadencePinned: true, tier: 'b' });
    await doAct('editContact', { contactId: ann, tags: [], isCadencePinned: false, tier: null, facts: null });
    const row = await contact();
    expect([row?.tags, row?.isCadencePinned, row?.tier, row?.facts]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('"none" ends the reminders by time, and null inherits again', async () => {
    await doAct('editContact', { contactId: ann, cadenceDays: 'none' });
    expect((await contact())?.clock.dueOn).toBeUndefined();
    await doAct('editContact', { contactId: ann, cadenceDays: null });
    expect((await contact())?.clock).toMatchObject({ cadenceDays: 30, cadenceFrom: 'default' });
  });

  it('"start fresh" forgets earlier gaps, and only from a day that has been', async () => {
    const days = [1, 3, 5, 7, 9, 11, 13, 15].map((n) => `2026-07-${String(n).padStart(2, '0')}`);
    for (const occurredOn of days) {
      await doAct('logInteraction', { contactId: ann, kind: 'call', outcome: 'reached', occurredOn });
    }
    expect((await contact())?.clock.rhythmDays).toBeDefined();
    await expect(doAct('editContact', { contactId: ann, freshFromOn: '2026-08-05' })).rejects.toThrow(
      'errorBadRequest',
    );
    const reply = await doAct('editContact', { contactId: ann, freshFromOn: '2026-08-04' });
    expect(reply.text).toBe('Fresh start with Ann Lee. Earlier gaps no longer count.');
    expect((await contact())?.clock.rhythmDays).toBeUndefined();
  });

  it('gives no tag powers it has not, whatever it is called', async () => {
    await doAct('editContact', { contactId: ann, tags: ['constructor', '__proto__'] });
    expect((await contact())?.clock).toMatchObject({ cadenceDays: 30, cadenceFrom: 'default' });
  });
});

describe('an account', () => {
  it('hands its cadence down, and its new name to those who had the old one', async () => {
    const bo = await track('Bo <bo@acme.example>');
    await doAct('editContact', { contactId: bo, company: 'Acme Bakery', cadenceDays: 9 });
    await doAct('editAccount', { accountId: 'acme.example', name: 'Acme Ltd', cadenceDays: 14, tracksEveryone: true });
    expect(await contact()).toMatchObject({ company: 'Acme Ltd', clock: { cadenceDays: 14, cadenceFrom: 'account' } });
    expect(await contact(bo)).toMatchObject({
      company: 'Acme Bakery',
      clock: { cadenceDays: 9, cadenceFrom: 'contact' },
    });
    expect(await bench.db.accounts.get('acme.example')).toMatchObject({ name: 'Acme Ltd', tracksEveryone: true });
    await doAct('editAccount', { accountId: 'acme.example', cadenceDays: null, tracksEveryone: false });
    expect((await contact())?.clock).toMatchObject({ cadenceDays: 30, cadenceFrom: 'default' });
  });

  it('orders its people by its tier, keeps facts, and clears both with null', async () => {
    await doAct('editAccount', { accountId: 'acme.example', tier: 'a', facts: ' Two plants ' });
    expect(await bench.db.accounts.get('acme.example')).toMatchObject({ tier: 'a', facts: 'Two plants' });
    expect((await contact())?.clock.accountTier).toBe('a');
    await doAct('editAccount', { accountId: 'acme.example', tier: null, facts: null });
    expect((await contact())?.clock.accountTier).toBeUndefined();
    const row = await bench.db.accounts.get('acme.example');
    expect([row?.tier, row?.facts]).toEqual([undefined, undefined]);
  });

  it('takes in who had only free mail, or no address, by the first other address', async () => {
    const cy = await track('Cy Orr <cy@gmail.com>');
    const [di = ''] = (await doAct('addContact', { name: 'Di Vos', company: 'Vos Ltd', stage: 'lead' })).contactIds;
    const give = async (mailbox: string, ofContactId: string, as: 'address-of' | 'assistant-of' = 'address-of') => {
      const id = newId();
      await doAct('track', { people: [{ mailbox, as, ofContactId }] }, id);
      return id;
    };
    await give('cy@outlook.com', cy);
    await give('kim@acme.example', cy, 'assistant-of');
    expect((await contact(cy))?.accountId).toBeUndefined();
    await give('cy@acme.example', cy);
    expect(await contact(cy)).toMatchObject({ accountId: 'acme.example', company: 'Acme' });
    const act = await give('di@vos.example', di);
    expect(await contact(di)).toMatchObject({ accountId: 'vos.example', company: 'Vos Ltd' });
    await give('di@other.example', di);
    expect((await contact(di))?.accountId).toBe('vos.example');
    await doAct('undo', { actId: act });
    expect((await contact(di))?.accountId).toBeUndefined();
  });

  it('is not made by an edit, and keeps a name', async () => {
    await expect(doAct('editAccount', { accountId: 'else.example', name: 'x' })).rejects.toThrow('errorNotFound');
    await expect(doAct('editAccount', { accountId: 'acme.example', name: ' ' })).rejects.toThrow('errorBadRequest');
    expect(await bench.db.accounts.count()).toBe(1);
  });
});

describe('a plan', () => {
  it('is logged on its day with its note when it happened, and only once', async () => {
    const plan = newId();
    await doAct('planFollowUp', { contactId: ann, dueOn: '2026-08-06', channel: 'chat', note: ' Spring order ' }, plan);
    expect(await status()).toBe('planned plan 2026-08-06');
    bench.now += 4 * day;
    expect(await status()).toContain('plan-passed');
    await doAct('settleFollowUp', { followUpId: plan, happened: true });
    await expect(doAct('settleFollowUp', { followUpId: plan, happened: true })).rejects.toThrow('errorNotFound');
    const [log, ...more] = await bench.db.interactions.toArray();
    expect(log).toMatchObject({ kind: 'chat', direction: 'out', note: 'Spring order', precision: 'day' });
    expect(more).toEqual([]);
    expect(await status()).toContain('on-track');
  });
});
