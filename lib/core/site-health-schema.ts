import * as z from 'zod/mini';
import { at, id, url } from '@/lib/core/schema-parts';

/** Schema of the row that holds the health of all sites. */
export const healthSchema = z.strictObject({
  key: z.literal('health'),
  views: z.array(
    z.strictObject({
      site: id,
      origin: url,
      view: id,
      rows: z.number(),
      people: z.number(),
      missed: z.number(),
      seenAt: at,
      blindSinceAt: z.optional(at),
      sample: z.optional(z.string().check(z.maxLength(10_000))),
    }),
  ),
});
