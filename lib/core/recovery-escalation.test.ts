import { describe, expect, it } from 'vitest';
import { anEvent, aRecovery, courseAt, deeds, nextOf } from '@/tests/support/recovery-rows';
import { timeZone } from '@/tests/support/rows';
import type { Recovery, RecoveryEvent } from './recovery';
import { escalationOf } from './recovery-escalation';

const mine = aRecovery('2026-11-16 10:00', { id: '01JR0000000000000000000002' });
const other = (wall: string, changes: Partial<Recovery> = {}, events: readonly RecoveryEvent[] = []) => ({
  recovery: aRecovery(wall, { id: '01JR0000000000000000000001', ...changes }),
  events,
});
const repeats = (...others: readonly ReturnType<typeof other>[]) =>
  escalationOf(mine, others, timeZone).earlierIds.length;

describe('a second failure', () => {
  const theirs = { id: '01JR0000000000000000000001', contactId: '01JBBBBBBBBBBBBBBBBBBBBBBB' };
  const withdrawn = anEvent('2026-11-01 12:00', deeds.withdrawn, { recoveryId: theirs.id });
  const undone = anEvent('2026-11-02 12:00', { kind: 'void', voidsId: withdrawn.id }, { recoveryId: theirs.id });
  it.each([
    ['a week ago', other('2026-11-09 10:00'), 1],
    ['90 days ago', other('2026-08-18 00:30'), 1],
    ['91 days ago', other('2026-08-17 23:30'), 0],
    ['later', other('2026-11-17 10:00'), 0],
    ['at the same instant, by the order of ids', other('2026-11-16 10:00'), 1],
    ['of a colleague at the account', other('2026-11-09 10:00', theirs), 1],
    ['of somebody elsewhere', other('2026-11-09 10:00', { ...theirs, accountId: 'sundvik.example' }), 0],
    ['of somebody without an account', other('2026-11-09 10:00', { ...theirs, accountId: undefined }), 0],
    ['of the same contact, now elsewhere', other('2026-11-09 10:00', { accountId: 'sundvik.example' }), 1],
    ['that was deleted', other('2026-11-09 10:00', { deletedAt: 1 }), 0],
    ['that was withdrawn', other('2026-11-01 10:00', {}, [withdrawn]), 0],
    ['whose withdrawal was undone', other('2026-11-01 10:00', {}, [withdrawn, undone]), 1],
    ['that is the case itself', { recovery: mine, events: [] }, 0],
  ])('%s', (_name, one, expected) => {
    expect(repeats(one)).toBe(expected);
  });

  it('of two without an account, an absent account is no common one', () => {
    const alone = { ...mine, accountId: undefined };
    const one = other('2026-11-09 10:00', { ...theirs, accountId: undefined });
    expect(escalationOf(alone, [one], timeZone).earlierIds).toEqual([]);
  });

  it('takes no stock apology, names the manager, and lists what came before, newest first', () => {
    const a = other('2026-10-01 10:00', { id: '01JR000000000000000000000A' });
    const b = other('2026-11-01 10:00', { id: '01JR000000000000000000000B' });
    const wanted = {
      earlierIds: [b.recovery.id, a.recovery.id],
      allowsStockApology: false,
      ledBy: 'owner',
      lacksManager: true,
    };
    expect(escalationOf(mine, [a, b], timeZone)).toEqual(wanted);
    expect(escalationOf(mine, [b, a], timeZone)).toEqual(wanted);
    const named = { ...mine, manager: 'Ruth Amsel' };
    expect(escalationOf(named, [a, b], timeZone)).toEqual({ ...wanted, manager: 'Ruth Amsel', lacksManager: false });
  });
});

describe('mistreated by us', () => {
  const mistreated = { ...mine, reason: 'mistreated' } as const;

  it('gives the case to the manager, who may still apologise in the usual words', () => {
    expect(escalationOf(mistreated, [], timeZone)).toEqual({
      earlierIds: [],
      allowsStockApology: true,
      ledBy: 'manager',
      lacksManager: true,
    });
    const named = escalationOf({ ...mistreated, manager: 'Ruth Amsel' }, [], timeZone);
    expect(named).toMatchObject({ ledBy: 'manager', manager: 'Ruth Amsel', lacksManager: false });
  });

  it('asks for the manager before the apology', () => {
    const now = '2026-11-16 11:00';
    const lacking = courseAt(now, mistreated, [], { escalation: escalationOf(mistreated, [], timeZone) });
    expect(nextOf(lacking)).toBe('1 name-manager due 2026-11-16');
    const named = { ...mistreated, manager: 'Ruth Amsel' };
    const course = courseAt(now, named, [], { escalation: escalationOf(named, [], timeZone) });
    expect(nextOf(course)).toBe('1 apologise due 2026-11-16');
  });
});

it('the usual case has neither', () => {
  const usual = escalationOf({ ...mine, manager: 'Ruth Amsel' }, [], timeZone);
  expect(usual).toEqual({ earlierIds: [], allowsStockApology: true, ledBy: 'owner', lacksManager: false });
});
