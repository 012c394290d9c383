import type { Page } from 'playwright-core';
import type { Run } from '../../tests/e2e/support/launch.ts';
import type { Browsers } from './browser.ts';
import { changeElsewhere, drawRows, scrollRecycledRows } from './busy-scenes.ts';
import { above, type Result, resultOf } from './figure.ts';
import { benchMailbox, inbox, serveGmail } from './gmail-page.ts';
import type { BenchOptions } from './options.ts';
import { Renderer, workBetween } from './renderer.ts';
import { emptyExtension } from './small-extensions.ts';
import { interleaved } from './stats.ts';

const idle = 'nothing for 5 s';
const scenes: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'typing 1,000 characters': type,
  'scrolling 2,000 recycled rows': (page) => page.evaluate(scrollRecycledRows),
  '5,000 unrelated mutations': (page) => page.evaluate(changeElsewhere, 5_000),
  [idle]: (page) => page.waitForTimeout(5_000),
};

/** Faster than anybody types: key after key, as the browser takes them. */
async function type(page: Page): Promise<void> {
  const words = 'Dear Ann, thank you for your patience with us. '.repeat(25).slice(0, 1_000);
  await page.keyboard.type(words);
}

/** What the main thread did in a scene, in ms of processor time, and how long the scene lasted. */
interface Scene {
  readonly task: number;
  readonly script: number;
  readonly took: number;
}

/** Whatever follows the opening of a page is over by then, the one look at how well it is read included. */
const settleMs = 7_000;

async function play(run: Run, scene: (page: Page) => Promise<unknown>): Promise<Scene> {
  const page = await run.context.newPage();
  const renderer = await Renderer.of(page);
  await page.goto(inbox);
  await page.locator('.L3').click();
  await page.locator('[g_editable]').click();
  await page.evaluate(drawRows, 2_000);
  await page.waitForTimeout(settleMs);
  const before = await renderer.work();
  const start = performance.now();
  await scene(page);
  const took = performance.now() - start;
  const { task, script } = workBetween(before, await renderer.work());
  await page.close();
  return { task, script, took };
}

/** What is added to a page at work: the share of the main thread, with our extension and with an empty one. */
export async function measureBusyPage({ rounds }: BenchOptions, browsers: Browsers): Promise<readonly Result[]> {
  const runs = { empty: await browsers.small(emptyExtension), ours: await browsers.ours(2_000) };
  for (const run of Object.values(runs)) await serveGmail(run.context, benchMailbox(2_000));
  const results: Result[] = [];
  for (const [name, scene] of Object.entries(scenes)) {
    const { empty, ours } = await interleaved(Math.ceil(rounds / 2), {
      empty: () => play(runs.empty, scene),
      ours: () => play(runs.ours, scene),
    });
    results.push(name === idle ? idleResult(ours, empty) : shareResult(name, ours, empty));
  }
  return results;
}

const against = 'the same page with an empty extension';

/** Both in percent of the time that the scene lasts without us: a thread that is busier must not look idler by taking longer. */
function shareResult(name: string, ours: readonly Scene[], empty: readonly Scene[]): Result {
  const shares = (scenes: readonly Scene[]) =>
    scenes.map(({ task }, round) => (100 * task) / (empty[round]?.took ?? Number.NaN));
  const measured = { part: 'busy page', name, unit: '%', against, values: shares(ours), floors: shares(empty) };
  return resultOf(measured, above(2, '%'));
}

function idleResult(ours: readonly Scene[], empty: readonly Scene[]): Result {
  const of = (scenes: readonly Scene[]) => scenes.map(({ script }) => script);
  const measured = {
    part: 'busy page',
    name: `${idle}: script`,
    unit: 'ms',
    against,
    values: of(ours),
    floors: of(empty),
  };
  return resultOf(measured, above(0, 'ms'));
}
