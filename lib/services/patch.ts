import type { Instant, RowStamp } from '@/lib/core/model';

interface Stamper {
  now(): Instant;
  readonly deviceId: string;
}

/**
 * The one way a mutable row changes: says when and where. A clock set back never makes a change look older than the
 * one before it.
 */
export function patch<R extends RowStamp>(row: R, fields: Partial<Omit<R, keyof RowStamp>> & Deletion, by: Stamper): R {
  return { ...row, ...fields, updatedAt: Math.max(by.now(), row.updatedAt + 1), updatedBy: by.deviceId };
}

/** `deletedAt: undefined` brings a tombstone back to life. */
export interface Deletion {
  readonly deletedAt?: Instant | undefined;
}

/** The stamp of a new row. */
export function stamp(by: Stamper): RowStamp {
  return { updatedAt: by.now(), updatedBy: by.deviceId };
}
