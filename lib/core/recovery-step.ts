import { civilDate, startOfDay } from '@/lib/core/calendar';
import type { CalendarDate, Instant } from '@/lib/core/model';
import type { Recovery } from '@/lib/core/recovery';
import {
  afterDaysAtWork,
  apologyDeadline,
  byEndOf,
  type Deadline,
  earlierOf,
  laterOf,
  promiseDeadline,
  type RecoveryRules,
  remedyDeadline,
  statusDay,
  urgencyOf,
} from '@/lib/core/recovery-deadlines';
import type { Escalation } from '@/lib/core/recovery-escalation';
import type { RecoveryFacts } from '@/lib/core/recovery-facts';

/** The six steps: apologise, involve, fix, something extra, follow up, repeat business. */
export type StepNumber = 1 | 2 | 3 | 4 | 5 | 6;
/** `skipped`: settled without being done (no extra), or left undone when the case was closed. */
export type StepState = 'locked' | 'open' | 'due' | 'overdue' | 'done' | 'skipped';
/** The one thing to do next. `name-manager` stands before the apology in a case that escalates; `close` after step 6. */
export type RecoveryAct =
  | 'name-manager'
  | 'apologise'
  | 'ask-how'
  | 'plan'
  | 'promise'
  | 'tell-status'
  | 'fix'
  | 'extra'
  | 'check'
  | 'ask-repeat'
  | 'close';

/** One of the six steps at one moment. */
export interface RecoveryStep {
  readonly step: StepNumber;
  readonly state: StepState;
  /** When it was settled; not before the steps ahead of it were. */
  readonly doneAt?: Instant;
  /** What it asks for, and by when; only of the step whose turn it is. */
  readonly act?: RecoveryAct;
  readonly dueOn?: CalendarDate;
  readonly dueAt?: Instant;
  /** From when on it is late: the first working minute after `dueAt`. */
  readonly lateAt?: Instant;
}

/** The step whose turn it is. */
export interface NextStep extends RecoveryStep {
  readonly act: RecoveryAct;
}

/** On what a course depends beside the case itself. */
export interface CourseContext {
  readonly now: Instant;
  readonly rules: RecoveryRules;
  /** `undefined`: the usual course. */
  readonly escalation?: Escalation;
}

/** Days at work that each step has, counted from the day on which its turn came. */
const daysAtWork = { ask: 1, plan: 1, answer: 2, promise: 1, extra: 1, check: 2, repeat: 5 } as const;
/** By when the fault is to be remedied: on the promised day, else within a week from the opening or the last "not OK". */
export function remedyOf({ promise, roundAt }: RecoveryFacts, rules: RecoveryRules): Deadline {
  return promise ? promiseDeadline(promise, rules) : remedyDeadline(roundAt, rules);
}

/** The step whose turn it is, with what it asks for. `settled`: as `settledAt` tells. */
export function nextStep(
  recovery: Recovery,
  facts: RecoveryFacts,
  settled: readonly Instant[],
  { now, rules, escalation }: CourseContext,
): NextStep {
  const timed = (step: StepNumber, act: RecoveryAct, deadline: Deadline): NextStep => {
    return { step, act, state: urgencyOf(deadline, now, rules), ...deadline };
  };
  const [, involvedAt = 0, fixedAt = 0, extraAt = 0, okAt = 0] = settled;
  switch (settled.length) {
    case 0: {
      const act = escalation?.lacksManager ? 'name-manager' : 'apologise';
      return timed(1, act, apologyDeadline(recovery.openedAt, rules));
    }
    case 1:
      return timed(2, ...involving(facts, settled, rules));
    case 2: {
      const [act, deadline] = fixing(facts, involvedAt, now, rules);
      // A status note is asked for, and never late: only the fix itself can be.
      return act === 'tell-status' ? { ...timed(3, act, deadline), state: 'due' } : timed(3, act, deadline);
    }
    case 3:
      return timed(4, 'extra', afterDaysAtWork(fixedAt, daysAtWork.extra, rules));
    case 4: {
      const inTurn = byEndOf(civilDate(extraAt, rules.timeZone), rules);
      return timed(5, 'check', laterOf(afterDaysAtWork(fixedAt, daysAtWork.check, rules), inTurn));
    }
    case 5: {
      const next = timed(6, 'ask-repeat', afterDaysAtWork(okAt, daysAtWork.repeat, rules));
      // Nobody presses a customer for business: it is asked for, and never late.
      return next.state === 'overdue' ? { ...next, state: 'due' } : next;
    }
    default:
      return { step: 6, act: 'close', state: 'open' };
  }
}

/** Step 2: ask the customer, give them time to answer, then plan with them, or without where no answer was seen. */
function involving(
  { askedHowAt, answeredAt }: RecoveryFacts,
  [apologisedAt = 0]: readonly Instant[],
  rules: RecoveryRules,
): readonly [RecoveryAct, Deadline] {
  const from = (at: Instant, days: number) => afterDaysAtWork(Math.max(at, apologisedAt), days, rules);
  if (answeredAt !== undefined) return ['plan', from(answeredAt, daysAtWork.plan)];
  if (askedHowAt !== undefined) return ['plan', from(askedHowAt, daysAtWork.answer)];
  return ['ask-how', from(apologisedAt, daysAtWork.ask)];
}

/** Step 3: a promise by the next day at work, one status note at half time, the fix on the promised day. */
function fixing(
  facts: RecoveryFacts,
  involvedAt: Instant,
  now: Instant,
  rules: RecoveryRules,
): readonly [RecoveryAct, Deadline] {
  const remedy = remedyOf(facts, rules);
  const { promise, statusToldAt, roundAt } = facts;
  if (!promise) {
    return ['promise', earlierOf(afterDaysAtWork(Math.max(involvedAt, roundAt), daysAtWork.promise, rules), remedy)];
  }
  const statusOn = statusToldAt === undefined ? statusDay(promise, rules) : undefined;
  const starts = (on: CalendarDate) => startOfDay(on, rules.timeZone);
  const isHalfTime = statusOn !== undefined && starts(statusOn) <= now && now < starts(remedy.dueOn);
  return isHalfTime ? ['tell-status', byEndOf(statusOn, rules)] : ['fix', remedy];
}
