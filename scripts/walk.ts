import type { Page } from 'playwright-core';
import { customers } from '../tests/demo-mailbox/demo-mailbox.ts';
import { badgeOf, openCard, pressInCard } from '../tests/e2e/support/closed-roots.ts';
import { ask, rows } from '../tests/e2e/support/database.ts';
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

/** Gives Marta what months of use would: a colleague, logs, a note, tags and facts. */
export async function fillMarta(journey: Journey): Promise<string> {
  const { marta } = customers;
  const known = await rows<{ address: string; contactId: string }>(journey, 'addresses');
  const contactId = known.find(({ address }) => address === marta.address)?.contactId ?? '';
  const log = (kind: 'call' | 'meeting', occurredOn: string, note?: string) =>
    ask(journey, 'logInteraction', { contactId, kind, outcome: 'reached', occurredOn, note });
  await log('meeting', '2026-09-24', 'Walked through the spring range; they want it in birch.');
  await log('call', '2026-09-03');
  await log('call', '2026-08-13');
  const facts = 'Orders for three shops. Skis in Åre every February.';
  await ask(journey, 'editContact', { contactId, tags: ['spring', 'retail'], tier: 'a', facts });
  await ask(journey, 'editAccount', { accountId: 'norrsken.example', cadenceDays: 21 });
  const colleague = { name: 'Bo Ek', company: 'Norrsken', address: 'bo@norrsken.example', stage: 'customer' } as const;
  const { contactIds } = await ask(journey, 'addContact', colleague);
  await ask(journey, 'logInteraction', { contactId: contactIds[0] ?? '', kind: 'call', outcome: 'reached' });
  return contactId;
}

/** Opens a recovery for Sven; its id. */
export async function letSvenDown(journey: Journey): Promise<string> {
  const known = await rows<{ address: string; contactId: string }>(journey, 'addresses');
  const contactId = known.find(({ address }) => address === customers.sven.address)?.contactId ?? '';
  const what = 'Our offer named the old price, and his board has seen it.';
  await ask(journey, 'openRecovery', { contactId, what, reason: 'unfulfilled-promise', severity: 2 });
  return (await rows<{ id: string }>(journey, 'recoveries'))[0]?.id ?? '';
}

/** The page of a recovery on which an apology is being written. */
export async function openRecovery(journey: Journey): Promise<Page> {
  const page = await openOwn(journey, `recovery.html?id=${await letSvenDown(journey)}`);
  const apology =
    'I am sorry that our offer named the old price. That was my mistake. If you were bothered by it, call me.';
  await page.getByRole('textbox', { name: words('apologyText') }).fill(apology);
  await page.waitForTimeout(500);
  return page;
}

/** One of our own pages in a tab, once it has read what it shows. */
export async function openOwn(journey: Journey, path: string): Promise<Page> {
  const page = await journey.open(path);
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  await page.waitForTimeout(800);
  return page;
}
