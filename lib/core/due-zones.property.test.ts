import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aContact, aMail, rules as berlin, historyOf } from '@/tests/support/rows';
import { clockOf, type Rules } from './cadence';
import { addDays, addWorkingDays, civilDate, isWorkingDay, startOfDay } from './calendar';
import { attentionOf, standingOf } from './standing';
import { isWorking } from './working-time';

const zones = [
  'America/Santiago',
  'Africa/Cairo',
  'Asia/Beirut',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/New_York',
  'Europe/Berlin',
];
const minuteMs = 60_000;
const written = fc.integer({ min: Date.UTC(2026, 0, 1) / minuteMs, max: Date.UTC(2028, 0, 1) / minuteMs });
const cadence = fc.integer({ min: 5, max: 120 });
const holidays = fc.uniqueArray(
  fc.nat(900).map((n) => addDays('2026-01-01', n)),
  { maxLength: 15 },
);

describe.each(zones)('due dates in %s', (timeZone) => {
  const rulesFor = (off: readonly string[], cadenceDays: number): Rules => ({
    ...berlin,
    timeZone,
    holidays: off,
    cadenceDays,
  });

  function contactWith(at: number, direction: 'in' | 'out', rules: Rules, stage: 'customer' | 'lead' = 'customer') {
    const mail = aMail('2026-01-01', direction, { occurredAt: at, precision: 'instant', recordedAt: at });
    const contact = aContact({ stage, trackedOn: civilDate(at, timeZone) });
    return { ...contact, clock: clockOf(contact, historyOf([mail]), rules) };
  }

  it('are working days, wanted from the first instant of that day on and not a moment sooner', () => {
    const property = fc.property(written, cadence, holidays, (minute, cadenceDays, off) => {
      const rules = rulesFor(off, cadenceDays);
      const contact = contactWith(minute * minuteMs, 'out', rules);
      const { dueOn = '' } = contact.clock;
      expect(dueOn >= addDays(civilDate(minute * minuteMs, timeZone), cadenceDays)).toBe(true);
      expect(isWorkingDay(dueOn, rules)).toBe(true);
      const { attentionAt = 0 } = attentionOf(contact, rules);
      expect(attentionAt).toBe(startOfDay(dueOn, timeZone));
      const statusAt = (now: number) => standingOf(contact, { now, today: civilDate(now, timeZone) }, rules).status;
      expect(statusAt(attentionAt)).toBe('due');
      expect(statusAt(attentionAt - 1)).toBe('on-track');
    });
    fc.assert(property, { numRuns: 60 });
  });

  it('of a reply come with the morning of the next working day, for a lead within the hours of work', () => {
    const property = fc.property(written, holidays, (minute, off) => {
      const rules = rulesFor(off, 30);
      const at = minute * minuteMs;
      const owed = contactWith(at, 'in', rules).clock.owed;
      const dueOn = addWorkingDays(civilDate(at, timeZone), 1, rules);
      expect(owed).toMatchObject({ dueOn, dueAt: startOfDay(dueOn, timeZone) });
      const lead = contactWith(at, 'in', rules, 'lead').clock.owed;
      expect(lead && isWorking(lead.dueAt - 1, rules)).toBe(true);
      expect(lead && lead.dueAt - at).toBeGreaterThanOrEqual(60 * minuteMs);
    });
    fc.assert(property, { numRuns: 60 });
  });
});
