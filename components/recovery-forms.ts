import type { NextStep, RecoveryAct } from '@/lib/core/recovery-step';
import { type Recordable, takes } from './RecoveryDeed';
import type { RecoveryView } from './recovery-view';

/** What the next step offers to record, the thing itself first. */
const offered: Readonly<Record<RecoveryAct, readonly Recordable[]>> = {
  'name-manager': [],
  apologise: ['apologised'],
  'ask-how': ['asked-how', 'asked'],
  plan: ['asked', 'planned'],
  promise: ['fix-promised'],
  'tell-status': ['status-told'],
  fix: ['fixed'],
  extra: ['extra'],
  check: ['ok', 'not-ok'],
  'ask-repeat': ['repeat-asked'],
  close: ['kept'],
};

/** What the next step offers to record, as far as the case takes it. What they asked for is asked once. */
export function formsOf({ act }: NextStep, view: RecoveryView): readonly Recordable[] {
  const isAnswered = view.course.involvement.asked !== undefined;
  return offered[act].filter((kind) => !(kind === 'asked' && isAnswered) && takes(view, kind));
}
