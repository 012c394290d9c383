import * as z from 'zod/mini';
import { date, key, text, ulid } from './shapes';

const long = z.string().check(z.maxLength(10_000));
const said = z.string().check(z.minLength(1), z.maxLength(10_000));
const person = z.string().check(z.maxLength(200));
const reason = z.enum([
  'unfulfilled-promise',
  'below-par',
  'value-against-price',
  'communication',
  'lack-of-care',
  'mistreated',
  'needs-changed',
  'contact-left',
  'other',
]);

/** What happened, as far as the user has said. */
const about = {
  reason: z.optional(reason),
  severity: z.optional(z.union([z.literal(1), z.literal(2), z.literal(3)])),
  isMoney: z.optional(z.boolean()),
  fault: z.optional(z.enum(['mistake', 'broken-promise'])),
  what: z.optional(long),
};

/** What can happen in a recovery. Taking one of it back is `takeBackRecovery`. */
const deed = z.union([
  z.object({
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
  z.object({ kind: z.enum(['asked', 'planned', 'given']), text: said }),
  z.object({ kind: z.literal('fix-promised'), owner: person.check(z.minLength(1)), dueOn: date }),
  z.object({
    kind: z.literal('extra'),
    what: text.check(z.minLength(1)),
    cost: z.optional(z.number().check(z.gte(0), z.lte(1e9))),
  }),
  z.object({ kind: z.literal('checked'), isOk: z.boolean() }),
  z.object({ kind: z.literal('closed'), outcome: z.enum(['kept', 'withdrawn']) }),
  z.object({ kind: z.literal('closed'), outcome: z.literal('lost'), reason, tryAgainOn: z.optional(date) }),
]);

/** What is said of recoveries. A field that is absent stays; `null` clears it. */
export const recoveryMessages = {
  /** The recovery gets the id of the message. */
  openRecovery: { from: 'page', request: z.object({ id: ulid, contactId: ulid, ...about }) },
  /** Opens the recovery's page in a tab. */
  showRecovery: { from: 'page', request: z.object({ recoveryId: ulid }) },
  editRecovery: {
    from: 'extension',
    request: z.object({
      id: ulid,
      recoveryId: ulid,
      ...about,
      owner: z.optional(z.nullable(person)),
      manager: z.optional(z.nullable(person)),
    }),
  },
  recordRecovery: {
    from: 'extension',
    request: z.object({
      id: ulid,
      recoveryId: ulid,
      deed,
      note: z.optional(long),
      /** `undefined`: just now. */
      occurredAt: z.optional(z.number()),
    }),
  },
  /** "That was not the apology": what was recorded, by the user or by a mail, is taken back. */
  takeBackRecovery: { from: 'extension', request: z.object({ id: ulid, recoveryId: ulid, eventId: key }) },
} as const;
