import type { RawAccount, RawSighting } from '@/lib/core/raw-sighting';
import type { BadgeView, RequestOf, SightingReply } from '@/lib/messaging/protocol';
import { rootOf } from './dom';
import type { Entry } from './entries';
import type { PageSurvey } from './survey';
import type { World } from './world';

const mostSightings = 200;
const mostRecipients = 100;
const mostAccounts = 50;
const longestText = 998;
const longestId = 200;
const longestDate = 40;

type SentSighting = RequestOf<'holdSend'>['recipients'][number];
type SentAccount = RequestOf<'holdSend'>['account'];

/** Asks the background about everybody in the entries, at most 200 people at a time, and keeps its replies there. */
export async function report(world: World, site: PageSurvey['site'], entries: readonly Entry[], round: number) {
  const url = world.url();
  const frame = {
    site: site.id,
    folder: site.folder(world.page, url),
    language: languageOf(world.page),
    account: sentAccount(site.account(world.page, url)),
  };
  for (const batch of batches(entries)) {
    const sightings = batch.flatMap(({ people }) => people.map(({ sighting }) => sentSighting(sighting)));
    const view = batch[0]?.view.name ?? '';
    const { replies } = await world.send('reportSightings', { ...frame, view, sightings });
    give(batch, replies, round);
  }
}

function languageOf(page: Document): string {
  return rootOf(page).lang || navigator.language;
}

/** Entries of one view whose people fit into one question. */
function batches(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const done: Entry[][] = [];
  let count = 0;
  for (const entry of entries) {
    const batch = done.at(-1);
    const isFull = count + entry.people.length > mostSightings;
    if (batch && !isFull && batch[0]?.view.name === entry.view.name) {
      batch.push(entry);
      count += entry.people.length;
    } else {
      done.push([entry]);
      count = entry.people.length;
    }
  }
  return done;
}

function give(batch: readonly Entry[], replies: readonly SightingReply[], round: number): void {
  let start = 0;
  for (const entry of batch) {
    entry.replies = replies.slice(start, start + entry.people.length);
    entry.round = round;
    start += entry.people.length;
  }
}

/** Shows how a contact stands now wherever the page shows it for certain, before everybody is asked again. */
export function stand(entries: Iterable<Entry>, badge: BadgeView): void {
  for (const entry of entries) {
    entry.replies = entry.replies.map((reply) => {
      const isMeant = reply.state === 'tracked' && reply.badge.contactId === badge.contactId && !reply.badge.isProbable;
      return isMeant ? { ...reply, badge: { ...badge, seenAt: reply.badge.seenAt } } : reply;
    });
  }
}

/** The protocol's limits: one value that is too long must not lose the whole report. */
export function sentSighting(sighting: RawSighting): SentSighting {
  const { from, recipients, replyTo, dateText, subject } = sighting;
  return {
    ...sighting,
    mailbox: cut(sighting.mailbox),
    record: whole(sighting.record, longestId),
    lastActivity: whole(sighting.lastActivity, longestDate),
    from: from && cut(from),
    recipients: recipients?.slice(0, mostRecipients).map(cut),
    replyTo: replyTo && cut(replyTo),
    dateText: dateText && cut(dateText),
    dateId: whole(sighting.dateId, longestId),
    messageId: whole(sighting.messageId, longestId),
    threadId: whole(sighting.threadId, longestId),
    url: whole(sighting.url),
    subject: subject && cut(subject),
  };
}

export function sentAccount({ addresses, index, searchUrl, composeUrl, sentUrl }: RawAccount): SentAccount {
  return {
    addresses: addresses.slice(0, mostAccounts).map(cut),
    index: index.slice(0, longestId),
    searchUrl: whole(searchUrl),
    composeUrl: whole(composeUrl),
    sentUrl: whole(sentUrl),
  };
}

function cut(text: string): string {
  return text.slice(0, longestText);
}

/** An id or address that is cut would be another one. */
function whole(text: string | undefined, longest = 4_000): string | undefined {
  return text && text.length <= longest ? text : undefined;
}
