import * as z from 'zod/mini';
import type { AddressRow, Contact, Instant, Interaction, Settings } from '@/lib/core/model';
import type { Phrase } from '@/lib/core/phrase';
import { addressSchema, contactSchema, interactionSchema, settingsSchema } from '@/lib/core/schema';

/** Everything a saved copy holds. */
export interface CopyContent {
  readonly contacts: readonly Contact[];
  readonly addresses: readonly AddressRow[];
  readonly interactions: readonly Interaction[];
  readonly settings?: Settings;
}

/** A file that was read and checked, or what is wrong with it. */
export type ReadCopy =
  | { readonly ok: true; readonly content: CopyContent; readonly savedAt: Instant }
  | { readonly ok: false; readonly problem: Phrase };

const format = 'holdfast-copy';
const version = 1;
/** What one message between extension pages can carry; no copy that can be saved is refused. */
const maxMegabytes = 60;

/** The text of a saved copy. */
export function makeCopy({ contacts, addresses, interactions, settings }: CopyContent, savedAt: Instant): string {
  return `${JSON.stringify({ format, version, savedAt, contacts, addresses, interactions, settings })}\n`;
}

const envelope = z.strictObject({
  format: z.literal(format),
  version: z.literal(version),
  savedAt: z.number(),
  contacts: z.array(z.unknown()),
  addresses: z.array(z.unknown()),
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

function checkRows({ savedAt, ...parts }: z.infer<typeof envelope>): ReadCopy {
  const contacts = rowsOf(contactSchema, parts.contacts);
  if (typeof contacts === 'number') return refused('copyBadRow', contacts, 'contacts');
  const addresses = rowsOf(addressSchema, parts.addresses);
  if (typeof addresses === 'number') return refused('copyBadRow', addresses, 'addresses');
  const interactions = rowsOf(interactionSchema, parts.interactions);
  if (typeof interactions === 'number') return refused('copyBadRow', interactions, 'interactions');
  const settings = z.optional(settingsSchema).safeParse(parts.settings);
  if (!settings.success) return refused('copyBadPart', 'settings');
  return { ok: true, savedAt, content: { contacts, addresses, interactions, settings: settings.data } };
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

function laterChange(a: Contact | AddressRow | Settings, b: Contact | AddressRow | Settings): number {
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
