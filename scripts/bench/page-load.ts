import type { Run } from '../../tests/e2e/support/launch.ts';
import type { Browsers } from './browser.ts';
import { type Measured, type Result, resultOf, times } from './figure.ts';
import { benchMailbox, inbox, rowCount, serveGmail } from './gmail-page.ts';
import type { BenchOptions } from './options.ts';
import { Renderer, type Work } from './renderer.ts';
import { emptyExtension, inboxSdk } from './small-extensions.ts';
import { differences, interleaved } from './stats.ts';

/** What the opening of a page took, and what it left. */
export interface Load extends Work {
  readonly heap: number;
  readonly nodes: number;
}

/** Long enough for both to have marked all rows and come to rest. */
const settleMs = 3_000;
/** Script differs from one load to the next by half of what we add, so that one load a round tells little. */
const loadsPerRound = 3;
/** What stands in every row once it is known. */
export const ourMark = '[data-holdfast~=badge]';
const sdkMark = '.inboxsdk__thread_row_label';

/** Opens a page in a fresh tab, which begins with nothing compiled. */
export async function load(run: Run, mark?: string, url = inbox): Promise<Load> {
  const page = await run.context.newPage();
  const renderer = await Renderer.of(page);
  await page.goto(url);
  await page.waitForTimeout(settleMs);
  const work = await renderer.work();
  const { script: heap, page: nodes } = await renderer.heap();
  const marked = mark ? await page.locator(mark).count() : rowCount;
  await page.close();
  if (marked !== rowCount) throw new Error(`${marked} of ${rowCount} rows have their mark ${mark}`);
  return { ...work, heap, nodes };
}

/** What a page of fifty known senders costs when it is opened, with an empty extension, with ours, with InboxSDK. */
export async function measurePageLoad({ rounds }: BenchOptions, browsers: Browsers): Promise<readonly Result[]> {
  const runs = {
    empty: await browsers.small(emptyExtension),
    ours: await browsers.ours(2_000),
    inboxSdk: await browsers.small(inboxSdk),
  };
  const mailbox = benchMailbox();
  for (const run of Object.values(runs)) await serveGmail(run.context, mailbox);
  const loads = await interleaved(loadsPerRound * rounds, {
    empty: () => load(runs.empty),
    ours: () => load(runs.ours, ourMark),
    inboxSdk: () => load(runs.inboxSdk, sdkMark),
  });
  return resultsOf(loads);
}

type Loads = Readonly<Record<'empty' | 'ours' | 'inboxSdk', readonly Load[]>>;

function resultsOf({ empty, ours, inboxSdk }: Loads): readonly Result[] {
  const of = (loads: readonly Load[], kind: keyof Load, per = 1) => loads.map((one) => one[kind] / per);
  const added = (kind: keyof Load, name: string, unit: string, per = 1): Measured => ({
    part: 'page load',
    name,
    unit,
    against: 'what InboxSDK adds',
    values: differences(of(ours, kind, per), of(empty, kind, per)),
    floors: differences(of(inboxSdk, kind, per), of(empty, kind, per)),
  });
  const whole = (kind: keyof Load, name: string, unit: string, per = 1): Measured => ({
    part: 'page load',
    name,
    unit,
    against: 'the page with an empty extension',
    values: of(ours, kind, per),
    floors: of(empty, kind, per),
  });
  return [
    resultOf(added('script', 'script time added', 'ms'), times(0.1)),
    resultOf(added('heap', 'heap added', 'kB', 1_000), times(0.2)),
    resultOf(added('task', 'task time added', 'ms')),
    resultOf(added('nodes', 'memory of nodes, styles and listeners added', 'kB', 1_000)),
    resultOf(whole('script', 'script time of the whole page', 'ms')),
    resultOf(whole('task', 'task time of the whole page', 'ms')),
    resultOf(whole('heap', 'heap of the whole page', 'kB', 1_000)),
  ];
}
