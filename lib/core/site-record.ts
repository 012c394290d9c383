import * as z from 'zod/mini';
import type { Address, CalendarDate, Instant } from '@/lib/core/model';
import { address, at, on } from '@/lib/core/schema-parts';

/**
 * What a site's record shows of a tracked person: lists without addresses find the contact by it. Local only: it is learned
 * anew from the next page that shows record and address together.
 */
export interface SiteRecord {
  /** `origin|record`. */
  readonly key: string;
  /** Tracked addresses that the record showed when it was last seen with one. */
  readonly addresses: readonly Address[];
  /** The day of the last contact by the site's own account. `undefined`: it states none. */
  readonly lastActivityOn?: CalendarDate;
  readonly seenAt: Instant;
}

/** Schema of what a site's record shows of a tracked person. */
export const siteRecordSchema = z.strictObject({
  key: z.string().check(z.minLength(1), z.maxLength(4_300)),
  addresses: z.array(address),
  lastActivityOn: z.optional(on),
  seenAt: at,
});
