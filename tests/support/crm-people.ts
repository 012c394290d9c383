import { type Customer, makeCustomers } from '../real-roundcube/people.ts';

/** Somebody a CRM knows. Invented, as everybody in these tests. */
export interface CrmPerson extends Customer {
  /** What the CRM holds; `undefined`: a person without address. */
  readonly mail: string | undefined;
  /** Is the address tracked in Holdfast? Nobody else may get a badge. */
  readonly isTracked: boolean;
  /** Does somebody else bear the same name? A list of names alone cannot tell the two apart. */
  readonly hasNamesake: boolean;
}

/**
 * A CRM's people: names in several scripts, two pairs of namesakes at different companies, every eighth without address,
 * every sixth a stranger to Holdfast. Of the first pair of namesakes both are tracked, of the second one.
 */
export function crmPeople(count: number): readonly CrmPerson[] {
  const people = makeCustomers(count);
  const pairs = [0, 5, count - 2, count - 1];
  return people.map((person, index) => {
    const isPaired = pairs.includes(index);
    const hasMail = isPaired || index % 8 !== 7;
    const isStranger = index === count - 1 || (!isPaired && index % 6 === 4);
    return {
      ...person,
      mail: hasMail ? person.address : undefined,
      isTracked: hasMail && !isStranger,
      hasNamesake: isPaired,
    };
  });
}
