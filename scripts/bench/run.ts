/**
 * `npm run bench`: what Holdfast costs in a real Chromium, beside floors and peers measured in the same run. Prints a
 * table and writes `bench/results.json` and the raw `bench/samples.json`. Read ratios: times depend on the machine.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.ts';
import { measureAnyPage } from './any-page.ts';
import { measureBackground } from './background.ts';
import { Browsers } from './browser.ts';
import { measureBusyPage } from './busy-page.ts';
import { measureBytes } from './bytes.ts';
import { writeBytesMap } from './bytes-map.ts';
import type { Result } from './figure.ts';
import { measureGrowth } from './growth.ts';
import { type BenchOptions, optionsFrom } from './options.ts';
import { measurePageLoad } from './page-load.ts';
import { measurePopup } from './popup.ts';
import { tableOf } from './table.ts';
import { measureTimeToBadge } from './time-to-badge.ts';

const parts: Readonly<Record<string, (options: BenchOptions, browsers: Browsers) => Promise<readonly Result[]>>> = {
  'page-load': measurePageLoad,
  'time-to-badge': measureTimeToBadge,
  'busy-page': measureBusyPage,
  'any-page': measureAnyPage,
  growth: measureGrowth,
  popup: measurePopup,
  background: measureBackground,
  bytes: measureBytes,
};

const options = optionsFrom(process.argv.slice(2), Object.keys(parts));
const folder = join(root, 'bench');
const results: Result[] = [];
const browsers = new Browsers();
for (const [name, measure] of Object.entries(parts)) {
  if (options.parts.length > 0 && !options.parts.includes(name)) continue;
  const begun = performance.now();
  try {
    results.push(...(await measure(options, browsers)));
    console.info(`${name}: ${((performance.now() - begun) / 1_000).toFixed(0)} s`);
    write();
  } catch (error) {
    // The other parts still count; the run as a whole has failed.
    console.error(`${name} could not be measured:`, error);
    process.exitCode = 1;
  }
}
await browsers.close();
console.info(`\n${tableOf(results.map(({ figure }) => figure))}\n`);
if (options.wantsMap) await writeBytesMap(join(folder, 'bytes.html'));

/** After each part: what was measured is kept, whatever becomes of the next. */
function write(): void {
  mkdirSync(folder, { recursive: true });
  const written = (name: string, content: unknown) =>
    writeFileSync(join(folder, name), `${JSON.stringify(content, undefined, 2)}\n`);
  written('results.json', { figures: results.map(({ figure }) => figure) });
  written('samples.json', {
    samples: results.map(({ figure: { part, name, unit }, samples }) => ({ part, name, unit, ...samples })),
  });
}
