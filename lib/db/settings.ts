import type { Rules } from '@/lib/core/cadence';
import type { MailboxRow } from '@/lib/core/model';
import { ruleDefaults, type Settings } from '@/lib/core/settings';
import type { HoldfastDatabase } from './database';

/** The user's choices, or the defaults of product.md for a user who made none yet. */
export async function settingsOf(db: HoldfastDatabase, locale: string): Promise<Settings> {
  const row = await db.meta.get('settings');
  return row?.key === 'settings' ? row : defaultSettings(locale);
}

/** The user's choices, and the mailboxes that were seen. */
export interface UserRows {
  readonly settings: Settings;
  readonly mailboxes: readonly MailboxRow[];
}

/** Both by one way to the database. */
export async function userRows(db: HoldfastDatabase, locale: string): Promise<UserRows> {
  const [settings, mailboxes] = await db.transaction('r', [db.meta, db.mailboxes], () =>
    Promise.all([settingsOf(db, locale), db.mailboxes.toArray()]),
  );
  return { settings, mailboxes };
}

export function defaultSettings(locale: string): Settings {
  return {
    key: 'settings',
    ownAddresses: [],
    weekend: weekendOf(locale),
    holidays: [],
    ...ruleDefaults,
    keepSubjects: true,
    logsSinceCopy: 0,
    updatedAt: 0,
    updatedBy: '',
  };
}

/** What core needs of the settings to judge when somebody is due. */
export function rulesOf(settings: Settings, timeZone: string): Rules {
  return {
    timeZone,
    weekend: settings.weekend,
    holidays: settings.holidays,
    cadenceDays: settings.cadenceDays,
    fadingFactor: settings.fadingFactor,
    stageCadences: settings.stageCadences,
    tagCadences: settings.tagCadences,
    owedAfterDays: settings.owedAfterDays,
    owedAfterHours: settings.owedAfterHours,
    leastWorkingDays: settings.leastWorkingDays,
    workStartMinutes: settings.workStartMinutes,
    workEndMinutes: settings.workEndMinutes,
    away: settings.away,
    mostRecipients: settings.mostRecipients,
    countsToo: settings.countsToo,
  };
}

interface WeekInfo {
  readonly weekend: readonly number[];
}
interface LocaleWithWeek {
  getWeekInfo?(): WeekInfo;
  readonly weekInfo?: WeekInfo;
}

/** Days off where the user lives; Saturday and Sunday where the browser does not know. */
function weekendOf(locale: string): readonly number[] {
  const known: LocaleWithWeek = new Intl.Locale(locale);
  const info = known.getWeekInfo?.() ?? known.weekInfo;
  return info ? info.weekend.map((day) => day % 7) : [6, 0];
}
