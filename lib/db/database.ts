import { Dexie, type Table } from 'dexie';
import type { Account } from '@/lib/core/account';
import type { AwayPeriod } from '@/lib/core/away';
import type { FollowUp } from '@/lib/core/follow-up';
import type { GivenPromise } from '@/lib/core/given-promise';
import type {
  Act,
  AddressRow,
  CalendarDate,
  Contact,
  Instant,
  Interaction,
  MailboxRow,
  PendingSend,
} from '@/lib/core/model';
import type { Recovery, RecoveryEvent } from '@/lib/core/recovery';
import type { Settings } from '@/lib/core/settings';
import type { SiteRecord } from '@/lib/core/site-record';
import type { DayRow } from './day';
import { versions } from './versions';

/** Says which database this is; the witness outside it carries the same id. Also the device's name on changed rows. */
export interface IdentityRow {
  readonly key: 'identity';
  readonly dbId: string;
  readonly createdAt: Instant;
}

/** What the derived fields were computed for; while `nextId` is set, contacts from there on still wait for their turn. */
export interface DerivedRow {
  readonly key: 'derived';
  readonly timeZone: string;
  readonly nextId?: string;
  /** The upgrade from version 1 leaves it to the background to give contacts their accounts. */
  readonly wantsAccounts?: true;
  /** What went wrong before version 3, or in a copy of that time, is to be made a recovery. */
  readonly wantsRecoveries?: true;
}

/** When the user was last here. Local only: on another device somebody may be at work. */
export interface PresenceRow {
  readonly key: 'presence';
  readonly lastOn: CalendarDate;
  /** The newest five working days or more without a sign of the user; asked about until it is answered. */
  readonly gap?: AwayPeriod;
}

export type MetaRow = IdentityRow | DerivedRow | PresenceRow | DayRow | Settings;

/** The one database. Contexts never construct it themselves: `openDatabase` checks that it is the right one, and whole. */
export class HoldfastDatabase extends Dexie {
  readonly contacts!: Table<Contact, string>;
  readonly addresses!: Table<AddressRow, string>;
  readonly accounts!: Table<Account, string>;
  readonly followUps!: Table<FollowUp, string>;
  readonly recoveries!: Table<Recovery, string>;
  readonly recoveryEvents!: Table<RecoveryEvent, string>;
  readonly promises!: Table<GivenPromise, string>;
  readonly interactions!: Table<Interaction, string>;
  readonly acts!: Table<Act, string>;
  readonly mailboxes!: Table<MailboxRow, string>;
  readonly siteRecords!: Table<SiteRecord, string>;
  readonly pendingSends!: Table<PendingSend, string>;
  readonly meta!: Table<MetaRow, string>;

  constructor(name: string) {
    super(name, { autoOpen: false });
    for (const version of versions) version(this);
  }
}
