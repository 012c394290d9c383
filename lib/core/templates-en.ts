import type { TemplatePack } from '@/lib/core/template-pack';
import { occasionsInEnglish } from '@/lib/core/templates-en-occasions';
import { promptsInEnglish } from '@/lib/core/templates-en-prompts';
import { recoveryInEnglish } from '@/lib/core/templates-en-recovery';

/** The texts in English. */
export const templatesInEnglish: TemplatePack = {
  language: 'en',
  onDay: 'on $1',
  templates: { ...recoveryInEnglish, ...promptsInEnglish, ...occasionsInEnglish },
};
