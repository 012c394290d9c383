import fc from 'fast-check';
import { addDays } from '@/lib/core/calendar';
import type { Recovery, RecoveryDeed, RecoveryEvent } from '@/lib/core/recovery';
import type { RecoveryRules } from '@/lib/core/recovery-deadlines';
import { aRecovery, deeds, promised } from './recovery-rows';

const hourMs = 3_600_000;
/** Half a year in which the clocks change in every zone below. */
const firstAt = Date.UTC(2026, 7, 1);
const hours = 24 * 180;
const dayFrom = (n: number) => addDays('2026-08-01', n);
const zones = [
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Asia/Beirut',
];

const period = fc.tuple(fc.nat(200), fc.nat(20)).map(([n, days]) => ({ fromOn: dayFrom(n), toOn: dayFrom(n + days) }));

/** Any working time: work of two to fourteen hours, weekends, holidays, days away. */
export const anyRules: fc.Arbitrary<RecoveryRules> = fc
  .record({
    timeZone: fc.constantFrom(...zones),
    weekend: fc.subarray([0, 1, 2, 3, 4, 5, 6], { maxLength: 6 }),
    holidays: fc.array(fc.nat(230).map(dayFrom), { maxLength: 20 }),
    away: fc.array(period, { maxLength: 3 }),
    start: fc.integer({ min: 0, max: 20 }),
    length: fc.integer({ min: 4, max: 28 }),
  })
  .map(({ start, length, ...rest }) => ({
    ...rest,
    workStartMinutes: start * 30,
    workEndMinutes: (start + length) * 30,
  }));

/** Any instant of that half year, to the quarter of an hour, so that equal ones are common. */
export const anyInstant = fc.integer({ min: 0, max: hours * 4 }).map((n) => firstAt + (n * hourMs) / 4);

const rarely = <T>(some: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: some });

/** Any case: also of those that were deleted, or belong to no account. */
export const anyRecovery: fc.Arbitrary<Recovery> = fc
  .record({
    openedAt: anyInstant,
    deletedAt: rarely(fc.constant(1)),
    reason: fc.constantFrom<Recovery['reason']>('below-par', 'mistreated'),
    manager: fc.option(fc.constant('Ruth Amsel'), { nil: undefined }),
  })
  .map((changes) => aRecovery('2026-08-01 10:00', changes));

const { kept, lost, withdrawn, ...steps } = deeds;
/** Any deed but a void; the ends of a case are rare, or none would get far. */
export const anyDeed: fc.Arbitrary<RecoveryDeed> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom<RecoveryDeed>(...Object.values(steps)) },
  { weight: 3, arbitrary: fc.nat(230).map((n) => promised(dayFrom(n))) },
  { weight: 1, arbitrary: fc.constantFrom<RecoveryDeed>(kept, lost, withdrawn) },
);

/** One deed as an event of the case; `n` makes its id. */
export function eventOf(deed: RecoveryDeed, n: number, occurredAt: number, recordedAt = occurredAt): RecoveryEvent {
  const { id } = aRecovery('2026-08-01 10:00');
  const stamp = { id: `event-${n}`, recoveryId: id, occurredAt, recordedAt, recordedBy: 'device-1' };
  return { ...stamp, ...deed };
}

/** Some takes place at an instant of its own, much at one and the same. */
const entry = fc.record({
  deed: anyDeed,
  at: fc.oneof(anyInstant, fc.constantFrom(firstAt, firstAt + hourMs)),
  told: fc.nat(2),
  voids: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.nat(30) }),
  isVoid: fc.boolean(),
});

/** Any history: out of order, with corrections, undone ones, voids of voids, of themselves, of nothing, and in rings. */
export const anyEvents: fc.Arbitrary<readonly RecoveryEvent[]> = fc.array(entry, { maxLength: 30 }).map((entries) =>
  entries.map(({ deed, at, told, voids, isVoid }, n) => {
    const voidsId = voids === undefined ? {} : { voidsId: `event-${voids}` };
    const made = eventOf(deed, n, at, at + told);
    return voids !== undefined && isVoid
      ? eventOf({ kind: 'void', voidsId: `event-${voids}` }, n, at, at + told)
      : { ...made, ...voidsId };
  }),
);

const wanted = [
  deeds.apologised,
  deeds.askedHow,
  deeds.planned,
  promised('2026-08-20'),
  deeds.statusTold,
  deeds.fixed,
  deeds.extra,
  deeds.ok,
  deeds.repeatAsked,
] as const;
/** Now and then something is left out, told twice, or comes between. */
const chapter = (deed: RecoveryDeed): fc.Arbitrary<readonly RecoveryDeed[]> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constant([deed]) },
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.constant([deed, deed]) },
    { weight: 2, arbitrary: anyDeed.map((other) => [other, deed]) },
  );

/** A history as a user makes it: the six steps, more or less, some hours apart, and maybe a second round. */
export const anyTale: fc.Arbitrary<readonly RecoveryEvent[]> = fc
  .tuple(
    fc.tuple(...wanted.map(chapter)),
    fc.oneof(fc.constant([]), fc.constant([deeds.notOk]), fc.tuple(...[deeds.notOk, ...wanted.slice(3)].map(chapter))),
    fc.integer({ min: 1, max: 40 }),
    fc.nat(60),
  )
  .map(([first, second, length, hoursApart]) =>
    [...first.flat(), ...second.flat()]
      .slice(0, length)
      .map((deed, n) => eventOf(deed, n, firstAt + n * hoursApart * hourMs)),
  );

/** A moment after everything in these histories. */
export const afterAllAt = firstAt + hours * hourMs * 2;
