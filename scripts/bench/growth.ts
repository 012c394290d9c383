import type { Page } from 'playwright-core';
import { gmailId, me } from '../../tests/demo-mailbox/mailbox.ts';
import type { Run } from '../../tests/e2e/support/launch.ts';
import type { Browsers } from './browser.ts';
import { atMost, type Goal, type Measured, type Result, resultOf, times } from './figure.ts';
import { benchMailbox, serveGmail } from './gmail-page.ts';
import { logInBadge, logInCard } from './log-to-green.ts';
import { messageTime } from './message-time.ts';
import type { BenchOptions } from './options.ts';
import { knownBadgesWithFaces } from './small-extensions.ts';
import { differences, interleaved } from './stats.ts';

/** The queries page of the benchmark, beside the product's own pages. */
interface Queries {
  readonly db: never;
  agenda(db: never): Promise<{ readonly own: number; readonly raw: number }>;
  addresses(db: never, wanted: readonly string[]): Promise<number>;
  forget(db: never): Promise<void>;
  search(db: never, query: string): Promise<{ readonly own: number; readonly raw: number; readonly found: number }>;
}

const day = 86_400_000;
const looked = 50;

/** Fifty people from all over the table, and what a list shows of each: the same mail at every turn. */
function reportOn(contacts: number) {
  const numbers = Array.from({ length: looked }, (_, place) => Math.floor((place * contacts) / looked));
  const addresses = numbers.map((number) => `person${number}@company${Math.floor(number / 4)}.example`);
  const at = Date.now() - 3 * day;
  const sightings = addresses.map((address, place) => ({
    mailbox: `Person ${numbers[place]} <${address}>`,
    from: `Person ${numbers[place]} <${address}>`,
    role: 'from',
    row: 'newest',
    dateId: gmailId(at, place),
    messageId: gmailId(at, place),
    threadId: gmailId(at, place),
    subject: `Order ${place}`,
    folder: 'inbox',
    rule: 'bench',
  }));
  const frame = { site: 'gmail', view: 'list', folder: 'inbox', language: 'en-US' };
  const request = { ...frame, account: { addresses: [me.address], index: '0' }, sightings };
  return { addresses, message: { name: 'reportSightings', request } };
}

/** Badges are looked up by a message; the transport alone is timed beside it and taken off. */
async function lookUps(run: Run, floor: Run, page: Page, contacts: number, rounds: number) {
  const { addresses, message } = reportOn(contacts);
  const reply = Array.from({ length: looked }, () => ({
    state: 'tracked',
    badge: { status: 'overdue', label: '3 d' },
  }));
  const again = () => messageTime(run, message);
  const first = async () => {
    await page.evaluate(async () => {
      const { queries }: { queries?: Promise<Queries> } = globalThis as never;
      const { db, forget } = (await queries) as Queries;
      await forget(db);
      // The background hears of it by a message of its own.
      await new Promise((resolve) => setTimeout(resolve, 100));
    });
    return again();
  };
  const found = await interleaved(rounds * 3, {
    first,
    transport: () => messageTime(floor, { ...message, reply }),
    again: async () => {
      await again();
      return again();
    },
    raw: () =>
      page.evaluate(async (wanted) => {
        const { queries }: { queries?: Promise<Queries> } = globalThis as never;
        const { addresses, db } = (await queries) as Queries;
        return addresses(db, wanted);
      }, addresses),
  });
  return {
    first: { values: differences(found.first, found.transport), floors: found.raw },
    again: { values: differences(found.again, found.transport), floors: found.raw },
  };
}

async function agendas(page: Page, rounds: number) {
  const both: { readonly own: number; readonly raw: number }[] = [];
  for (let round = -1; round < rounds * 3; round++) {
    const one = await page.evaluate(async () => {
      const { queries }: { queries?: Promise<Queries> } = globalThis as never;
      const { agenda, db } = (await queries) as Queries;
      return agenda(db);
    });
    if (round >= 0) both.push(one);
  }
  return { values: both.map(({ own }) => own), floors: both.map(({ raw }) => raw) };
}

/** What everybody is called, what one person is called, and both. */
async function searches(page: Page, contacts: number, rounds: number) {
  const both: { readonly own: number; readonly raw: number }[] = [];
  const wanted = ['person', 'pers', `${contacts - 1}`, `person ${contacts - 2}`];
  for (let round = -1; round < rounds; round++) {
    for (const query of wanted) {
      const one = await page.evaluate(async (words) => {
        const { queries }: { queries?: Promise<Queries> } = globalThis as never;
        const { search, db } = (await queries) as Queries;
        return search(db, words);
      }, query);
      if (one.found === 0) throw new Error(`nobody found for ${query}`);
      if (round >= 0) both.push(one);
    }
  }
  return { values: both.map(({ own }) => own), floors: both.map(({ raw }) => raw) };
}

async function logs(run: Run, floor: Run, rounds: number) {
  for (const one of [run, floor]) await serveGmail(one.context, benchMailbox());
  let row = 0;
  const { own, known } = await interleaved(Math.min(rounds, 7), {
    own: () => logInCard(run, row++),
    known: () => logInBadge(floor, row++),
  });
  return { values: own, floors: known };
}

type Pair = Pick<Measured, 'values' | 'floors'>;
const kinds: Readonly<Record<string, { readonly against: string; readonly goal: Goal }>> = {
  'look-up of 50 addresses': { against: 'raw get of 50 keys', goal: times(2) },
  'repeated look-up of 50 addresses': { against: 'raw get of 50 keys', goal: times(2) },
  'agenda query': { against: 'raw getAll of the first 200 on the index', goal: times(1.5) },
  'log to green': { against: 'message, raw put, reply, frame', goal: times(1.5) },
  search: { against: 'raw getAll of the first 50', goal: atMost(50, 'ms') },
};

/** The same questions to tables of very different size; and whether the largest costs more than the smallest. */
export async function measureGrowth({ rounds, sizes }: BenchOptions, browsers: Browsers): Promise<readonly Result[]> {
  const floor = await browsers.small(knownBadgesWithFaces);
  const bySize: (readonly [number, Readonly<Record<string, Pair>>])[] = [];
  for (const contacts of sizes) {
    const run = await browsers.oursWithFaces(contacts);
    const page = await run.open('bench/queries.html');
    const lookUp = await lookUps(run, floor, page, contacts, rounds);
    bySize.push([
      contacts,
      {
        'look-up of 50 addresses': lookUp.first,
        'repeated look-up of 50 addresses': lookUp.again,
        'agenda query': await agendas(page, rounds),
        search: await searches(page, contacts, rounds),
        'log to green': await logs(run, floor, rounds),
      },
    ]);
    await page.close();
  }
  return Object.entries(kinds).flatMap(([kind, { against, goal }]) => {
    const none: Pair = { values: [], floors: [] };
    const pairs = bySize.map(([contacts, found]) => ({ contacts, ...(found[kind] ?? none) }));
    const [first, last] = [pairs.at(0), pairs.at(-1)];
    const flat = {
      part: 'growth',
      name: `${kind}, from ${first?.contacts} to ${last?.contacts} contacts`,
      unit: 'ms',
      against: 'the smallest table',
      values: last?.values ?? [],
      floors: first?.values ?? [],
    };
    return [
      ...pairs.map(({ contacts, values, floors }) =>
        resultOf({ part: 'growth', name: `${kind} at ${contacts}`, unit: 'ms', against, values, floors }, goal),
      ),
      resultOf(flat, times(1.3)),
    ];
  });
}
