import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyDeed, eventOf } from '@/tests/support/recovery-chance';
import { aRecovery, promised } from '@/tests/support/recovery-rows';
import { rules } from '@/tests/support/rows';
import type { RecoveryDeed, RecoveryEvent } from './recovery';
import { type Course, courseOf, mayRecord } from './recovery-course';
import type { RecoveryAct } from './recovery-step';

/** A case as a child would keep it: what is ticked off, and nothing about time. */
interface Ticks {
  readonly apologised: boolean;
  readonly asked: boolean;
  readonly planned: boolean;
  readonly promised: boolean;
  readonly told: boolean;
  readonly fixed: boolean;
  readonly extra: 'none' | 'given' | 'waived';
  readonly ok: boolean;
  readonly repeat: boolean;
  readonly round: number;
  readonly end?: 'kept' | 'lost' | 'withdrawn';
}
const fresh: Ticks = {
  apologised: false,
  asked: false,
  planned: false,
  promised: false,
  told: false,
  fixed: false,
  extra: 'none',
  ok: false,
  repeat: false,
  round: 1,
};

/** How many of the six are ticked off from the first on. */
function ticked({ apologised, asked, planned, fixed, extra, ok, repeat }: Ticks): number {
  const six = [apologised, asked && planned, fixed, extra !== 'none', ok, repeat];
  const open = six.indexOf(false);
  return open < 0 ? 6 : open;
}

/** What each deed ticks off; the same ticks where it does nothing. */
function tick(s: Ticks, deed: RecoveryDeed): Ticks {
  if (s.end) return s;
  const isOk = ticked(s) >= 5;
  switch (deed.kind) {
    case 'apologised':
      return { ...s, apologised: true };
    case 'asked-how':
    case 'asked':
      return { ...s, asked: true };
    case 'planned':
      return { ...s, planned: true };
    case 'fix-promised':
      return s.fixed ? s : { ...s, promised: true };
    case 'status-told':
      return s.promised && !s.fixed ? { ...s, told: true } : s;
    case 'fixed':
      return s.round === 1 || s.promised ? { ...s, fixed: true } : s;
    case 'extra':
      return { ...s, extra: 'given' };
    case 'no-extra':
      return s.extra === 'none' ? { ...s, extra: 'waived' } : s;
    case 'checked':
      if (deed.isOk) return s.fixed ? { ...s, ok: true } : s;
      return { ...s, promised: false, told: false, fixed: false, ok: false, repeat: false, round: s.round + 1 };
    case 'repeat-asked':
      return isOk ? { ...s, repeat: true } : s;
    case 'closed':
      return deed.outcome !== 'kept' || isOk ? { ...s, end: deed.outcome } : s;
    default:
      return s;
  }
}

function turnOf(s: Ticks): readonly RecoveryAct[] {
  if (s.end) return [];
  const acts: readonly (readonly RecoveryAct[])[] = [
    ['apologise'],
    [s.asked ? 'plan' : 'ask-how'],
    s.promised ? (s.told ? ['fix'] : ['fix', 'tell-status']) : ['promise'],
    ['extra'],
    ['check'],
    ['ask-repeat'],
    ['close'],
  ];
  return acts[ticked(s)] ?? [];
}

/** The real thing: rows that are only ever appended, and a clock. */
interface Log {
  readonly events: RecoveryEvent[];
  now: number;
}
/** The child's: every state so far, so that undo is forgetting the last, and the ids that made them. */
interface Pad {
  readonly states: Ticks[];
  readonly ids: string[];
}

const recovery = aRecovery('2026-11-20 18:30');
const courseNow = ({ events, now }: Log) => courseOf(recovery, events, { now, rules });

/** Which turns were reached, and in which round: walks that never get far would prove nothing. */
const seen = new Set<string>();

function expectSame({ states }: Pad, log: Log): void {
  const s = states.at(-1) ?? fresh;
  const course: Course = courseNow(log);
  seen.add(`${s.end ?? course.next?.act} in round ${Math.min(s.round, 3)}`);
  const done = ticked(s);
  const expected = [1, 2, 3, 4, 5, 6].map((step) => {
    if (step <= done) return step === 4 && s.extra === 'waived' ? 'skipped' : 'done';
    if (s.end) return 'skipped';
    return step === done + 1 ? 'next' : 'locked';
  });
  const isNow = (state: string) => ['open', 'due', 'overdue'].includes(state);
  expect(course.steps.map(({ state }) => (isNow(state) ? 'next' : state))).toEqual(expected);
  expect(course.isOpen).toBe(s.end === undefined);
  expect(course.closing?.outcome).toBe(s.end);
  expect(course.round).toBe(s.round);
  expect(course.promise !== undefined).toBe(s.promised);
  expect(course.isRepeatUnlocked).toBe(s.end === 'withdrawn' || (s.end !== 'lost' && done >= 5));
  if (s.end) expect(course.next).toBeUndefined();
  else expect(turnOf(s)).toContain(course.next?.act);
}

class Do implements fc.Command<Pad, Log> {
  constructor(readonly deed: RecoveryDeed) {}
  check = () => true;
  run(pad: Pad, log: Log): void {
    const event = eventOf(this.deed, log.events.length, log.now, log.now + log.events.length);
    const before = courseNow(log);
    const isTaken = mayRecord(recovery, log.events, this.deed);
    log.events.push(event);
    pad.states.push(tick(pad.states.at(-1) ?? fresh, this.deed));
    pad.ids.push(event.id);
    if (!isTaken) expect(courseNow(log)).toEqual(before);
    expectSame(pad, log);
  }
  toString = () => JSON.stringify(this.deed);
}

/** What the user would do who does as told, so that long walks are common. */
class DoNext implements fc.Command<Pad, Log> {
  check = ({ states }: Readonly<Pad>) => turnOf(states.at(-1) ?? fresh).length > 0;
  run(pad: Pad, log: Log): void {
    const act = courseNow(log).next?.act ?? 'close';
    const deed = toDo[act];
    expect(mayRecord(recovery, log.events, deed)).toBe(true);
    new Do(deed).run(pad, log);
    expect(courseNow(log).next?.act).not.toBe(act);
  }
  toString = () => 'what comes next';
}
const toDo: Readonly<Record<RecoveryAct, RecoveryDeed>> = {
  'name-manager': { kind: 'note' },
  apologise: { kind: 'apologised' },
  'ask-how': { kind: 'asked-how' },
  plan: { kind: 'planned', text: 'Send it by courier.' },
  promise: promised('2026-11-27'),
  'tell-status': { kind: 'status-told' },
  fix: { kind: 'fixed' },
  extra: { kind: 'extra', what: 'A visit' },
  check: { kind: 'checked', isOk: true },
  'ask-repeat': { kind: 'repeat-asked' },
  close: { kind: 'closed', outcome: 'kept' },
};

class Undo implements fc.Command<Pad, Log> {
  check = ({ ids }: Readonly<Pad>) => ids.length > 0;
  run(pad: Pad, log: Log): void {
    pad.states.pop();
    const voidsId = pad.ids.pop() ?? '';
    log.events.push(eventOf({ kind: 'void', voidsId }, log.events.length, log.now, log.now + log.events.length));
    expectSame(pad, log);
  }
  toString = () => 'undo';
}

class Wait implements fc.Command<Pad, Log> {
  constructor(readonly hours: number) {}
  check = () => true;
  run(pad: Pad, log: Log): void {
    log.now += this.hours * 3_600_000;
    expectSame(pad, log);
  }
  toString = () => `wait ${this.hours} h`;
}

it('goes the way a simple list of ticks goes, whatever is done, undone and waited for', () => {
  const next = fc.constant(new DoNext());
  const other = anyDeed.map((deed) => new Do(deed));
  const notOk = fc.constant(new Do({ kind: 'checked', isOk: false }));
  const wait = fc.nat(80).map((hours) => new Wait(hours));
  const all = [next, next, next, next, next, other, notOk, fc.constant(new Undo()), wait];
  fc.assert(
    fc.property(fc.commands(all, { maxCommands: 40, size: 'max' }), (commands) => {
      const log: Log = { events: [], now: recovery.openedAt };
      fc.modelRun(() => ({ model: { states: [], ids: [] }, real: log }), commands);
    }),
    { numRuns: 300 },
  );
  const acts = Object.keys(toDo).filter((act) => act !== 'name-manager');
  for (const turn of [...acts, 'kept', 'lost', 'withdrawn']) expect(seen).toContain(`${turn} in round 1`);
  for (const turn of ['promise', 'tell-status', 'fix', 'check', 'ask-repeat', 'kept']) {
    expect(seen).toContain(`${turn} in round 2`);
  }
});
