import type { RawAccount, RawSighting } from '@/lib/core/raw-sighting';
import type { RequestOf, SightingReply } from '@/lib/messaging/protocol';
import type { SiteAdapter } from '@/lib/sites/site-adapter';
import { rootOf } from './dom';
import type { Entry } from './survey';
import type { World } from './world';

const mostSightings = 200;
const mostRecipients = 100;

type SentSighting = RequestOf<'holdSend'>['recipients'][number];
type SentAccount = RequestOf<'holdSend'>['account'];

/** Asks the background about everybody in the entries, at most 200 people at a time, and keeps its replies there. */
export async function report(world: World, adapter: SiteAdapter, entries: readonly Entry[], round: number) {
  const url = world.url();
  const frame = {
    site: adapter.id,
    folder: adapter.folder(world.page, url),
    language: languageOf(world.page),
    account: sentAccount(adapter.account(world.page, url)),
  };
  for (const batch of batches(entries)) {
    const sightings = batch.flatMap(({ people }) => people.map(({ sighting }) => sentSighting(sighting)));
    const view = batch[0]?.view.name ?? '';
    const { replies } = await world.send('reportSightings', { ...frame, view, sightings });
    give(batch, replies, round);
  }
}

export function languageOf(page: Document): string {
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

/** The protocol's limits: one value that is too long must not lose the whole report. */
export function sentSighting(sighting: RawSighting): SentSighting {
  const { mailbox, from, recipients, replyTo, dateText, dateId, messageId, threadId, url, subject } = sighting;
  return {
    ...sighting,
    mailbox: mailbox.slice(0, 998),
    from: short(from, 998),
    recipients: recipients?.slice(0, mostRecipients).map((text) => text.slice(0, 998)),
    replyTo: short(replyTo, 998),
    dateText: short(dateText, 1_000),
    dateId: fitting(dateId, 200),
    messageId: fitting(messageId, 200),
    threadId: fitting(threadId, 200),
    url: fitting(url, 4_000),
    subject: short(subject, 1_000),
  };
}

export function sentAccount(account: RawAccount): SentAccount {
  return {
    addresses: account.addresses.slice(0, 50).map((text) => text.slice(0, 998)),
    index: account.index.slice(0, 200),
    searchUrl: fitting(account.searchUrl, 4_000),
    composeUrl: fitting(account.composeUrl, 4_000),
    sentUrl: fitting(account.sentUrl, 4_000),
  };
}

function short(text: string | undefined, most: number): string | undefined {
  return text?.slice(0, most);
}

/** An id that is cut would be another id. */
function fitting(text: string | undefined, most: number): string | undefined {
  return text && text.length <= most ? text : undefined;
}
