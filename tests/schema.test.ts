import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { promiseSchema } from '@/lib/core/promise-schema';
import { recoveryEventSchema, recoverySchema } from '@/lib/core/recovery-schema';
import {
  accountSchema,
  actSchema,
  addressSchema,
  contactSchema,
  followUpSchema,
  interactionSchema,
  mailboxSchema,
  settingsSchema,
} from '@/lib/core/schema';
import { pendingSendSchema } from '@/lib/core/send-schema';
import { siteRecordSchema } from '@/lib/core/site-record';
import type { HoldfastDatabase } from '@/lib/db/database';
import { openDatabase } from '@/lib/db/open-database';
import { versions } from '@/lib/db/versions';
import { refreshDerived } from '@/lib/services/derived';
import { freshDisk, memoryWitness, tuesday } from './support/background';

const folder = join(import.meta.dirname, 'fixtures/schema');
const fixtures = import.meta.glob<Record<string, object[]>>('./fixtures/schema/v*.json', {
  eager: true,
  import: 'default',
});

const identitySchema = z.strictObject({ key: z.literal('identity'), dbId: z.string(), createdAt: z.number() });
const derivedSchema = z.strictObject({
  key: z.literal('derived'),
  timeZone: z.string(),
  nextId: z.optional(z.string()),
  wantsAccounts: z.optional(z.literal(true)),
  wantsRecoveries: z.optional(z.literal(true)),
});
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const presenceSchema = z.strictObject({
  key: z.literal('presence'),
  lastOn: day,
  gap: z.optional(z.strictObject({ fromOn: day, toOn: day })),
});
const schemas = new Map<string, z.ZodMiniType>([
  ['contacts', contactSchema],
  ['addresses', addressSchema],
  ['accounts', accountSchema],
  ['followUps', followUpSchema],
  ['recoveries', recoverySchema],
  ['recoveryEvents', recoveryEventSchema],
  ['promises', promiseSchema],
  ['interactions', interactionSchema],
  ['acts', actSchema],
  ['mailboxes', mailboxSchema],
  ['siteRecords', siteRecordSchema],
  ['pendingSends', pendingSendSchema],
  ['meta', z.union([identitySchema, derivedSchema, presenceSchema, settingsSchema])],
]);

/** The database as that version left it on a user's disk. */
async function install(version: number, rows: Record<string, object[]>): Promise<void> {
  const db = new Dexie('holdfast');
  for (const define of versions.slice(0, version)) define(db);
  await db.open();
  for (const [table, all] of Object.entries(rows)) await db.table(table).bulkAdd(all);
  db.close();
}

beforeEach(freshDisk);

describe('every version of the database ever shipped', () => {
  it('has a fixture of its own: tests/fixtures/schema/v<N>.json holds at least one row of each table', () => {
    const names = readdirSync(folder).filter((name) => /^v\d+\.json$/.test(name));
    expect(names.sort()).toEqual(versions.map((_, index) => `v${index + 1}.json`).sort());
    for (const rows of Object.values(fixtures)) for (const all of Object.values(rows)) expect(all).not.toHaveLength(0);
  });

  it.each(versions.map((_, index) => index + 1))(
    'version %i opens, is brought up to date and fits the schemas of today',
    async (version) => {
      const rows = fixtures[`./fixtures/schema/v${version}.json`] ?? {};
      await install(version, rows);
      const witnesses = memoryWitness();
      const db = await openDatabase(witnesses, { now: () => tuesday, newId: () => 'unused' });
      for (const table of db.tables) {
        const schema = schemas.get(table.name);
        const stored: unknown[] = await table.toArray();
        expect(stored.length, table.name).toBeGreaterThanOrEqual(rows[table.name]?.length ?? 0);
        for (const row of stored) {
          const parsed = schema?.safeParse(row);
          expect(parsed?.error, `${table.name}: ${JSON.stringify(row)}`).toBeUndefined();
          expect(parsed?.success).toBe(true);
        }
      }
      expect(witnesses.current).toMatchObject({ dbId: '01K1T0000000000000000DEV1C' });
      db.close();
    },
  );

  const accountsOf = async (db: HoldfastDatabase) => [
    ...new Set((await db.contacts.toArray()).map(({ accountId }) => accountId)),
  ];
  it('gives the contacts of version 1 their accounts at the next start, also after a worker killed before it', async () => {
    await install(1, fixtures['./fixtures/schema/v1.json'] ?? {});
    const open = () => openDatabase(memoryWitness(), { now: () => tuesday, newId: () => 'unused' });
    (await open()).close();
    const db = await open();
    expect(await db.accounts.count()).toBe(0);
    await refreshDerived(db, { locale: 'en-GB', timeZone: 'Europe/Berlin' });
    expect((await db.accounts.toArray()).map(({ id }) => id)).toEqual(['acme.example']);
    expect(await accountsOf(db)).toEqual(['acme.example']);
    await db.contacts.toCollection().modify({ accountId: undefined });
    await refreshDerived(db, { locale: 'en-GB', timeZone: 'Asia/Tokyo' });
    expect(await accountsOf(db)).toEqual([undefined]);
    db.close();
  });

  it.each([1, 2])('makes a recovery of what went wrong in version %i, once, at the next start', async (version) => {
    await install(version, fixtures[`./fixtures/schema/v${version}.json`] ?? {});
    const db = await openDatabase(memoryWitness(), { now: () => tuesday, newId: () => 'unused' });
    expect(await db.recoveries.count()).toBe(0);
    await refreshDerived(db, { locale: 'en-GB', timeZone: 'Europe/Berlin' });
    const [incident] = await db.interactions.filter(({ kind }) => kind === 'incident').toArray();
    const [recovery, ...others] = await db.recoveries.toArray();
    expect(others).toEqual([]);
    expect(recovery).toMatchObject({
      id: incident?.id,
      contactId: incident?.contactId,
      accountId: 'acme.example',
      openedAt: incident?.occurredAt,
      reason: 'other',
    });
    const contact = await db.contacts.get(incident?.contactId ?? '');
    expect(contact?.clock.recovery?.recoveryId).toBe(incident?.id);
    await db.recoveries.clear();
    await refreshDerived(db, { locale: 'en-GB', timeZone: 'Asia/Tokyo' });
    expect(await db.recoveries.count()).toBe(0);
    db.close();
  });

  it('stores what a day of use writes within the same schemas', async () => {
    const { aDayOfUse } = await import('./support/a-day-of-use');
    const db = await aDayOfUse();
    for (const table of db.tables) {
      for (const row of await table.toArray()) {
        expect(schemas.get(table.name)?.safeParse(row).error, `${table.name}: ${JSON.stringify(row)}`).toBeUndefined();
      }
      expect(await table.count(), table.name).toBeGreaterThan(0);
    }
    db.close();
  });
});
