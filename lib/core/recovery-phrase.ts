import { type Reader, sayDay, whenAt, whenPhrase } from '@/lib/core/day-words';
import type { MessageKey, Phrase } from '@/lib/core/phrase';
import type { Course } from '@/lib/core/recovery-course';
import type { Closing } from '@/lib/core/recovery-facts';
import type { RecoveryAct } from '@/lib/core/recovery-step';

/** What is to be done, and how it is said once it is late. An act without the second is never late. */
const actKeys: Readonly<Record<RecoveryAct, { readonly ahead: MessageKey; readonly late?: MessageKey }>> = {
  'name-manager': { ahead: 'recoveryNameManager' },
  apologise: { ahead: 'recoveryApologise', late: 'recoveryApologiseLate' },
  'ask-how': { ahead: 'recoveryAskHow', late: 'recoveryAskHowLate' },
  plan: { ahead: 'recoveryPlan', late: 'recoveryPlanLate' },
  promise: { ahead: 'recoveryPromise', late: 'recoveryPromiseLate' },
  'tell-status': { ahead: 'recoveryTellStatus' },
  fix: { ahead: 'recoveryFix', late: 'recoveryFixLate' },
  extra: { ahead: 'recoveryExtra', late: 'recoveryExtraLate' },
  check: { ahead: 'recoveryCheck', late: 'recoveryCheckLate' },
  'ask-repeat': { ahead: 'recoveryAskRepeat' },
  close: { ahead: 'recoveryClose' },
};
const closedKeys: Readonly<Record<Closing['outcome'], MessageKey>> = {
  kept: 'recoveryKept',
  lost: 'recoveryLost',
  withdrawn: 'recoveryWithdrawn',
};

/** The one sentence about a case, for badge, card and list: "Recovery: fix promised for Friday". `undefined`: it was deleted. */
export function recoveryPhrase(course: Course, reader: Reader): Phrase | undefined {
  const { next, closing, promise, round, offersHoldingNote } = course;
  if (closing) return { key: closedKeys[closing.outcome], values: [whenAt(closing.at, reader)] };
  if (!next) return undefined;
  const { ahead, late } = actKeys[next.act];
  const key = (next.state === 'overdue' && late) || ahead;
  const when = whenPhrase(next.dueOn ?? reader.today, reader);
  if (next.act === 'fix' && promise) return { key, values: [sayDay(promise.dueOn, reader.today, reader.locale)] };
  if (next.act === 'promise' && round > 1 && key === ahead) return { key: 'recoveryPromiseAgain', values: [when] };
  if (offersHoldingNote) return { key: 'recoveryHoldingNote', values: [when] };
  return { key, values: [when] };
}
