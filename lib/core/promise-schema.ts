import * as z from 'zod/mini';
import { at, id, on, stamp, ulid } from '@/lib/core/schema-parts';

/** Schemas of promises as they are stored; strict, like those of all rows. */

/** The longest sentence of a promise that is kept. */
export const longestWords = 200;

const found = {
  id,
  contactId: ulid,
  words: z.string().check(z.minLength(1), z.maxLength(longestWords)),
  about: z.string().check(z.minLength(1), z.maxLength(longestWords)),
  dueOn: on,
};

/** Schema of a promise of a mail on its way out. */
export const foundPromiseSchema = z.strictObject(found);

/** Schema of a stored promise. */
export const promiseSchema = z.strictObject({
  ...found,
  ...stamp,
  mailId: id,
  madeAt: at,
  offeredUntilOn: z.optional(on),
  answer: z.optional(z.enum(['accepted', 'declined'])),
  followUpId: z.optional(ulid),
  outcome: z.optional(z.enum(['kept', 'broken'])),
  settledAt: z.optional(at),
});

/** Part of a clock. */
export const brokenPromise = z.object({ promiseId: id, about: id, on, fromOn: on, untilOn: on });
