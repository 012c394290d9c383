import * as z from 'zod/mini';
import { isCalendarDate } from '@/lib/core/calendar';

/**
 * Schemas of every stored row. Strict: what is not known here is refused, so nothing foreign is stored by a copy.
 * Only derived values are lenient: they are rebuilt anyway.
 */

const at = z.number().check(z.gte(-8.64e15), z.lte(8.64e15));
const on = z.string().check(z.refine(isCalendarDate));
const id = z.string().check(z.minLength(1), z.maxLength(200));
const ulid = z.string().check(z.regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/));
const address = z.string().check(z.minLength(3), z.maxLength(254));
const name = z.string().check(z.maxLength(1_000));
const note = z.string().check(z.maxLength(10_000));
const url = z.string().check(z.maxLength(4_000));
const days = z.number().check(z.gte(1), z.lte(3_650));
const stage = z.enum(['lead', 'customer']);
const stamp = { updatedAt: at, updatedBy: id, deletedAt: z.optional(at) };
const kind = z.enum([
  'mail',
  'call',
  'meeting',
  'chat',
  'baseline',
  'note',
  'no-reply-needed',
  'incident',
  'stage',
  'void',
]);
const direction = z.enum(['in', 'out', 'unknown']);
const doubt = z.enum([
  'auto-reply',
  'list-post',
  'mass-mail',
  'cc-only',
  'calendar-notice',
  'answered-at-once',
  'row-only',
  'direction-unknown',
  'sender-unclear',
  'tried-no-answer',
]);

const owed = z.object({
  interactionId: id,
  sinceAt: at,
  dueOn: on,
  url: z.optional(url),
  subject: z.optional(name),
});

/** Schema of the derived clock of a contact. */
export const clockSchema = z.object({
  lastInAt: z.optional(at),
  lastOutAt: z.optional(at),
  lastContactAt: z.optional(at),
  lastContactId: z.optional(id),
  lastContactKind: z.optional(kind),
  lastContactDirection: z.optional(direction),
  threadUrl: z.optional(url),
  doubtfulId: z.optional(id),
  doubtfulAt: z.optional(at),
  doubt: z.optional(doubt),
  doubtfulUrl: z.optional(url),
  owed: z.optional(owed),
  dueOn: z.optional(on),
  fadingOn: z.optional(on),
  rhythmDays: z.optional(days),
  usualDays: z.optional(z.number().check(z.gte(1))),
  retryOn: z.optional(on),
  triedAt: z.optional(at),
  triedKind: z.optional(kind),
  incidentAt: z.optional(at),
  snoozedUntilOn: z.optional(on),
});

/** Schema of a stored contact. */
export const contactSchema = z.strictObject({
  ...stamp,
  id: ulid,
  name,
  company: z.optional(name),
  stage,
  trackedOn: on,
  cadenceDays: z.optional(days),
  snoozedUntilOn: z.optional(on),
  snoozedAt: z.optional(at),
  mergedIntoId: z.optional(ulid),
  clock: clockSchema,
  attentionAt: z.optional(at),
  fadingAt: z.optional(at),
  words: z.array(z.string().check(z.maxLength(1_000))),
});

/** Schema of a stored address. */
export const addressSchema = z.strictObject({
  ...stamp,
  address,
  contactId: z.string().check(z.maxLength(26)),
  role: z.enum(['own', 'assistant']),
  via: z.optional(name),
  neverBadge: z.optional(z.boolean()),
});

const evidence = z.strictObject({
  site: id,
  view: id,
  rule: id,
  origin: url,
  mailbox: z.string().check(z.maxLength(254)),
  address,
  role: z.enum(['from', 'to', 'cc', 'bcc', 'participant', 'record']),
  messageId: z.optional(id),
  threadId: z.optional(id),
  url: z.optional(url),
  subject: z.optional(name),
  proof: z.optional(z.enum(['row', 'header', 'recipients'])),
  dateOrigin: z.enum(['id', 'text', 'seen']),
});

/** Schema of a stored interaction. */
export const interactionSchema = z.strictObject({
  id,
  contactId: ulid,
  kind,
  occurredAt: at,
  precision: z.enum(['instant', 'day']),
  direction: z.optional(direction),
  weight: z.enum(['counts', 'weak', 'doubtful']),
  doubt: z.optional(doubt),
  source: z.enum(['page', 'user', 'import']),
  evidence: z.optional(evidence),
  note: z.optional(note),
  stage: z.optional(stage),
  aboutId: z.optional(id),
  voidsId: z.optional(id),
  recordedAt: at,
  recordedBy: id,
});

/** Schema of the settings row. */
export const settingsSchema = z.strictObject({
  ...stamp,
  key: z.literal('settings'),
  consentAt: z.optional(at),
  ownAddresses: z.array(address),
  cadenceDays: days,
  fadingFactor: z.number().check(z.gte(1), z.lte(100)),
  owedAfterDays: z.number().check(z.gte(0), z.lte(365)),
  weekend: z.array(z.number().check(z.gte(0), z.lte(6))),
  keepSubjects: z.boolean(),
  badgesHiddenUntilAt: z.optional(at),
  copySavedAt: z.optional(at),
  logsSinceCopy: z.number().check(z.gte(0)),
});

/** Schema of a mailbox this device has looked at. */
export const mailboxSchema = z.strictObject({
  key: id,
  site: id,
  origin: url,
  addresses: z.array(address),
  searchUrl: z.optional(url),
  composeUrl: z.optional(url),
  sentUrl: z.optional(url),
  inboxSeenAt: z.optional(at),
  sentSeenAt: z.optional(at),
});

/** Schema of a user act. */
export const actSchema = z.strictObject({
  id: ulid,
  name: id,
  doneAt: at,
  contactIds: z.array(ulid),
  appendedIds: z.array(id),
  changed: z.array(
    z.strictObject({
      table: z.enum(['contacts', 'addresses', 'settings']),
      key: id,
      before: z.unknown(),
      after: z.unknown(),
    }),
  ),
  undoneBy: z.optional(ulid),
  text: name,
});

/** Schema of a mail on its way out. */
export const pendingSendSchema = z.strictObject({
  id: ulid,
  tabId: z.number(),
  heldAt: at,
  interactions: z.array(interactionSchema),
  settled: z.optional(z.enum(['sent', 'undone'])),
});
