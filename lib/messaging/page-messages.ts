import * as z from 'zod/mini';
import { account, date, folder, key, logged, mailbox, rawSighting, text, trackedPerson, ulid, url } from './shapes';

const count = z.number().check(z.gte(0), z.lte(100_000));

/** What a page may say, and our own pages too: read, log, and what can be undone. */
export const pageMessages = {
  hello: { from: 'page', request: z.object({}) },
  reportSightings: {
    from: 'page',
    request: z.object({
      site: key,
      view: key,
      folder,
      /** Language of the page, BCP 47; decides how dates are read. */
      language: text,
      account,
      sightings: z.array(rawSighting).check(z.maxLength(200)),
    }),
  },
  /** How well a view of the site could be read, once its page had come to rest. */
  reportHealth: {
    from: 'page',
    request: z.object({
      site: key,
      view: key,
      rows: count,
      people: count,
      missed: count,
      sample: z.optional(z.string().check(z.maxLength(10_000))),
    }),
  },
  holdSend: {
    from: 'page',
    request: z.object({
      id: ulid,
      site: key,
      account,
      recipients: z.array(rawSighting).check(z.maxLength(100)),
      /** The user's own words, and only if they may promise something. Read at once, and not stored. */
      text: z.optional(z.string().check(z.maxLength(10_000))),
    }),
  },
  /** Without `id`: every pending send of this tab. */
  settleSend: {
    from: 'page',
    request: z.object({ id: z.optional(ulid), outcome: z.enum(['sent', 'undone']) }),
  },
  /** Contact card and track menu are needed in the frame that asks: put their script there. */
  loadCard: { from: 'page', request: z.object({}) },
  /** Puts that contact's card beside the page; only a click opens the panel. */
  openSidePanel: { from: 'page', request: z.object({ contactId: ulid }) },
  getCard: { from: 'page', request: z.object({ contactId: ulid }) },
  getTrackChoices: { from: 'page', request: z.object({ mailbox }) },
  track: { from: 'page', request: z.object({ id: ulid, people: z.array(trackedPerson).check(z.maxLength(200)) }) },
  setLastInTouch: {
    from: 'page',
    request: z.object({
      id: ulid,
      contactId: ulid,
      /** `as-stated`: the last activity that a site's record of this person states. */
      when: z.union([z.enum(['this-week', 'this-month', 'longer', 'as-stated']), date]),
    }),
  },
  logInteraction: {
    from: 'page',
    request: z.object({
      id: ulid,
      contactId: ulid,
      kind: logged,
      /** `tried`: no answer. */
      outcome: z.enum(['reached', 'tried']),
      occurredOn: z.optional(date),
      note: z.optional(z.string().check(z.maxLength(10_000))),
    }),
  },
  moveInteraction: { from: 'page', request: z.object({ id: ulid, interactionId: key, occurredOn: date }) },
  addNote: {
    from: 'page',
    request: z.object({
      id: ulid,
      contactId: ulid,
      interactionId: z.optional(key),
      note: z.string().check(z.minLength(1), z.maxLength(10_000)),
    }),
  },
  noReplyNeeded: { from: 'page', request: z.object({ id: ulid, contactId: ulid, interactionId: key }) },
  snooze: { from: 'page', request: z.object({ id: ulid, contactId: ulid, untilOn: date }) },
  /** `keeps`: a follow-up for its day; else it is no promise. */
  answerPromise: { from: 'page', request: z.object({ id: ulid, promiseId: key, keeps: z.boolean() }) },
  untrack: { from: 'page', request: z.object({ id: ulid, contactId: ulid }) },
  wrongPerson: { from: 'page', request: z.object({ id: ulid, contactId: ulid, address: mailbox }) },
  discountInteraction: { from: 'page', request: z.object({ id: ulid, contactId: ulid, interactionId: key }) },
  neverBadge: { from: 'page', request: z.object({ id: ulid, address: mailbox }) },
  undo: { from: 'page', request: z.object({ id: ulid, actId: ulid }) },
  /** Reads and shows nothing on a site's pages any more, or again. A page may say it of its own origin only. */
  turnSite: { from: 'page', request: z.object({ id: ulid, origin: url, isOff: z.boolean() }) },
  /** `untilAt` undefined: show them again. */
  hideBadges: { from: 'page', request: z.object({ id: ulid, untilAt: z.optional(z.number()) }) },
} as const;
