import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aContact, aLog, aMail, anEvidence, rules } from '@/tests/support/rows';
import { attentionOf, clockOf, inEffect, standingOf } from './cadence';
import { addDays, addWorkingDays, civilDate, nextWorkingDay, startOfDay } from './calendar';
import type { Contact, Interaction } from './model';

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
const log = fc
  .record({ wall, kind: fc.constantFrom('call', 'meeting', 'chat', 'note', 'incident'), tried: fc.boolean() })
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

const changes = fc.record({
  cadenceDays: fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined }),
  snoozedUntilOn: fc.option(
    fc.integer({ min: 0, max: 200 }).map((days) => addDays('2026-08-01', days)),
    { nil: undefined },
  ),
  snoozedAt: fc.integer({ min: 0, max: 120 }).map((days) => startOfDay(addDays('2026-08-01', days), rules.timeZone)),
});
/** After everything that happened: a day in the past does not know of it. */
const today = fc.integer({ min: 122, max: 400 }).map((days) => addDays('2026-08-01', days));

it('wants attention exactly when it stands as due, overdue, owed or fading', () => {
  const acute = new Set(['due', 'overdue', 'reply-owed', 'fading']);
  fc.assert(
    fc.property(history, changes, today, (rows, change, on) => {
      const contact = aContact(change, rows);
      const { attentionAt, fadingAt } = attentionOf(contact, contact.clock, rules);
      const end = startOfDay(addDays(on, 1), rules.timeZone);
      const standing = standingOf(contact, on, rules);
      expect(acute.has(standing.status)).toBe(attentionAt !== undefined && attentionAt < end);
      if (standing.status === 'fading') expect(fadingAt !== undefined && fadingAt < end).toBe(true);
    }),
    { numRuns: 400 },
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
          return attentionOf(contact, contact.clock, rules);
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
    fc.property(shuffled, changes, ([rows, other], change) => {
      expect(aContact(change, other).clock).toEqual(aContact(change, rows).clock);
    }),
  );
});

it('what is taken back might never have been', () => {
  fc.assert(
    fc.property(fc.array(mail, { maxLength: 8 }), mail, (rows, extra) => {
      const contact: Contact = aContact();
      const taken = [...rows, extra, ...voidOf(extra)];
      expect(clockOf(contact, taken, rules)).toEqual(clockOf(contact, rows, rules));
      expect(inEffect(taken)).toEqual(rows);
    }),
  );
});

/** The day from which the lines count. */
function fromOf({ clock, trackedOn }: Contact): string {
  return clock.lastContactAt === undefined ? trackedOn : civilDate(clock.lastContactAt, rules.timeZone);
}
const onTime = (contact: Contact, days: number) => nextWorkingDay(addDays(fromOf(contact), days), rules.weekend);

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
      const cadenceDays = contact.cadenceDays ?? rules.cadenceDays;
      const soonest = addWorkingDays(fromOf(contact), 3, rules.weekend);
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
      const rank = (day: string) => standingOf(contact, day, rules).rank;
      expect(rank(addDays(on, more))).toBeGreaterThanOrEqual(rank(on));
    }),
  );
});
