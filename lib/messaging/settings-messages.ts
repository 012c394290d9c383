import * as z from 'zod/mini';
import { cadence, date, key, mailbox, stage, text, ulid } from './shapes';

const tag = z.string().check(z.minLength(1), z.maxLength(100));
const minutes = z.number().check(z.gte(0), z.lte(1_440));
const workingDays = z.number().check(z.gte(0), z.lte(365));
const period = z.object({ fromOn: date, toOn: date });
const mailboxes = z.array(mailbox).check(z.maxLength(50));
const short = z.string().check(z.minLength(1), z.maxLength(200));
const cost = z.number().check(z.gte(0), z.lte(1e9));
const template = z.object({
  id: ulid,
  name: short,
  subject: z.optional(text),
  text: z.string().check(z.minLength(1), z.maxLength(10_000)),
});

/** What the options page may say. A setting that is absent stays; lists and tables are replaced as a whole. */
export const settingsMessages = {
  giveConsent: { from: 'extension', request: z.object({ id: ulid, ownAddresses: mailboxes }) },
  changeSettings: {
    from: 'extension',
    request: z.object({
      id: ulid,
      ownAddresses: z.optional(mailboxes),
      ownDomains: z.optional(z.array(text).check(z.maxLength(50))),
      cadenceDays: z.optional(z.number().check(z.gte(1), z.lte(3_650))),
      fadingFactor: z.optional(z.number().check(z.gte(1), z.lte(100))),
      stageCadences: z.optional(z.partialRecord(stage, cadence)),
      tagCadences: z.optional(z.record(tag, cadence)),
      owedAfterDays: z.optional(workingDays),
      owedAfterHours: z.optional(z.partialRecord(stage, z.number().check(z.gte(0), z.lte(1_000)))),
      leastWorkingDays: z.optional(workingDays),
      workStartMinutes: z.optional(minutes),
      workEndMinutes: z.optional(minutes),
      weekend: z.optional(z.array(z.number().check(z.gte(0), z.lte(6))).check(z.maxLength(6))),
      holidays: z.optional(z.array(date).check(z.maxLength(2_000))),
      /** `null`: of no country. */
      holidayRegion: z.optional(z.nullable(key)),
      away: z.optional(z.array(period).check(z.maxLength(500))),
      mostRecipients: z.optional(z.number().check(z.gte(1), z.lte(1_000))),
      countsToo: z.optional(z.array(z.enum(['cc-only', 'calendar-notice', 'mass-mail'])).check(z.maxLength(3))),
      dailyBudget: z.optional(z.number().check(z.gte(1), z.lte(1_000))),
      keepSubjects: z.optional(z.boolean()),
      /** `null`: none. */
      ownName: z.optional(z.nullable(short)),
      templates: z.optional(z.array(template).check(z.maxLength(100))),
      /** `null`: the list, and below the limits, that come with Holdfast. */
      extras: z.optional(z.nullable(z.array(z.object({ what: short, cost })).check(z.maxLength(100)))),
      extraLimits: z.optional(z.nullable(z.object({ 1: cost, 2: cost, 3: cost }))),
      findPromises: z.optional(z.boolean()),
    }),
  },
  /** Answer to "Were you away?"; with `wasAway` those days do not count for contacts that drift. */
  answerAway: { from: 'extension', request: z.object({ id: ulid, ...period.shape, wasAway: z.boolean() }) },
} as const;
