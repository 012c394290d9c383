import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { customers } from '../demo-mailbox/demo-mailbox.ts';
import { badgeOf, card, clickControl, controlOf, openCard, readingTime, until } from './support/closed-roots.ts';
import { ask, rows } from './support/database.ts';
import { type Journey, startJourney } from './support/journey.ts';
import { killWorker } from './support/launch.ts';
import { goTo, openThread } from './support/mail.ts';
import { debuggingPort, openedSidePanel, type RealPopup } from './support/real-popup.ts';
import { words } from './support/words.ts';

declare const chrome: typeof browser;

const { sven, maxi, marta } = customers;

/** How many panels of ours are open. */
async function panels(journey: Journey): Promise<number> {
  return journey.observer.evaluate(async () => {
    return (await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL' as never] })).length;
  });
}

/** Opens the panel as a person does: badge, card, "More", "Open in side panel". */
async function openFromCard(page: Page, name: RegExp): Promise<void> {
  await openCard(page, await badgeOf(page, name));
  await page.waitForTimeout(readingTime);
  await clickControl(page, controlOf(await card(page), words('pageMenu')));
  const menu = await until(async () => {
    const now = await card(page);
    return now?.text.includes(words('pageSidePanel')) ? now : undefined;
  }, 'the menu of the card');
  await page.waitForTimeout(readingTime);
  await clickControl(page, controlOf(menu, words('pageSidePanel')));
}

const titleOf = (panel: RealPopup) => panel.run(() => document.querySelector('h1')?.textContent ?? '');

describe('the side panel beside a mailbox', () => {
  let journey: Journey;
  let page: Page;
  let panel: RealPopup;
  beforeAll(async () => {
    journey = await startJourney({ track: [sven, maxi], args: [debuggingPort] });
    page = await journey.openMail();
    await page.bringToFront();
    await page.locator('tr[role="row"]').first().waitFor();
  });
  afterAll(() => journey.close());

  const title = (expected: string) => expect.poll(() => titleOf(panel)).toBe(expected);

  it('opens by no message without a click behind it', async () => {
    const [contact] = await rows(journey, 'contacts');
    const message = JSON.stringify({ name: 'openSidePanel', request: { contactId: contact?.id } });
    // A tab in which nothing was ever pressed; what tests run elsewhere counts as a press.
    const untouched = await journey.open('manifest.json');
    const session = await journey.context.newCDPSession(untouched);
    const { result } = await session.send('Runtime.evaluate', {
      expression: `chrome.runtime.sendMessage(${message}).then(JSON.stringify)`,
      awaitPromise: true,
      userGesture: false,
    });
    expect(result.value).toBe('{"ok":true,"value":null}');
    await page.waitForTimeout(1_000);
    expect(await panels(journey)).toBe(0);
    await untouched.close();
    await page.bringToFront();
  });

  it('opens from the card in the page, for that contact, also when the background was asleep', async () => {
    await until(async () => ((await badgeOf(page, /Sven/)) ? true : undefined), 'the badge');
    await killWorker(journey);
    await openFromCard(page, /Sven/);
    panel = await openedSidePanel(journey);
    await title(sven.name);
    expect(await panels(journey)).toBe(1);
    expect(await panel.text()).toContain(words('sideAll', 2));
  });

  it('offers those whom the page shows, and the chosen one stays', async () => {
    await panel.click('button', words('sideAll', 2));
    await title(words('sideChoose'));
    await panel.click('button', maxi.name);
    await title(maxi.name);
  });

  it('follows the user into a conversation and back', async () => {
    await openThread(page, 'Offer 2231');
    await title(sven.name);
    await goTo(page, '#inbox');
    await title(words('sideChoose'));
  });

  it('logs, and the badge in the page says so', async () => {
    await openThread(page, 'Offer 2231');
    await title(sven.name);
    await panel.click('button', words('pageNoReplyNeeded'));
    await expect.poll(async () => (await badgeOf(page, /Sven/)).text).not.toContain('Reply owed');
    await panel.click('button', words('pageUndo'));
    await expect.poll(async () => (await badgeOf(page, /Sven/)).text).toContain('Reply owed');
  });

  it('shows somebody as soon as they are tracked elsewhere', async () => {
    await goTo(page, `#search/${encodeURIComponent(marta.address)}`);
    await title(words('sideUntracked'));
    await ask(journey, 'track', { people: [{ mailbox: `${marta.name} <${marta.address}>`, as: 'customer' }] });
    await title(marta.name);
  });

  it('follows to another tab: to a contact of its own page, and to where nothing is read', async () => {
    const own = (await rows(journey, 'contacts')).find(({ name }) => name === maxi.name);
    const tab = await journey.open(`contact.html?id=${own?.id}`);
    await tab.bringToFront();
    await title(maxi.name);
    await tab.goto('chrome://version/');
    await title(words('sideUnknown'));
    await page.bringToFront();
    await title(marta.name);
    await tab.close();
  });

  it.each([320, 400, 600])('scrolls in no direction but down at %d px', async (width) => {
    await panel.resize(width, 700);
    const wide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    expect(await panel.run(wide)).toBe(0);
    await goTo(page, '#inbox');
    await title(words('sideChoose'));
    expect(await panel.run(wide)).toBe(0);
    await goTo(page, `#search/${encodeURIComponent(marta.address)}`);
    await title(marta.name);
  });
});

describe('the page of a contact', () => {
  it('puts the contact into the side panel by one click', async () => {
    const journey = await startJourney({ track: [sven], args: [debuggingPort] });
    const [contact] = await rows(journey, 'contacts');
    const tab = await journey.open(`contact.html?id=${contact?.id}`);
    await tab.bringToFront();
    expect(await panels(journey)).toBe(0);
    await tab.getByRole('button', { name: words('sideOpen') }).click();
    const panel = await openedSidePanel(journey);
    await expect.poll(() => titleOf(panel)).toBe(sven.name);
    await journey.close();
  });
});
