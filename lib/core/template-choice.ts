import type { PlanReason } from '@/lib/core/follow-up';
import type { Contact } from '@/lib/core/model';
import type { Recovery } from '@/lib/core/recovery';
import type { RecoveryAct } from '@/lib/core/recovery-step';
import type { Situation } from '@/lib/core/situation';
import type { Suggestion } from '@/lib/core/suggest';
import type { RecoveryTemplateKey, TemplateKey } from '@/lib/core/template-pack';

/** Where a case stands, as far as its wording depends on it. */
export interface CaseStep {
  /** What it asks for next. `undefined`: it is closed. */
  readonly act?: RecoveryAct;
  /** The customer said that it was not OK: it is promised anew. */
  readonly isAgain?: boolean;
  /** Two lines now, because a proper apology has to wait for the next working morning. */
  readonly wantsNote?: boolean;
  readonly fault?: Recovery['fault'];
  /** As the escalation tells. `undefined`: not known here, so no apology is offered. */
  readonly allowsStockApology?: boolean;
}

/** Which wording goes with which next step. `none`: they rest, or the case says more than the situation. */
const bySituation: Readonly<Record<Situation, TemplateKey | 'none'>> = {
  gone: 'ask-successor',
  resting: 'none',
  'went-wrong': 'none',
  'answer-owed': 'answer-owed',
  'mail-came-back': 'after-bounce',
  'promise-broken': 'new-date',
  'plan-passed': 'new-date',
  introduction: 'introduction',
  'plan-today': 'planned',
  'tried-call': 'tried-call',
  'tried-mail': 'tried-mail',
  'plan-ahead': 'keep-in-touch',
  'mail-to-check': 'keep-in-touch',
  'sent-unseen': 'keep-in-touch',
  'colleague-answered': 'after-colleague',
  'often-skipped': 'longer-pause',
  'never-seen': 'first-hello',
  'lead-silent': 'lead-again',
  'at-risk': 'at-risk',
  'fading-away': 'how-are-you',
  'they-wrote-last': 'write-back',
  'you-wrote-last': 'follow-up-own',
  'after-call': 'after-call',
  'after-meeting': 'after-meeting',
  'after-chat': 'after-chat',
  'past-customer': 'thinking-of-you',
  'on-track': 'keep-in-touch',
};

/**
 * The ready wording for a contact's next step. `step`: what its case asks for, if one is open. `undefined`: the contact
 * rests, or the case has to be opened for it.
 */
export function templateFor(
  { situation }: Pick<Suggestion, 'situation'>,
  { stage, clock }: Pick<Contact, 'stage' | 'clock'>,
  step?: CaseStep,
): TemplateKey | undefined {
  if (step) return templatesForStep(step)[0];
  // Whoever was lost is written to for one reason only, on whatever day that was planned.
  if (stage === 'lost' && situation !== 'gone') return 'win-back';
  if (situation === 'answer-owed' && stage === 'lead') return 'lead-answer';
  if (situation === 'plan-today' && clock.plan?.reason) return templatesForPlan(clock.plan.reason)[0];
  // The situation stands for whatever has none of its own: the user's word for "last in touch", for one.
  if (situation === 'after-chat' && clock.lastContactKind !== 'chat') return 'keep-in-touch';
  const key = bySituation[situation];
  return key === 'none' ? undefined : key;
}

const byAct: Readonly<Record<Exclude<RecoveryAct, 'apologise'>, RecoveryTemplateKey>> = {
  'name-manager': 'ask-manager',
  'ask-how': 'ask-how',
  plan: 'plan',
  promise: 'remedy-promise',
  'tell-status': 'status-note',
  fix: 'fixed',
  extra: 'extra',
  check: 'check',
  'ask-repeat': 'repeat-business',
  close: 'case-closed',
};

/** The ready wordings for what a case asks for next, the one to be sent first at the beginning. */
export function templatesForStep(step: CaseStep): readonly RecoveryTemplateKey[] {
  const { act, isAgain = false, wantsNote = false } = step;
  if (act === undefined) return [];
  if (act === 'promise' && isAgain) return ['remedy-again'];
  const keys = act === 'apologise' ? apologies(step) : [byAct[act]];
  return wantsNote ? ['holding-note', ...keys] : keys;
}

/** Whoever has had a ready-made apology within 90 days gets none. */
function apologies({ allowsStockApology, fault }: CaseStep): readonly RecoveryTemplateKey[] {
  if (allowsStockApology === undefined) return [];
  if (!allowsStockApology) return ['escalation'];
  return [fault === 'broken-promise' ? 'apology-promise' : 'apology'];
}

const byReason: Readonly<Record<PlanReason, readonly TemplateKey[]>> = {
  introduction: ['introduction'],
  'try-again': ['win-back'],
  'referral-lead': ['referral-lead'],
  'renewal-90': ['renewal-90'],
  'renewal-60': ['renewal-60'],
  'renewal-30': ['renewal-30'],
  review: ['review-agenda', 'review-benefit'],
  'extension-thanks': ['extension-thanks'],
  'referral-thanks': ['referral-thanks'],
  birthday: ['birthday'],
  anniversary: ['anniversary'],
};

/** The ready wordings for a follow-up that was planned for this, the one to be sent first at the beginning. */
export function templatesForPlan(reason: PlanReason): readonly TemplateKey[] {
  return byReason[reason];
}
