import { ask } from '../../tests/e2e/support/database.ts';
import { killWorker, type Run } from '../../tests/e2e/support/launch.ts';
import { bareLoop, untilRebuilt } from './bare-loop.ts';
import { type Browsers, untilIdle } from './browser.ts';
import { type Result, resultOf } from './figure.ts';
import { messageTime } from './message-time.ts';
import type { BenchOptions } from './options.ts';
import { emptyExtension } from './small-extensions.ts';
import { interleaved } from './stats.ts';
import { workerHeap } from './worker-heap.ts';

const hello = { name: 'hello', request: {} };

/** What the background does at its start goes on after the first answer; it must not be cut off at every turn. */
async function coldAnswer(run: Run): Promise<number> {
  await killWorker(run);
  const time = await messageTime(run, hello);
  await untilIdle(run);
  return time;
}

async function heapAtRest(run: Run): Promise<number> {
  await messageTime(run, hello);
  await untilIdle(run);
  return (await workerHeap(run)) / 1_000;
}

/** The background: how fast it is there, what it holds, and with `--all` what a change of all rules costs. */
export async function measureBackground(options: BenchOptions, browsers: Browsers): Promise<readonly Result[]> {
  const { rounds, sizes, isAll } = options;
  const contacts = Math.max(...sizes);
  const runs = { empty: await browsers.small(emptyExtension), ours: await browsers.oursWithFaces(contacts) };
  const part = 'background';
  const against = 'a background that only answers';
  const answers = await interleaved(rounds, {
    empty: () => coldAnswer(runs.empty),
    ours: () => coldAnswer(runs.ours),
  });
  const heaps = await interleaved(Math.min(rounds, 3), {
    empty: () => heapAtRest(runs.empty),
    ours: () => heapAtRest(runs.ours),
  });
  const cold = `cold start to first answer at ${contacts}`;
  const results = [
    resultOf({ part, name: cold, unit: 'ms', against, values: answers.ours, floors: answers.empty }),
    resultOf({ part, name: `heap at ${contacts}`, unit: 'kB', against, values: heaps.ours, floors: heaps.empty }),
  ];
  return isAll ? [...results, await recomputing(runs.ours, contacts)] : results;
}

/** Every contact's derived fields made anew: once, because it takes minutes. */
async function recomputing(run: Run, contacts: number): Promise<Result> {
  const start = performance.now();
  await ask(run, 'changeSettings', { cadenceDays: 21 });
  await untilRebuilt(run);
  const own = (performance.now() - start) / 1_000;
  const bare = (await bareLoop(run)) / 1_000;
  const against = 'a loop that reads every row and writes every contact back';
  const name = `recomputing ${contacts} contacts`;
  return resultOf({ part: 'background', name, unit: 's', against, values: [own], floors: [bare] });
}
