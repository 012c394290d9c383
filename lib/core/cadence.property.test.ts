import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aRecovery, storyEvents } from '@/tests/support/recovery-rows';
import { aContact, aLog, aMail, anEvidence, endOf, historyOf, rules } from '@/tests/support/rows';
import type { Account } from './account';
import { clockOf, type Rules } from './cadence';
import { addDays, addWorkingDays, civilDate, nextWorkingDay, startOfDay } from './calendar';
import { inEffect } from './in-effect';
import type { Contact, Interaction } from './model';
import { attentionOf, standingOf } from './standing';

const wall = fc
  .tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([day, hour, minute]) => `${addDays('2026-08-01', day)} ${hour}:${minute}`);
const mail = fc
  .record({
    wall,
    direction: fc.constantFrom('in', 'out', 'unknown'),
    thread: fc.constantFrom('a', 'b', undefined),
    weight: fc.constantFrom('counts', 'counts', 'weak', 'doubtful'),
  })
  .map(({ wall, direction, thread, weight }) =>
    aMail(wall, direction, {
      ...(direction === 'unknown' ? {} : { weight }),
      evidence: anEvidence({ threadId: thread }),
    }),
  );
const kinds = ['call', 'meeting', 'chat', 'note', 'incident', 'skip', 'bounce', 'baseline'] as const;
const log = fc
  .record({ wall, kind: fc.constantFrom(...kinds), tried: fc.boolean() })
  .map(({ wall, kind, tried }) => aLog(wall, kind, tried ? { weight: 'weak', doubt: 'tried-no-answer' } : {}));
const history = fc
  .array(fc.oneof(mail, log), { maxLength: 12 })
  .chain((rows) =>
    fc
      .array(fc.nat(20), { maxLength: 3 })
      .map((places) => [...rows, ...places.flatMap((place) => voidOf(rows[place]))]),
  );

function voidOf(row: Interaction | undefined): Interaction[] {
  return row ? [aLog('2026-12-01 09:00', 'void', { voidsId: row.id })] : [];
}

const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined });
const dayUpTo = (most: number) => fc.integer({ min: 0, max: most }).map((days) => addDays('2026-08-01', days));
const cadence = fc.oneof(fc.integer({ min: 1, max: 400 }), fc.constant('none' as const));
const changes = fc.record({
  cadenceDays: maybe(fc.integer({ min: 1, max: 400 })),
  snoozedUntilOn: maybe(dayUpTo(200)),
  snoozedAt: dayUpTo(120).map((on) => startOfDay(on, rules.timeZone)),
});

/** A contact in any state the product knows, with plans and an account. */
const state = fc.record({
  changes,
  more: fc.record({
    stage: fc.constantFrom<Contact['stage']>('lead', 'new', 'customer', 'at-risk', 'past', 'lost', 'won-back'),
    tags: fc.subarray(['vip', 'slow', 'quiet']),
    isCadencePinned: fc.boolean(),
    freshFromOn: maybe(dayUpTo(120)),
    firstDueOn: maybe(dayUpTo(200)),
    pausedAt: maybe(dayUpTo(120).map((on) => startOfDay(on, rules.timeZone))),
    pausedUntilOn: maybe(dayUpTo(300)),
    // Most are still there: of those who left nothing is due.
    leftOn: fc.oneof({ weight: 8, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: dayUpTo(120) }),
  }),
  ownCadence: maybe(cadence),
  accountCadence: maybe(cadence),
  // What went wrong, and how far the recovery has come.
  cases: fc.array(fc.record({ wall, events: fc.nat(storyEvents.length) }), { maxLength: 2 }),
  plans: fc.array(fc.record({ dueOn: dayUpTo(300), doneAt: maybe(fc.constant(1)) }), { maxLength: 2 }),
});
const period = fc.tuple(dayUpTo(300), fc.nat(20)).map(([fromOn, n]) => ({ fromOn, toOn: addDays(fromOn, n) }));
const anyRules: fc.Arbitrary<Rules> = fc
  .record({
    away: fc.array(period, { maxLength: 3 }),
    holidays: fc.array(dayUpTo(400), { maxLength: 20 }),
    weekend: fc.subarray([0, 1, 2, 3, 4, 5, 6], { maxLength: 6 }),
    fadingFactor: fc.constantFrom(1, 1.5, 2, 3),
    owedAfterDays: fc.nat(3),
    stageCadences: fc.constantFrom<Rules['stageCadences']>({}, { lead: 7, past: 180, 'at-risk': 'none' }),
  })
  .map((some) => ({ ...rules, ...some, tagCadences: { vip: 5, slow: 90, quiet: 'none' } }));

function contactIn(
  { changes, more, ownCadence, accountCadence, cases, plans }: State,
  rows: Interaction[],
  under: Rules,
): Contact {
  const contact = { ...aContact(), ...changes, ...more, cadenceDays: ownCadence };
  const stamp = { updatedAt: 1, updatedBy: 'device-1' };
  const account: Account = { ...stamp, id: 'a', name: 'A', domains: [], cadenceDays: accountCadence };
  const followUps = plans.map((plan, n) => {
    return { ...stamp, ...plan, id: `plan-${n}`, contactId: contact.id, channel: 'call' as const, madeAt: 1 };
  });
  const recoveries = cases.map(({ wall: openedOn, events }, n) => {
    const recovery = aRecovery(openedOn, { id: `01JR000000000000000000000${n}` });
    return { recovery, events: storyEvents.slice(0, events).map((one) => ({ ...one, recoveryId: recovery.id })) };
  });
  return { ...contact, clock: clockOf(contact, historyOf(rows, { followUps, account, recoveries }), under) };
}
type State = typeof state extends fc.Arbitrary<infer T> ? T : never;
/** After everything that happened: a day in the past does not know of it. */
const today = fc.integer({ min: 122, max: 400 }).map((days) => addDays('2026-08-01', days));

it('wants attention exactly when it stands as due, overdue, owed or fading, in any state and under any rules', () => {
  const acute = new Set(['due', 'overdue', 'reply-owed', 'fading']);
  fc.assert(
    fc.property(history, state, anyRules, today, (rows, some, under, on) => {
      const contact = contactIn(some, rows, under);
      const { attentionAt, fadingAt, urgentAt } = attentionOf(contact, under);
      const end = startOfDay(addDays(on, 1), under.timeZone);
      const { status, reason } = standingOf(contact, endOf(on), under);
      const isPast = (at: number | undefined) => at !== undefined && at < end;
      expect(acute.has(status)).toBe(isPast(attentionAt));
      expect(status === 'reply-owed' || (reason === 'recovery' && status !== 'planned')).toBe(isPast(urgentAt));
      if (status === 'fading') expect(isPast(fadingAt)).toBe(true);
      if (isPast(fadingAt) && !isPast(urgentAt)) expect(status).toBe('fading');
    }),
    { numRuns: 2_000 },
  );
});

it('is due only on days on which the user works and is there', () => {
  fc.assert(
    fc.property(history, state, anyRules, (rows, some, under) => {
      const { dueOn, fadingOn, retryOn, skippedUntilOn } = contactIn(some, rows, under).clock;
      for (const on of [dueOn, fadingOn, retryOn, skippedUntilOn].filter((day) => day !== undefined)) {
        expect(nextWorkingDay(on, under)).toBe(on);
        expect(under.away.filter(({ fromOn, toOn }) => fromOn <= on && on <= toOn)).toEqual([]);
      }
      if (dueOn && fadingOn) expect(fadingOn >= dueOn).toBe(true);
    }),
    { numRuns: 500 },
  );
});

it('wants attention later the longer the cadence', () => {
  fc.assert(
    fc.property(
      history,
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 0, max: 100 }),
      (rows, cadenceDays, more) => {
        const attention = (days: number) => {
          const contact = aContact({ cadenceDays: days }, rows);
          return attentionOf(contact, rules);
        };
        const short = attention(cadenceDays);
        const long = attention(cadenceDays + more);
        expect((long.attentionAt ?? Infinity) >= (short.attentionAt ?? Infinity)).toBe(true);
        expect((long.fadingAt ?? Infinity) >= (short.fadingAt ?? Infinity)).toBe(true);
      },
    ),
  );
});

it('does not depend on the order of the rows, nor on seeing them twice', () => {
  const shuffled = history.chain((rows) =>
    fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
  );
  fc.assert(
    fc.property(shuffled, state, anyRules, ([rows, other], some, under) => {
      expect(contactIn(some, other, under).clock).toEqual(contactIn(some, rows, under).clock);
    }),
  );
});

it('what is taken back might never have been', () => {
  fc.assert(
    fc.property(fc.array(mail, { maxLength: 8 }), mail, (rows, extra) => {
      const contact: Contact = aContact();
      const taken = [...rows, extra, ...voidOf(extra)];
      expect(clockOf(contact, historyOf(taken), rules)).toEqual(clockOf(contact, historyOf(rows), rules));
      expect(inEffect(taken)).toEqual(rows);
    }),
  );
});

/** The day from which the lines count. */
function fromOf({ clock, trackedOn }: Contact): string {
  return clock.lastContactAt === undefined ? trackedOn : civilDate(clock.lastContactAt, rules.timeZone);
}
const onTime = (contact: Contact, days: number) => nextWorkingDay(addDays(fromOf(contact), days), rules);

it('is due exactly on the cadence while there is no history, whatever the cadence', () => {
  const once = fc.option(wall, { nil: undefined }).map((on) => (on === undefined ? [] : [aMail(on, 'out')]));
  fc.assert(
    fc.property(once, fc.integer({ min: 1, max: 3_650 }), (rows, cadenceDays) => {
      const contact = aContact({ cadenceDays }, rows);
      expect(contact.clock.dueOn).toBe(onTime(contact, cadenceDays));
      expect(contact.clock.fadingOn).toBe(rows.length > 0 ? onTime(contact, cadenceDays * 2) : undefined);
    }),
  );
});

it('is never due after the cadence, never within three working days before it, and never on a weekend', () => {
  const rich = fc.array(mail, { maxLength: 40 });
  fc.assert(
    fc.property(fc.oneof(history, rich), changes, (rows, change) => {
      const contact = aContact(change, rows);
      const { dueOn = '', fadingOn = '9999', rhythmDays } = contact.clock;
      const cadenceDays = change.cadenceDays ?? rules.cadenceDays;
      const soonest = addWorkingDays(fromOf(contact), 3, rules);
      const wanted = onTime(contact, cadenceDays);
      expect(dueOn <= wanted).toBe(true);
      expect(dueOn >= soonest || dueOn === wanted).toBe(true);
      expect(dueOn).toBe(onTime(contact, rhythmDays ?? cadenceDays));
      expect(rhythmDays ?? 0).toBeLessThan(cadenceDays);
      expect([0, 6]).not.toContain(new Date(`${dueOn}T00:00:00Z`).getUTCDay());
      expect(fadingOn >= dueOn).toBe(true);
      if (contact.clock.lastContactAt !== undefined) expect(fadingOn <= onTime(contact, cadenceDays * 2)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

it('never stands better for a longer silence', () => {
  fc.assert(
    fc.property(history, changes, today, fc.integer({ min: 1, max: 200 }), (rows, change, on, more) => {
      const contact = aContact({ ...change, snoozedUntilOn: undefined }, rows);
      const rank = (day: string) => standingOf(contact, endOf(day), rules).rank;
      expect(rank(addDays(on, more))).toBeGreaterThanOrEqual(rank(on));
    }),
  );
});
