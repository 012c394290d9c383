import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customers } from '../demo-mailbox/demo-mailbox.ts';
import { badgeOf, openCard } from './support/closed-roots.ts';
import { type Journey, startJourney } from './support/journey.ts';
import { goTo, openThread } from './support/mail.ts';

const { anna } = customers;
const search = `#search/from%3A${encodeURIComponent(anna.address)}+OR+to%3A${encodeURIComponent(anna.address)}`;

describe('silence that nobody can be sure of', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await startJourney({ track: [anna] });
  });
  afterAll(() => journey.close());

  it('has a question mark while Sent was not seen, until the mail search for the person is looked at', async () => {
    const page = await journey.openMail('#search/Contract');
    await openThread(page, 'Contract, page 3');
    const doubted = await badgeOf(page, /Anna/);
    expect(doubted.text).toMatch(/^Overdue\? \d+ d$/);
    const { text } = await openCard(page, doubted);
    expect(text).toContain('You may have written already: Sent has not been seen yet.');
    await page.keyboard.press('Escape');

    await goTo(page, search);
    await openThread(page, 'Contract, page 3');
    const sure = await badgeOf(page, /Anna/);
    expect(sure.text).toMatch(/^Overdue \d+ d$/);
    expect((await openCard(page, sure)).text).not.toContain('Sent has not been seen');
  });
});
