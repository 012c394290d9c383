import type { Wording } from '@/lib/core/template';

/** Ready wording for the six steps of a recovery, in their order. */
export const recoveryTemplateKeys = [
  'holding-note',
  'ask-manager',
  'apology',
  'apology-promise',
  'escalation',
  'ask-how',
  'plan',
  'remedy-promise',
  'remedy-again',
  'status-note',
  'fixed',
  'extra',
  'check',
  'repeat-business',
  'case-closed',
] as const;

/** Ready wording for days on which nothing went wrong. */
export const promptTemplateKeys = [
  'answer-owed',
  'write-back',
  'follow-up-own',
  'after-call',
  'after-meeting',
  'after-chat',
  'after-colleague',
  'tried-call',
  'tried-mail',
  'after-bounce',
  'planned',
  'new-date',
  'first-hello',
  'keep-in-touch',
  'how-are-you',
  'longer-pause',
  'at-risk',
] as const;

/** Ready wording for the days on which a relationship begins, goes on or begins again. */
export const occasionTemplateKeys = [
  'lead-answer',
  'lead-again',
  'referral-lead',
  'referral-thanks',
  'renewal-90',
  'renewal-60',
  'renewal-30',
  'extension-thanks',
  'review-agenda',
  'review-benefit',
  'thinking-of-you',
  'birthday',
  'anniversary',
  'win-back',
  'introduction',
  'ask-successor',
] as const;

/** One of the recovery's templates. */
export type RecoveryTemplateKey = (typeof recoveryTemplateKeys)[number];
/** One of the templates for prompts of every day. */
export type PromptTemplateKey = (typeof promptTemplateKeys)[number];
/** One of the templates for occasions. */
export type OccasionTemplateKey = (typeof occasionTemplateKeys)[number];
/** A template that comes with Holdfast. */
export type TemplateKey = RecoveryTemplateKey | PromptTemplateKey | OccasionTemplateKey;

/** A wording with the name by which people choose it. The user's own ones are such too. */
export interface Template extends Wording {
  readonly name: string;
}

/** Everything that another language has to say; one file, or one for each group where it gets long. */
export interface TemplatePack {
  /** BCP 47 language of the texts; dates inside them are written by its rules. */
  readonly language: string;
  /** A day inside a sentence where it is not "today" or "yesterday": `on $1`. */
  readonly onDay: string;
  readonly templates: Readonly<Record<TemplateKey, Template>>;
}
