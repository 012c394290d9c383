import * as z from 'zod/mini';
import type { Account } from '@/lib/core/account';
import type { FollowUp } from '@/lib/core/follow-up';
import type { GivenPromise } from '@/lib/core/given-promise';
import type { AddressRow, Contact, Instant, Interaction, RowStamp } from '@/lib/core/model';
import type { Phrase } from '@/lib/core/phrase';
import { promiseSchema } from '@/lib/core/promise-schema';
import type { Recovery, RecoveryEvent } from '@/lib/core/recovery';
import { recoveryEventSchema, recoverySchema } from '@/lib/core/recovery-schema';
import {
  accountSchema,
  addressSchema,
  contactSchema,
  followUpSchema,
  interactionSchema,
  settingsSchema,
} from '@/lib/core/schema';
import type { Settings } from '@/lib/core/settings';
import { upgradeContacts, upgradeSettings } from '@/lib/core/upgrade';

/** Everything a saved copy holds. */
export interface CopyContent {
  readonly contacts: readonly Contact[];
  readonly addresses: readonly AddressRow[];
  readonly accounts: readonly Account[];
  readonly followUps: readonly FollowUp[];
  readonly recoveries: readonly Recovery[];
  readonly recoveryEvents: readonly RecoveryEvent[];
  readonly promises: readonly GivenPromise[];
  readonly interactions: readonly Interaction[];
  readonly settings?: Settings;
}

/** A file that was read and checked, or what is wrong with it. */
export type ReadCopy =
  | { readonly ok: true; readonly content: CopyContent; readonly savedAt: Instant }
  | { readonly ok: false; readonly problem: Phrase };

const format = 'holdfast-copy';
const version = 4;
/** What one message between extension pages can carry; no copy that can be saved is refused. */
const maxMegabytes = 60;

/** The text of a saved copy. */
export function makeCopy(content: CopyContent, savedAt: Instant): string {
  const { contacts, addresses, accounts, followUps, recoveries, recoveryEvents, promises, interactions } = content;
  const rows = { contacts, addresses, accounts, followUps, recoveries, recoveryEvents, promises, interactions };
  return `${JSON.stringify({ ...copyHead(savedAt), ...rows, settings: content.settings })}\n`;
}

/** What stands in a saved copy before its rows. */
export function copyHead(savedAt: Instant) {
  return { format, version, savedAt } as const;
}

const envelope = z.strictObject({
  format: z.literal(format),
  version: z.literal([1, 2, 3, version]),
  savedAt: z.number(),
  contacts: z.array(z.unknown()),
  addresses: z.array(z.unknown()),
  accounts: z._default(z.array(z.unknown()), []),
  followUps: z._default(z.array(z.unknown()), []),
  recoveries: z._default(z.array(z.unknown()), []),
  recoveryEvents: z._default(z.array(z.unknown()), []),
  promises: z._default(z.array(z.unknown()), []),
  interactions: z.array(z.unknown()),
  settings: z.optional(z.unknown()),
});

/** Reads a saved copy. Every row is checked before anything is taken, and only known fields pass. Never throws. */
export function readCopy(text: string, megabytes = maxMegabytes): ReadCopy {
  if (text.length > megabytes * 1_048_576) return refused('copyTooLarge', megabytes);
  const found = parseJson(text);
  if (found === undefined) return refused('copyNotJson');
  const head = z.object({ format: z.literal(format), version: z.number() }).safeParse(found);
  if (!head.success) return refused('copyNotOurs');
  if (head.data.version > version) return refused('copyNewer');
  const whole = envelope.safeParse(found);
  if (!whole.success) return refused('copyBadPart', String(whole.error.issues[0]?.path[0] ?? format));
  return checkRows(whole.data);
}

type Envelope = z.infer<typeof envelope>;

function checkRows(parts: Envelope): ReadCopy {
  const { savedAt } = parts;
  const contacts = rowsOf(contactSchema, parts.version === 1 ? withoutClocks(parts.contacts) : parts.contacts);
  if (typeof contacts === 'number') return refused('copyBadRow', contacts, 'contacts');
  const addresses = rowsOf(addressSchema, parts.addresses);
  if (typeof addresses === 'number') return refused('copyBadRow', addresses, 'addresses');
  const accounts = rowsOf(accountSchema, parts.accounts);
  if (typeof accounts === 'number') return refused('copyBadRow', accounts, 'accounts');
  const followUps = rowsOf(followUpSchema, parts.followUps);
  if (typeof followUps === 'number') return refused('copyBadRow', followUps, 'followUps');
  const recoveries = rowsOf(recoverySchema, parts.recoveries);
  if (typeof recoveries === 'number') return refused('copyBadRow', recoveries, 'recoveries');
  const recoveryEvents = rowsOf(recoveryEventSchema, parts.recoveryEvents);
  if (typeof recoveryEvents === 'number') return refused('copyBadRow', recoveryEvents, 'recoveryEvents');
  const promises = rowsOf(promiseSchema, parts.promises);
  if (typeof promises === 'number') return refused('copyBadRow', promises, 'promises');
  const interactions = rowsOf(interactionSchema, parts.interactions);
  if (typeof interactions === 'number') return refused('copyBadRow', interactions, 'interactions');
  const settings = settingsIn(parts);
  if (!settings.success) return refused('copyBadPart', 'settings');
  const upgraded = parts.version === 1 ? upgradeContacts(contacts, addresses) : { contacts, accounts };
  const others = { addresses, followUps, recoveries, recoveryEvents, promises, interactions, settings: settings.data };
  return { ok: true, savedAt, content: { ...others, ...upgraded } };
}

/** The first version's clocks lack a part; they are made anew in any case. */
function withoutClocks(rows: readonly unknown[]): unknown[] {
  return rows.map((row) => (typeof row === 'object' && row !== null ? { ...row, clock: {} } : row));
}

function settingsIn({ version: saved, settings }: Envelope) {
  const isOld = saved === 1 && typeof settings === 'object' && settings !== null;
  return z.optional(settingsSchema).safeParse(isOld ? upgradeSettings(settings) : settings);
}

/** The rows, or the number of the first damaged one, counted from 1. */
function rowsOf<S extends z.ZodMiniType>(schema: S, rows: readonly unknown[]): z.infer<S>[] | number {
  const good: z.infer<S>[] = [];
  for (const [index, row] of rows.entries()) {
    const found = schema.safeParse(row);
    if (!found.success) return index + 1;
    good.push(found.data);
  }
  return good;
}

function parseJson(text: string): unknown {
  try {
    const found: unknown = JSON.parse(text);
    return found;
  } catch {
    return undefined;
  }
}

function refused(key: Phrase['key'], ...values: readonly (string | number)[]): ReadCopy {
  return { ok: false, problem: { key, values } };
}

/**
 * Both contents as one: append-only rows by union, others by the later change; tombstones are rows like others.
 * Commutative, associative and idempotent, so that copies can be brought back in any order and twice.
 */
export function mergeCopy(mine: CopyContent, theirs: CopyContent): CopyContent {
  const settings = mergeRows(one(mine.settings), one(theirs.settings), (row) => row.key, laterChange)[0];
  return {
    contacts: mergeRows(mine.contacts, theirs.contacts, (row) => row.id, laterChange),
    addresses: mergeRows(mine.addresses, theirs.addresses, (row) => row.address, laterChange),
    accounts: mergeRows(mine.accounts, theirs.accounts, (row) => row.id, laterChange),
    followUps: mergeRows(mine.followUps, theirs.followUps, (row) => row.id, laterChange),
    recoveries: mergeRows(mine.recoveries, theirs.recoveries, (row) => row.id, laterChange),
    recoveryEvents: mergeRows(mine.recoveryEvents, theirs.recoveryEvents, (row) => row.id, byContent),
    promises: mergeRows(mine.promises, theirs.promises, (row) => row.id, laterChange),
    interactions: mergeRows(mine.interactions, theirs.interactions, (row) => row.id, byContent),
    ...(settings ? { settings } : {}),
  };
}

function one<T>(row: T | undefined): readonly T[] {
  return row === undefined ? [] : [row];
}

/** One row per key, in the order of the keys; `order` > 0 prefers the second. An equal row stays the object it was. */
function mergeRows<T>(
  mine: readonly T[],
  theirs: readonly T[],
  keyOf: (row: T) => string,
  order: (a: T, b: T) => number,
): T[] {
  const rows = new Map<string, T>();
  for (const row of [...mine, ...theirs]) {
    const known = rows.get(keyOf(row));
    if (known === undefined || order(known, row) > 0) rows.set(keyOf(row), row);
  }
  return [...rows].sort(([a], [b]) => compareText(a, b)).map(([, row]) => row);
}

function laterChange<T extends RowStamp>(a: T, b: T): number {
  return b.updatedAt - a.updatedAt || compareText(b.updatedBy, a.updatedBy) || byContent(a, b);
}

/** A fixed choice where nothing else tells two rows apart, the same on every device. */
function byContent(a: object, b: object): number {
  return compareText(canonical(b), canonical(a));
}

/** JSON with the keys in order and without what is undefined. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => compareText(a, b)))
      : inner,
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
