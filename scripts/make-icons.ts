/** Draws the toolbar and store icons from `public/icons/*.svg`. Run after changing a drawing: `npm run icons`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from './browsers.ts';
import { root } from './paths.ts';

const folder = join(root, 'public/icons');
/** At 16 px the strokes sit on whole pixels, so that size has a drawing of its own. */
const drawings: readonly (readonly [size: number, drawing: string])[] = [
  [16, 'holdfast-small.svg'],
  [32, 'holdfast.svg'],
  [48, 'holdfast.svg'],
  [128, 'holdfast.svg'],
];

const browser = await chromium.launch({ executablePath: findChromium().path, args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const [size, drawing] of drawings) {
  const source = Buffer.from(readFileSync(join(folder, drawing))).toString('base64');
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>*{margin:0}img{display:block}</style><img width="${size}" height="${size}" src="data:image/svg+xml;base64,${source}">`,
  );
  await page.screenshot({ path: join(folder, `${size}.png`), omitBackground: true });
}
await browser.close();
