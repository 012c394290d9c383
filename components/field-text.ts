import type { MessageKey } from '@/lib/core/phrase';
import { type FieldName, fieldNamed } from '@/lib/core/template';
import { locale, text } from '@/lib/extension/text';

/** What each field stands for. */
export const fieldKeys: Readonly<Record<FieldName, MessageKey>> = {
  firstName: 'mergeFirstName',
  name: 'mergeName',
  company: 'mergeCompany',
  ownName: 'mergeOwnName',
  lastTopic: 'mergeLastTopic',
  lastContactOn: 'mergeLastContactOn',
  plannedOn: 'mergePlannedOn',
  nextOn: 'mergeNextOn',
  promisedOn: 'mergePromisedOn',
  remedyOn: 'mergeRemedyOn',
  owner: 'mergeOwner',
  manager: 'mergeManager',
  extra: 'mergeExtra',
  promiseAbout: 'mergePromiseAbout',
  happened: 'mergeHappened',
  explanation: 'mergeExplanation',
  prevention: 'mergePrevention',
  agreed: 'mergeAgreed',
  progress: 'mergeProgress',
  given: 'mergeGiven',
  answer: 'mergeAnswer',
  question: 'mergeQuestion',
  benefit: 'mergeBenefit',
  renewalOn: 'mergeRenewalOn',
  referred: 'mergeReferred',
  referrer: 'mergeReferrer',
  predecessor: 'mergePredecessor',
};

/** A field as it is written in a template. */
export function written(name: string): string {
  return `{{${name}}}`;
}

/** What is still to be filled in, in words; a name that is no field as it was written. */
export function fieldList(names: readonly string[]): string {
  const said = names.map((name) => {
    const field = fieldNamed(name);
    return field ? text(fieldKeys[field]) : written(name);
  });
  return new Intl.ListFormat(locale(), { type: 'unit', style: 'short' }).format(said);
}
