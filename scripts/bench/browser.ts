import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { browser } from 'wxt/browser';
import { me } from '../../tests/demo-mailbox/mailbox.ts';
import { copyBuild } from '../../tests/e2e/support/build-copy.ts';
import { ask, consent } from '../../tests/e2e/support/database.ts';
import { killWorker, launch, type Run } from '../../tests/e2e/support/launch.ts';
import { debuggingPort } from '../../tests/e2e/support/real-popup.ts';
import { untilRebuilt } from './bare-loop.ts';
import { faceShim } from './face-shim.ts';
import { messageTime } from './message-time.ts';
import { buildWithPages, crm } from './small-extensions.ts';

declare const chrome: typeof browser;

const longestSnapshot = 900_000;

/** The browsers of one run. Parts that need the same one share it: a large table takes minutes to fill. */
export class Browsers {
  readonly #runs = new Map<string, Promise<Run>>();

  /** A browser with nothing but the small extension that this makes. */
  small(make: () => Promise<string>): Promise<Run> {
    return this.#once(make.name, async () => launchSmall(await make()));
  }

  /** A browser with the built extension, the user's consent and so many contacts with ten mails each. */
  ours(contacts: number): Promise<Run> {
    return this.#once(`ours ${contacts}`, () => launchOurs(contacts, () => undefined));
  }

  /** The same, with a shim in front of Gmail's content script that tells when a badge has another face. */
  oursWithFaces(contacts: number): Promise<Run> {
    const shim = (build: string) => {
      const script = join(build, 'content-scripts/gmail.js');
      writeFileSync(script, faceShim + readFileSync(script, 'utf8'));
    };
    return this.#once(`ours with faces ${contacts}`, () => launchOurs(contacts, shim));
  }

  async close(): Promise<void> {
    for (const run of this.#runs.values()) await (await run).close();
  }

  #once(key: string, start: () => Promise<Run>): Promise<Run> {
    const run = this.#runs.get(key) ?? start();
    this.#runs.set(key, run);
    return run;
  }
}

function launchSmall(build: string): Promise<Run> {
  return launch({ build, args: [debuggingPort] });
}

async function launchOurs(contacts: number, change: (build: string) => void): Promise<Run> {
  const build = copyBuild({ granted: [`${crm}/*`] });
  change(build);
  await buildWithPages(build);
  const run = await launchSmall(build);
  await consent(run, me.address);
  // A day off would show no list.
  await ask(run, 'changeSettings', { weekend: [] });
  // Else the background goes on to derive anew what is being filled in, through the whole table.
  await untilRebuilt(run);
  const page = await run.open('bench/seed.html');
  page.setDefaultTimeout(900_000);
  await page.waitForFunction(() => 'seed' in globalThis);
  await page.evaluate(async (count) => {
    const { seed }: { seed?: (count: number, each: number) => Promise<void> } = globalThis as never;
    await seed?.(count, 10);
  }, contacts);
  for (const other of run.context.pages()) if (other !== run.observer) await other.close();
  await settle(run);
  return run;
}

/**
 * What the background does after its first start and the first rows is done. The first snapshot among it is taken when it
 * starts again, and takes minutes of a large table: in a user's day one comes every six hours.
 */
async function settle(run: Run): Promise<void> {
  await ask(run, 'addContact', { name: 'Last One', stage: 'lead' } as never);
  await killWorker(run);
  const begun = performance.now();
  for (let isKept = false; !isKept; ) {
    if (performance.now() - begun > longestSnapshot) throw new Error('no snapshot was taken');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    // A message keeps the worker awake meanwhile.
    await messageTime(run, { name: 'hello', request: {} });
    isKept = await run.observer.evaluate(async () => 'snapshot-0' in (await chrome.storage.local.get('snapshot-0')));
  }
  await untilIdle(run);
}

/** Waits until the background's thread has been free for a while. */
export async function untilIdle(run: Run): Promise<void> {
  const [worker] = run.context.serviceWorkers();
  if (!worker) throw new Error('the background does not run');
  await worker.evaluate(async () => {
    for (let quiet = 0; quiet < 20; ) {
      const start = performance.now();
      await new Promise((resolve) => setTimeout(resolve, 50));
      quiet = performance.now() - start < 60 ? quiet + 1 : 0;
    }
  });
}
