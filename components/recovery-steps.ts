import type { RecoveryEvent } from '@/lib/core/recovery';
import type { RecoveryStep, StepNumber } from '@/lib/core/recovery-step';
import { text } from '@/lib/extension/text';
import type { Moment } from './moment';
import { whenWas } from './recovery-text';
import type { RecoveryView } from './recovery-view';
import { whenText } from './when-text';

/** How a step stands, in words: when it was done, by when it is due, or why it waits. */
export function stepState(step: RecoveryStep, moment: Moment): string {
  if (step.doneAt !== undefined) {
    return text(step.state === 'skipped' ? 'caseStepSkippedOn' : 'caseStepDone', whenWas(step.doneAt, moment));
  }
  if (step.state === 'skipped') return text('caseStepSkipped');
  if (step.state === 'locked') return text(step.step === 6 ? 'caseStepWaits' : 'caseStepLater');
  return dueText(step, moment);
}

/** By when a step is due; the apology to the hour, because the next morning means the first hour of it. */
export function dueText({ act, state, dueOn, dueAt }: RecoveryStep, moment: Moment): string {
  if (dueOn === undefined || dueAt === undefined) return text('caseStepNow');
  const when = whenText(dueOn, moment);
  if (state === 'overdue') return text('caseWasDue', when);
  if (act !== 'apologise' && act !== 'name-manager') return text('caseDue', when);
  const { locale, timeZone } = moment;
  return text('caseDueBy', when, new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(dueAt));
}

/** What settles a step; of several, the first or the newest tells how. */
const settling: Readonly<
  Record<StepNumber, { readonly kinds: readonly RecoveryEvent['kind'][]; readonly newest: boolean }>
> = {
  1: { kinds: ['apologised'], newest: false },
  2: { kinds: ['planned'], newest: true },
  3: { kinds: ['fixed'], newest: true },
  4: { kinds: ['extra', 'no-extra'], newest: false },
  5: { kinds: ['checked'], newest: true },
  6: { kinds: ['repeat-asked'], newest: false },
};

/** The event by which a step was settled. `undefined`: it was not. */
export function settledBy({ step, state, doneAt }: RecoveryStep, view: RecoveryView): RecoveryEvent | undefined {
  if (doneAt === undefined) return undefined;
  const { kinds, newest } = settling[step];
  const fitting = view.happenings.filter((one) => kinds.includes(one.kind) && one.occurredAt <= doneAt);
  const telling = step === 4 && state === 'done' ? fitting.filter(({ kind }) => kind === 'extra') : fitting;
  return newest ? telling[0] : telling.at(-1);
}
