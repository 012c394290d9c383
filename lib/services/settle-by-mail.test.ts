import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/lib/messaging/new-id';
import { aBench, aMail, hour, minute } from '@/tests/support/background';
import { aRecoveryBench, type RecoveryBench, sent } from '@/tests/support/recovery-bench';
import { services } from './services';

let bench: RecoveryBench;
beforeEach(async () => {
  bench = await aRecoveryBench();
});

describe('a mail of ours', () => {
  it('after the opening settles the first step by itself; it can be taken back, and stays so', async () => {
    const id = await bench.open();
    bench.now += hour;
    const mail = sent(bench.now - 10 * minute);
    await bench.see(mail);
    const [event] = await bench.db.recoveryEvents.toArray();
    const [row] = await bench.db.interactions.toArray();
    expect(event).toMatchObject({ kind: 'apologised', aboutId: row?.id, occurredAt: row?.occurredAt });
    expect(await bench.steps(id)).toMatch(/^done open/);
    const takeBack = { id: newId(), recoveryId: id, eventId: event?.id ?? '' };
    await services.takeBackRecovery(bench.db, takeBack, bench.ours());
    expect(await bench.steps(id)).toMatch(/^due/);
    await bench.see(mail);
    await bench.see({ ...mail, folder: 'inbox', subject: 'Sorry' });
    expect(await bench.steps(id)).toMatch(/^due/);
    await bench.undo(takeBack.id);
    expect(await bench.steps(id)).toMatch(/^done open/);
  });

  it('in the same breath as it is proven sent, and not once it is unsent', async () => {
    const id = await bench.open();
    bench.now += hour;
    const recipients = [{ mailbox: 'ann@acme.example', role: 'to', folder: 'other', rule: 'test' } as const];
    const account = { addresses: ['sam@ours.example'], index: 'u/0' };
    await services.holdSend(bench.db, { id: newId(), site: 'gmail', account, recipients }, bench.page());
    expect(await bench.steps(id)).toMatch(/^due/);
    const held = (await bench.db.pendingSends.toArray())[0]?.id;
    await services.settleSend(bench.db, { id: held, outcome: 'sent' }, bench.page());
    expect(await bench.steps(id)).toMatch(/^done open/);
    await services.settleSend(bench.db, { id: held, outcome: 'undone' }, bench.page());
    expect(await bench.steps(id)).toMatch(/^due/);
  });

  it.each<[string, (now: number) => ReturnType<typeof aMail>]>([
    ['from before the opening', (now) => sent(now - 2 * hour)],
    ['of theirs', (now) => aMail(now - minute)],
    ['to many people', (now) => sent(now - minute, { recipientCount: 12 })],
    ['seen only as a row', (now) => sent(now - minute, { certainty: 'row-only' })],
  ])('%s settles nothing', async (_what, mail) => {
    const id = await bench.open();
    bench.now += hour;
    await bench.see(mail(bench.now));
    expect(await bench.steps(id)).toMatch(/^due/);
    expect(await bench.db.recoveryEvents.count()).toBe(0);
  });

  it('before work has begun is the holding note, and the apology stays for the morning', async () => {
    bench.now += 9 * hour;
    const id = await bench.open();
    bench.now += 30 * minute;
    await bench.see(sent(bench.now - minute));
    expect(await bench.db.recoveryEvents.toArray()).toMatchObject([{ kind: 'holding-note' }]);
    expect(await bench.steps(id)).toMatch(/^open/);
  });

  it('that does not count after all settles nothing any more, until that is undone', async () => {
    const id = await bench.open();
    bench.now += hour;
    await bench.see(sent(bench.now - minute));
    const [mail] = await bench.db.interactions.toArray();
    const request = { id: newId(), contactId: bench.ann, interactionId: mail?.id ?? '' };
    await services.discountInteraction(bench.db, request, bench.page());
    expect(await bench.steps(id)).toMatch(/^due/);
    await bench.undo(request.id);
    expect(await bench.steps(id)).toMatch(/^done open/);
  });
});

describe('where contacts go, their recoveries go', () => {
  it('into one when two contacts are merged, with what their mails proved; undo parts them again', async () => {
    const double = await bench.track('ann@sundvik.example');
    const id = await bench.open();
    bench.now += hour;
    await bench.see(sent(bench.now - minute));
    const people = [{ mailbox: 'ann@acme.example', as: 'address-of', ofContactId: double } as const];
    const actId = newId();
    await services.track(bench.db, { id: actId, people }, bench.ours());
    expect(await bench.db.recoveries.get(id)).toMatchObject({ contactId: double, accountId: 'sundvik.example' });
    expect((await bench.contact(double)).clock.recovery?.recoveryId).toBe(id);
    expect(await bench.steps(id)).toMatch(/^done open/);
    const copy = await bench.db.interactions.filter((one) => one.contactId === double && one.kind === 'mail').first();
    const discount = { id: newId(), contactId: double, interactionId: copy?.id ?? '' };
    await services.discountInteraction(bench.db, discount, bench.ours());
    expect(await bench.steps(id)).toMatch(/^due/);
    await bench.undo(discount.id);
    await bench.undo(actId);
    expect(await bench.db.recoveries.get(id)).toMatchObject({ contactId: bench.ann, accountId: 'acme.example' });
    expect(await bench.steps(id)).toMatch(/^done open/);
    expect((await bench.contact()).clock.recovery?.recoveryId).toBe(id);
    expect((await bench.contact(double)).clock.recovery).toBeUndefined();
  });

  it('to the account of a further address', async () => {
    const eve = await bench.track('eve@gmail.com');
    const id = await bench.open(eve);
    expect((await bench.db.recoveries.get(id))?.accountId).toBeUndefined();
    const people = [{ mailbox: 'eve@sundvik.example', as: 'address-of', ofContactId: eve } as const];
    await services.track(bench.db, { id: newId(), people }, bench.ours());
    expect(await bench.db.recoveries.get(id)).toMatchObject({ contactId: eve, accountId: 'sundvik.example' });
  });

  it('to whoever follows somebody who left, while they are open', async () => {
    const closed = await bench.open();
    await bench.record(closed, { kind: 'closed', outcome: 'withdrawn' });
    const id = await bench.open();
    const leave = { id: newId(), contactId: bench.ann, successor: { name: 'Bo', address: 'bo@acme.example' } };
    const [, bo = ''] = (await services.leaveCompany(bench.db, leave, bench.ours())).contactIds;
    expect((await bench.db.recoveries.get(id))?.contactId).toBe(bo);
    expect((await bench.db.recoveries.get(closed))?.contactId).toBe(bench.ann);
    expect((await bench.contact(bo)).clock.recovery?.recoveryId).toBe(id);
    await bench.undo(leave.id);
    expect((await bench.contact()).clock.recovery?.recoveryId).toBe(id);
  });
});

it('a saved copy holds recoveries and their events, and brings them back on another device', async () => {
  const id = await bench.open();
  await bench.record(id, { kind: 'apologised' });
  const { text } = await services.saveCopy(bench.db, { id: newId() }, bench.ours());
  const [recoveries, events] = [await bench.db.recoveries.toArray(), await bench.db.recoveryEvents.toArray()];
  const other = await aBench(bench.now, 'device-2');
  const report = await services.bringBackCopy(other.db, { id: newId(), text, dryRun: false }, other.ours());
  expect(report.ok).toBe(true);
  expect(await other.db.recoveries.toArray()).toEqual(recoveries);
  expect(await other.db.recoveryEvents.toArray()).toEqual(events);
});
