import { beforeEach, describe, expect, it } from 'vitest';
import { addDays, civilDate, isWorkingDay, startOfDay } from '@/lib/core/calendar';
import { dayListOf } from '@/lib/core/day-list';
import { attentionOf, standingOf } from '@/lib/core/standing';
import { isWorking } from '@/lib/core/working-time';
import { newId } from '@/lib/messaging/new-id';
import { refreshDerived } from '@/lib/services/derived';
import { services } from '@/lib/services/services';
import { aBench, type Bench, hour, tuesday } from './support/background';
import { aContact, endOf, aMail as mailOf, rules } from './support/rows';

/** Complaints about too many reminders, and about reminders at the wrong time; see `complaints.test.ts`. */

let bench: Bench;
beforeEach(async () => {
  bench = await aBench(tuesday);
  await services.giveConsent(bench.db, { id: newId(), ownAddresses: ['sam@ours.example'] }, bench.ours());
});

async function tracked(address = 'ann@acme.example'): Promise<string> {
  const people = [{ mailbox: address, as: 'customer' as const }];
  const { contactIds } = await services.track(bench.db, { id: newId(), people }, bench.page());
  return contactIds[0] ?? '';
}

describe('20 reminders on one day after an import', () => {
  it('many tracked at once become due one after the other', async () => {
    const people = Array.from({ length: 200 }, (_, n) => ({ mailbox: `p${n}@acme.example`, as: 'customer' as const }));
    await services.track(bench.db, { id: newId(), people }, bench.page());
    const perDay = new Map<string, number>();
    for (const { clock } of await bench.db.contacts.toArray())
      perDay.set(clock.dueOn ?? '', (perDay.get(clock.dueOn ?? '') ?? 0) + 1);
    // 21 or 22 working days of a cadence of 30 days.
    expect(Math.max(...perDay.values())).toBeLessThanOrEqual(10);
    expect([...perDay.values()].reduce((sum, count) => sum + count)).toBe(200);
  });

  it('a thousand with equal dates respect the budget of every day, and none is lost', () => {
    const from = '2026-11-23';
    let waiting = Array.from({ length: 1_000 }, (_, n) =>
      aContact({ id: `contact-${n}`, name: `P ${n}` }, [mailOf('2026-10-05 09:00', 'out')]),
    );
    const asked = new Set<string>();
    for (let n = 0; waiting.length > 0; n++) {
      const today = addDays(from, n);
      expect(n).toBeLessThan(200);
      const entries = waiting.map((contact) => ({ contact, standing: standingOf(contact, endOf(today), rules) }));
      const { shown, later } = dayListOf(entries, 12);
      expect(shown.length).toBe(Math.min(12, waiting.length));
      expect(shown.length + later.length).toBe(waiting.length);
      for (const { contact } of shown) asked.add(contact.id);
      waiting = later.map(({ contact }) => contact);
    }
    expect(asked.size).toBe(1_000);
  });
});

describe('reminders at 2 a.m. or a day early', () => {
  const zones = [
    'Europe/Berlin',
    'America/New_York',
    'America/Santiago',
    'Asia/Kolkata',
    'Asia/Beirut',
    'Africa/Cairo',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
  ];
  it.each(zones)('%s: the whole due day and no minute before it, never on a day off', (timeZone) => {
    for (let days = 1; days <= 200; days += 7) {
      const there = { ...rules, timeZone };
      const { clock, ...contact } = aContact({ cadenceDays: days, trackedOn: '2026-02-02' });
      const { attentionAt = 0 } = attentionOf({ ...contact, clock }, there);
      expect(civilDate(attentionAt, timeZone)).toBe(clock.dueOn);
      expect(civilDate(attentionAt - 1, timeZone)).toBe(addDays(clock.dueOn ?? '', -1));
      expect(isWorkingDay(clock.dueOn ?? '', there)).toBe(true);
    }
  });

  it('a lead who writes at 2 a.m. is owed an answer in working hours', () => {
    for (let at = startOfDay('2026-10-20', rules.timeZone), n = 0; n < 24 * 7; n++, at += hour) {
      const { owed } = aContact({ stage: 'lead' }, [{ ...mailOf('2026-10-20 02:00', 'in'), occurredAt: at }]).clock;
      expect(isWorking((owed?.dueAt ?? 0) - 1, rules)).toBe(true);
    }
  });

  it('a journey to another zone moves the day with the user', async () => {
    const id = await tracked();
    await refreshDerived(bench.db, bench.ours());
    const auckland = { ...bench.ours(), timeZone: 'Pacific/Auckland' };
    await refreshDerived(bench.db, auckland);
    const { attentionAt, clock } = (await bench.db.contacts.get(id)) ?? { clock: {} };
    expect(civilDate(attentionAt ?? 0, 'Pacific/Auckland')).toBe(clock.dueOn);
  });
});
