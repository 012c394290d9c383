import * as z from 'zod/mini';
import { foundPromiseSchema } from '@/lib/core/promise-schema';
import { interactionSchema } from '@/lib/core/schema';
import { at, ulid } from '@/lib/core/schema-parts';

/** Schema of a mail on its way out. */
export const pendingSendSchema = z.strictObject({
  id: ulid,
  tabId: z.number(),
  heldAt: at,
  interactions: z.array(interactionSchema),
  promises: z.optional(z.array(foundPromiseSchema)),
  settled: z.optional(z.enum(['sent', 'undone'])),
});
