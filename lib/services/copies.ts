import { civilDate } from '@/lib/core/calendar';
import { type CopyContent, makeCopy, mergeCopy, readCopy } from '@/lib/core/copy';
import type { HoldfastDatabase } from '@/lib/db/database';
import type { CopyReport, RequestOf } from '@/lib/messaging/protocol';
import type { ServiceContext } from './context';
import { markStale } from './derived';
import { write } from './write';

/** Everything worth keeping, in one file. Saving it ends the reminder. */
export async function saveCopy(db: HoldfastDatabase, _request: RequestOf<'saveCopy'>, context: ServiceContext) {
  const now = context.now();
  await write(db, context, (change) => change.patchSettings({ copySavedAt: now, logsSinceCopy: 0 }));
  const content = await db.transaction('r', keptTables(db), () => contentOf(db));
  return { fileName: `holdfast-${civilDate(now, context.timeZone)}.json`, text: makeCopy(content, now) };
}

/** The tables that a copy or a snapshot holds. */
export function keptTables(db: HoldfastDatabase) {
  const { contacts, addresses, accounts, followUps, recoveries, recoveryEvents, promises, interactions, meta } = db;
  return [contacts, addresses, accounts, followUps, recoveries, recoveryEvents, promises, interactions, meta];
}

export async function contentOf(db: HoldfastDatabase): Promise<CopyContent> {
  const settings = await db.meta.get('settings');
  return {
    contacts: await db.contacts.toArray(),
    addresses: await db.addresses.toArray(),
    accounts: await db.accounts.toArray(),
    followUps: await db.followUps.toArray(),
    recoveries: await db.recoveries.toArray(),
    recoveryEvents: await db.recoveryEvents.toArray(),
    promises: await db.promises.toArray(),
    interactions: await db.interactions.toArray(),
    ...(settings?.key === 'settings' ? { settings } : {}),
  };
}

/** A saved copy, checked and merged with what is here; rows that are newer here stay. */
export async function bringBackCopy(
  db: HoldfastDatabase,
  request: RequestOf<'bringBackCopy'>,
  context: ServiceContext,
): Promise<CopyReport> {
  const read = readCopy(request.text);
  if (!read.ok) return { ok: false, text: context.text(read.problem), added: 0, changed: 0, same: 0 };
  if (request.dryRun) return reportOf(await differencesOf(db, read.content), 'copyWouldChange', context);
  return write(db, context, async (change) => {
    const found = await differencesOf(db, read.content);
    const { merged } = found;
    await db.contacts.bulkPut(merged.contacts.filter(found.isNews));
    await db.addresses.bulkPut(merged.addresses.filter(found.isNews));
    await db.accounts.bulkPut(merged.accounts.filter(found.isNews));
    await db.followUps.bulkPut(merged.followUps.filter(found.isNews));
    await db.recoveries.bulkPut(merged.recoveries.filter(found.isNews));
    await db.recoveryEvents.bulkPut(merged.recoveryEvents.filter(found.isNews));
    await db.promises.bulkPut(merged.promises.filter(found.isNews));
    await db.interactions.bulkPut(merged.interactions.filter(found.isNews));
    if (merged.settings) await db.meta.put(merged.settings);
    change.added += found.added;
    // A copy of an earlier version says otherwise what went wrong.
    await markStale(db, context.timeZone, { wantsRecoveries: true });
    return reportOf(found, 'copyChanged', context);
  });
}

interface Differences {
  readonly merged: CopyContent;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  isNews(row: object): boolean;
}

async function differencesOf(db: HoldfastDatabase, theirs: CopyContent): Promise<Differences> {
  const mine = await contentOf(db);
  const merged = mergeCopy(mine, theirs);
  const before = new Map(rowsOf(mine).map(([key, row]) => [key, withoutDerived(row)]));
  const news = new Set<object>();
  let added = 0;
  let changed = 0;
  for (const [key, row] of rowsOf(merged)) {
    const old = before.get(key);
    if (old === withoutDerived(row)) continue;
    news.add(row);
    if (old === undefined) added += 1;
    else changed += 1;
  }
  const same = rowsOf(theirs).length - added - changed;
  return { merged, added, changed, same: Math.max(0, same), isNews: (row) => news.has(row) };
}

const derived = new Set(['clock', 'attentionAt', 'urgentAt', 'fadingAt', 'words']);

/** What a device derived depends on the interactions it had; they are merged, and the fields made anew from them. */
function withoutDerived(row: object): string {
  return JSON.stringify(row, (name, value: unknown) => (derived.has(name) ? undefined : value));
}

function rowsOf(content: CopyContent): (readonly [string, object])[] {
  return [
    ...content.contacts.map((row) => [`contact ${row.id}`, row] as const),
    ...content.addresses.map((row) => [`address ${row.address}`, row] as const),
    ...content.accounts.map((row) => [`account ${row.id}`, row] as const),
    ...content.followUps.map((row) => [`follow-up ${row.id}`, row] as const),
    ...content.recoveries.map((row) => [`recovery ${row.id}`, row] as const),
    ...content.recoveryEvents.map((row) => [`recovery event ${row.id}`, row] as const),
    ...content.promises.map((row) => [`promise ${row.id}`, row] as const),
    ...content.interactions.map((row) => [`interaction ${row.id}`, row] as const),
  ];
}

function reportOf(
  { added, changed, same }: Differences,
  key: 'copyWouldChange' | 'copyChanged',
  context: ServiceContext,
): CopyReport {
  return { ok: true, text: context.text({ key, values: [added, changed, same] }), added, changed, same };
}
