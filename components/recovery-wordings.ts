import type { OwnTemplate } from '@/lib/core/own-template';
import type { FieldValues } from '@/lib/core/template';
import { templatesForStep } from '@/lib/core/template-choice';
import { templateValues } from '@/lib/core/template-values';
import { templatesInEnglish } from '@/lib/core/templates-en';
import { ownChoices } from '@/lib/core/wording-choice';
import type { Moment } from './moment';
import type { ReadyWording, RecoveryView } from './recovery-view';

/**
 * The ready wording for what comes next, then the user's own. Whoever was let down twice within 90 days gets no
 * apology that was written before, and that is what an own one would be.
 */
export function wordingsOf(
  { recovery, course, escalation }: Pick<RecoveryView, 'recovery' | 'course' | 'escalation'>,
  own: readonly OwnTemplate[] = [],
): ReadyWording[] {
  const { allowsStockApology } = escalation;
  const act = course.next?.act;
  const keys = templatesForStep({
    act,
    isAgain: course.round > 1,
    wantsNote: course.offersHoldingNote,
    fault: recovery.fault,
    allowsStockApology,
  });
  const ready = keys.map((key) => ({ ...templatesInEnglish.templates[key], key, group: 'now' as const }));
  const allowsOwn = act !== undefined && (act !== 'apologise' || allowsStockApology);
  return [...ready, ...(allowsOwn ? ownChoices(own) : [])].map((one) => {
    return { ...one, isHoldingNote: one.key === 'holding-note' };
  });
}

/** What the fields of such wording stand for, as far as that is known. */
export function valuesOf({ recovery, course, contact }: RecoveryView, moment: Moment, ownName?: string): FieldValues {
  return templateValues({ contact, ownName, recovery: { recovery, course } }, templatesInEnglish, moment);
}
