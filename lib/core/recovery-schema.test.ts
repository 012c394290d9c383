import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { anEvent, deeds, promised, story } from '@/tests/support/recovery-rows';
import type { Recovery, RecoveryEvent } from './recovery';
import { leavingReasons } from './recovery';
import { recoveryEventSchema, recoverySchema } from './recovery-schema';

const all = [...Object.values(deeds), promised('2026-11-20'), { kind: 'void', voidsId: 'event-1' } as const];
const event = (changes: object) => ({ ...anEvent('2026-11-16 11:00', deeds.note), ...changes });
const takes = (row: unknown) => recoveryEventSchema.safeParse(row).success;

describe('schema of events', () => {
  it.each(all.map((deed) => [deed.kind, deed] as const))('takes %s as it is', (_kind, deed) => {
    const row = anEvent('2026-11-16 11:00', deed, { note: 'By phone.', aboutId: 'mail-1' });
    const read: RecoveryEvent = recoveryEventSchema.parse(JSON.parse(JSON.stringify(row)));
    expect(read).toEqual(row);
  });

  it.each([
    ['an unknown kind', event({ kind: 'bribed' })],
    ['a foreign field', event({ html: '<b>' })],
    ['a field of another kind', event({ kind: 'fixed', isOk: true })],
    ['a promise without a day', event({ kind: 'fix-promised', owner: 'Jonas Falk' })],
    [
      'a promise for a day that does not exist',
      event({ kind: 'fix-promised', owner: 'Jonas Falk', dueOn: '2026-02-30' }),
    ],
    ['a promise of nobody', event({ kind: 'fix-promised', owner: '', dueOn: '2026-11-20' })],
    ['lost without a reason', event({ kind: 'closed', outcome: 'lost' })],
    ['kept with a reason', event({ kind: 'closed', outcome: 'kept', reason: 'other' })],
    ['a check without an answer', event({ kind: 'checked' })],
    ['an extra that costs less than nothing', event({ kind: 'extra', what: 'A visit', cost: -1 })],
    ['a void of nothing', event({ kind: 'void' })],
    ['an instant that is none', event({ occurredAt: Number.NaN })],
    ['an instant beyond all dates', event({ occurredAt: 9e15 })],
  ])('refuses %s', (_name, row) => {
    expect(takes(row)).toBe(false);
  });
});

describe('schema of cases', () => {
  it('takes a case as it is, with every reason', () => {
    for (const reason of leavingReasons) {
      const row = { ...story.opened, reason, owner: 'Jonas Falk', manager: 'Ruth Amsel' };
      const read: Recovery = recoverySchema.parse(JSON.parse(JSON.stringify(row)));
      expect(read).toEqual(row);
    }
  });

  it.each([
    ['another severity', { severity: 4 }],
    ['another reason', { reason: 'weather' }],
    ['a foreign field', { steps: [] }],
    ['no opening', { openedAt: undefined }],
  ])('refuses %s', (_name, changes) => {
    expect(recoverySchema.safeParse({ ...story.opened, ...changes }).success).toBe(false);
  });
});

it('schemas and types say the same', () => {
  const recovery = (row: Recovery): z.infer<typeof recoverySchema> => row;
  const entry = (row: RecoveryEvent): z.infer<typeof recoveryEventSchema> => row;
  expect(recoverySchema.safeParse(recovery(story.opened)).success).toBe(true);
  expect(takes(entry(story.promise))).toBe(true);
});
