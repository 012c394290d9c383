import type { MessageKey } from '@/lib/core/phrase';
import { type FieldName, fieldNamed } from '@/lib/core/template';
import { locale, text } from '@/lib/extension/text';

/** What each field stands for. */
export const fieldKeys: Readonly<Record<FieldName, MessageKey>> = {
  firstName: 'fieldFirstName',
  name: 'fieldName',
  company: 'fieldCompany',
  ownName: 'fieldOwnName',
  lastTopic: 'fieldLastTopic',
  lastContactOn: 'fieldLastContactOn',
  plannedOn: 'fieldPlannedOn',
  nextOn: 'fieldNextOn',
  promisedOn: 'fieldPromisedOn',
  remedyOn: 'fieldRemedyOn',
  owner: 'fieldOwner',
  manager: 'fieldManager',
  extra: 'fieldExtra',
  promiseAbout: 'fieldPromiseAbout',
  happened: 'fieldHappened',
  explanation: 'fieldExplanation',
  prevention: 'fieldPrevention',
  agreed: 'fieldAgreed',
  progress: 'fieldProgress',
  given: 'fieldGiven',
  answer: 'fieldAnswer',
  question: 'fieldQuestion',
  benefit: 'fieldBenefit',
  renewalOn: 'fieldRenewalOn',
  referred: 'fieldReferred',
  referrer: 'fieldReferrer',
  predecessor: 'fieldPredecessor',
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
