/**
 * `npm run demo`: Holdfast on a mailbox of invented customers. With a display it opens a browser to click through; without
 * one it walks the journey by itself, prints the day's list and writes pictures to `screenshots/`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startJourney } from '../tests/e2e/support/journey.ts';
import { BrowserMissing, findChromium, findOrInstall } from './browsers.ts';
import { root } from './paths.ts';
import { catchUp, logCall, openPopup, openSvensCard, trackEverybody } from './walk.ts';

const pictures = join(root, 'screenshots');

function build(): void {
  const { status } = spawnSync(join(root, 'node_modules/.bin/wxt'), ['build'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The build did not succeed; its message stands above.');
}

function hasDisplay(): boolean {
  if (process.argv.includes('--headless')) return false;
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

async function show(): Promise<void> {
  const journey = await startJourney({ isHeaded: true, hasConsent: false });
  await journey.openMail();
  console.info(
    'The browser is open on a mailbox of invented customers; nothing leaves this computer.\n' +
      '1. On the page "Keep the customers you have", press Start.\n' +
      '2. In the mailbox, press the Holdfast button in the toolbar (behind the puzzle piece), tick people, track them.\n' +
      '3. Open "Sent" and come back: the badges know your side too. Click a badge, log a call.\n' +
      'Close the browser to end.',
  );
  await new Promise<void>((resolve) => journey.context.on('close', () => resolve()));
}

/** The list as a person reads it: who and how long, why, what to do. */
async function listOf(popup: Page): Promise<string> {
  // Initials and icons say nothing in a terminal, and a low window draws a part of the list only.
  const css = '[aria-hidden=true]{display:none!important} #root{max-block-size:none!important}';
  const style = await popup.addStyleTag({ content: css });
  await popup.setViewportSize({ width: 392, height: 3_000 });
  await popup.waitForTimeout(300);
  const texts = await popup.locator('.agenda li').allInnerTexts();
  await style.evaluate((element) => element.parentNode?.removeChild(element));
  await popup.setViewportSize({ width: 392, height: 600 });
  const lines = texts.map((text) => text.split('\n').filter((part) => part.trim() !== ''));
  return lines.map((parts) => (parts.length < 3 ? `${parts.join(': ')}\n` : person(parts))).join('\n');
}

function person(parts: readonly string[]): string {
  const [why = '', step = ''] = parts.slice(-2);
  return `  ${parts.slice(0, -2).join(' · ')}\n    ${why}\n    → ${step}\n`;
}

async function walk(): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  const picture = (name: string) => ({ path: join(pictures, `${name}.png`) });
  const journey = await startJourney();
  await trackEverybody(journey);
  const page = await journey.openMail();
  await catchUp(page);
  await page.screenshot(picture('inbox'));
  await openSvensCard(page);
  await page.screenshot(picture('card'));
  const popup = await openPopup(journey);
  await popup.screenshot(picture('popup'));
  console.info(`\nThe day’s list:\n\n${await listOf(popup)}\n`);

  await logCall(page);
  await page.screenshot(picture('logged'));
  await popup.getByText('Sven Åkesson').first().waitFor({ state: 'detached' });
  await popup.screenshot(picture('popup-after-the-call'));
  console.info('A call with Sven Åkesson was logged from his badge: he is off the list.\n');
  await journey.close();
  console.info(`There is no display here, so the journey was walked without one. Pictures: ${pictures}`);
}

try {
  const chromium = findOrInstall(findChromium, 'chromium');
  console.info(`Chromium: ${chromium.path} (${chromium.by}). Building …`);
  build();
  await (hasDisplay() ? show() : walk());
} catch (error) {
  if (!(error instanceof BrowserMissing)) throw error;
  console.error(`\n${error.message}\n`);
  process.exitCode = 1;
}
