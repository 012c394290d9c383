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
  const key = state === 'overdue' ? late : ahead;
  const when = whenPhrase(dueOn ?? reader.today, reader);
  if (promisedOn) return { key, values: [sayDay(promisedOn, reader.today, reader.locale)] };
  if (isAgain && act === 'promise' && key === ahead) return { key: 'recoveryPromiseAgain', values: [when] };
  if (wantsNote) return { key: 'recoveryHoldingNote', values: [when] };
  return { key, values: [when] };
}

/** The same for a pill: "Recovery: fix promised Fri", "Recovery: apology late". */
export function stageBadge(
  { act, state, dueOn, promisedOn }: RecoveryStage,
  { today, locale }: Pick<Reader, 'today' | 'locale'>,
): Phrase {
  const what: Phrase = { key: actKeys[act][0] };
  const on = promisedOn ?? dueOn;
  if (state === 'overdue') return { key: 'recoveryBadgeLate', values: [what] };
  if (on === undefined) return { key: 'recoveryBadge', values: [what] };
  const day = sayDay(on, today, locale, 'short');
  return promisedOn ? { key: 'recoveryBadgeFix', values: [day] } : { key: 'recoveryBadgeOn', values: [what, day] };
}
