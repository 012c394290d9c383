import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { FollowUp } from '@/lib/core/follow-up';
import { customers } from '../demo-mailbox/demo-mailbox.ts';
import { badgeOf } from './support/closed-roots.ts';
import { clockOf, rows } from './support/database.ts';
import { type Journey, startJourney } from './support/journey.ts';
import { openThread, reply } from './support/mail.ts';

const { sven } = customers;

/** Tuesday, 24 November 2026; Friday is the 27th. */
describe('a promise in a mail that the user sends', () => {
  let journey: Journey;
  afterEach(() => journey.close());

  async function answer(text: string, page: Parameters<typeof startJourney>[0] = {}): Promise<Page> {
    journey = await startJourney({ track: [sven], page: { undoMs: 1_500, syncMs: 300 }, ...page });
    const mail = await journey.openMail();
    await badgeOf(mail, /Sven/);
    await openThread(mail, 'Offer 2231');
    await reply(mail, text);
    return mail;
  }
  const wasSent = () =>
    expect.poll(async () => (await clockOf(journey, sven)).lastOutAt, { timeout: 15_000 }).toBeDefined();
  const promises = () => rows<{ words: string }>(journey, 'promises');
  const openPopup = async () => {
    const popup = await journey.open('popup.html');
    await popup.locator('main[aria-busy="false"]').waitFor();
    return popup;
  };

  it('is offered in the popup, and kept as a follow-up on its day only when the user says so', async () => {
    await answer("Thanks for asking. I'll send you the quote by Friday.");
    await wasSent();
    await expect.poll(promises, { timeout: 15_000 }).toMatchObject([{ words: "I'll send you the quote by Friday" }]);
    expect(await rows(journey, 'followUps')).toEqual([]);
    const popup = await openPopup();
    const offer = popup.getByRole('region', { name: 'You promised Sven: “send the quote” by Friday.' });
    await offer.getByRole('button', { name: 'Keep as follow-up' }).click();
    await popup.getByText(/^Planned for Friday with Sven/).waitFor();
    await offer.waitFor({ state: 'hidden' });
    expect(await rows<FollowUp>(journey, 'followUps')).toMatchObject([
      { dueOn: '2026-11-27', channel: 'mail', note: 'send the quote' },
    ]);
    expect((await clockOf(journey, sven)).plan).toMatchObject({ on: '2026-11-27' });
  });

  it('is none in “I’m away till Friday”', async () => {
    await answer("I'm away till Friday.");
    await wasSent();
    const popup = await openPopup();
    await popup.getByText('Sven').first().waitFor();
    expect(await promises()).toEqual([]);
    expect(await popup.getByRole('button', { name: 'Keep as follow-up' }).count()).toBe(0);
  });

  it('is offered to nobody when the mail is taken back', async () => {
    const mail = await answer("I'll send you the quote by Friday.", { page: { undoMs: 6_000, syncMs: 5_000 } });
    await mail.locator('#link_undo').click();
    await mail.getByText('Sending undone.').waitFor();
    // Longer than a mail needs to be confirmed: what was going to be offered would be by now.
    await mail.waitForTimeout(7_000);
    const offered = await rows<{ offeredUntilOn?: string }>(journey, 'promises');
    expect(offered.filter(({ offeredUntilOn }) => offeredUntilOn !== undefined)).toEqual([]);
    const popup = await openPopup();
    expect(await popup.getByRole('button', { name: 'Keep as follow-up' }).count()).toBe(0);
  });
});
