import * as z from 'zod/mini';

/** Parts of requests. Every text has an end: the page that sends it is hostile ground. */

export const ulid = z.string().check(z.regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/));
export const key = z.string().check(z.minLength(1), z.maxLength(200));
export const text = z.string().check(z.maxLength(1_000));
export const mailbox = z.string().check(z.maxLength(998));
export const url = z.string().check(z.maxLength(4_000));
export const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
export const folder = z.enum(['inbox', 'sent', 'drafts', 'search', 'other']);
export const touch = z.enum(['call', 'meeting', 'mail', 'chat']);
export const logged = z.enum(['call', 'meeting', 'mail', 'chat', 'letter', 'gift', 'social']);

export const rawSighting = z.object({
  mailbox,
  record: z.optional(key),
  lastActivity: z.optional(z.string().check(z.maxLength(40))),
  role: z.enum(['from', 'to', 'cc', 'bcc', 'participant', 'record']),
  from: z.optional(mailbox),
  recipients: z.optional(z.array(mailbox).check(z.maxLength(100))),
  recipientCount: z.optional(z.number()),
  replyTo: z.optional(mailbox),
  dateText: z.optional(text),
  dateId: z.optional(key),
  messageId: z.optional(key),
  threadId: z.optional(key),
  url: z.optional(url),
  subject: z.optional(text),
  row: z.optional(z.enum(['single', 'newest'])),
  certainty: z.optional(z.literal('row-only')),
  folder,
  rule: key,
});
export const account = z.object({
  addresses: z.array(mailbox).check(z.maxLength(50)),
  index: z.string().check(z.maxLength(200)),
  searchUrl: z.optional(url),
  composeUrl: z.optional(url),
  sentUrl: z.optional(url),
});
/** `as`: the person is a new contact at that stage, a further address of a contact, or a contact's assistant. */
export const trackedPerson = z.object({
  mailbox,
  as: z.enum(['customer', 'lead', 'address-of', 'assistant-of']),
  ofContactId: z.optional(ulid),
});

export const stage = z.enum(['lead', 'new', 'customer', 'at-risk', 'past', 'lost', 'won-back']);
export const cadence = z.union([z.number().check(z.gte(1), z.lte(3_650)), z.literal('none')]);
export const tier = z.enum(['a', 'b', 'c']);
export const tag = z.string().check(z.maxLength(100));
export const facts = z.string().check(z.maxLength(10_000));
export const accountId = z.string().check(z.minLength(1), z.maxLength(200));

/** What may be done to several contacts at once. */
export const bulkDeed = z.union([
  z.object({ do: z.literal('log'), kind: logged }),
  z.object({ do: z.literal('snooze'), untilOn: date }),
  z.object({ do: z.literal('skip'), reason: z.optional(text) }),
  z.object({ do: z.literal('tag'), tag }),
  z.object({ do: z.literal('untag'), tag }),
  z.object({ do: z.literal('stage'), stage }),
  z.object({ do: z.literal('pause'), untilOn: z.optional(date), reason: z.optional(text) }),
]);
