import * as z from 'zod/mini';
import { leavingReasons } from '@/lib/core/recovery';
import { at, id, name, note, on, stamp, ulid } from '@/lib/core/schema-parts';

/** Schemas of recovery cases as they are stored; strict, like those of all rows. */

const reason = z.enum(leavingReasons);
const said = z.string().check(z.minLength(1), z.maxLength(10_000));
const person = z.string().check(z.minLength(1), z.maxLength(200));

/** Schema of a stored case. */
export const recoverySchema = z.strictObject({
  ...stamp,
  id: ulid,
  contactId: ulid,
  accountId: z.optional(id),
  happened: note,
  reason,
  severity: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  isMoney: z.boolean(),
  fault: z.enum(['mistake', 'broken-promise']),
  openedAt: at,
  owner: z.optional(person),
  manager: z.optional(person),
});

const eventStamp = {
  id,
  recoveryId: ulid,
  occurredAt: at,
  recordedAt: at,
  recordedBy: id,
  voidsId: z.optional(id),
  aboutId: z.optional(id),
  note: z.optional(note),
};
const closed = { ...eventStamp, kind: z.literal('closed') };

/** Schema of a stored event of a case. */
export const recoveryEventSchema = z.union([
  z.strictObject({
    ...eventStamp,
    kind: z.enum([
      'holding-note',
      'apologised',
      'asked-how',
      'status-told',
      'fixed',
      'no-extra',
      'repeat-asked',
      'note',
    ]),
  }),
  z.strictObject({ ...eventStamp, kind: z.enum(['asked', 'planned', 'given']), text: said }),
  z.strictObject({ ...eventStamp, kind: z.literal('fix-promised'), owner: person, dueOn: on }),
  z.strictObject({
    ...eventStamp,
    kind: z.literal('extra'),
    what: name.check(z.minLength(1)),
    cost: z.optional(z.number().check(z.gte(0), z.lte(1e9))),
  }),
  z.strictObject({ ...eventStamp, kind: z.literal('checked'), isOk: z.boolean() }),
  z.strictObject({ ...closed, outcome: z.enum(['kept', 'withdrawn']) }),
  z.strictObject({ ...closed, outcome: z.literal('lost'), reason, tryAgainOn: z.optional(on) }),
  z.strictObject({ ...eventStamp, kind: z.literal('void'), voidsId: id }),
]);
