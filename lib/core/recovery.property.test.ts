import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  afterAllAt,
  anyDeed,
  anyEvents,
  anyInstant,
  anyRecovery,
  anyRules,
  anyTale,
  eventOf,
} from '@/tests/support/recovery-chance';
import { deeds } from '@/tests/support/recovery-rows';
import { civilDate, isWorkingDay } from './calendar';
import { inEffect } from './in-effect';
import type { Recovery, RecoveryEvent } from './recovery';
import { type Course, courseOf, mayRecord } from './recovery-course';
import {
  afterDaysAtWork,
  apologyDeadline,
  isAtWork,
  promiseDeadline,
  type RecoveryRules,
  remedyDeadline,
} from './recovery-deadlines';
import { escalationOf } from './recovery-escalation';

const history = fc.oneof(anyEvents, anyTale);
const state = fc.record({ recovery: anyRecovery, events: history, rules: anyRules, now: anyInstant });
type State = typeof state extends fc.Arbitrary<infer T> ? T : never;
const runs = { numRuns: 500 };

function courseIn({ recovery, events, rules, now }: State): Course {
  const escalation = escalationOf(recovery, [], rules.timeZone);
  return courseOf(recovery, events, { now, rules, escalation });
}

const isAhead = (on: string, { away, ...rules }: RecoveryRules) =>
  isWorkingDay(on, rules) && !away.some(({ fromOn, toOn }) => fromOn <= on && on <= toOn);

it('no step is skipped but step 4, and none opens before the one ahead of it is settled', () => {
  fc.assert(
    fc.property(state, (some) => {
      const course = courseIn(some);
      expect(course.steps.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6]);
      const settled = course.steps.findIndex((step) => step.doneAt === undefined);
      const [turn, ...rest] = settled < 0 ? [] : course.steps.slice(settled);
      const ahead = settled < 0 ? course.steps : course.steps.slice(0, settled);
      for (const { step, state } of ahead) expect(step === 4 ? ['done', 'skipped'] : ['done']).toContain(state);
      if (turn) expect(course.isOpen ? ['open', 'due', 'overdue'] : ['skipped']).toContain(turn.state);
      for (const step of rest) expect(step).toEqual({ step: step.step, state: course.isOpen ? 'locked' : 'skipped' });
      const doneAt = ahead.map((step) => step.doneAt ?? 0);
      expect(doneAt).toEqual(doneAt.toSorted((a, b) => a - b));
      expect(course.next !== undefined).toBe(course.isOpen);
      if (turn && course.isOpen) expect(course.next).toBe(turn);
      expect(course.isOpen).toBe(course.closing === undefined && some.recovery.deletedAt === undefined);
    }),
    { numRuns: 700 },
  );
});

/** The customer's last word, as plainly as it can be told: OK, said after a fix, and nothing else after the OK. */
function lastWordIsOk(recovery: Recovery, events: readonly RecoveryEvent[]): boolean {
  const told = inEffect(events)
    .filter((one) => one.recoveryId === recovery.id)
    .sort((a, b) => a.occurredAt - b.occurredAt || a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1));
  const end = told.findIndex((one) => one.kind === 'closed' && one.outcome !== 'kept');
  const before = end < 0 ? told : told.slice(0, end);
  const isNotOk = (one: RecoveryEvent) => one.kind === 'checked' && !one.isOk;
  const sinceNotOk = before.slice(before.findLastIndex(isNotOk) + 1);
  const fix = sinceNotOk.findIndex((one) => one.kind === 'fixed');
  return fix >= 0 && sinceNotOk.slice(fix).some((one) => one.kind === 'checked' && one.isOk);
}

it('step 6 is never open, and repeat business never unlocked, before an OK that followed a fix', () => {
  const seen = { open: 0 };
  fc.assert(
    fc.property(state, (some) => {
      const course = courseIn(some);
      if (course.closing?.outcome === 'withdrawn' || course.closing?.outcome === 'kept') return;
      const isUnlocked = course.isRepeatUnlocked || !['locked', 'skipped'].includes(course.steps[5]?.state ?? '');
      if (isUnlocked) expect(lastWordIsOk(some.recovery, some.events)).toBe(true);
      if (isUnlocked) seen.open += 1;
    }),
    { numRuns: 1_500 },
  );
  expect(seen.open).toBeGreaterThan(50);
});

it('"not OK" always reopens step 3 and asks for a new promise', () => {
  const seen = { reopened: 0 };
  fc.assert(
    fc.property(state, (some) => {
      const before = courseIn(some);
      if (!before.isOpen) return;
      const course = courseIn({ ...some, events: [...some.events, eventOf(deeds.notOk, 99, afterAllAt)] });
      expect(course.round).toBe(before.round + 1);
      expect(course.promise).toBeUndefined();
      expect(course.isRepeatUnlocked).toBe(false);
      const [one, two, three, ...rest] = course.steps;
      expect([one, two]).toEqual(before.steps.slice(0, 2));
      expect(rest.map((step) => step.state)).toEqual(['locked', 'locked', 'locked']);
      if (two?.state === 'done') expect(three?.act).toBe('promise');
      else expect(three?.state).toBe('locked');
      if (before.steps[2]?.state === 'done') seen.reopened += 1;
    }),
    { numRuns: 700 },
  );
  expect(seen.reopened).toBeGreaterThan(50);
});

it('every deadline is on a day on which the user works and is there', () => {
  fc.assert(
    fc.property(state, (some) => {
      const { next, promise, remedyOn } = courseIn(some);
      for (const on of [next?.dueOn, promise?.statusOn, remedyOn].filter((day) => day !== undefined)) {
        expect(isAhead(on, some.rules)).toBe(true);
      }
      // Work may end at midnight.
      if (next?.dueAt !== undefined) expect(civilDate(next.dueAt - 1, some.rules.timeZone)).toBe(next.dueOn);
    }),
    { numRuns: 700 },
  );
});

it('nothing turns red while nobody works, nor before its deadline', () => {
  const promise = fc.record({ madeAt: anyInstant, dueOn: anyInstant.map((at) => civilDate(at, 'UTC')) });
  fc.assert(
    fc.property(anyInstant, fc.nat(5), promise, anyRules, (at, n, { madeAt, dueOn }, rules) => {
      const deadlines = [
        apologyDeadline(at, rules),
        afterDaysAtWork(at, n, rules),
        remedyDeadline(at, rules),
        promiseDeadline({ owner: 'Jonas Falk', madeAt, dueOn }, rules),
      ];
      for (const { dueAt, lateAt } of deadlines) {
        expect(lateAt).toBeGreaterThanOrEqual(dueAt);
        expect(isAtWork(lateAt, rules)).toBe(true);
      }
      expect(apologyDeadline(at, rules).dueAt).toBeGreaterThan(at);
    }),
    { numRuns: 700 },
  );
});

it('from an opening outside work until work begins: a holding note is offered, and nothing is red', () => {
  fc.assert(
    fc.property(anyRecovery, anyRules, fc.nat(200), (recovery, rules, halfHours) => {
      if (recovery.deletedAt !== undefined) return;
      const moments = Array.from({ length: halfHours + 1 }, (_, n) => recovery.openedAt + n * 1_800_000);
      const now = moments.at(-1) ?? recovery.openedAt;
      const course = courseOf(recovery, [], { now, rules });
      const nobodyWorked = !moments.some((at) => isAtWork(at, rules));
      expect(course.offersHoldingNote).toBe(nobodyWorked);
      if (nobodyWorked) expect(course.next?.state).not.toBe('overdue');
    }),
    runs,
  );
});

it('time alone settles nothing and only makes what is next more urgent', () => {
  const urgency = ['open', 'due', 'overdue'];
  fc.assert(
    fc.property(state, fc.nat(90 * 24), (some, hours) => {
      const sooner = courseIn(some);
      const later = courseIn({ ...some, now: some.now + hours * 3_600_000 });
      const rank = ({ next }: Course) => urgency.indexOf(next?.state ?? '');
      expect(rank(later)).toBeGreaterThanOrEqual(rank(sooner));
      if (later.offersHoldingNote) expect(sooner.offersHoldingNote).toBe(true);
      const lasting = ({ steps, next, offersHoldingNote, ...rest }: Course) => ({
        ...rest,
        step: next?.step,
        steps: steps.map((step) => (step.step === next?.step ? 'next' : step)),
      });
      expect(lasting(later)).toEqual(lasting(sooner));
    }),
    { numRuns: 700 },
  );
});

it('what is taken back might never have been, wherever it stands', () => {
  fc.assert(
    fc.property(state, anyDeed, anyInstant, (some, deed, at) => {
      const extra = eventOf(deed, 98, at);
      const undone = eventOf({ kind: 'void', voidsId: extra.id }, 99, afterAllAt);
      expect(courseIn({ ...some, events: [...some.events, extra, undone] })).toEqual(courseIn(some));
      const redone = eventOf({ kind: 'void', voidsId: undone.id }, 97, afterAllAt);
      const again = courseIn({ ...some, events: [...some.events, extra, undone, redone] });
      expect(again).toEqual(courseIn({ ...some, events: [...some.events, extra] }));
    }),
    runs,
  );
});

it('two devices that hold the same rows in another order tell the same, also of one instant', () => {
  const shuffled = state.chain((some) =>
    fc.tuple(fc.constant(some), fc.shuffledSubarray([...some.events], { minLength: some.events.length }), fc.boolean()),
  );
  fc.assert(
    fc.property(shuffled, ([some, other, isOneInstant]) => {
      const at = (events: readonly RecoveryEvent[]) =>
        isOneInstant ? events.map((one) => ({ ...one, occurredAt: some.now, recordedAt: some.now })) : events;
      expect(courseIn({ ...some, events: at(other) })).toEqual(courseIn({ ...some, events: at(some.events) }));
    }),
    runs,
  );
});

it('what may not be recorded changes nothing, what may be is told of', () => {
  fc.assert(
    fc.property(state, anyDeed, (some, deed) => {
      const events = [...some.events, eventOf(deed, 99, afterAllAt)];
      if (!mayRecord(some.recovery, some.events, deed)) {
        expect(courseIn({ ...some, events })).toEqual(courseIn(some));
      } else if (deed.kind === 'closed') {
        expect(courseIn({ ...some, events })).toMatchObject({ isOpen: false, closing: { outcome: deed.outcome } });
      }
    }),
    { numRuns: 700 },
  );
});
