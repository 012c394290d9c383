import type { Page } from 'playwright-core';
import type { Run } from '../../tests/e2e/support/launch.ts';
import type { Browsers } from './browser.ts';
import { above, atMost, type Result, resultOf } from './figure.ts';
import { benchMailbox, inbox, rowCount, serveGmail } from './gmail-page.ts';
import type { BenchOptions } from './options.ts';
import { frameTime, timeToHosts } from './painted.ts';
import { Renderer, type Work, workBetween } from './renderer.ts';
import { emptyExtension, knownBadges } from './small-extensions.ts';
import { differences, interleaved, median } from './stats.ts';

/** Opens the mailbox while its list is still empty. */
async function openEmpty(run: Run): Promise<{ readonly page: Page; readonly renderer: Renderer }> {
  const page = await run.context.newPage();
  const renderer = await Renderer.of(page);
  await page.goto(inbox);
  await page.waitForTimeout(1_000);
  return { page, renderer };
}

async function timeOf(run: Run): Promise<number> {
  const { page } = await openEmpty(run);
  const time = await page.evaluate(timeToHosts, rowCount);
  await page.close();
  return time;
}

/** All that the main thread does from the appearance of the rows on, also where nobody waits for badges. */
async function workOf(run: Run): Promise<Work> {
  const { page, renderer } = await openEmpty(run);
  const before = await renderer.work();
  await page.evaluate(() => {
    const { demo }: { demo?: { threads: { isArchived: boolean }[]; refresh(): void } } = globalThis as never;
    for (const thread of demo?.threads ?? []) thread.isArchived = false;
    demo?.refresh();
  });
  await page.waitForTimeout(1_500);
  const work = workBetween(before, await renderer.work());
  await page.close();
  return work;
}

/** One message of the size of a report and its reply, to a background that only answers. */
async function roundTrips(run: Run): Promise<readonly number[]> {
  const { page } = await openEmpty(run);
  await page.evaluate(() => document.dispatchEvent(new Event('bench-messages')));
  const times = await page.waitForFunction(() => document.documentElement.dataset.messages);
  const list: number[] = JSON.parse(String(await times.jsonValue()));
  await page.close();
  return list;
}

/** From the appearance of fifty rows to fifty painted badges, and the main thread's work for it. */
export async function measureTimeToBadge({ rounds }: BenchOptions, browsers: Browsers): Promise<readonly Result[]> {
  const runs = {
    empty: await browsers.small(emptyExtension),
    known: await browsers.small(knownBadges),
    ours: await browsers.ours(2_000),
  };
  for (const run of Object.values(runs)) await serveGmail(run.context, benchMailbox(), true);
  const { page } = await openEmpty(runs.known);
  const frame = await page.evaluate(frameTime);
  await page.close();
  const trip = median(await roundTrips(runs.known));
  const times = await interleaved(rounds, { known: () => timeOf(runs.known), ours: () => timeOf(runs.ours) });
  const works = await interleaved(rounds, {
    empty: () => workOf(runs.empty),
    known: () => workOf(runs.known),
    ours: () => workOf(runs.ours),
  });
  return resultsOf(times, works, trip, frame);
}

function resultsOf(
  times: Readonly<Record<'known' | 'ours', readonly number[]>>,
  works: Readonly<Record<'empty' | 'known' | 'ours', readonly Work[]>>,
  trip: number,
  frame: number,
): readonly Result[] {
  const part = 'time to badge';
  const of = (kind: keyof Work, who: 'empty' | 'known' | 'ours') => works[who].map((work) => work[kind]);
  const added = (kind: keyof Work, who: 'known' | 'ours') => differences(of(kind, who), of(kind, 'empty'));
  const allowed = Math.round((trip + frame) * 10) / 10;
  const against = 'a script that knows all answers';
  return [
    resultOf(
      { part, name: '50 rows to 50 painted badges', unit: 'ms', against, values: times.ours, floors: times.known },
      above(allowed, `ms (a message ${trip.toFixed(1)}, a frame ${frame.toFixed(1)})`),
    ),
    resultOf(
      { part, name: 'main thread', unit: 'ms', against, values: added('task', 'ours'), floors: added('task', 'known') },
      atMost(16, 'ms'),
    ),
    resultOf({
      part,
      name: 'script on the main thread',
      unit: 'ms',
      against,
      values: added('script', 'ours'),
      floors: added('script', 'known'),
    }),
    resultOf({
      part,
      name: 'layouts',
      unit: '',
      against,
      values: added('layouts', 'ours'),
      floors: added('layouts', 'known'),
    }),
  ];
}
