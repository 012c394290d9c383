import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customers } from '../demo-mailbox/demo-mailbox.ts';
import { badgeOf } from './support/closed-roots.ts';
import { ask, rows } from './support/database.ts';
import { type Journey, startJourney } from './support/journey.ts';
import { openThread } from './support/mail.ts';
import { debuggingPort, openRealPopup } from './support/real-popup.ts';
import { words } from './support/words.ts';

const { sven, tom } = customers;

describe('to whom a mail is being written', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await startJourney({ track: [sven, tom], args: [debuggingPort] });
    const known = await rows<{ address: string; contactId: string }>(journey, 'addresses');
    const contactId = known.find(({ address }) => address === sven.address)?.contactId ?? '';
    await ask(journey, 'editContact', { contactId, tier: 'a', facts: 'Sails in summer.' });
  });
  afterAll(() => journey.close());

  it('the popup reminds of what matters about them, and the page shows nothing of it', async () => {
    const page = await journey.openMail();
    await badgeOf(page, /Sven/);
    await openThread(page, 'Offer 2231');
    await page.locator('[role="main"]:visible').getByRole('button', { name: 'Reply' }).last().click();
    await page.locator('[g_editable="true"]:visible').waitFor();
    const popup = await openRealPopup(journey);
    const facts = `${words('recipientTier', 'A')} · Sails in summer.`;
    await expect.poll(() => popup.text(), { timeout: 15_000 }).toContain(facts);
    const text = await popup.text();
    expect(text).toContain(`${sven.name} ${words('recipientTopic', 'Offer 2231, two questions')}`);
    expect(await page.content()).not.toContain('Sails in summer.');
    await popup.close();
  });
});
