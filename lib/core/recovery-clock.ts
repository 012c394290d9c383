import { startOfDay } from '@/lib/core/calendar';
import type { Instant } from '@/lib/core/model';
import type { Recovery, RecoveryCase } from '@/lib/core/recovery';
import { type Course, courseOf } from '@/lib/core/recovery-course';
import { momentAtWork, type RecoveryRules } from '@/lib/core/recovery-deadlines';
import { escalationOf } from '@/lib/core/recovery-escalation';
import { type OpenCase, type RecoveryStage, wantsAt } from '@/lib/core/recovery-stage';

/** What the contact's clock keeps of the recoveries of its customer. */
export interface CasesPart {
  readonly recovery?: OpenCase;
  readonly isSilenced?: true;
}

/**
 * Of the cases of a customer, the one in which this contact is let down (of several the one that wants attention
 * first), and whether any of them silences what else would be asked of the customer.
 */
export function casesPart(
  contact: { readonly id: string },
  cases: readonly RecoveryCase[],
  rules: RecoveryRules,
): CasesPart {
  const open = cases.map((one) => openCaseOf(one, cases, rules));
  const own = open.filter((one, index) => one && cases[index]?.recovery.contactId === contact.id);
  const [first] = own.filter((one) => one !== undefined).sort(byUrgency);
  return {
    ...(first ? { recovery: first } : {}),
    ...(open.some((one) => one !== undefined) ? { isSilenced: true } : {}),
  };
}

function byUrgency(a: OpenCase, b: OpenCase): number {
  const [first = Infinity, second = Infinity] = [wantsAt(a), wantsAt(b)];
  if (first !== second) return first < second ? -1 : 1;
  return a.openedAt - b.openedAt || (a.recoveryId < b.recoveryId ? -1 : 1);
}

/** What the case asks for, now and as time goes by. `undefined`: it is closed or deleted. */
export function openCaseOf(
  { recovery, events }: RecoveryCase,
  others: readonly RecoveryCase[],
  rules: RecoveryRules,
): OpenCase | undefined {
  const escalation = escalationOf(recovery, others, rules.timeZone);
  const courseAt = (now: Instant) => courseOf(recovery, events, { now, rules, escalation });
  const begun = courseAt(recovery.openedAt);
  const first = stageOf(begun, recovery.openedAt);
  if (!first) return undefined;
  const later: RecoveryStage[] = [];
  let turn = turnAfter(recovery.openedAt, begun, recovery, rules);
  while (turn !== undefined) {
    const course = courseAt(turn);
    const stage = stageOf(course, turn);
    if (stage && !isSame(stage, later.at(-1) ?? first)) later.push(stage);
    turn = turnAfter(turn, course, recovery, rules);
  }
  return { recoveryId: recovery.id, openedAt: recovery.openedAt, stages: [first, ...later] };
}

/** The next moment after that one at which a case may ask for something else, though nothing was done. */
function turnAfter(
  now: Instant,
  { next, promise, remedyOn }: Course,
  { openedAt }: Recovery,
  rules: RecoveryRules,
): Instant | undefined {
  const days = [next?.dueOn, promise?.statusOn, remedyOn].filter((on) => on !== undefined);
  const turns = [...days.map((on) => startOfDay(on, rules.timeZone)), next?.lateAt, momentAtWork(openedAt, rules)];
  const ahead = turns.filter((at) => at !== undefined).filter((at) => at > now);
  return ahead.length > 0 ? Math.min(...ahead) : undefined;
}

function isSame(a: RecoveryStage, b: RecoveryStage): boolean {
  return JSON.stringify({ ...a, fromAt: 0 }) === JSON.stringify({ ...b, fromAt: 0 });
}

/** What an open case asks for as its course stands at that moment. `undefined`: it is not open. */
export function stageOf({ next, promise, round, offersHoldingNote }: Course, now: Instant): RecoveryStage | undefined {
  if (!next) return undefined;
  const { act, state, dueOn } = next;
  return {
    fromAt: now,
    act,
    state: state === 'due' || state === 'overdue' ? state : 'open',
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(act === 'fix' && promise ? { promisedOn: promise.dueOn } : {}),
    ...(round > 1 ? { isAgain: true } : {}),
    ...(offersHoldingNote ? { wantsNote: true } : {}),
  };
}
