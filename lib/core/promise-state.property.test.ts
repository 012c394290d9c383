import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aPromise } from '@/tests/support/promise-rows';
import { aMail, at, rules } from '@/tests/support/rows';
import { addDays } from './calendar';
import type { GivenPromise } from './given-promise';
import { brokenPromises, type PromiseState, promiseState } from './promise-state';

const start = '2026-11-16';
const day = fc.integer({ min: 0, max: 40 }).map((days) => addDays(start, days));
const given = fc
  .record({
    dueOn: day,
    answer: fc.constantFrom(undefined, 'accepted', 'declined'),
    outcome: fc.constantFrom(undefined, 'kept', 'broken'),
    settledOn: day,
  })
  .map(({ dueOn, answer, outcome, settledOn }): GivenPromise => {
    const settled = answer === 'accepted' && outcome ? { outcome, settledAt: at(`${settledOn} 10:00`) } : {};
    return aPromise({ madeAt: at(`${start} 08:00`), dueOn, answer, ...settled });
  });
const touches = fc.array(
  fc.tuple(day, fc.constantFrom('in', 'out')).map(([on, direction]) => aMail(`${on} 12:00`, direction)),
  { maxLength: 4 },
);

/** What may come after a state when only days go by. */
const later: Readonly<Record<PromiseState, readonly PromiseState[]>> = {
  offered: ['offered', 'lapsed'],
  lapsed: ['lapsed'],
  declined: ['declined'],
  accepted: ['accepted', 'broken'],
  kept: ['kept'],
  broken: ['broken'],
};

it('as days go by an offer only goes away, and an accepted promise is only broken', () => {
  fc.assert(
    fc.property(given, touches, day, (promise, live, today) => {
      const now = promiseState(promise, live, today, rules);
      expect(later[now]).toContain(promiseState(promise, live, addDays(today, 1), rules));
      if (promise.answer === undefined) expect(['offered', 'lapsed']).toContain(now);
    }),
  );
});

it('one more touch never breaks a promise, and the user’s word stands against all touches', () => {
  fc.assert(
    fc.property(given, touches, day, day, (promise, live, touchedOn, today) => {
      const before = promiseState(promise, live, today, rules);
      const after = promiseState(promise, [...live, aMail(`${touchedOn} 12:00`, 'out')], today, rules);
      if (before !== 'broken') expect(after).not.toBe('broken');
      if (promise.outcome !== undefined) expect(after).toBe(before);
    }),
  );
});

it('the sign in the clock and the state say the same on every day', () => {
  fc.assert(
    fc.property(given, touches, day, (promise, live, today) => {
      const signs = brokenPromises([promise], live, undefined, rules).filter(({ fromOn }) => fromOn <= today);
      expect(signs.length === 1).toBe(promiseState(promise, live, today, rules) === 'broken');
    }),
  );
});
