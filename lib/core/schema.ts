import * as z from 'zod/mini';
import { brokenPromise } from '@/lib/core/promise-schema';
import {
  address,
  at,
  cadence,
  channel,
  contactDays,
  days,
  direction,
  doubt,
  id,
  kind,
  minutes,
  name,
  note,
  on,
  openCase,
  owed,
  ownWording,
  plan,
  planAbout,
  stage,
  stamp,
  tag,
  tier,
  ulid,
  url,
  weakKind,
} from '@/lib/core/schema-parts';

/**
 * Schemas of every stored row. Strict: what is not known here is refused, so nothing foreign is stored by a copy.
 * Only derived values are lenient: they are rebuilt anyway.
 */

/** Schema of the derived clock of a contact. */
export const clockSchema = z.object({
  lastInAt: z.optional(at),
  lastOutAt: z.optional(at),
  lastContactAt: z.optional(at),
  lastContactId: z.optional(id),
  lastContactKind: z.optional(kind),
  lastContactDirection: z.optional(direction),
  isLastSettled: z.optional(z.boolean()),
  threadUrl: z.optional(url),
  doubtfulId: z.optional(id),
  doubtfulAt: z.optional(at),
  doubt: z.optional(doubt),
  doubtfulUrl: z.optional(url),
  weak: z.optional(z.object({ at, doubt })),
  owed: z.optional(owed),
  plan: z.optional(plan),
  accountTier: z.optional(tier),
  cadenceDays: z.optional(days),
  cadenceFrom: z.optional(z.enum(['contact', 'account', 'tag', 'stage', 'default'])),
  cadenceOf: z.optional(name),
  dueOn: z.optional(on),
  fadingOn: z.optional(on),
  moved: z.optional(z.object({ pausedUntilOn: z.optional(on), awayDays: z.optional(days), holidayOn: z.optional(on) })),
  rhythmDays: z.optional(days),
  usualDays: z.optional(z.number().check(z.gte(1))),
  retryOn: z.optional(on),
  triedAt: z.optional(at),
  triedKind: z.optional(kind),
  skips: z.optional(z.number()),
  skippedUntilOn: z.optional(on),
  colleagueAt: z.optional(at),
  bouncedAt: z.optional(at),
  recovery: z.optional(openCase),
  isSilenced: z.optional(z.boolean()),
  promises: z.optional(z.array(brokenPromise)),
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
  accountId: z.optional(id),
  tags: z.optional(z.array(tag)),
  tier: z.optional(tier),
  facts: z.optional(note),
  cadenceDays: z.optional(cadence),
  isCadencePinned: z.optional(z.boolean()),
  freshFromOn: z.optional(on),
  pausedAt: z.optional(at),
  pausedUntilOn: z.optional(on),
  pauseReason: z.optional(name),
  firstDueOn: z.optional(on),
  leftOn: z.optional(on),
  successorId: z.optional(ulid),
  ...contactDays,
  snoozedUntilOn: z.optional(on),
  snoozedAt: z.optional(at),
  mergedIntoId: z.optional(ulid),
  notSameAsIds: z.optional(z.array(ulid)),
  clock: clockSchema,
  attentionAt: z.optional(at),
  fadingAt: z.optional(at),
  urgentAt: z.optional(at),
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
  recipientCount: z.optional(z.number()),
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

/** Schema of an account. */
export const accountSchema = z.strictObject({
  ...stamp,
  id,
  name,
  domains: z.array(z.string().check(z.minLength(1), z.maxLength(253))),
  cadenceDays: z.optional(cadence),
  tier: z.optional(tier),
  facts: z.optional(note),
  tracksEveryone: z.optional(z.boolean()),
  renewsOn: z.optional(on),
});

/** Schema of a follow-up. */
export const followUpSchema = z.strictObject({
  ...stamp,
  id: ulid,
  contactId: ulid,
  dueOn: on,
  channel,
  ...planAbout,
  note: z.optional(note),
  promiseId: z.optional(id),
  madeAt: at,
  doneAt: z.optional(at),
});

/** Schema of the settings row. */
export const settingsSchema = z.strictObject({
  ...stamp,
  key: z.literal('settings'),
  consentAt: z.optional(at),
  ownAddresses: z.array(address),
  cadenceDays: days,
  fadingFactor: z.number().check(z.gte(1), z.lte(100)),
  stageCadences: z.partialRecord(stage, cadence),
  tagCadences: z.partialRecord(tag, cadence),
  owedAfterDays: z.number().check(z.gte(0), z.lte(365)),
  owedAfterHours: z.partialRecord(stage, z.number().check(z.gte(0), z.lte(1_000))),
  leastWorkingDays: z.number().check(z.gte(0), z.lte(365)),
  workStartMinutes: minutes,
  workEndMinutes: minutes,
  weekend: z.array(z.number().check(z.gte(0), z.lte(6))),
  holidays: z.array(on),
  holidayRegion: z.optional(id),
  away: z.array(z.strictObject({ fromOn: on, toOn: on })),
  awayAnsweredOn: z.optional(on),
  mostRecipients: z.number().check(z.gte(1), z.lte(1_000)),
  countsToo: z.array(weakKind),
  ownDomains: z.array(z.string().check(z.minLength(1), z.maxLength(253))),
  dailyBudget: z.number().check(z.gte(1), z.lte(1_000)),
  keepSubjects: z.boolean(),
  ...ownWording,
  findPromises: z.optional(z.boolean()),
  badgesHiddenUntilAt: z.optional(at),
  offOrigins: z.optional(z.array(url)),
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
  searches: z.optional(z.array(z.strictObject({ contactId: ulid, seenAt: at }))),
});

/** Schema of a user act. */
export const actSchema = z.strictObject({
  id: ulid,
  name: id,
  doneAt: at,
  contactIds: z.array(ulid),
  appendedIds: z.array(id),
  eventIds: z.optional(z.array(id)),
  changed: z.array(
    z.strictObject({
      table: z.enum(['contacts', 'addresses', 'accounts', 'followUps', 'recoveries', 'promises', 'settings']),
      key: id,
      before: z.unknown(),
      after: z.unknown(),
    }),
  ),
  undoneBy: z.optional(ulid),
  text: name,
});
