import type { Page } from 'playwright-core';
import { killWorker, type Run } from '../../tests/e2e/support/launch.ts';
import type { Browsers } from './browser.ts';
import { atMost, type Result, resultOf, times } from './figure.ts';
import { messageTime } from './message-time.ts';
import type { BenchOptions } from './options.ts';
import { interleaved } from './stats.ts';

/** Runs in a page before its own scripts: marks the first frame in which a row is painted. */
function markFirstRow(): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector('[data-contact]')) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => performance.mark('first row');
      port2.postMessage('painted');
    });
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Runs in a page: when the first row was painted, in ms since the page was asked for; `null`: not yet. */
function firstRowAt(): number | null {
  return performance.getEntriesByName('first row')[0]?.startTime ?? null;
}

async function open(run: Run, path: string): Promise<Page> {
  const page = await run.context.newPage();
  await page.addInitScript(markFirstRow);
  await page.goto(`chrome-extension://${run.extensionId}/${path}`);
  return page;
}

async function timeToRow(run: Run, path: string, isCold: boolean): Promise<number> {
  if (isCold) await killWorker(run);
  else await messageTime(run, { name: 'hello', request: {} });
  const page = await open(run, path);
  const at = await page.waitForFunction(firstRowAt, undefined, { polling: 50 });
  const value = Number(await at.jsonValue());
  await page.close();
  return value;
}

/** Runs in the popup: notes when something was typed, and the first frame that shows that person. */
function markFound(name: string): void {
  addEventListener('input', ({ timeStamp }) => performance.mark('typed', { startTime: timeStamp }), true);
  const observer = new MutationObserver(() => {
    const rows = [...document.querySelectorAll('[data-contact] .row-who')];
    if (!rows.some((row) => row.textContent === name)) return;
    observer.disconnect();
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => performance.mark('found');
      port2.postMessage('painted');
    });
  });
  observer.observe(document.body, { childList: true, subtree: true, characterData: true });
}

/** Runs in the popup: from the last key to the row, in ms; `null`: not yet. */
function timeToFound(): number | null {
  const [typed, found] = ['typed', 'found'].map((name) => performance.getEntriesByName(name).at(-1)?.startTime);
  return typed !== undefined && found !== undefined ? found - typed : null;
}

/** A person is searched by a word of their own in the popup; every turn another one. */
async function searchTime(run: Run, number: number): Promise<number> {
  const page = await open(run, 'popup.html');
  await page.waitForFunction(firstRowAt, undefined, { polling: 50 });
  await page.evaluate(markFound, `Person ${number}`);
  await page.locator('input[type=search]').fill(String(number));
  const took = await page.waitForFunction(timeToFound, undefined, { polling: 50 });
  const value = Number(await took.jsonValue());
  await page.close();
  return value;
}

/** Open to first row, and key to found row, with the largest table. */
export async function measurePopup({ rounds, sizes }: BenchOptions, browsers: Browsers): Promise<readonly Result[]> {
  const contacts = Math.max(...sizes);
  const run = await browsers.oursWithFaces(contacts);
  const against = 'a blank React page of the same extension';
  const results: Result[] = [];
  for (const isCold of [false, true]) {
    const { popup, blank } = await interleaved(rounds, {
      popup: () => timeToRow(run, 'popup.html', isCold),
      blank: () => timeToRow(run, 'bench/blank-page.html', isCold),
    });
    const name = `open to first row at ${contacts}, ${isCold ? 'cold' : 'warm'} worker`;
    results.push(resultOf({ part: 'popup', name, unit: 'ms', against, values: popup, floors: blank }, times(1.5)));
  }
  let number = contacts - 1;
  const found: number[] = [];
  for (let round = -1; round < rounds; round++) {
    const took = await searchTime(run, number--);
    if (round >= 0) found.push(took);
  }
  const limit = found.map(() => 1_000 / 60);
  const name = `key to found row at ${contacts}`;
  const measured = { part: 'popup', name, unit: 'ms', against: 'one frame', values: found, floors: limit };
  return [...results, resultOf(measured, atMost(50, 'ms'))];
}
