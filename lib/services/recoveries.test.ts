import { beforeEach, describe, expect, it } from 'vitest';
import { civilDate } from '@/lib/core/calendar';
import { newId } from '@/lib/messaging/new-id';
import { day, hour } from '@/tests/support/background';
import { aRecoveryBench, type Deed, type RecoveryBench } from '@/tests/support/recovery-bench';
import { services } from './services';
import { tallyOf } from './tally';

let bench: RecoveryBench;
beforeEach(async () => {
  bench = await aRecoveryBench();
});

const toOk: readonly Deed[] = [
  { kind: 'apologised' },
  { kind: 'asked', text: 'A new one' },
  { kind: 'planned', text: 'Send it' },
  { kind: 'fixed' },
  { kind: 'no-extra' },
  { kind: 'checked', isOk: true },
];

describe('openRecovery', () => {
  it('opens a case, once, which undo takes away and redo brings back', async () => {
    const request = {
      id: newId(),
      contactId: bench.ann,
      reason: 'lack-of-care',
      severity: 3,
      isMoney: true,
      what: ' Late ',
    } as const;
    const reply = await services.openRecovery(bench.db, request, bench.page());
    expect(reply).toMatchObject({ text: 'Opened a recovery with Ann Lee.', contactIds: [bench.ann] });
    expect(await services.openRecovery(bench.db, request, bench.page())).toEqual(reply);
    expect(await bench.db.recoveries.toArray()).toMatchObject([
      {
        id: request.id,
        contactId: bench.ann,
        accountId: 'acme.example',
        reason: 'lack-of-care',
        severity: 3,
        happened: 'Late',
      },
    ]);
    expect((await bench.contact()).clock.recovery?.recoveryId).toBe(request.id);
    expect(reply.card).toMatchObject({
      badge: { label: 'Recovery: apology today' },
      recovery: { id: request.id, label: 'Go on with the recovery' },
    });
    const undone = newId();
    await services.undo(bench.db, { id: undone, actId: request.id }, bench.page());
    expect((await bench.contact()).clock.recovery).toBeUndefined();
    expect((await bench.contact()).urgentAt).toBeUndefined();
    await bench.undo(undone);
    expect((await bench.contact()).clock.recovery?.recoveryId).toBe(request.id);
  });

  it('asks for attention at once at work, and after hours not before work begins', async () => {
    await bench.open();
    expect((await bench.contact()).urgentAt).toBe(bench.now);
    expect(await tallyOf(bench.db, bench.ours())).toMatchObject({ count: 1, worst: 'due' });
    const bob = await bench.track('bob@sundvik.example');
    bench.now += 10 * hour;
    await bench.open(bob);
    expect(civilDate((await bench.contact(bob)).urgentAt ?? 0, 'Europe/Berlin')).toBe('2026-08-05');
  });

  it('opens no second case while one is open, and says so', async () => {
    await bench.open();
    const again = await services.openRecovery(bench.db, { id: newId(), contactId: bench.ann }, bench.page());
    expect(again.text).toBe('A recovery with Ann Lee is open already.');
    expect(await bench.db.recoveries.count()).toBe(1);
  });

  it('silences the prompts about everybody at the account, and nobody else', async () => {
    const bea = await bench.track('bea@acme.example');
    const bob = await bench.track('bob@sundvik.example');
    const id = await bench.open();
    expect((await bench.contact(bea)).clock).toMatchObject({ isSilenced: true });
    expect((await bench.contact(bea)).clock.recovery).toBeUndefined();
    expect((await bench.contact(bob)).clock.isSilenced).toBeUndefined();
    await bench.record(id, { kind: 'closed', outcome: 'withdrawn' });
    expect((await bench.contact(bea)).clock.isSilenced).toBeUndefined();
    await bench.open();
    await services.untrack(bench.db, { id: newId(), contactId: bench.ann }, bench.ours());
    expect((await bench.contact(bea)).clock.isSilenced).toBeUndefined();
  });
});

describe('editRecovery', () => {
  it('changes what is said, and undo brings it back', async () => {
    const recoveryId = await bench.open();
    const id = newId();
    const edit = { id, recoveryId, reason: 'mistreated', manager: ' Kim ', what: 'Rude on the phone' } as const;
    await services.editRecovery(bench.db, edit, bench.ours());
    expect(await bench.db.recoveries.get(recoveryId)).toMatchObject({
      reason: 'mistreated',
      manager: 'Kim',
      severity: 2,
    });
    await services.editRecovery(bench.db, { id: newId(), recoveryId, manager: null }, bench.ours());
    expect((await bench.contact()).clock.recovery?.stages[0]?.act).toBe('name-manager');
    await bench.undo(id);
    expect(await bench.db.recoveries.get(recoveryId)).toMatchObject({ reason: 'other', happened: '' });
  });

  it('knows no deleted case', async () => {
    const recoveryId = await bench.open();
    await bench.undo(recoveryId);
    const edit = services.editRecovery(bench.db, { id: newId(), recoveryId, severity: 1 }, bench.ours());
    await expect(edit).rejects.toThrow('errorNotFound');
  });
});

describe('recordRecovery', () => {
  it('goes on step by step; undo takes an event back by a new one', async () => {
    const id = await bench.open();
    expect(await bench.steps(id)).toBe('due locked locked locked locked locked');
    const { id: actId, text } = await bench.record(id, { kind: 'apologised' }, { note: ' By phone ' });
    expect(text).toBe('Noted in the recovery with Ann Lee.');
    expect(await bench.db.recoveryEvents.toArray()).toMatchObject([{ kind: 'apologised', note: 'By phone' }]);
    expect(await bench.steps(id)).toMatch(/^done open/);
    expect((await bench.contact()).urgentAt).toBeGreaterThan(bench.now);
    await bench.undo(actId);
    expect(await bench.steps(id)).toMatch(/^due locked/);
    expect(await bench.db.recoveryEvents.count()).toBe(2);
    expect((await bench.contact()).urgentAt).toBeLessThan(bench.now);
  });

  it.each<[string, Deed, string]>([
    ['repeat business before the OK', { kind: 'repeat-asked' }, 'errorRecoveryStep'],
    ['"kept" before the OK', { kind: 'closed', outcome: 'kept' }, 'errorRecoveryStep'],
    ['an OK before the fix', { kind: 'checked', isOk: true }, 'errorRecoveryStep'],
    ['a status note without a promise', { kind: 'status-told' }, 'errorRecoveryStep'],
    ['a promise for yesterday', { kind: 'fix-promised', owner: 'Sam', dueOn: '2026-08-03' }, 'errorBadRequest'],
    ['a promise for no day', { kind: 'fix-promised', owner: 'Sam', dueOn: '2026-02-30' }, 'errorBadRequest'],
    ['a note without words', { kind: 'note' }, 'errorBadRequest'],
    [
      'to try again today',
      { kind: 'closed', outcome: 'lost', reason: 'other', tryAgainOn: '2026-08-04' },
      'errorBadRequest',
    ],
  ])('refuses %s, and writes nothing', async (_what, deed, error) => {
    const id = await bench.open();
    await expect(bench.record(id, deed)).rejects.toThrow(error);
    expect(await bench.db.recoveryEvents.count()).toBe(0);
    expect((await bench.contact()).stage).toBe('customer');
  });

  it('refuses what lies ahead, and what would come before its turn', async () => {
    const id = await bench.open();
    await expect(bench.record(id, { kind: 'fixed' }, { occurredAt: bench.now + hour })).rejects.toThrow(
      'errorRecoveryStep',
    );
    for (const deed of toOk.slice(0, 5)) await bench.record(id, deed);
    const early = { occurredAt: bench.now - hour };
    await expect(bench.record(id, { kind: 'checked', isOk: true }, early)).rejects.toThrow('errorRecoveryStep');
    await bench.record(id, { kind: 'checked', isOk: true });
    expect(await bench.steps(id)).toMatch(/^done done done skipped done open$/);
  });

  it('keeps a promise in the case alone: no follow-up says the same a second time', async () => {
    const id = await bench.open();
    const { text } = await bench.record(id, { kind: 'fix-promised', owner: 'Sam', dueOn: '2026-08-07' });
    expect(text).toBe('Noted: fix promised for Friday.');
    expect(await bench.db.followUps.count()).toBe(0);
  });

  it('who is lost is lost in the list too, until the day to try again; undo takes all of it back', async () => {
    const id = await bench.open();
    const lost = { kind: 'closed', outcome: 'lost', reason: 'lack-of-care', tryAgainOn: '2027-02-01' } as const;
    const { id: actId, text } = await bench.record(id, lost);
    expect(text).toBe('Closed the recovery: Ann Lee is lost.');
    expect(await bench.contact()).toMatchObject({
      stage: 'lost',
      clock: { plan: { on: '2027-02-01', reason: 'try-again' } },
    });
    expect(civilDate((await bench.contact()).attentionAt ?? 0, 'Europe/Berlin')).toBe('2027-02-01');
    expect((await bench.contact()).urgentAt).toBeUndefined();
    await bench.undo(actId);
    expect(await bench.contact()).toMatchObject({ stage: 'customer', clock: { recovery: { recoveryId: id } } });
    expect((await bench.contact()).clock.plan).toBeUndefined();
  });

  it('who was lost and is kept after all is won back', async () => {
    await bench.record(await bench.open(), { kind: 'closed', outcome: 'lost', reason: 'other' });
    bench.now += day;
    const second = await bench.open();
    expect((await bench.contact()).urgentAt).toBe(bench.now);
    for (const deed of toOk) await bench.record(second, deed);
    await bench.record(second, { kind: 'closed', outcome: 'kept' });
    expect((await bench.contact()).stage).toBe('won-back');
    const stages = await bench.db.interactions.filter(({ kind }) => kind === 'stage').toArray();
    expect(stages.map(({ stage }) => stage)).toEqual(['lost', 'won-back']);
  });

  it('a customer who was never lost stays a customer', async () => {
    const id = await bench.open();
    for (const deed of toOk) await bench.record(id, deed);
    await bench.record(id, { kind: 'closed', outcome: 'kept' });
    expect(await bench.contact()).toMatchObject({ stage: 'customer', clock: {} });
    expect((await bench.contact()).clock.recovery).toBeUndefined();
  });
});
