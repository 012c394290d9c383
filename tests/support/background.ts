import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import type { Instant } from '@/lib/core/model';
import { type Phrase, say } from '@/lib/core/phrase';
import { promisesIn } from '@/lib/core/promise';
import type { HoldfastDatabase } from '@/lib/db/database';
import { openDatabase } from '@/lib/db/open-database';
import type { TextStore } from '@/lib/db/text-store';
import type { Witness, WitnessStore } from '@/lib/db/witness';
import { newId } from '@/lib/messaging/new-id';
import type { RequestOf } from '@/lib/messaging/protocol';
import type { ServiceContext } from '@/lib/services/context';
import { dateReader } from '@/lib/services/date-reader';
import messages from '@/public/_locales/en/messages.json';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
/** A Tuesday, 11:00 in Berlin. */
export const tuesday = Date.UTC(2026, 7, 4, 9);
export const gmail = 'https://mail.google.com';

/** A new, empty disk. */
export function freshDisk(): void {
  Dexie.dependencies.indexedDB = new IDBFactory();
}

export function memoryShelf(): TextStore & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    get: async (key) => texts.get(key),
    set: async (key, text) => {
      texts.set(key, text);
    },
    remove: async (key) => {
      texts.delete(key);
    },
  };
}

export function memoryWitness(): WitnessStore & { current: Witness | undefined; snapshot: boolean } {
  return {
    current: undefined,
    snapshot: false,
    async read() {
      return this.current;
    },
    async write(witness) {
      this.current = witness;
    },
    async hasSnapshot() {
      return this.snapshot;
    },
  };
}

export function words(phrase: Phrase): string {
  return say(phrase, (key, values) =>
    messages[key].message.replace(/\$([1-9])/g, (_, place: string) => values[Number(place) - 1] ?? ''),
  );
}

/** A background with a clock that the test sets. */
export interface Bench {
  readonly db: HoldfastDatabase;
  readonly witnesses: ReturnType<typeof memoryWitness>;
  now: Instant;
  commits: number;
  /** As a page of that origin. */
  page(tabId?: number, origin?: string): ServiceContext;
  /** As popup or options page. */
  ours(): ServiceContext;
}

export async function aBench(now: Instant = tuesday, deviceId?: string): Promise<Bench> {
  freshDisk();
  const witnesses = memoryWitness();
  const db = await openDatabase(witnesses, { now: () => now, newId });
  const context = (origin: string, tabId: number, isOurs: boolean): ServiceContext => ({
    now: () => bench.now,
    newId,
    deviceId: deviceId ?? witnesses.current?.dbId ?? '',
    timeZone: 'Europe/Berlin',
    locale: 'en-GB',
    direction: 'ltr',
    text: words,
    pageTexts: () => ({}),
    findPromises: async (text, sentOn, off) => promisesIn(text, sentOn, dateReader({ locale: 'en-GB', off })),
    caller: { origin, tabId, isOurs },
    committed: async (added) => {
      bench.commits += 1;
      if (witnesses.current) witnesses.current = { ...witnesses.current, rows: witnesses.current.rows + added };
    },
  });
  const bench: Bench = {
    db,
    witnesses,
    now,
    commits: 0,
    page: (tabId = 7, origin = gmail) => context(origin, tabId, false),
    ours: () => context('chrome-extension://test', -1, true),
  };
  return bench;
}

type Report = RequestOf<'reportSightings'>;
type Raw = Report['sightings'][number];

/** A report of one page of Gmail in the mailbox of sam@ours.example. */
export function aReport(view: 'list' | 'thread', sightings: readonly Raw[], fields: Partial<Report> = {}): Report {
  return {
    site: 'gmail',
    view,
    folder: 'inbox',
    language: 'en',
    account: { addresses: ['Sam <sam@ours.example>'], index: 'u/0' },
    sightings: [...sightings],
    ...fields,
  };
}

let messageNumber = 0;

/** A mail from Ann as an open conversation shows it; `at` is hidden in Gmail's id. */
export function aMail(at: Instant, fields: Partial<Raw> = {}): Raw {
  messageNumber += 1;
  return {
    mailbox: 'Ann Lee <ann@acme.example>',
    role: 'from',
    from: 'Ann Lee <ann@acme.example>',
    recipients: ['sam@ours.example'],
    recipientCount: 1,
    dateId: gmailId(at),
    messageId: `m${messageNumber}`,
    threadId: 't1',
    folder: 'inbox',
    rule: 'test',
    ...fields,
  };
}

/** Gmail's message ids carry the instant in their upper bits. */
export function gmailId(at: Instant, low = 0): string {
  return `gmail:${((BigInt(at) << 20n) + BigInt(low)).toString(16).padStart(16, '0')}`;
}
