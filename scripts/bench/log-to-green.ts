import type { Page } from 'playwright-core';
import { badges, card, clickControl, controlOf, readingTime, until } from '../../tests/e2e/support/closed-roots.ts';
import type { Run } from '../../tests/e2e/support/launch.ts';
import { words } from '../../tests/e2e/support/words.ts';
import { inbox } from './gmail-page.ts';

/** Runs in the page: notes when the user clicks, before anybody else hears of it. */
function noteClicks(): void {
  addEventListener('click', (event) => performance.mark('pressed', { startTime: event.timeStamp }), true);
}

/** Runs in the page: from the last click to the first frame with a green badge after it; `null`: not yet. */
function timeToGreen(): number | null {
  const pressed = performance.getEntriesByName('pressed').at(-1)?.startTime ?? Number.NaN;
  const green = performance
    .getEntriesByName('face')
    .find((mark) => mark.startTime > pressed && mark instanceof PerformanceMark && /\bok\b/.test(String(mark.detail)));
  return green ? green.startTime - pressed : null;
}

/** Opens the conversation in that row of the mailbox. */
async function openThread(run: Run, row: number): Promise<Page> {
  const page = await run.context.newPage();
  await page.goto(inbox);
  await page.evaluate(noteClicks);
  await page.locator('tr.zA [role="link"]').nth(row).click();
  await page.locator('h2.hP').waitFor();
  return page;
}

async function greenIn(page: Page): Promise<number> {
  const time = await page.waitForFunction(timeToGreen, undefined, { polling: 100 });
  const value = Number(await time.jsonValue());
  await page.close();
  return value;
}

/** In our extension: open the card of whoever wrote, press "Call", wait for the badge beside the name. */
export async function logInCard(run: Run, row: number): Promise<number> {
  const page = await openThread(run, row);
  const badge = await until(
    async () => (await badges(page)).find(({ row }) => !('id' in row)),
    'the badge of the mail',
  );
  const [button] = badge.controls;
  if (!button) throw new Error('The badge has no button.');
  await page.waitForTimeout(readingTime);
  await clickControl(page, button);
  const open = await until(() => card(page), 'the card');
  await page.waitForTimeout(readingTime);
  await clickControl(page, controlOf(open, words('pageCall')));
  return greenIn(page);
}

/** In the extension that knows all answers: the button beside the heading sends, stores, and turns green. */
export async function logInBadge(run: Run, row: number): Promise<number> {
  const page = await openThread(run, row);
  const badge = await until(
    async () => (await badges(page)).find(({ row }) => !('id' in row)),
    'the badge of the mail',
  );
  const [button] = badge.controls;
  if (!button) throw new Error('The badge has no button.');
  await page.waitForTimeout(readingTime);
  await clickControl(page, button);
  return greenIn(page);
}
