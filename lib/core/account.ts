import type { Cadence, CalendarDate, Contact, RowStamp, Tier } from '@/lib/core/model';

/** A customer company. */
export interface Account extends RowStamp {
  /** The domain it was made of, so that two devices make the same row. */
  readonly id: string;
  readonly name: string;
  /** Mail domains of its people; never one of free mail. */
  readonly domains: readonly string[];
  readonly cadenceDays?: Cadence;
  readonly tier?: Tier;
  readonly facts?: string;
  /** Whoever of its domains shows up in a mail becomes a contact. */
  readonly tracksEveryone?: boolean;
  /** When the agreement with them ends or is renewed. */
  readonly renewsOn?: CalendarDate;
}

/** Which cadences stand above the default. */
export interface CadenceRules {
  /** Default, in days. */
  readonly cadenceDays: number;
  readonly stageCadences: Readonly<Partial<Record<string, Cadence>>>;
  readonly tagCadences: Readonly<Partial<Record<string, Cadence>>>;
}

/** The cadence in force and where it comes from. */
export interface CadenceInForce {
  /** `undefined`: none, so nothing is due by time. */
  readonly days?: number;
  readonly from: 'contact' | 'account' | 'tag' | 'stage' | 'default';
  /** Name of the account or tag. */
  readonly of?: string;
}

/** The contact's own cadence, else its account's, else the shortest of its tags, else its stage's, else the default (product.md §4). */
export function cadenceInForce(contact: Contact, account: Account | undefined, rules: CadenceRules): CadenceInForce {
  if (contact.cadenceDays !== undefined) return { days: daysOf(contact.cadenceDays), from: 'contact' };
  if (account?.cadenceDays !== undefined) {
    return { days: daysOf(account.cadenceDays), from: 'account', of: account.name };
  }
  const tagged = shortestTag(contact.tags ?? [], rules);
  if (tagged) return tagged;
  const stage = rules.stageCadences[contact.stage];
  if (stage !== undefined) return { days: daysOf(stage), from: 'stage' };
  return { days: rules.cadenceDays, from: 'default' };
}

function daysOf(cadence: Cadence): number | undefined {
  return cadence === 'none' ? undefined : cadence;
}

/** A tag without reminders yields to one with. */
function shortestTag(tags: readonly string[], { tagCadences }: CadenceRules): CadenceInForce | undefined {
  const found = tags.flatMap((tag) => {
    // A tag may be called like something every object has.
    const cadence = Object.hasOwn(tagCadences, tag) ? tagCadences[tag] : undefined;
    return cadence === undefined ? [] : [{ days: daysOf(cadence), from: 'tag', of: tag } as const];
  });
  return found.sort((a, b) => (a.days ?? Infinity) - (b.days ?? Infinity))[0];
}
