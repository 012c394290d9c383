import * as z from 'zod/mini';
import { isCalendarDate, isMonthDay } from '@/lib/core/calendar';

/** Schemas of single values, of which the schemas of rows are made. */

export const at = z.number().check(z.gte(-8.64e15), z.lte(8.64e15));
export const on = z.string().check(z.refine(isCalendarDate));
const monthDay = z.string().check(z.refine(isMonthDay));
export const id = z.string().check(z.minLength(1), z.maxLength(200));
export const ulid = z.string().check(z.regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/));
export const address = z.string().check(z.minLength(3), z.maxLength(254));
export const name = z.string().check(z.maxLength(1_000));
export const note = z.string().check(z.maxLength(10_000));
export const url = z.string().check(z.maxLength(4_000));
export const days = z.number().check(z.gte(1), z.lte(3_650));
export const stage = z.enum(['lead', 'new', 'customer', 'at-risk', 'past', 'lost', 'won-back']);
export const cadence = z.union([days, z.literal('none')]);
export const tag = z.string().check(z.minLength(1), z.maxLength(100));
export const tier = z.enum(['a', 'b', 'c']);
export const channel = z.enum(['call', 'meeting', 'mail', 'chat']);
export const minutes = z.number().check(z.gte(0), z.lte(1_440));
const ownTemplate = z.strictObject({
  id: ulid,
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  subject: z.optional(name),
  text: note.check(z.minLength(1)),
});
const cost = z.number().check(z.gte(0), z.lte(1e9));
const ownExtra = z.strictObject({ what: z.string().check(z.minLength(1), z.maxLength(200)), cost });

/** Parts of the settings: how the user writes, and what may be given beside a fix. */
export const ownWording = {
  ownName: z.optional(name),
  templates: z.optional(z.array(ownTemplate)),
  extras: z.optional(z.array(ownExtra)),
  extraLimits: z.optional(z.strictObject({ 1: cost, 2: cost, 3: cost })),
};

export const weakKind = z.enum(['cc-only', 'calendar-notice', 'mass-mail']);
export const stamp = { updatedAt: at, updatedBy: id, deletedAt: z.optional(at) };
export const kind = z.enum([
  'mail',
  'call',
  'meeting',
  'chat',
  'letter',
  'gift',
  'social',
  'baseline',
  'note',
  'no-reply-needed',
  'incident',
  'stage',
  'skip',
  'bounce',
  'void',
]);
export const direction = z.enum(['in', 'out', 'unknown']);
export const doubt = z.enum([
  'auto-reply',
  'list-post',
  'mass-mail',
  'cc-only',
  'calendar-notice',
  'answered-at-once',
  'row-only',
  'direction-unknown',
  'sender-unclear',
  'colleague',
  'tried-no-answer',
]);

/** Parts of a clock. */
export const owed = z.object({
  interactionId: id,
  sinceAt: at,
  dueAt: at,
  dueOn: on,
  isByHour: z.optional(z.boolean()),
  url: z.optional(url),
  subject: z.optional(name),
});

const planReason = z.enum([
  'introduction',
  'try-again',
  'referral-lead',
  'renewal-90',
  'renewal-60',
  'renewal-30',
  'review',
  'extension-thanks',
  'referral-thanks',
  'birthday',
  'anniversary',
]);
export const plan = z.object({
  followUpId: ulid,
  on,
  channel,
  reason: z.optional(planReason),
  forOn: z.optional(on),
  about: z.optional(name),
});

/** Days of a contact on which follow-ups rest. */
export const contactDays = {
  renewsOn: z.optional(on),
  reviewFromOn: z.optional(on),
  birthday: z.optional(monthDay),
  anniversary: z.optional(monthDay),
  referredById: z.optional(ulid),
};
/** What a follow-up is for, and the day and the person it is about. */
export const planAbout = {
  reason: z.optional(planReason),
  forOn: z.optional(on),
  aboutId: z.optional(ulid),
  about: z.optional(name),
};

const recoveryStage = z.object({
  fromAt: at,
  act: z.enum([
    'name-manager',
    'apologise',
    'ask-how',
    'plan',
    'promise',
    'tell-status',
    'fix',
    'extra',
    'check',
    'ask-repeat',
    'close',
  ]),
  state: z.enum(['open', 'due', 'overdue']),
  dueOn: z.optional(on),
  promisedOn: z.optional(on),
  isAgain: z.optional(z.boolean()),
  wantsNote: z.optional(z.boolean()),
});
export const openCase = z.object({
  recoveryId: ulid,
  openedAt: at,
  stages: z.tuple([recoveryStage], recoveryStage),
});
