import { fillTemplate } from '@/lib/core/template';
import { templatesForStep } from '@/lib/core/template-choice';
import { templateValues } from '@/lib/core/template-values';
import { templatesInEnglish } from '@/lib/core/templates-en';
import type { Moment } from './moment';
import type { ReadyWording, RecoveryView } from './recovery-view';

/** The ready wording for what comes next, filled with what is known of the case. */
export function wordingsOf({ recovery, course, escalation, contact }: RecoveryView, moment: Moment): ReadyWording[] {
  const pack = templatesInEnglish;
  const values = templateValues({ contact, recovery: { recovery, course } }, pack, moment);
  const step = {
    act: course.next?.act,
    isAgain: course.round > 1,
    wantsNote: course.offersHoldingNote,
    fault: recovery.fault,
    allowsStockApology: escalation.allowsStockApology,
  };
  return templatesForStep(step).map((key) => {
    const { text } = fillTemplate(pack.templates[key], values);
    return { isHoldingNote: key === 'holding-note', text: text.trimEnd() };
  });
}
