/**
 * What reading a page without adapter costs: `node scripts/bench-any-page.ts [rows] [elements a row]`. Runs the detector as
 * a content script of its own in a real Chromium, on a list of ten elements a row, or more. Read the ratios to a bare walk over the same page, made
 * right after each look in the same run: times depend on the machine.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import type { Timing } from '../tests/support/any-page-bench.ts';
import { temporaryFolder } from '../tests/support/temporary-folder.ts';
import { findChromium } from './browsers.ts';
import { root } from './paths.ts';

const [rows = 500, perRow = 10] = process.argv.slice(2).map(Number);
const url = 'http://crm.acme.example/';
const row = (id: number) => `<tr><td><input type="checkbox"></td><td><a href="/p/${id}">Person ${id}</a></td>
<td><div><span>Company ${id}</span></div></td><td class="mail">p${id}@umbra.example</td><td>+44 20 7946 0${id}</td>${'<td><span>Text</span></td>'.repeat((perRow - 10) / 2)}</tr>`;
const body = `<!doctype html><body><h1>Contacts</h1><table><tbody>${Array.from({ length: rows }, (_, id) => row(id)).join('')}</tbody></table></body>`;

const folder = join(temporaryFolder('bench'), 'extension');
mkdirSync(folder);
await build({
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'error',
  resolve: { alias: { '@': root } },
  build: {
    outDir: folder,
    emptyOutDir: false,
    lib: {
      entry: join(root, 'tests/support/any-page-bench.ts'),
      formats: ['iife'],
      name: 'bench',
      fileName: () => 'bench.js',
    },
  },
});
const manifest = {
  manifest_version: 3,
  name: 'Bench',
  version: '1',
  content_scripts: [{ matches: [`${url}*`], js: ['bench.js'] }],
};
writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));

const context = await chromium.launchPersistentContext(temporaryFolder('profile'), {
  executablePath: findChromium().path,
  headless: false,
  args: [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    `--disable-extensions-except=${folder}`,
    `--load-extension=${folder}`,
  ],
});
try {
  const page = await context.newPage();
  await page.route(`${url}**`, (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
  await page.goto(url);
  await page.waitForFunction(() => document.documentElement.dataset.results !== undefined, undefined, {
    timeout: 240_000,
  });
  const [elements, results] = await page.evaluate(() => [
    document.querySelectorAll('*').length,
    document.documentElement.dataset.results ?? '[]',
  ]);
  console.log(`${elements} elements`);
  const timings: readonly Timing[] = JSON.parse(String(results));
  for (const { name, found, detector, bareWalk, longestSlice } of timings) {
    const [mine, bare] = [middle(detector), middle(bareWalk)];
    const line = `${mine.toFixed(1)} ms (longest slice ${longestSlice.toFixed(1)}), bare walk ${bare.toFixed(1)} ms`;
    console.log(`${name.padEnd(28)} ${line}, ratio ${(mine / bare).toFixed(1)}, ${found} people`);
  }
} finally {
  await context.close();
}

function middle(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}
