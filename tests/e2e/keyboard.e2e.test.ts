import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aMailbox, aPerson, day } from '../demo-mailbox/mailbox.ts';
import { badgeOf, badges, card, focused, readingTime, until } from './support/closed-roots.ts';
import { rows } from './support/database.ts';
import { type Journey, startJourney, tuesday } from './support/journey.ts';
import { openThread } from './support/mail.ts';
import { words } from './support/words.ts';

/** Each wrote once, nine days ago, and waits. */
const [first, second] = [aPerson(0), aPerson(1)];
const mailbox = aMailbox({ rows: 3, now: tuesday - 9 * day });

/** Presses a key until our control of that name has the focus. */
async function go(page: Page, key: string, name: RegExp, most = 80): Promise<number> {
  for (let presses = 1; presses <= most; presses++) {
    await page.keyboard.press(key);
    if (name.test((await focused(page)) ?? '')) return presses;
  }
  throw new Error(`${key} does not lead to ${name}`);
}

/** A person reads what has the focus before pressing Enter; what has only just appeared takes no key. */
const enter = async (page: Page) => {
  await page.waitForTimeout(readingTime);
  await page.keyboard.press('Enter');
};
const openByKey = async (page: Page) => {
  await enter(page);
  return until(() => card(page), 'the card');
};
const noCard = async (page: Page) => ((await card(page)) ? undefined : true);

describe('without a mouse', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await startJourney({ mailbox, track: [first, second] });
  });
  afterAll(() => journey.close());

  it('Tab finds the badge, Enter opens its card, Tab goes round in it, Escape brings the focus back', async () => {
    const page = await journey.openMail();
    await badgeOf(page, /Person 0/);
    await page.locator('.gb_se').focus();
    await go(page, 'Tab', /^Person 0: Reply owed/);
    const opened = await openByKey(page);
    const names = opened.controls.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(8);

    for (const name of [...names, names[0]]) {
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe(name);
    }
    await page.keyboard.press('Shift+Tab');
    expect(await focused(page)).toBe(names.at(-1));
    await page.keyboard.press('Enter');
    await until(async () => ((await card(page))?.text.includes(words('pageUntrack')) ? true : undefined), 'the menu');
    expect(await focused(page)).toBe(names.at(-1));

    await page.keyboard.press('Escape');
    await until(() => noCard(page), 'the card closed');
    expect(await focused(page)).toMatch(/^Person 0: Reply owed/);
    expect(new URL(page.url()).hash).toBe('#inbox');
    await page.close();
  });

  it('Enter on "Call" logs one call, and the focus ends where it began', async () => {
    const page = await journey.openMail();
    await openThread(page, 'Order 1000');
    await badgeOf(page, /Person 0/);
    await go(page, 'Tab', /^Person 0: Reply owed/);
    await openByKey(page);
    await go(page, 'Tab', /^Call$/);
    await enter(page);
    await until(
      async () => ((await card(page))?.text.includes(words('doneCallToday')) ? true : undefined),
      'the call in the card',
    );
    const calls = async () =>
      (await rows<{ kind: string }>(journey, 'interactions')).filter(({ kind }) => kind === 'call');
    expect(await calls()).toHaveLength(1);
    await go(page, 'Tab', new RegExp(words('pageUndo')), 3);
    await page.keyboard.press('Escape');
    await until(() => noCard(page), 'the card closed');
    await expect.poll(() => focused(page)).toMatch(/^Person 0: (?!Reply owed)/);
    expect(await calls()).toHaveLength(1);
    await page.close();
  });

  it('in a list, where the log ends the reason for the badge, the focus stays in its row', async () => {
    const page = await journey.openMail();
    await badgeOf(page, /Person 1/);
    await page.locator('.gb_se').focus();
    await go(page, 'Tab', /^Person 1: Reply owed/);
    await openByKey(page);
    await go(page, 'Tab', /^Meeting$/);
    await enter(page);
    const isGone = async () => !(await badges(page)).some(({ around }) => around.includes('Order 1001'));
    await until(async () => ((await isGone()) ? true : undefined), 'the row without its badge');
    expect(await card(page)).toBeDefined();
    await page.keyboard.press('Escape');
    await until(() => noCard(page), 'the card closed');
    const row = page.locator('tr[role="row"]', { hasText: 'Order 1001' });
    expect(await row.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await page.close();
  });
});
