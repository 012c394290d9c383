import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customers } from '../demo-mailbox/demo-mailbox.ts';
import { day, hour } from '../demo-mailbox/mailbox.ts';
import { badgeOf, badges, until } from './support/closed-roots.ts';
import { clockOf } from './support/database.ts';
import { type Journey, startJourney, tuesday } from './support/journey.ts';
import { arrive, openThread } from './support/mail.ts';

const { sven, jorge } = customers;

describe('mail that comes in while the page is open', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await startJourney({ track: [sven, jorge] });
  });
  afterAll(() => journey.close());

  it('as a new row: gets the badge, and moves the date, without a reload', async () => {
    const page = await journey.openMail();
    await badgeOf(page, /Sven/);
    const at = tuesday - 3 * day;
    await arrive(page, { from: jorge, at, subject: 'Pallet count for the depot', text: 'How many fit?' });
    expect((await badgeOf(page, /Pallet count/)).text).toMatch(/^Reply owed/);
    await expect.poll(async () => (await clockOf(journey, jorge)).lastInAt).toBe(at);
    await page.close();
  });

  it('as a new message of the open conversation: gets a badge of its own, and moves the date', async () => {
    const page = await journey.openMail();
    await openThread(page, 'Offer 2231');
    const inMail = async () =>
      (await badges(page)).filter((badge) => /after/.test(badge.hostAttributes['data-holdfast'] ?? ''));
    await until(async () => ((await inMail()).length === 1 ? true : undefined), 'the badge beside the first mail');
    const at = tuesday - 2 * hour;
    const thread = journey.mailbox.threads.find(({ subject }) => subject.startsWith('Offer 2231'));
    await arrive(page, { from: sven, at, threadId: thread?.id, text: 'And the freight?' });
    await until(async () => ((await inMail()).length === 2 ? true : undefined), 'a badge beside the new mail');
    await expect.poll(async () => (await clockOf(journey, sven)).lastInAt).toBe(at);
    await page.close();
  });
});
