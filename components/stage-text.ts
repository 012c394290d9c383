import type { LifecycleStage } from '@/lib/core/model';
import type { MessageKey } from '@/lib/core/phrase';

/** The stages in the order of a customer's life, with their names. */
export const stageNames: readonly (readonly [stage: LifecycleStage, key: MessageKey])[] = [
  ['lead', 'pageLead'],
  ['new', 'stageNew'],
  ['customer', 'pageCustomer'],
  ['at-risk', 'stageAtRisk'],
  ['won-back', 'stageWonBack'],
  ['past', 'stagePast'],
  ['lost', 'stageLost'],
];
