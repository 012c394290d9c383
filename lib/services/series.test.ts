import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/lib/messaging/new-id';
import type { RequestOf } from '@/lib/messaging/protocol';
import { day } from '@/tests/support/background';
import { aRecoveryBench, type RecoveryBench } from '@/tests/support/recovery-bench';
import { services } from './services';

let bench: RecoveryBench;
let ann: string;
beforeEach(async () => {
  bench = await aRecoveryBench();
  ({ ann } = bench);
});

type Name = 'planSeries' | 'setReferrer' | 'settleFollowUp' | 'moveFollowUp' | 'logInteraction';
/** The id of the act and what was said. */
async function ask<N extends Name>(name: N, request: Omit<RequestOf<N>, 'id'>) {
  const id = newId();
  const serve = services[name] as (db: unknown, request: unknown, context: unknown) => Promise<{ text: string }>;
  return { id, text: (await serve(bench.db, { id, ...request }, bench.ours())).text };
}
async function open(contactId = ann) {
  const rows = await bench.db.followUps.where('contactId').equals(contactId).sortBy('dueOn');
  return rows.filter(({ doneAt, deletedAt }) => doneAt === undefined && deletedAt === undefined);
}
const said = async (contactId = ann) => (await open(contactId)).map(({ reason, dueOn }) => `${reason} ${dueOn}`);
const renewal = (on: string | null, contactId = ann) => ask('planSeries', { contactId, kind: 'renewal', on });
const answer = (outcome: RequestOf<'planSeries'>['outcome'], on: string | null = null) =>
  ask('planSeries', { contactId: ann, kind: 'renewal', on, outcome });
const go = (on: string) => {
  bench.now = Date.parse(`${on}T09:00:00Z`);
};
const prompts = ['renewal-90 2026-12-01', 'renewal-60 2026-12-31', 'renewal-30 2027-02-01'];

describe('a renewal', () => {
  it('is asked 90, 60 and 30 days ahead, of whoever it was noted with, and the account keeps its day', async () => {
    expect((await renewal('2027-03-01')).text).toBe('Planned. Next for Ann: 1 Dec.');
    expect(await said()).toEqual(prompts);
    expect((await bench.db.accounts.get('acme.example'))?.renewsOn).toBe('2027-03-01');
    expect((await bench.contact()).clock.plan).toMatchObject({ on: '2026-12-01', reason: 'renewal-90' });
  });

  it('is moved with its day, taken over by a colleague, and taken away', async () => {
    await renewal('2027-03-01');
    await renewal('2027-03-15');
    expect((await said())[0]).toBe('renewal-90 2026-12-15');
    const bo = await bench.track('Bo Ek <bo@acme.example>');
    await renewal('2027-03-01', bo);
    expect([await said(), await said(bo)]).toEqual([[], prompts]);
    const { id } = await renewal(null);
    expect([await said(bo), (await bench.db.accounts.get('acme.example'))?.renewsOn]).toEqual([[], undefined]);
    await bench.undo(id);
    expect([await said(bo), (await bench.db.accounts.get('acme.example'))?.renewsOn]).toEqual([prompts, '2027-03-01']);
  });

  it('of somebody without a company stands with the contact', async () => {
    const lee = await bench.track('Lee <lee@gmail.com>');
    await renewal('2027-03-01', lee);
    expect((await bench.contact(lee)).renewsOn).toBe('2027-03-01');
    expect(await said(lee)).toEqual(prompts);
  });

  it.each(['2026-08-03', '2027-02-29', '02-28', ''])('on %j is refused', async (on) => {
    await expect(renewal(on)).rejects.toMatchObject({ key: 'errorBadRequest' });
  });

  it('extended: thanked today, asked again before the next; taken back as one', async () => {
    await renewal('2026-09-01');
    const before = await said();
    const { id, text } = await answer('extended', '2027-03-01');
    expect(text).toBe('Extended. Thank Ann: today.');
    expect(await said()).toEqual(['extension-thanks 2026-08-04', ...prompts]);
    expect((await bench.db.accounts.get('acme.example'))?.renewsOn).toBe('2027-03-01');
    await bench.undo(id);
    expect([await said(), (await bench.db.accounts.get('acme.example'))?.renewsOn]).toEqual([before, '2026-09-01']);
    await bench.contact();
  });

  it('extended on the phone: the call that led to it is no thank-you, the mail after it is', async () => {
    await ask('logInteraction', { contactId: ann, kind: 'call', outcome: 'reached' });
    bench.now += 60_000;
    await renewal('2026-09-01');
    await answer('extended');
    expect((await bench.contact()).clock.plan).toMatchObject({ reason: 'extension-thanks', on: '2026-08-04' });
    bench.now += 60_000;
    await ask('logInteraction', { contactId: ann, kind: 'mail', outcome: 'reached' });
    expect((await bench.contact()).clock.plan).toBeUndefined();
  });

  it('extended on a Saturday without a next day: thanked on Monday, and that is all', async () => {
    await renewal('2026-09-01');
    go('2026-08-08');
    await answer('extended');
    expect(await said()).toEqual(['extension-thanks 2026-08-10']);
    expect((await bench.db.accounts.get('acme.example'))?.renewsOn).toBeUndefined();
  });

  it.each(['at-risk', 'past'] as const)('not extended: %s, and nothing more is asked', async (outcome) => {
    await renewal('2027-03-01');
    const { id } = await answer(outcome);
    expect([await said(), (await bench.db.accounts.get('acme.example'))?.renewsOn]).toEqual([[], undefined]);
    expect((await bench.contact()).stage).toBe(outcome);
    await bench.undo(id);
    expect([await said(), (await bench.contact()).stage]).toEqual([prompts, 'customer']);
  });

  it('answered late, an earlier prompt takes along the ones that have passed since', async () => {
    await renewal('2027-03-01');
    const [first] = await open();
    go('2027-01-04');
    await ask('settleFollowUp', { followUpId: first?.id ?? '', happened: false });
    expect(await said()).toEqual(['renewal-30 2027-02-01']);
  });

  it('goes to whoever follows, with the reviews, and comes back with the leaver', async () => {
    await renewal('2027-03-01');
    await ask('planSeries', { contactId: ann, kind: 'review', on: '2026-09-01' });
    await ask('planSeries', { contactId: ann, kind: 'birthday', on: '12-24' });
    const left = newId();
    const successor = { name: 'Bo Ek', address: 'bo@acme.example' };
    const { contactIds } = await services.leaveCompany(bench.db, { id: left, contactId: ann, successor }, bench.ours());
    const bo = contactIds[1] ?? '';
    expect(await said(bo)).toEqual(['introduction 2026-08-05', 'review 2026-09-01', ...prompts]);
    expect(await said()).toEqual(['birthday 2026-12-24']);
    expect((await bench.contact(bo)).reviewFromOn).toBe('2026-09-01');
    await bench.undo(left);
    expect(await said()).toEqual(['review 2026-09-01', prompts[0], 'birthday 2026-12-24', ...prompts.slice(1)]);
    expect((await bench.contact()).clock.plan?.reason).toBe('review');
  });
});

it('what a colleague took over goes back to whoever left, and both lists know', async () => {
  const bo = await bench.track('Bo Ek <bo@acme.example>');
  await renewal('2027-03-01');
  const left = newId();
  const successor = { name: 'Bo Ek', address: 'bo@acme.example' };
  await services.leaveCompany(bench.db, { id: left, contactId: ann, successor }, bench.ours());
  await bench.contact(bo);
  await bench.undo(left);
  expect((await bench.contact(bo)).clock.plan).toBeUndefined();
  expect((await bench.contact()).clock.plan?.reason).toBe('renewal-90');
});

describe('what comes back', () => {
  const review = () => ask('planSeries', { contactId: ann, kind: 'review', on: '2026-08-31' });
  it('is planned once, and again when it is settled, whether it happened or not', async () => {
    await review();
    expect(await said()).toEqual(['review 2026-08-31']);
    go('2026-08-31');
    const [first] = await open();
    const { id } = await ask('settleFollowUp', { followUpId: first?.id ?? '', happened: true, note: 'Two visits' });
    expect(await said()).toEqual(['review 2026-11-30']);
    expect(await bench.db.interactions.get(id)).toMatchObject({ kind: 'meeting', note: 'Two visits' });
    await bench.undo(id);
    expect(await said()).toEqual(['review 2026-08-31']);
    await ask('settleFollowUp', { followUpId: first?.id ?? '', happened: false });
    expect(await said()).toEqual(['review 2026-11-30']);
    await bench.contact();
  });

  it('is planned again when another touch on its day overtakes it, and not a second time', async () => {
    await review();
    go('2026-09-01');
    const { id } = await ask('logInteraction', { contactId: ann, kind: 'call', outcome: 'reached' });
    expect((await bench.contact()).clock.plan).toMatchObject({ on: '2026-11-30', forOn: '2026-11-30' });
    await ask('logInteraction', { contactId: ann, kind: 'call', outcome: 'reached' });
    expect(await said()).toEqual(['review 2026-08-31', 'review 2026-11-30']);
    await bench.undo(id);
    expect(await said()).toEqual(['review 2026-08-31']);
  });

  it('does not heap up: two that were missed are one, today', async () => {
    await review();
    const [first] = await open();
    go('2027-01-04');
    await ask('settleFollowUp', { followUpId: first?.id ?? '', happened: false });
    expect(await said()).toEqual(['review 2027-01-04']);
  });

  it('is moved by the user, and the next keeps its day', async () => {
    await review();
    const [first] = await open();
    const followUpId = first?.id ?? '';
    expect((await ask('moveFollowUp', { followUpId, dueOn: '2026-09-03' })).text).toBe(
      'Planned for 3 Sept with Ann Lee.',
    );
    await expect(ask('moveFollowUp', { followUpId, dueOn: '2026-08-03' })).rejects.toMatchObject({
      key: 'errorBadRequest',
    });
    await ask('settleFollowUp', { followUpId, happened: false });
    expect(await said()).toEqual(['review 2026-11-30']);
    await expect(ask('moveFollowUp', { followUpId, dueOn: '2026-09-04' })).rejects.toMatchObject({
      key: 'errorNotFound',
    });
  });

  it('keeps a birthday every year, in the last of February where there is no 29th', async () => {
    await ask('planSeries', { contactId: ann, kind: 'birthday', on: '02-29' });
    expect(await open()).toMatchObject([{ dueOn: '2027-03-01', forOn: '2027-02-28', channel: 'mail' }]);
    await expect(ask('planSeries', { contactId: ann, kind: 'birthday', on: '02-30' })).rejects.toThrow();
    const [first] = await open();
    go('2027-03-01');
    await ask('settleFollowUp', { followUpId: first?.id ?? '', happened: true });
    expect(await open()).toMatchObject([{ dueOn: '2028-02-29', forOn: '2028-02-29' }]);
    await ask('planSeries', { contactId: ann, kind: 'birthday', on: null });
    expect([await open(), (await bench.contact()).birthday]).toEqual([[], undefined]);
  });

  it('ends with the series: what is settled after it makes none', async () => {
    await review();
    await ask('planSeries', { contactId: ann, kind: 'review', on: null });
    bench.now += 60 * day;
    await ask('logInteraction', { contactId: ann, kind: 'call', outcome: 'reached' });
    expect(await open()).toEqual([]);
  });
});

describe('a referral', () => {
  it('thanks who recommended and has the recommended one written to, the same day; taken back as one', async () => {
    const bo = await bench.track('Bo Ek <bo@norrsken.example>');
    const { id, text } = await ask('setReferrer', { contactId: ann, referrerId: bo });
    expect(text).toBe('For today: thank Bo, and write to Ann Lee.');
    expect([await said(bo), await said()]).toEqual([['referral-thanks 2026-08-04'], ['referral-lead 2026-08-04']]);
    expect((await bench.contact(bo)).clock.plan).toMatchObject({ about: 'Ann Lee' });
    expect((await bench.contact()).clock.plan).toMatchObject({ about: 'Bo Ek' });
    await bench.undo(id);
    expect([await said(bo), await said(), (await bench.contact()).referredById]).toEqual([[], [], undefined]);
  });

  it('of somebody else after all: the other one is thanked', async () => {
    const [bo, cy] = [await bench.track('Bo <bo@norrsken.example>'), await bench.track('Cy <cy@norrsken.example>')];
    await ask('setReferrer', { contactId: ann, referrerId: bo });
    await ask('setReferrer', { contactId: ann, referrerId: cy });
    expect([await said(bo), await said(cy), (await said()).length]).toEqual([[], ['referral-thanks 2026-08-04'], 1]);
    await ask('setReferrer', { contactId: ann, referrerId: null });
    expect([await said(cy), await said()]).toEqual([[], []]);
    await expect(ask('setReferrer', { contactId: ann, referrerId: ann })).rejects.toMatchObject({
      key: 'errorBadRequest',
    });
  });
});

it('a recovery of the account silences the prompts until it is closed', async () => {
  const bo = await bench.track('Bo Ek <bo@acme.example>');
  await ask('planSeries', { contactId: bo, kind: 'birthday', on: '08-05' });
  const recoveryId = await bench.open();
  expect((await bench.contact(bo)).clock.plan).toBeUndefined();
  await bench.record(recoveryId, { kind: 'closed', outcome: 'withdrawn' });
  expect((await bench.contact(bo)).clock.plan?.reason).toBe('birthday');
});
