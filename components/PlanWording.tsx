import { fillTemplate } from '@/lib/core/template';
import { templatesForPlan } from '@/lib/core/template-choice';
import { templateValues } from '@/lib/core/template-values';
import { templatesInEnglish } from '@/lib/core/templates-en';
import { useMoment } from './moment';
import type { PlanProps } from './PlanLine';
import { RecoveryWording } from './RecoveryWording';

/** The ready wordings for what is planned, filled with what is known. */
export function PlanWording({ plan, whole, given }: PlanProps & { readonly given: string }) {
  const moment = useMoment();
  const { reason, about } = plan;
  if (reason === undefined) return null;
  const { contact, account, interactions, predecessor } = whole;
  const values = {
    ...templateValues({ contact, interactions, company: account?.name }, templatesInEnglish, moment),
    renewalOn: plan.forOn && longDay(plan.forOn),
    referred: about,
    referrer: about,
    predecessor: predecessor?.name,
    benefit: given.trim() || undefined,
  };
  const known = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  return templatesForPlan(reason).map((key) => {
    const words = fillTemplate(templatesInEnglish.templates[key], known).text.trimEnd();
    // Filled anew when what they got is written, unless it was changed by hand already.
    return <RecoveryWording key={`${key} ${words}`} words={words} onInsert={undefined} />;
  });
}

/** The texts are English. */
function longDay(on: string): string {
  const { language } = templatesInEnglish;
  const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(Date.parse(on));
}
