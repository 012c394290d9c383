import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customers } from '../demo-mailbox/demo-mailbox.ts';
import {
  badgeOf,
  badges,
  card,
  clickControl,
  controlOf,
  openCard,
  readingTime,
  until,
} from './support/closed-roots.ts';
import { type Journey, startJourney } from './support/journey.ts';
import { killWorker } from './support/launch.ts';

const { sven } = customers;

describe('the script of the contact card, which comes when it is first needed', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await startJourney({ track: [sven] });
  });
  afterAll(() => journey.close());

  it('opens the card of the click that called it, whenever the background ends meanwhile', async () => {
    for (let round = 0; round < 8; round++) {
      const page = await journey.openMail();
      const badge = await badgeOf(page, /Sven/);
      await page.waitForTimeout(readingTime);
      await clickControl(page, controlOf(badge, /Sven/));
      await page.waitForTimeout(round * 4);
      await killWorker(journey);
      const opened = await until(() => card(page), `the card of round ${round}`);
      expect(opened.text).toContain('sven@fjordline.example');
      expect(await badges(page)).toHaveLength(1);
      await page.close();
    }
  }, 120_000);

  it('leaves no sign for the page: no name, no element and no request', async () => {
    const page = await journey.openMail();
    const badge = await badgeOf(page, /Sven/);
    const signs = () =>
      page.evaluate(() => ({
        names: [
          ...Object.getOwnPropertyNames(globalThis),
          ...Object.getOwnPropertySymbols(globalThis).map(String),
        ].sort(),
        scripts: document.querySelectorAll('script').length,
        requests: performance.getEntries().filter(({ name }) => name.includes('extension:')).length,
      }));
    const before = await signs();
    await openCard(page, badge);
    expect(await signs()).toEqual({ ...before, requests: 0 });
    await page.close();
  });
});
