import type { OwnTemplate } from '@/lib/core/own-template';
import {
  occasionTemplateKeys,
  promptTemplateKeys,
  type Template,
  type TemplateKey,
  type TemplatePack,
} from '@/lib/core/template-pack';

/** `now`: what fits as things stand. `own`: of the user's own. */
export type WordingGroup = 'now' | 'own' | 'everyday' | 'occasion';

/** A wording to choose, before its fields are filled in. */
export interface WordingChoice extends Template {
  /** The same for the same wording: the key of one that comes with Holdfast, the id of an own one. */
  readonly key: string;
  readonly group: WordingGroup;
}

/** The customer was let down: until that is settled nobody asks for more business. */
const silenced: ReadonlySet<TemplateKey> = new Set([
  'renewal-90',
  'renewal-60',
  'renewal-30',
  'referral-thanks',
  'extension-thanks',
  'thinking-of-you',
  'win-back',
]);

/** Is it written to somebody else about the contact? Then it must go into no mail to the contact. */
export function goesToOthers(key: string): boolean {
  return key === 'ask-manager' || key === 'ask-successor';
}

/** For whom wording is chosen. */
export interface WordingWish {
  /** Ready wording of the user's own. */
  readonly own?: readonly OwnTemplate[];
  /** Keys of what fits as things stand, the best first; own ones by their id. */
  readonly fitting: readonly string[];
  /** A recovery of the customer is open. */
  readonly isSilenced?: boolean;
}

/** All wording for a day on which nothing is to be put right, what fits first. */
export function wordingChoices(
  { templates }: TemplatePack,
  { own = [], fitting, isSilenced = false }: WordingWish,
): readonly WordingChoice[] {
  const ready = (keys: readonly TemplateKey[], group: WordingGroup) =>
    keys.filter((key) => !(isSilenced && silenced.has(key))).map((key) => ({ ...templates[key], key, group }));
  const all = [
    ...ownChoices(own),
    ...ready(promptTemplateKeys, 'everyday'),
    ...ready(occasionTemplateKeys, 'occasion'),
  ];
  const now = fitting.flatMap((wanted) => all.filter(({ key }) => key === wanted));
  return [...now.map((choice) => ({ ...choice, group: 'now' as const })), ...all.filter((one) => !now.includes(one))];
}

/** The user's own wording as choices. */
export function ownChoices(own: readonly OwnTemplate[]): readonly WordingChoice[] {
  return own.map(({ id, ...template }) => ({ ...template, key: id, group: 'own' }));
}
