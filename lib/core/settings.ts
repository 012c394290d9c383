import type { AwayPeriod } from '@/lib/core/away';
import type { WeakKind } from '@/lib/core/counting';
import type { ExtraLimits } from '@/lib/core/extras';
import type { Address, Cadence, CalendarDate, Instant, LifecycleStage, RowStamp } from '@/lib/core/model';
import type { OwnTemplate } from '@/lib/core/own-template';

/** Something that may be given beside a fix, by the user's own name for it. */
export interface OwnExtra {
  readonly what: string;
  /** What it costs us, in the user's own currency. */
  readonly cost: number;
}

/** The user's choices; one row of `meta`. */
export interface Settings extends RowStamp {
  readonly key: 'settings';
  /** `undefined`: no consent yet, so no page is read. */
  readonly consentAt?: Instant;
  readonly ownAddresses: readonly Address[];
  readonly cadenceDays: number;
  /** Fading line as a multiple of the cadence. */
  readonly fadingFactor: number;
  /** Cadences that stand above the default, by stage and by tag. */
  readonly stageCadences: Readonly<Partial<Record<LifecycleStage, Cadence>>>;
  readonly tagCadences: Readonly<Partial<Record<string, Cadence>>>;
  /** Working days after which their message counts as owed; for some stages working hours. */
  readonly owedAfterDays: number;
  readonly owedAfterHours: Readonly<Partial<Record<LifecycleStage, number>>>;
  /** However fast two people write, a silence of fewer working days than this is none. */
  readonly leastWorkingDays: number;
  /** Minutes after midnight between which the user works. */
  readonly workStartMinutes: number;
  readonly workEndMinutes: number;
  /** Days off, 0 = Sunday … 6 = Saturday. */
  readonly weekend: readonly number[];
  /** Single days off, such as public holidays, in order. */
  readonly holidays: readonly CalendarDate[];
  /** Country of the holidays (ISO 3166-1, region after a dash). `undefined`: none chosen. */
  readonly holidayRegion?: string;
  /** Days on which nobody was there to follow up, oldest first. */
  readonly away: readonly AwayPeriod[];
  /** Last day of the newest gap of which the user said whether they were away. */
  readonly awayAnsweredOn?: CalendarDate;
  /** Mail to more people is mass mail. */
  readonly mostRecipients: number;
  /** Weak kinds that count for this user. */
  readonly countsToo: readonly WeakKind[];
  /** Domains of the user's own company beside those of the own addresses. */
  readonly ownDomains: readonly string[];
  /** How many of the drifting contacts the list asks for on one day. */
  readonly dailyBudget: number;
  readonly keepSubjects: boolean;
  /** How the user signs: `{{ownName}}` in ready wording. */
  readonly ownName?: string;
  /** Ready wording of the user's own, in the order in which it is offered. */
  readonly templates?: readonly OwnTemplate[];
  /** What may be given beside a fix. `undefined`: the list that comes with Holdfast. */
  readonly extras?: readonly OwnExtra[];
  /** What the extras of one case may cost together. `undefined`: the limits that come with Holdfast. */
  readonly extraLimits?: ExtraLimits;
  /** The own words of mail that is sent are looked through for promises. `undefined`: not asked when consent was given. */
  readonly findPromises?: boolean;
  readonly badgesHiddenUntilAt?: Instant;
  /** Origins on which Holdfast reads nothing and shows nothing, although it may. */
  readonly offOrigins?: readonly string[];
  /** Copies: when the last was saved, and how many logs came since. */
  readonly copySavedAt?: Instant;
  readonly logsSinceCopy: number;
}

/** Defaults of product.md §3 and §4, as far as they do not depend on where the user lives. */
export const ruleDefaults = {
  cadenceDays: 30,
  fadingFactor: 2,
  stageCadences: { lead: 7, past: 180 },
  tagCadences: {},
  owedAfterDays: 1,
  owedAfterHours: { lead: 1 },
  leastWorkingDays: 3,
  workStartMinutes: 9 * 60,
  workEndMinutes: 17 * 60,
  away: [],
  mostRecipients: 5,
  countsToo: [],
  ownDomains: [],
  dailyBudget: 12,
} as const;
