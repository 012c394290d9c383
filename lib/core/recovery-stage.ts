import { type Reader, sayDay, whenPhrase } from '@/lib/core/day-words';
import type { CalendarDate, Instant, Ulid } from '@/lib/core/model';
import type { MessageKey, Phrase } from '@/lib/core/phrase';
import type { RecoveryAct } from '@/lib/core/recovery-step';

/** What an open case asks for from one moment on, in as much as list, badge and card say it. */
export interface RecoveryStage {
  readonly fromAt: Instant;
  readonly act: RecoveryAct;
  readonly state: 'open' | 'due' | 'overdue';
  readonly dueOn?: CalendarDate;
  /** The day for which the fix was promised. */
  readonly promisedOn?: CalendarDate;
  /** The customer said that it is not OK. */
  readonly isAgain?: boolean;
  /** Two lines now; the apology has to wait for the next working morning. */
  readonly wantsNote?: boolean;
}

/** The open case of a contact as its clock keeps it: whoever reads it needs the time, and none of its events. */
export interface OpenCase {
  readonly recoveryId: Ulid;
  readonly openedAt: Instant;
  /** What it asks for, and what it will ask for if nothing is done; the earliest first. */
  readonly stages: readonly [RecoveryStage, ...RecoveryStage[]];
}

/** What the case asks for at that moment. */
export function stageAt({ stages }: OpenCase, now: Instant): RecoveryStage {
  return stages.findLast(({ fromAt }) => fromAt <= now) ?? stages[0];
}

/** From when on its next step wants attention; always on a day at work. `undefined`: never by itself. */
export function wantsAt({ stages }: OpenCase): Instant | undefined {
  return stages.find(({ state }) => state !== 'open')?.fromAt;
}

/** In a word, as what is to be done, and how that is said once it is late. An act without the third is never late. */
const actKeys: Readonly<Record<RecoveryAct, readonly [MessageKey, MessageKey, MessageKey?]>> = {
  'name-manager': ['recoveryWordManager', 'recoveryNameManager'],
  apologise: ['recoveryWordApologise', 'recoveryApologise', 'recoveryApologiseLate'],
  'ask-how': ['recoveryWordAskHow', 'recoveryAskHow', 'recoveryAskHowLate'],
  plan: ['recoveryWordPlan', 'recoveryPlan', 'recoveryPlanLate'],
  promise: ['recoveryWordPromise', 'recoveryPromise', 'recoveryPromiseLate'],
  'tell-status': ['recoveryWordStatus', 'recoveryTellStatus'],
  fix: ['recoveryWordFix', 'recoveryFix', 'recoveryFixLate'],
  extra: ['recoveryWordExtra', 'recoveryExtra', 'recoveryExtraLate'],
  check: ['recoveryWordCheck', 'recoveryCheck', 'recoveryCheckLate'],
  'ask-repeat': ['recoveryWordRepeat', 'recoveryAskRepeat'],
  close: ['recoveryWordClose', 'recoveryClose'],
};

/** What the case asks for: "Recovery: fix promised for Friday". */
export function stagePhrase(
  { act, state, dueOn, promisedOn, isAgain, wantsNote }: RecoveryStage,
  reader: Reader,
): Phrase {
  const [, ahead, late = ahead] = actKeys[act];
  const { today, locale } = reader;
  const values = [promisedOn ? sayDay(promisedOn, today, locale) : whenPhrase(dueOn ?? today, reader)];
  if (state === 'overdue') return { key: late, values };
  if (isAgain && act === 'promise') return { key: 'recoveryPromiseAgain', values };
  return { key: wantsNote ? 'recoveryHoldingNote' : ahead, values };
}

/** The same for a pill: "Recovery: fix promised Fri", "Recovery: apology late". */
export function stageBadge(
  { act, state, dueOn, promisedOn = dueOn }: RecoveryStage,
  { today, locale }: Pick<Reader, 'today' | 'locale'>,
): Phrase {
  const what: Phrase = { key: actKeys[act][0] };
  const day = promisedOn && sayDay(promisedOn, today, locale, 'short');
  if (day && (act === 'fix' || state !== 'overdue')) return { key: 'recoveryBadgeOn', values: [what, day] };
  // Only the end has no day; its word says all.
  return day ? { key: 'recoveryBadgeLate', values: [what] } : what;
}
