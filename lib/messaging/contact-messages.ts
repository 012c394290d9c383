import * as z from 'zod/mini';
import { accountId, cadence, date, facts, key, mailbox, stage, tag, text, tier, touch, ulid } from './shapes';

/** What our own pages say of contacts and their accounts. A field that is absent stays; `null` clears it. */
export const contactMessages = {
  addContact: {
    from: 'extension',
    request: z.object({
      id: ulid,
      name: text,
      company: z.optional(text),
      address: z.optional(mailbox),
      stage,
      cadenceDays: z.optional(cadence),
    }),
  },
  editContact: {
    from: 'extension',
    request: z.object({
      id: ulid,
      contactId: ulid,
      name: z.optional(text),
      company: z.optional(z.nullable(text)),
      stage: z.optional(stage),
      tags: z.optional(z.array(tag).check(z.maxLength(50))),
      tier: z.optional(z.nullable(tier)),
      facts: z.optional(z.nullable(facts)),
      cadenceDays: z.optional(z.nullable(cadence)),
      isCadencePinned: z.optional(z.boolean()),
      /** "That was a project, start fresh": the day before which gaps say nothing. */
      freshFromOn: z.optional(z.nullable(date)),
    }),
  },
  /** Two contacts that look like one person: `isOne` makes them one, the other goes into the first. */
  answerDuplicate: {
    from: 'extension',
    request: z.object({ id: ulid, contactId: ulid, otherId: ulid, isOne: z.boolean() }),
  },
  /** Without `untilOn`: until the user says so. */
  pause: {
    from: 'extension',
    request: z.object({ id: ulid, contactId: ulid, untilOn: z.optional(date), reason: z.optional(text) }),
  },
  /** Ends a pause, and takes "left the company" back. */
  resume: { from: 'extension', request: z.object({ id: ulid, contactId: ulid }) },
  leaveCompany: {
    from: 'extension',
    request: z.object({
      id: ulid,
      contactId: ulid,
      /** Whoever follows: made, or linked where already tracked. */
      successor: z.optional(z.object({ name: text, address: z.optional(mailbox) })),
    }),
  },
  editAccount: {
    from: 'extension',
    request: z.object({
      id: ulid,
      accountId,
      name: z.optional(text),
      cadenceDays: z.optional(z.nullable(cadence)),
      tier: z.optional(z.nullable(tier)),
      facts: z.optional(z.nullable(facts)),
      tracksEveryone: z.optional(z.boolean()),
    }),
  },
  planFollowUp: {
    from: 'extension',
    request: z.object({ id: ulid, contactId: ulid, dueOn: date, channel: touch, note: z.optional(text) }),
  },
  /** `happened`: it is logged, with the note if there is one; else the plan only ends. */
  settleFollowUp: {
    from: 'extension',
    request: z.object({ id: ulid, followUpId: ulid, happened: z.boolean(), note: z.optional(facts) }),
  },
  moveFollowUp: { from: 'extension', request: z.object({ id: ulid, followUpId: ulid, dueOn: date }) },
  /** The day on which prompts rest: a date, of birthday and anniversary `MM-DD`. `null`: no more of them. */
  planSeries: {
    from: 'extension',
    request: z.object({
      id: ulid,
      contactId: ulid,
      kind: z.enum(['renewal', 'review', 'birthday', 'anniversary']),
      on: z.nullable(z.string().check(z.maxLength(10))),
      /** Of a renewal: whether they go on with us, until the day named if there is one. `past`: it ended on good terms. */
      outcome: z.optional(z.enum(['extended', 'at-risk', 'past'])),
    }),
  },
  /** Who recommended us to the contact; `null`: nobody. */
  setReferrer: { from: 'extension', request: z.object({ id: ulid, contactId: ulid, referrerId: z.nullable(ulid) }) },
  settlePromise: {
    from: 'extension',
    request: z.object({ id: ulid, promiseId: key, outcome: z.enum(['kept', 'broken']) }),
  },
} as const;
