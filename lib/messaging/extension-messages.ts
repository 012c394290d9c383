import * as z from 'zod/mini';
import { bulkDeed, mailbox, text, ulid, url } from './shapes';

/** What only our own pages may say: settings, files, repair. */
export const extensionMessages = {
  sortPeople: {
    from: 'extension',
    request: z.object({
      mailboxes: z.array(mailbox).check(z.maxLength(500)),
      /** Those of them to whom a mail is being written. */
      writing: z.optional(z.array(mailbox).check(z.maxLength(500))),
    }),
  },
  /** "Not now": the contact comes back on the next working day. */
  skip: { from: 'extension', request: z.object({ id: ulid, contactId: ulid, reason: z.optional(text) }) },
  /** One act for several contacts, and one undo. More than so many would keep other messages waiting. */
  bulk: {
    from: 'extension',
    request: z.object({
      id: ulid,
      contactIds: z.array(ulid).check(z.minLength(1), z.maxLength(200)),
      what: bulkDeed,
      /** How many it is done for in all, if these are a part of them: what the user is told. */
      total: z.optional(z.number().check(z.gte(1))),
    }),
  },
  /** The day somebody typed, such as "in 2 weeks". */
  readDay: { from: 'extension', request: z.object({ text: z.string().check(z.maxLength(100)) }) },
  /**
   * Puts a text into the mail that is being written to this contact, or opens a new one with it; never sends. Without
   * `tabId`: wherever it is being written.
   */
  insertText: {
    from: 'extension',
    request: z.object({
      tabId: z.optional(z.number()),
      contactId: ulid,
      text: z.string().check(z.minLength(1), z.maxLength(20_000)),
      /** Of a new mail. */
      subject: z.optional(text),
    }),
  },
  saveCopy: { from: 'extension', request: z.object({ id: ulid }) },
  /** `dryRun`: check and count only. */
  bringBackCopy: { from: 'extension', request: z.object({ id: ulid, text: z.string(), dryRun: z.boolean() }) },
  /** Answer of the recovery screen to a damaged database. */
  repair: { from: 'extension', request: z.object({ id: ulid, choice: z.enum(['restore-snapshot', 'start-empty']) }) },
  /** After a host permission was granted: register the content script there and run it in `tabId`. */
  siteGranted: { from: 'extension', request: z.object({ origin: url, tabId: z.optional(z.number()) }) },
} as const;
