import type { CalendarDate, Instant } from '@/lib/core/model';
import type { Recovery, RecoveryDeed, RecoveryEvent } from '@/lib/core/recovery';
import { isBeforeWork, type RecoveryRules, remedyDeadline, statusDay } from '@/lib/core/recovery-deadlines';
import { isSameCustomer } from '@/lib/core/recovery-escalation';
import {
  type Closing,
  type Extra,
  factsOf,
  type Involvement,
  mayFollow,
  type Promised,
  type RecoveryFacts,
  settledAt,
} from '@/lib/core/recovery-facts';
import {
  type CourseContext,
  type NextStep,
  nextStep,
  type RecoveryStep,
  remedyOf,
  type StepNumber,
} from '@/lib/core/recovery-step';

/** A promise of this round with its timers. */
export interface CoursePromise extends Promised {
  /** The day of the one status note. `undefined`: the promised day is too near for one. */
  readonly statusOn?: CalendarDate;
  /** Promised for a day later than a week after the promise. */
  readonly isBeyondWeek: boolean;
}

/** Where a case stands at one moment. */
export interface Course {
  readonly steps: readonly RecoveryStep[];
  /** `undefined`: the case is closed. */
  readonly next?: NextStep;
  /** While it is open, renewal, referral, birthday and repeat-business prompts rest for the whole account. */
  readonly isOpen: boolean;
  /** How the case ended. `undefined`: not yet. */
  readonly closing?: Closing;
  /** 1, and one more for each time the customer said that it is not OK. */
  readonly round: number;
  readonly promise?: CoursePromise;
  /** Until when the fault is to be remedied: the promised day, else a week from the opening or the last "not OK". */
  readonly remedyOn: CalendarDate;
  readonly involvement: Involvement;
  readonly extras: readonly Extra[];
  /** Repeat business may be asked for: the customer said that all is OK, or there was nothing to recover from. */
  readonly isRepeatUnlocked: boolean;
  /** Two lines now, because a proper apology has to wait for the next working morning. */
  readonly offersHoldingNote: boolean;
}

const stepNumbers = [1, 2, 3, 4, 5, 6] as const;

/** Where the case stands, what comes next and by when. The events may stand in any order. */
export function courseOf(recovery: Recovery, events: readonly RecoveryEvent[], context: CourseContext): Course {
  const { now, rules } = context;
  const facts = factsOf(recovery, events);
  const settled = settledAt(facts);
  const isOpen = facts.closing === undefined && recovery.deletedAt === undefined;
  const next = isOpen ? nextStep(recovery, facts, settled, context) : undefined;
  const promise = facts.promise && promiseOf(facts.promise, rules);
  const outcome = facts.closing?.outcome;
  return {
    steps: stepNumbers.map((step) => stepOf(step, facts, settled, next)),
    ...(next ? { next } : {}),
    isOpen,
    ...(facts.closing ? { closing: facts.closing } : {}),
    round: facts.round,
    ...(promise ? { promise } : {}),
    remedyOn: remedyOf(facts, rules).dueOn,
    involvement: facts.involvement,
    extras: facts.extras,
    isRepeatUnlocked: outcome === 'withdrawn' || (outcome !== 'lost' && settled.length >= 5),
    offersHoldingNote:
      isOpen && mayFollow(facts, { kind: 'holding-note' }) && isBeforeWork(recovery.openedAt, now, rules),
  };
}

/**
 * Does the case take this deed as its next? What it does not take changes nothing if it is recorded all the same: repeat
 * business before the OK, a second status note, anything but a note after the end.
 */
export function mayRecord(recovery: Recovery, events: readonly RecoveryEvent[], deed: RecoveryDeed): boolean {
  return mayFollow(factsOf(recovery, events), deed);
}

/** Does an open case of theirs, or of anybody at their account, silence the prompts about this contact? */
export function isSilenced(
  contact: { readonly id: string; readonly accountId?: string },
  cases: readonly { readonly recovery: Recovery; readonly course: Pick<Course, 'isOpen'> }[],
): boolean {
  const theirs = { contactId: contact.id, accountId: contact.accountId };
  return cases.some(({ recovery, course }) => course.isOpen && isSameCustomer(recovery, theirs));
}

function stepOf(
  step: StepNumber,
  facts: RecoveryFacts,
  settled: readonly Instant[],
  next: NextStep | undefined,
): RecoveryStep {
  const doneAt = settled[step - 1];
  if (doneAt !== undefined)
    return { step, state: step === 4 && facts.extras.length === 0 ? 'skipped' : 'done', doneAt };
  if (next?.step === step) return next;
  return { step, state: next ? 'locked' : 'skipped' };
}

function promiseOf(promise: Promised, rules: RecoveryRules): CoursePromise {
  const statusOn = statusDay(promise, rules);
  const isBeyondWeek = promise.dueOn > remedyDeadline(promise.madeAt, rules).dueOn;
  return { ...promise, ...(statusOn === undefined ? {} : { statusOn }), isBeyondWeek };
}
