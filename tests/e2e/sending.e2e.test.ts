import { afterEach, describe, expect, it } from 'vitest';
import { customers } from '../demo-mailbox/demo-mailbox.ts';
import { day, hour, MailboxBuilder, me } from '../demo-mailbox/mailbox.ts';
import { badgeOf, badges, until } from './support/closed-roots.ts';
import { clockOf, rows } from './support/database.ts';
import { type Journey, startJourney, tuesday } from './support/journey.ts';
import { goTo, openThread, reply } from './support/mail.ts';

const { sven, tom } = customers;

describe('mail that is sent', () => {
  let journey: Journey;
  afterEach(() => journey.close());

  it('an answer moves the last outbound date and ends "reply owed"', async () => {
    journey = await startJourney({ track: [sven], page: { undoMs: 1_500, syncMs: 300 } });
    const page = await journey.openMail();
    expect((await badgeOf(page, /Sven/)).text).toContain('Reply owed');
    await openThread(page, 'Offer 2231');
    await reply(page, 'The price holds until March.');
    await expect
      .poll(async () => (await clockOf(journey, sven)).lastOutAt ?? 0, { timeout: 15_000 })
      .toBeGreaterThanOrEqual(tuesday);
    expect((await clockOf(journey, sven)).owed).toBeUndefined();
    await goTo(page, '#inbox');
    await until(async () => ((await badges(page)).length === 0 ? true : undefined), 'the list without the pill');
  });

  it('an answer that is taken back counts for nothing', async () => {
    journey = await startJourney({ track: [sven], page: { undoMs: 6_000, syncMs: 5_000 } });
    const page = await journey.openMail();
    await badgeOf(page, /Sven/);
    await openThread(page, 'Offer 2231');
    await reply(page, 'Too early.');
    await page.locator('#link_undo').click();
    await page.getByText('Sending undone.').waitFor();
    // Longer than a mail needs to be confirmed: what was going to be counted would be by now.
    await page.waitForTimeout(7_000);
    const clock = await clockOf(journey, sven);
    expect(clock.lastOutAt).toBeUndefined();
    expect(clock.owed).toBeDefined();
  });

  it('the same mail, seen as sent, in the thread and in Sent, is one interaction', async () => {
    journey = await startJourney({ track: [sven], page: { undoMs: 1_000, syncMs: 300 } });
    const page = await journey.openMail();
    await badgeOf(page, /Sven/);
    await openThread(page, 'Offer 2231');
    await reply(page, 'The price holds until March.');
    await expect.poll(async () => (await clockOf(journey, sven)).lastOutAt, { timeout: 15_000 }).toBeDefined();
    await page.waitForTimeout(1_500);
    await goTo(page, '#sent');
    await page.locator('tr[role="row"]:visible', { hasText: 'Offer 2231' }).waitFor();
    await page.waitForTimeout(1_500);
    const all = await rows<{ id: string; kind: string; direction: string; weight: string; voidsId?: string }>(
      journey,
      'interactions',
    );
    const replaced = new Set(all.map(({ voidsId }) => voidsId));
    const sent = all.filter(({ id, kind, direction, weight }) => {
      return kind === 'mail' && direction === 'out' && weight === 'counts' && !replaced.has(id);
    });
    expect(sent).toHaveLength(1);
  });
});

describe('an answer from the phone', () => {
  it('seen only as a row, leaves no "reply owed"', async () => {
    const at = (days: number, hours = 0) => tuesday - days * day - hours * hour;
    const mailbox = new MailboxBuilder(me)
      .thread('Delivery date', [
        { from: tom, at: at(6), text: 'When does it come?' },
        { from: me, at: at(5), text: 'On Friday. (From my phone)' },
      ])
      .thread('Two questions', [{ from: sven, at: at(6), text: 'Does the price hold?' }])
      .build();
    const journey = await startJourney({ mailbox, track: [tom, sven] });
    const page = await journey.openMail();
    // Sven proves that the list was read.
    expect((await badgeOf(page, /Sven/)).text).toContain('Reply owed');
    expect((await badges(page)).map(({ around }) => around).join()).not.toContain('Delivery date');
    expect((await clockOf(journey, tom)).owed).toBeUndefined();
    await journey.close();
  });
});
