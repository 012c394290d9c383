import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aRecovery } from '@/tests/support/recovery-rows';
import { aContact, aLog, aMail, endOf, rules } from '@/tests/support/rows';
import { groupOf, isOfToday, isUrgent, sortAgenda } from './agenda';
import type { History } from './cadence';
import { addDays, daysBetween, isWorkingDay } from './calendar';
import { cadenceAfterSkips, dayListOf, spreadOver } from './day-list';
import type { FollowUp } from './follow-up';
import type { Contact, Interaction } from './model';
import { standingOf } from './standing';

const today = '2026-11-20';
const entry = (changes: Partial<Contact>, interactions: Interaction[] = [], more: Partial<History> = {}) => {
  const contact = aContact(changes, interactions, more);
  return { contact, standing: standingOf(contact, endOf(today), rules) };
};
const planFor = (dueOn: string): FollowUp => ({
  id: 'plan',
  contactId: '01JAAAAAAAAAAAAAAAAAAAAAAA',
  dueOn,
  channel: 'call',
  madeAt: 1,
  updatedAt: 1,
  updatedBy: 'device-1',
});
const casesOf = (contactId: string): Partial<History> => ({
  recoveries: [{ recovery: aRecovery(`${addDays(today, -1)} 09:00`, { contactId }), events: [] }],
});
const called = (daysAgo: number) => aLog(`${addDays(today, -daysAgo)} 09:00`, 'call');
const names = (entries: readonly { readonly contact: Contact }[]) => entries.map(({ contact }) => contact.name);

/** Somebody who wants something today, in one of the ways there are. */
const waiting = fc
  .record({
    id: fc.uuid(),
    way: fc.constantFrom('drifting', 'drifting', 'drifting', 'owed', 'wrong', 'planned', 'plan passed'),
    days: fc.integer({ min: 31, max: 400 }),
    cadenceDays: fc.constantFrom(7, 14, 30),
    tier: fc.constantFrom('a', 'b', 'c', undefined),
  })
  .map(({ id, way, days, cadenceDays, tier }) => {
    const changes = { id, name: id, cadenceDays, tier };
    if (way === 'owed') return entry(changes, [aMail(`${addDays(today, -2)} 09:00`, 'in')]);
    if (way === 'wrong') return entry(changes, [called(5)], casesOf(id));
    if (way === 'planned') return entry(changes, [called(days)], { followUps: [planFor(today)] });
    if (way === 'plan passed') return entry(changes, [called(days)], { followUps: [planFor(addDays(today, -1))] });
    return entry(changes, [called(days)]);
  });
const day = fc.uniqueArray(waiting, { selector: ({ contact }) => contact.id, maxLength: 40 });
const places = fc.integer({ min: -5, max: 30 });

describe('dayListOf', () => {
  it('loses nobody and shows nobody twice', () => {
    fc.assert(
      fc.property(day, places, (entries, room) => {
        const { shown, later } = dayListOf(entries, room);
        expect(new Set([...shown, ...later])).toEqual(new Set(entries));
        expect(shown.length + later.length).toBe(entries.length);
      }),
    );
  });

  it('keeps the order, and to the places there are', () => {
    fc.assert(
      fc.property(day, places, (entries, room) => {
        const { shown, later } = dayListOf(entries, room);
        const order = sortAgenda(entries);
        for (const list of [shown, later]) expect(list).toEqual(order.filter((one) => list.includes(one)));
        const promised = entries.filter(({ standing }) => standing.reason.startsWith('plan')).length;
        const taken = shown.filter((one) => !isUrgent(one)).length;
        expect(taken).toBeLessThanOrEqual(Math.max(room, promised));
        if (later.length > 0) expect(taken).toBe(Math.max(room, promised));
      }),
    );
  });

  it('holds back nothing that is owed, that went wrong, or that the user promised for a day', () => {
    fc.assert(
      fc.property(day, places, (entries, room) => {
        const { later } = dayListOf(entries, room);
        expect(later.every(({ standing }) => standing.reason === 'cadence')).toBe(true);
      }),
    );
  });
});

it('orders drifting ones by days over the line in force, and those who matter first among equals', () => {
  // Called every week for two months: two weeks of silence are much, though the cadence is 30 days.
  const weekly = [80, 73, 66, 59, 52, 45, 38, 31].map(called);
  const ordered = [
    entry({ name: 'used to a word a week' }, weekly),
    entry({ name: 'twelve days over, c', tier: 'c' }, [called(42)]),
    entry({ name: 'twelve days over' }, [called(42)]),
    entry({ name: 'twelve days over, b', tier: 'b' }, [called(42)]),
    entry({ name: 'twelve days over, a', tier: 'a' }, [called(42)]),
    entry({ name: 'promised for today' }, [called(31)], { followUps: [planFor(today)] }),
    entry({ name: 'owed', tier: 'c' }, [aMail(`${addDays(today, -2)} 09:00`, 'in')]),
  ];
  expect(names(sortAgenda(ordered))).toEqual([
    'owed',
    'promised for today',
    'used to a word a week',
    'twelve days over, a',
    'twelve days over, b',
    'twelve days over',
    'twelve days over, c',
  ]);
});

it('takes the tier of the account where the contact has none of its own', () => {
  const stamp = { updatedAt: 1, updatedBy: 'device-1' };
  const at = (tier: 'a' | 'c') => ({ ...stamp, id: tier, name: tier, domains: [], tier });
  const late = (name: string, own: Contact['tier'], account?: ReturnType<typeof at>) => {
    const contact = aContact({ name, tier: own }, [called(42)], { account });
    return { contact, standing: standingOf(contact, endOf(today), rules) };
  };
  const ordered = [
    late('1 own', 'a', at('c')),
    late('2 of the account', undefined, at('a')),
    late('3 own', 'b', at('a')),
    late('4 none', undefined),
    late('5 of the account', undefined, at('c')),
  ];
  expect(names(sortAgenda(ordered.toReversed()))).toEqual(names(ordered));
});

describe('spreadOver', () => {
  it('gives a thousand people working days within the cadence, evenly', () => {
    const days = spreadOver(1_000, '2026-11-20', 30, rules);
    const perDay = new Map<string, number>();
    for (const on of days) perDay.set(on, (perDay.get(on) ?? 0) + 1);
    expect(days).toHaveLength(1_000);
    for (const on of days) {
      expect(isWorkingDay(on, rules)).toBe(true);
      expect(daysBetween('2026-11-20', on)).toBeGreaterThan(0);
      expect(daysBetween('2026-11-20', on)).toBeLessThanOrEqual(30);
    }
    const counts = [...perDay.values()];
    expect(perDay.size).toBe(20);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  });

  it('is never later than the cadence, for any cadence and any days off', () => {
    const off = fc.record({
      weekend: fc.subarray([0, 1, 2, 3, 4, 5, 6]),
      holidays: fc.array(fc.nat(60).map((n) => addDays(today, n))),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 90 }), off, (count, cadence, free) => {
        const days = spreadOver(count, today, cadence, free);
        expect(days).toHaveLength(count);
        expect(days.every((on) => on > today && on <= addDays(today, cadence))).toBe(true);
        expect(days).toEqual(days.toSorted());
      }),
    );
  });

  it('is the day on which the contact becomes due', () => {
    const [first = '', last = ''] = spreadOver(2, '2026-11-20', 30, rules);
    const { contact, standing } = entry({ trackedOn: '2026-11-20', firstDueOn: first });
    expect([contact.clock.dueOn, standing.status]).toEqual([first, 'unseen']);
    expect(aContact({ trackedOn: '2026-11-20', firstDueOn: last }, [called(1)]).clock.dueOn).not.toBe(last);
  });
});

describe('three times not now', () => {
  const skipped = (...daysAgo: number[]) => daysAgo.map((days) => aLog(`${addDays(today, -days)} 09:00`, 'skip'));

  it('rests until the next working day, and is asked for again then', () => {
    const { contact, standing } = entry({}, [called(40), ...skipped(0)]);
    expect(standing).toMatchObject({ status: 'planned', reason: 'skip', untilOn: '2026-11-23' });
    expect(groupOf(contact, standing, today)).toBe('next');
    const monday = standingOf(contact, endOf('2026-11-23'), rules);
    expect(isOfToday({ contact, standing: monday }, '2026-11-23')).toBe(true);
  });

  it('offers half as long a cadence again, once', () => {
    const twice = aContact({}, [called(40), ...skipped(2, 1)]);
    const thrice = [called(40), ...skipped(3, 2, 1)];
    expect(cadenceAfterSkips(twice)).toBeUndefined();
    expect(cadenceAfterSkips(aContact({}, thrice))).toBe(45);
    expect(cadenceAfterSkips(aContact({ cadenceDays: 45 }, thrice))).toBeUndefined();
    expect(cadenceAfterSkips(aContact({ cadenceDays: 'none' }, thrice))).toBeUndefined();
  });

  it('counts from the last contact on', () => {
    expect(cadenceAfterSkips(aContact({}, [...skipped(50, 49, 48), called(40)]))).toBeUndefined();
  });
});
