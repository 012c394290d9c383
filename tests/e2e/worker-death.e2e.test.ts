import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customers } from '../demo-mailbox/demo-mailbox.ts';
import { badgeOf, card, clickControl, controlOf, openCard, readingTime, until } from './support/closed-roots.ts';
import { rows } from './support/database.ts';
import { type Journey, startJourney } from './support/journey.ts';
import { killWorker } from './support/launch.ts';
import { openThread } from './support/mail.ts';
import { words } from './support/words.ts';

const { sven } = customers;
const calls = async (journey: Journey) =>
  (await rows<{ kind: string }>(journey, 'interactions')).filter(({ kind }) => kind === 'call').length;

describe('a background that is ended between the click and the write', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await startJourney({ track: [sven] });
  });
  afterAll(() => journey.close());

  it('logs exactly once, whenever it happens', async () => {
    const page = await journey.openMail();
    await openThread(page, 'Offer 2231');
    for (let round = 1; round <= 20; round++) {
      const before = await calls(journey);
      await openCard(page, await badgeOf(page, /Sven/));
      await page.waitForTimeout(readingTime);
      await clickControl(page, controlOf(await card(page), words('pageCall')));
      await page.waitForTimeout((round - 1) * 3);
      await killWorker(journey);
      await until(async () => ((await calls(journey)) > before ? true : undefined), `the call of round ${round}`);
      await until(async () => {
        const shown = await card(page);
        return shown?.text.includes(words('doneCallToday')) ? true : undefined;
      }, `the answer of round ${round}`);
      expect(await calls(journey), `calls after round ${round}`).toBe(before + 1);
      await page.keyboard.press('Escape');
      await until(async () => ((await card(page)) ? undefined : true), 'the closed card');
    }
    expect(await calls(journey)).toBe(20);
  }, 180_000);
});
