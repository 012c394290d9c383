import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Interaction, MailboxRow } from '@/lib/core/model';
import { customers } from '../demo-mailbox/demo-mailbox.ts';
import { badgeOf } from './support/closed-roots.ts';
import { clockOf, rows } from './support/database.ts';
import { type Journey, startJourney } from './support/journey.ts';
import { goTo } from './support/mail.ts';

const { sven, marta } = customers;
/** Longer than any pause after which the page is read again. */
const loadMs = 2_000;

describe('a folder that takes its time', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await startJourney({ track: [sven, marta], page: { loadMs } });
  });
  afterAll(() => journey.close());

  it('makes no answers of the mails that wait in the inbox: a customer who was not answered stays owed', async () => {
    const page = await journey.openMail();
    expect((await badgeOf(page, /Sven/)).text).toMatch(/^Reply owed/);
    await goTo(page, '#sent');
    await page.waitForTimeout(loadMs / 2);
    const seenMeanwhile = (await rows<MailboxRow>(journey, 'mailboxes')).map(({ sentSeenAt }) => sentSeenAt);
    expect(seenMeanwhile).toEqual([undefined]);
    await expect.poll(async () => (await clockOf(journey, marta)).lastOutAt).toBeDefined();
    const proofs = await rows<Interaction>(journey, 'interactions');
    const ofSven = proofs.filter(({ evidence }) => evidence?.address === sven.address);
    expect(ofSven.map(({ direction }) => direction)).toEqual(['in']);
    await goTo(page, '#inbox');
    expect((await badgeOf(page, /Sven/)).text).toMatch(/^Reply owed/);
    await page.close();
  });
});
