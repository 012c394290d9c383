import { templatesForPlan } from '@/lib/core/template-choice';
import { templateValues } from '@/lib/core/template-values';
import { templatesInEnglish } from '@/lib/core/templates-en';
import { ownChoices, type WordingChoice } from '@/lib/core/wording-choice';
import { useSettings } from './hooks';
import { useMoment } from './moment';
import type { PlanProps } from './PlanLine';
import { useInsert } from './use-insert';
import { WordingWriter } from './WordingWriter';

/** The ready wordings for what is planned, and the user's own. */
export function PlanWording({ plan, whole, given }: PlanProps & { readonly given: string }) {
  const moment = useMoment();
  const settings = useSettings();
  const onInsert = useInsert(whole.contact.id);
  const { reason, about } = plan;
  if (reason === undefined || !settings) return null;
  const { contact, account, interactions, predecessor } = whole;
  const { templates, language } = templatesInEnglish;
  const { ownName } = settings;
  const values = {
    ...templateValues({ contact, interactions, company: account?.name, ownName }, templatesInEnglish, moment),
    renewalOn: plan.forOn && longDay(plan.forOn, language),
    referred: about,
    referrer: about,
    predecessor: predecessor?.name,
    benefit: given.trim() || undefined,
  };
  const known = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  const fitting = templatesForPlan(reason).map((key): WordingChoice => ({ ...templates[key], key, group: 'now' }));
  if (fitting.length === 0) return null;
  const choices = [...fitting, ...ownChoices(settings.templates ?? [])];
  return <WordingWriter choices={choices} first={fitting[0]?.key} values={known} onInsert={onInsert} />;
}

/** As the texts say a day. */
function longDay(on: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(Date.parse(on));
}
