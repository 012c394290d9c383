import { describe, expect, it } from 'vitest';
import { customers } from '../demo-mailbox/demo-mailbox.ts';
import { closedRoots } from './support/closed-roots.ts';
import { rows } from './support/database.ts';
import { startJourney } from './support/journey.ts';
import { launch } from './support/launch.ts';
import { words } from './support/words.ts';

describe('before the user has said yes', () => {
  it('nothing of a page is read, and nothing is drawn into it', async () => {
    const journey = await startJourney({ hasConsent: false });
    const page = await journey.openMail();
    await page.waitForTimeout(3_000);
    expect(await closedRoots(page)).toEqual([]);
    expect(await rows(journey, 'mailboxes')).toEqual([]);
    expect(await rows(journey, 'interactions')).toEqual([]);
    await journey.close();
  });

  it('the first-run page opens once, and its button starts Holdfast in a page that is already open', async () => {
    const journey = await startJourney({ hasConsent: false });
    const welcome =
      journey.context.pages().find((page) => page.url().endsWith('/welcome.html')) ??
      (await journey.context.waitForEvent('page', (page) => page.url().endsWith('/welcome.html')));
    const page = await journey.openMail();
    await page.waitForTimeout(1_000);
    await welcome.bringToFront();
    await welcome.getByRole('button', { name: words('start'), exact: true }).click();
    await welcome.getByRole('heading', { name: words('startedTitle') }).waitFor();
    await page.bringToFront();
    await expect.poll(async () => (await rows(journey, 'mailboxes')).length).toBe(1);
    await journey.close();
  });

  it('the popup, opened first on a fresh profile, says what to do and locks nobody out', async () => {
    const run = await launch();
    const popup = await run.open('popup.html');
    await popup.getByText(words('noConsentTitle')).waitFor();
    await popup.close();
    const { ask, consent } = await import('./support/database.ts');
    await consent(run, 'robin@brightwater.example');
    const { tom } = customers;
    await ask(run, 'track', { people: [{ mailbox: `${tom.name} <${tom.address}>`, as: 'customer' }] });
    expect(await rows(run, 'contacts')).toHaveLength(1);
    await run.close();
  });
});
