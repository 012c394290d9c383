import { describe, expect, it } from 'vitest';
import type { Contact } from '@/lib/core/model';
import { customers } from '../demo-mailbox/demo-mailbox.ts';
import {
  badgeOf,
  badges,
  card,
  centreOf,
  clickControl,
  controlOf,
  openCard,
  type Root,
  readingTime,
  until,
} from './support/closed-roots.ts';
import { rows } from './support/database.ts';
import { type Journey, startJourney } from './support/journey.ts';
import { openThread } from './support/mail.ts';
import { debuggingPort, openRealPopup } from './support/real-popup.ts';
import { words } from './support/words.ts';

/** The page that opened by itself after the installation. */
async function firstRunPage(journey: Journey) {
  const isIt = (url: string) => url.endsWith('/welcome.html');
  const open = journey.context.pages().find((page) => isIt(page.url()));
  return open ?? journey.context.waitForEvent('page', (page) => isIt(page.url()));
}

describe('from the installation to the first badge', () => {
  it('takes at most four clicks and no typing', async () => {
    const journey = await startJourney({ hasConsent: false });
    const page = await firstRunPage(journey);
    await page.bringToFront();
    let clicks = 0;
    const click = async (act: Promise<void>) => {
      await act;
      clicks += 1;
    };
    await click(page.getByRole('button', { name: words('startWithGmail') }).click());
    await page.locator('tr[role="row"]').first().waitFor();
    await click(openThread(page, 'Offer 2231'));
    const offer = await badgeOf(page, /Track Sven/);
    await click(openCard(page, offer).then(() => undefined));
    await page.waitForTimeout(readingTime);
    await click(clickControl(page, controlOf(await card(page), words('pageCustomer'))));
    await until(
      async () => ((await badges(page)).some(({ text }) => text.includes('Reply owed')) ? true : undefined),
      'the first badge',
    );
    expect(clicks).toBeLessThanOrEqual(4);
    await journey.close();
  });
});

describe('tracking from an open mail', () => {
  it('"+ Track" beside the sender, one choice, and the badge is there', async () => {
    const journey = await startJourney();
    const page = await journey.openMail();
    await openThread(page, 'Offer 2231');
    const offer = await badgeOf(page, /Track Sven/);
    const menu = await openCard(page, offer);
    expect(menu.text).toContain('sven@fjordline.example');
    expect(menu.text).toContain(words('pageStores'));
    await page.waitForTimeout(readingTime);
    await clickControl(page, controlOf(await card(page), words('pageCustomer')));
    await until(
      async () => ((await badges(page)).some(({ text }) => text.includes('Reply owed')) ? true : undefined),
      'the badge',
    );
    expect(await rows(journey, 'contacts')).toMatchObject([{ name: 'Sven Åkesson', company: 'Fjordline' }]);
    const opened = await until(async () => {
      const now = await card(page);
      return now?.text.includes(words('pageLog')) ? now : undefined;
    }, 'the card of the new contact');
    const at = async (root: Root | undefined, name: RegExp | string) => centreOf(page, controlOf(root, name).id);
    const [badge, close] = [await at(await badgeOf(page, /Sven/), /./), await at(opened, words('pageClose'))];
    // At the badge that took the place of "+ Track", not in a corner of the window.
    expect(close.y - badge.y).toBeGreaterThan(0);
    expect(close.y - badge.y).toBeLessThan(100);
    expect(close.x).toBeGreaterThan(badge.x);
    await journey.close();
  });
});

/** Titles and single lines that the popup has shown since this was first called in it, be it for a moment. */
function saidSoFar(): readonly string[] {
  const page: { said?: Set<string> } = globalThis as never;
  const said = page.said ?? new Set();
  const note = () => document.querySelectorAll('h2, .site-line').forEach((line) => void said.add(line.textContent));
  if (!page.said) new MutationObserver(note).observe(document, { subtree: true, childList: true });
  page.said = said;
  note();
  return [...said];
}

describe('tracking from the popup', () => {
  it('ten customers in at most fifteen clicks', async () => {
    const journey = await startJourney({ args: [debuggingPort] });
    const page = await journey.openMail();
    await page.bringToFront();
    await page.waitForTimeout(1_500);
    let clicks = 0;
    const popup = await openRealPopup(journey);
    clicks += 1;
    await popup.click('button', 'Show all');
    clicks += 1;
    const wanted = Object.values(customers)
      .filter(({ address }) => !address.includes('oakline'))
      .slice(0, 10);
    for (const { address } of wanted) {
      await popup.click('label', address);
      clicks += 1;
    }
    await popup.run(saidSoFar);
    await popup.click('button', words('trackPeopleOther', 10));
    clicks += 1;
    await expect.poll(() => popup.run(saidSoFar), { timeout: 10_000 }).toContain(words('pageTells'));
    await expect.poll(async () => (await rows(journey, 'contacts')).length).toBe(10);
    expect(clicks).toBeLessThanOrEqual(15);

    // Their mail is on the page: the popup reads it, and never asks what it says.
    await expect.poll(() => popup.text(), { timeout: 10_000 }).not.toContain(words('pageTells'));
    const known = await rows<Contact>(journey, 'contacts');
    expect(known.filter(({ clock }) => (clock.lastContactAt ?? clock.doubtfulAt) === undefined)).toEqual([]);
    const expected = (['peopleOnPage', 'firstTitle', 'pageTells', 'emptyTitle'] as const).map((key) => words(key));
    // First days of many are spread, so that until the page has told some come up within the week.
    const said = (await popup.run(saidSoFar)).filter((title) => !title.startsWith(words('groupNext')));
    expect(new Set(said)).toEqual(new Set(expected));
    await journey.close();
  });
});
