import type { ApologyPart, WeakKind } from '@/lib/core/apology-rules';
import type { MessageKey } from '@/lib/core/phrase';

/** Why words of a kind weaken an apology. */
export const weakTexts: Readonly<Record<WeakKind, MessageKey>> = {
  condition: 'apologyWhyCondition',
  feelings: 'apologyWhyFeelings',
  hidden: 'apologyWhyHidden',
  reader: 'apologyWhyReader',
  others: 'apologyWhyOthers',
  denial: 'apologyWhyDenial',
  small: 'apologyWhySmall',
  half: 'apologyWhyHalf',
  mocking: 'apologyWhyMocking',
  grovelling: 'apologyWhyGrovelling',
  promises: 'apologyWhyPromises',
  stock: 'apologyWhyStock',
  aside: 'apologyWhyAside',
};

/** What a part of an apology is called, and what to write where it is missing. */
export const partTexts: Readonly<Record<ApologyPart, { readonly name: MessageKey; readonly missing: MessageKey }>> = {
  regret: { name: 'apologyRegret', missing: 'apologyRegretMissing' },
  explanation: { name: 'apologyExplanation', missing: 'apologyExplanationMissing' },
  responsibility: { name: 'apologyResponsibility', missing: 'apologyResponsibilityMissing' },
  repentance: { name: 'apologyRepentance', missing: 'apologyRepentanceMissing' },
  repair: { name: 'apologyRepair', missing: 'apologyRepairMissing' },
  forgiveness: { name: 'apologyForgiveness', missing: 'apologyForgivenessMissing' },
};

/** What to write where the remedy names no day. */
export const repairDateMissing: MessageKey = 'apologyRepairDateMissing';

/** What to do about an empty field. */
export const emptyFieldText: MessageKey = 'apologyEmptyField';
