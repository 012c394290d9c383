import { daysBetween } from '@/lib/core/calendar';
import { dayAt, sayDay } from '@/lib/core/day-words';
import type { MessageKey } from '@/lib/core/phrase';
import type { LeavingReason, Recovery, RecoveryEvent } from '@/lib/core/recovery';
import type { Closing } from '@/lib/core/recovery-facts';
import type { RecoveryAct, StepNumber } from '@/lib/core/recovery-step';
import { text } from '@/lib/extension/text';
import type { Moment } from './moment';
import type { RecoveryView } from './recovery-view';
import { whenText } from './when-text';

/** Why customers leave, in words and in the order in which they are offered. */
export const reasonNames: readonly (readonly [reason: LeavingReason, key: MessageKey])[] = [
  ['unfulfilled-promise', 'caseReasonPromise'],
  ['below-par', 'caseReasonBelowPar'],
  ['value-against-price', 'caseReasonValue'],
  ['communication', 'caseReasonCommunication'],
  ['lack-of-care', 'caseReasonCare'],
  ['mistreated', 'caseReasonMistreated'],
  ['needs-changed', 'caseReasonNeeds'],
  ['contact-left', 'caseReasonLeft'],
  ['other', 'caseReasonOther'],
];

/** Why a customer leaves, in words. */
export function reasonText(reason: LeavingReason): string {
  return text(reasonNames.find(([one]) => one === reason)?.[1] ?? 'caseReasonOther');
}

/** How serious it is, mildest first. */
export const severityKeys: readonly (readonly [severity: Recovery['severity'], key: MessageKey])[] = [
  [1, 'caseSeverity1'],
  [2, 'caseSeverity2'],
  [3, 'caseSeverity3'],
];

export const faultKeys: Readonly<Record<Recovery['fault'], MessageKey>> = {
  mistake: 'caseMistake',
  'broken-promise': 'caseBrokenPromise',
};

/** The six steps by name. */
export const stepKeys: Readonly<Record<StepNumber, MessageKey>> = {
  1: 'caseStep1',
  2: 'caseStep2',
  3: 'caseStep3',
  4: 'caseStep4',
  5: 'caseStep5',
  6: 'caseStep6',
};

/** What is to be done next, and how. */
export const actKeys: Readonly<Record<RecoveryAct, { readonly title: MessageKey; readonly how: MessageKey }>> = {
  'name-manager': { title: 'caseActManager', how: 'caseHowManager' },
  apologise: { title: 'caseActApologise', how: 'caseHowApologise' },
  'ask-how': { title: 'caseActAskHow', how: 'caseHowAskHow' },
  plan: { title: 'caseActPlan', how: 'caseHowPlan' },
  promise: { title: 'caseActPromise', how: 'caseHowPromise' },
  'tell-status': { title: 'caseActStatus', how: 'caseHowStatus' },
  fix: { title: 'caseActFix', how: 'caseHowFix' },
  extra: { title: 'caseActExtra', how: 'caseHowExtra' },
  check: { title: 'caseActCheck', how: 'caseHowCheck' },
  'ask-repeat': { title: 'caseActRepeat', how: 'caseHowRepeat' },
  close: { title: 'caseActClose', how: 'caseHowClose' },
};

const closingKeys: Readonly<Record<Closing['outcome'], MessageKey>> = {
  kept: 'casePillKept',
  lost: 'casePillLost',
  withdrawn: 'casePillWithdrawn',
};

/** The pill's words: the step whose turn it is and how late it is, or how it ended. */
export function pillText({ course: { next, closing } }: RecoveryView, { today }: Moment): string {
  if (closing) return text(closingKeys[closing.outcome]);
  if (!next) return text('casePillOpen', 1);
  if (next.state === 'due') return text('casePillDue', next.step);
  if (next.state !== 'overdue') return text('casePillOpen', next.step);
  const days = daysBetween(next.dueOn ?? today, today);
  return days > 0 ? text('casePillLateDays', next.step, days) : text('casePillLate', next.step);
}

const plainKeys = {
  'holding-note': 'caseKindHoldingNote',
  apologised: 'caseKindApologised',
  'asked-how': 'caseKindAskedHow',
  'status-told': 'caseKindStatusTold',
  fixed: 'caseKindFixed',
  'no-extra': 'caseKindNoExtra',
  'repeat-asked': 'caseKindRepeat',
  note: 'caseNoteOnly',
  void: 'caseNoteOnly',
} as const satisfies Record<string, MessageKey>;

/** What happened, as an entry of the history. */
export function eventText(event: RecoveryEvent, { today, locale }: Moment): string {
  switch (event.kind) {
    case 'asked':
      return text('caseEntryAsked', event.text);
    case 'planned':
      return text('caseEntryPlanned', event.text);
    case 'given':
      return text('caseEntryGiven', event.text);
    case 'fix-promised':
      return text('caseEntryPromise', event.owner, sayDay(event.dueOn, today, locale));
    case 'extra':
      return event.cost === undefined
        ? text('caseEntryExtra', event.what)
        : text('caseEntryExtraCost', event.what, event.cost);
    case 'checked':
      return text(event.isOk ? 'caseKindOk' : 'caseKindNotOk');
    case 'closed':
      return event.outcome === 'lost'
        ? text('caseEntryLost', reasonText(event.reason))
        : text(event.outcome === 'kept' ? 'caseEntryKept' : 'caseEntryWithdrawn');
    default:
      return text(plainKeys[event.kind]);
  }
}

/** "yesterday", "on Friday": when that was, inside a sentence. */
export function whenWas(at: number, moment: Moment): string {
  return whenText(dayAt(at, moment), moment);
}
