import { isoDay } from '@/lib/core/iso-day';
import type { Address, Ulid } from '@/lib/core/model';
import type { SiteRecord } from '@/lib/core/site-record';
import type { HoldfastDatabase } from '@/lib/db/database';
import { exclusively } from '@/lib/db/lock';
import type { RequestOf } from '@/lib/messaging/protocol';
import type { ServiceContext } from './context';
import type { Known } from './people';

type Raw = RequestOf<'reportSightings'>['sightings'][number];

const mostAddresses = 5;

/** Records of one origin have a key of their own: `contact/42` of one server is another person on the next. */
export function recordKey(origin: string, record: string): string {
  return `${origin}|${record}`;
}

/**
 * Keeps which tracked addresses the records of a page show, and since when they say there was no contact. Of records that
 * show nobody tracked nothing is kept. `known`: who is tracked, in the order of the sightings.
 */
export async function noteRecords(
  db: HoldfastDatabase,
  sightings: readonly Raw[],
  known: readonly (Known | undefined)[],
  context: ServiceContext,
): Promise<void> {
  const shown = recordsIn(sightings, known, context);
  if (shown.size === 0) return;
  const stored = await db.siteRecords.bulkGet([...shown.keys()]);
  const fresh = [...shown.values()].filter((row, index) => isNews(row, stored[index]));
  if (fresh.length === 0) return;
  await exclusively('holdfast-write', async () => {
    await db.siteRecords.bulkPut(fresh);
  });
}

function recordsIn(
  sightings: readonly Raw[],
  known: readonly (Known | undefined)[],
  context: ServiceContext,
): ReadonlyMap<string, SiteRecord> {
  const rows = new Map<string, SiteRecord>();
  sightings.forEach(({ record, lastActivity = '' }, index) => {
    const row = known[index]?.row;
    if (record === undefined || row?.role !== 'own') return;
    const key = recordKey(context.caller.origin, record);
    const earlier = rows.get(key);
    const addresses: readonly Address[] = [...new Set([...(earlier?.addresses ?? []), row.address])];
    const lastActivityOn = isoDay(lastActivity, context.now(), context.timeZone) ?? earlier?.lastActivityOn;
    const stated = lastActivityOn === undefined ? {} : { lastActivityOn };
    rows.set(key, { key, addresses: addresses.slice(0, mostAddresses), ...stated, seenAt: context.now() });
  });
  return rows;
}

/** A row of a list shows one address of several, and not every view states a last activity: neither is forgotten by it. */
function isNews(row: SiteRecord, stored: SiteRecord | undefined): boolean {
  if (!stored) return true;
  const hasAll = row.addresses.every((address) => stored.addresses.includes(address));
  return !hasAll || (row.lastActivityOn ?? stored.lastActivityOn) !== stored.lastActivityOn;
}

/** The newest last activity that a site states of somebody with these addresses, and the site's origin. */
export async function statedActivity(
  db: HoldfastDatabase,
  addresses: readonly Address[],
): Promise<{ readonly on: string; readonly origin: string } | undefined> {
  const rows = await db.siteRecords.where('addresses').anyOf(addresses).limit(20).toArray();
  const best = rows.reduce<SiteRecord | undefined>((newest, row) => {
    return (row.lastActivityOn ?? '') > (newest?.lastActivityOn ?? '') ? row : newest;
  }, undefined);
  if (best?.lastActivityOn === undefined) return undefined;
  return { on: best.lastActivityOn, origin: best.key.slice(0, best.key.indexOf('|')) };
}

/** The same for a contact, under whatever of its addresses. */
export async function statedFor(db: HoldfastDatabase, contactId: Ulid): ReturnType<typeof statedActivity> {
  const rows = await db.addresses.where('contactId').equals(contactId).toArray();
  return statedActivity(
    db,
    rows.filter((row) => row.role === 'own' && row.deletedAt === undefined).map((row) => row.address),
  );
}
