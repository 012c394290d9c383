import type { Page } from 'playwright-core';
import { customers } from '../tests/demo-mailbox/demo-mailbox.ts';
import { badgeOf, openCard, pressInCard } from '../tests/e2e/support/closed-roots.ts';
import { ask } from '../tests/e2e/support/database.ts';
import type { Journey } from '../tests/e2e/support/journey.ts';
import { goTo, openThread } from '../tests/e2e/support/mail.ts';
import { words } from '../tests/e2e/support/words.ts';

/** Tracks the demo's customers and shows Holdfast the folders that prove when they were last in touch. */
export async function trackEverybody(journey: Journey): Promise<void> {
  const people = Object.values(customers).map(({ name, address }) => ({
    mailbox: `${name} <${address}>`,
    as: 'customer' as const,
  }));
  await ask(journey, 'track', { people });
}

/** Looks through Sent, as "Catch up" in the popup does, opens one conversation and comes back to the inbox. */
export async function catchUp(page: Page): Promise<void> {
  await goTo(page, '#sent');
  await page.locator('tr[role="row"]:visible').first().waitFor();
  await page.waitForTimeout(1_500);
  await goTo(page, '#inbox');
  await openThread(page, 'Delivery date');
  await page.waitForTimeout(1_000);
  await goTo(page, '#inbox');
  await badgeOf(page, /Sven/);
  await page.waitForTimeout(800);
}

export async function openSvensCard(page: Page): Promise<void> {
  await openCard(page, await badgeOf(page, /Sven/));
  await page.waitForTimeout(300);
}

/** Presses "Call" in the open card. */
export async function logCall(page: Page): Promise<void> {
  await page.bringToFront();
  await pressInCard(page, words('pageCall'), words('doneCallToday'));
  await page.waitForTimeout(300);
}

/** The popup in a tab of its size. */
export async function openPopup(journey: Journey): Promise<Page> {
  const popup = await journey.open('popup.html');
  await popup.setViewportSize({ width: 392, height: 600 });
  await popup.waitForTimeout(800);
  return popup;
}
