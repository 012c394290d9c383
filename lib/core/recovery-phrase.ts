import { type Reader, whenAt } from '@/lib/core/day-words';
import type { MessageKey, Phrase } from '@/lib/core/phrase';
import { stageOf } from '@/lib/core/recovery-clock';
import type { Course } from '@/lib/core/recovery-course';
import type { Closing } from '@/lib/core/recovery-facts';
import { stagePhrase } from '@/lib/core/recovery-stage';

const closedKeys: Readonly<Record<Closing['outcome'], MessageKey>> = {
  kept: 'recoveryKept',
  lost: 'recoveryLost',
  withdrawn: 'recoveryWithdrawn',
};

/** The one sentence about a case, for badge, card and list: "Recovery: fix promised for Friday". `undefined`: it was deleted. */
export function recoveryPhrase(course: Course, reader: Reader): Phrase | undefined {
  const { closing } = course;
  if (closing) return { key: closedKeys[closing.outcome], values: [whenAt(closing.at, reader)] };
  const stage = stageOf(course, reader.now);
  return stage && stagePhrase(stage, reader);
}
