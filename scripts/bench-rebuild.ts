/**
 * What a change of the rules costs who has many contacts: `node scripts/bench-rebuild.ts [contacts] [interactions each]`, on
 * the build. Seeds a real browser, changes the default cadence and asks for cards all the while. Read the ratios, the
 * waits beside those of the same time without a rebuild, and how long the background's thread was ever held: times
 * depend on the machine.
 */
import type { browser } from 'wxt/browser';
import { ask, consent } from '../tests/e2e/support/database.ts';
import { launch, type Run } from '../tests/e2e/support/launch.ts';
import { bareLoop } from './bench/bare-loop.ts';

declare const chrome: typeof browser;

const [contacts = 10_000, each = 10] = process.argv.slice(2).map(Number);
const run = await launch();
try {
  await consent(run, 'sam@ours.example');
  const seedMs = await seed(run, contacts, each);
  console.log(`${contacts} contacts with ${each} interactions each, seeded in ${seconds(seedMs)}`);
  await watch(run, 'settling', contacts, 3_000);
  const idle = await watch(run, 'idle', contacts, 60_000);
  await ask(run, 'changeSettings', { cadenceDays: 21 });
  const busy = await watch(run, 'rebuild', contacts);
  await watch(run, 'after it', contacts, 8_000);
  const bareMs = await bareLoop(run);
  console.log(`bare loop (reads every row, writes every contact back): ${seconds(bareMs)}`);
  console.log(`rebuild ÷ bare loop: ${(busy.ms / bareMs).toFixed(2)}`);
  const [more, most] = [busy.p999 - idle.p999, busy.longest - idle.longest].map((ms) => ms.toFixed(0));
  console.log(`than without a rebuild: ${more} ms more in 999 of 1,000 waits, ${most} ms more in the longest`);
} finally {
  await run.close();
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** Writes rows into the database that the extension has made, some two years of mail. */
async function seed({ observer }: Run, count: number, perContact: number): Promise<number> {
  return observer.evaluate(
    async ([count, perContact]) => {
      const begun = performance.now();
      const db = await opened();
      const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
      const ulid = (n: number) => {
        let text = '';
        for (let rest = n, place = 0; place < 22; place++, rest = Math.floor(rest / 32))
          text = digits[rest % 32] + text;
        return `01KA${text}`;
      };
      const day = 86_400_000;
      const stamp = { updatedAt: 1, updatedBy: '01K1T0000000000000000DEV1C' };
      for (let from = 0; from < count; from += 500) {
        const change = db.transaction(['contacts', 'interactions', 'addresses'], 'readwrite', {
          durability: 'relaxed',
        });
        for (let n = from; n < Math.min(count, from + 500); n++) {
          const id = ulid(n);
          const address = `person${n}@company${n % 5_000}.example`;
          change.objectStore('contacts').put({
            ...stamp,
            id,
            name: `Person ${n}`,
            stage: 'customer',
            trackedOn: '2024-11-01',
            clock: {},
            words: ['person', String(n)],
          });
          change.objectStore('addresses').put({ ...stamp, address, contactId: id, role: 'own' });
          let at = Date.now() - (n % 60) * day;
          for (let m = 0; m < perContact; m++) {
            at -= (1 + ((n * 7 + m * 13) % 60)) * day;
            change.objectStore('interactions').put({
              id: `mail-${n}-${m}`,
              contactId: id,
              kind: 'mail',
              occurredAt: at,
              precision: 'instant',
              direction: (n + m) % 2 ? 'in' : 'out',
              weight: 'counts',
              source: 'page',
              evidence: {
                site: 'gmail',
                view: 'thread',
                rule: 'bench',
                origin: 'https://mail.google.com',
                mailbox: 'sam@ours.example',
                address,
                role: 'from',
                messageId: `m-${n}-${m}`,
                threadId: `t-${n}-${m >> 1}`,
                dateOrigin: 'id',
              },
              recordedAt: at,
              recordedBy: '01K1T0000000000000000DEV1C',
            });
          }
        }
        await new Promise((resolve, reject) => {
          change.oncomplete = resolve;
          change.onerror = () => reject(change.error);
        });
      }
      db.close();
      return performance.now() - begun;

      async function opened(): Promise<IDBDatabase> {
        const name = (await indexedDB.databases()).find((one) => one.name?.startsWith('holdfast'))?.name ?? '';
        return new Promise((resolve, reject) => {
          const request = indexedDB.open(name);
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      }
    },
    [count, perContact] as const,
  );
}

interface Watched {
  readonly ms: number;
  readonly longest: number;
  readonly p999: number;
}

/** From now on: the longest that the background's thread lets a timer wait. Asked again: what it was, and begun anew. */
async function longestHold({ context }: Run): Promise<number> {
  const [worker] = context.serviceWorkers();
  if (!worker) throw new Error('the background does not run');
  return worker.evaluate(() => {
    const place = globalThis as { bench?: { longest: number } };
    const known = place.bench;
    const longest = known?.longest ?? 0;
    if (known) known.longest = 0;
    else {
      const own = { longest: 0 };
      place.bench = own;
      let last = performance.now();
      setInterval(() => {
        const now = performance.now();
        own.longest = Math.max(own.longest, now - last - 4);
        last = now;
      }, 4);
    }
    return longest;
  });
}

/** Asks for one card after the other, for so long or until nothing is left to rebuild. */
async function watch(run: Run, what: string, count: number, forMs?: number): Promise<Watched> {
  const { observer } = run;
  await longestHold(run);
  const { ms, waits } = await observer.evaluate(
    async ([count, forMs]) => {
      const name = (await indexedDB.databases()).find((one) => one.name?.startsWith('holdfast'))?.name ?? '';
      const db = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
      });
      const got = (store: string, key: string) =>
        new Promise<Record<string, unknown> | undefined>((resolve) => {
          const request = db.transaction(store).objectStore(store).get(key);
          request.onsuccess = () => resolve(request.result);
        });
      const ids = await new Promise<IDBValidKey[]>((resolve) => {
        const request = db.transaction('contacts').objectStore('contacts').getAllKeys();
        request.onsuccess = () => resolve(request.result);
      });
      const begun = performance.now();
      const waits: number[] = [];
      for (let n = 0; ; n++) {
        const asked = performance.now();
        const reply = await chrome.runtime.sendMessage({
          name: 'getCard',
          request: { contactId: ids[(n * 7_919) % count] },
        });
        waits.push(performance.now() - asked);
        if (!reply?.ok || !reply.value) throw new Error(JSON.stringify(reply));
        const passed = performance.now() - begun;
        if (forMs !== undefined ? passed > forMs : n % 10 === 0 && (await got('meta', 'derived'))?.nextId === undefined)
          break;
      }
      db.close();
      return { ms: performance.now() - begun, waits };
    },
    [count, forMs] as const,
  );
  const sorted = waits.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const held = await longestHold(run);
  const [median, p99, p999, longest] = [at(0.5), at(0.99), at(0.999), at(1)];
  const worst = waits
    .map((wait, n) => ({ wait, share: Math.round((100 * n) / waits.length) }))
    .sort((a, b) => b.wait - a.wait);
  console.log(
    `  longest: ${worst
      .slice(0, 5)
      .map(({ wait, share }) => `${wait.toFixed(0)} ms at ${share} %`)
      .join(', ')}`,
  );
  const over = sorted.filter((wait) => wait > 50).length;
  console.log(
    `${what}: ${seconds(ms)}, ${waits.length} cards, wait median ${median.toFixed(1)} ms, 99 % ${p99.toFixed(1)} ms, 99.9 % ${p999.toFixed(1)} ms, longest ${longest.toFixed(1)} ms, over 50 ms: ${over}, thread held at most ${held.toFixed(0)} ms`,
  );
  return { ms, longest, p999 };
}
