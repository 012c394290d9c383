import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customers } from '../demo-mailbox/demo-mailbox.ts';
import { ask } from './support/database.ts';
import { type Journey, startJourney } from './support/journey.ts';
import { words } from './support/words.ts';

const { sven, maxi } = customers;

/** What can be scrolled in the page, and in which direction. */
function scrollable(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const isRoot = element === document.documentElement;
      const can = (overflow: string) => /auto|scroll/.test(overflow) || (isRoot && overflow !== 'hidden');
      const down = can(overflowY) && element.scrollHeight > element.clientHeight ? [`${element.tagName} down`] : [];
      const aside = can(overflowX) && element.scrollWidth > element.clientWidth ? [`${element.tagName} aside`] : [];
      return [...down, ...aside];
    }),
  );
}

describe('the window of the popup', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await startJourney({ track: [sven, maxi] });
    await (await journey.openMail()).locator('tr[role="row"]').first().waitFor();
  });
  afterAll(() => journey.close());

  it.each([
    ['low', { width: 392, height: 420 }],
    ['narrow', { width: 320, height: 420 }],
  ])('has one scrollbar where it is %s, on every page', async (_, size) => {
    const popup = await journey.open('popup.html');
    await popup.setViewportSize(size);
    await popup.getByPlaceholder(words('searchPlaceholder')).fill('long-acre');
    const found = popup.getByRole('button', { name: /^Maximiliane/ }).first();
    await found.waitFor();
    expect(await scrollable(popup)).toEqual([]);
    await found.click();
    await popup.getByRole('heading', { name: words('timeline') }).waitFor();
    expect(await scrollable(popup)).toEqual(['MAIN down']);
    await popup.getByRole('button', { name: words('pageBack') }).click();
    await popup.getByRole('button', { name: words('menu') }).click();
    await popup.getByRole('heading', { name: words('menuSettings') }).waitFor();
    expect(await scrollable(popup)).toEqual([]);
    await popup.close();
  });

  it('leads to a tab for the file of a saved copy, which is checked there before anything changes', async () => {
    const { text } = await ask(journey, 'saveCopy', {});
    const popup = await journey.open('popup.html');
    await popup.getByRole('button', { name: words('menu') }).click();
    const opened = journey.context.waitForEvent('page');
    await popup.getByRole('button', { name: words('bringBackCopy') }).click();
    const tab = await opened;
    const file = { name: 'copy.json', mimeType: 'application/json', buffer: Buffer.from(text) };
    await tab.getByLabel(words('bringBackCopy')).setInputFiles(file);
    const [nothingNew = ''] = words('copyWouldChange', 0, 0).split(';');
    await tab.getByText(nothingNew).waitFor();
    expect(await tab.getByRole('button', { name: words('bringBackNow') }).count()).toBe(0);
  });
});
