import * as z from 'zod/mini';
import { cadence, date, mailbox, stage, text, touch, ulid, url } from './shapes';

/** What only our own pages may say: settings, files, repair. */
export const extensionMessages = {
  giveConsent: {
    from: 'extension',
    request: z.object({ id: ulid, ownAddresses: z.array(mailbox).check(z.maxLength(50)) }),
  },
  changeSettings: {
    from: 'extension',
    request: z.object({
      id: ulid,
      ownAddresses: z.optional(z.array(mailbox).check(z.maxLength(50))),
      cadenceDays: z.optional(z.number().check(z.gte(1), z.lte(3_650))),
      weekend: z.optional(z.array(z.number().check(z.gte(0), z.lte(6))).check(z.maxLength(6))),
      keepSubjects: z.optional(z.boolean()),
    }),
  },
  sortPeople: { from: 'extension', request: z.object({ mailboxes: z.array(mailbox).check(z.maxLength(500)) }) },
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
  /** A field that is absent stays; `null` clears it. */
  editContact: {
    from: 'extension',
    request: z.object({
      id: ulid,
      contactId: ulid,
      name: z.optional(text),
      company: z.optional(z.nullable(text)),
      stage: z.optional(stage),
      cadenceDays: z.optional(z.nullable(cadence)),
    }),
  },
  planFollowUp: {
    from: 'extension',
    request: z.object({ id: ulid, contactId: ulid, dueOn: date, channel: touch, note: z.optional(text) }),
  },
  /** `happened`: it is logged; else the plan only ends. */
  settleFollowUp: { from: 'extension', request: z.object({ id: ulid, followUpId: ulid, happened: z.boolean() }) },
  saveCopy: { from: 'extension', request: z.object({ id: ulid }) },
  /** `dryRun`: check and count only. */
  bringBackCopy: { from: 'extension', request: z.object({ id: ulid, text: z.string(), dryRun: z.boolean() }) },
  /** Answer of the recovery screen to a damaged database. */
  repair: { from: 'extension', request: z.object({ id: ulid, choice: z.enum(['restore-snapshot', 'start-empty']) }) },
  /** After a host permission was granted: register the content script there and run it in `tabId`. */
  siteGranted: { from: 'extension', request: z.object({ origin: url, tabId: z.optional(z.number()) }) },
} as const;
