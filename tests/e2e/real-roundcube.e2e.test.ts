import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Contact, Interaction, PendingSend } from '@/lib/core/model';
import type { CustomerTruth } from '../real-roundcube/mailbox.ts';
import { openFolder, preview, rowsShown } from '../real-roundcube/walk.ts';
import { badges } from './support/closed-roots.ts';
import { rows } from './support/database.ts';
import { frameBadges, minute, Reader, type Session, soon, startSession, walk } from './support/roundcube-session.ts';

/** Copies to a customer, open and blind, and a customer's question by a form of the website. */
const asides = [
  ['Sent', /^For your eyes$/],
  ['Sent', /^Copy$/],
  ['INBOX', /^Contact form$/],
] as const;

async function compose({ server, page }: Session, { name, address }: CustomerTruth): Promise<void> {
  await page.goto(`${server.url}?_task=mail&_action=compose&_to=${encodeURIComponent(`"${name}" <${address}>`)}`);
  await page.fill('[name="_subject"]', 'News for you');
  await page.fill('[name="_message"]', "Good day,\n\nI'll send you the offer tomorrow.");
}

async function clockOf({ run }: Session, { address }: CustomerTruth) {
  const reader = new Reader(run, await rows(run, 'addresses'));
  return (await reader.clocks()).find((one) => one.address === address);
}

describe('a real Roundcube', () => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession();
  });
  afterAll(() => session?.stop());

  it('tells the true last mail of every customer, in and out', { timeout: 300_000 }, async () => {
    const { server, run, page } = session;
    const reader = new Reader(run, await rows(run, 'addresses'));
    for (const folder of ['Drafts', 'Junk', 'Trash']) await openFolder(page, folder);
    // What is opened here looks like an answer until Sent shows that it came at once.
    await walk(page, reader, 'INBOX', 1);
    await walk(page, reader, 'Sent');
    await walk(page, reader, 'INBOX');
    await walk(page, reader, 'Archive');

    const expected = server.truth
      .map(({ address, lastInAt, lastOutAt }) => ({ address, lastInAt, lastOutAt }))
      .sort((a, b) => (a.address < b.address ? -1 : 1));
    await expect.poll(() => reader.clocks(), soon).toEqual(expected);

    // Full pages of mail that concerns a customer who does not stand in its row.
    for (const [folder, pattern] of asides) {
      await openFolder(page, folder);
      const uid = (await rowsShown(page)).find(({ subject }) => pattern.test(subject))?.uid;
      await page.goto(`${server.url}?_task=mail&_mbox=${folder}&_uid=${uid}&_action=show`);
      await reader.about([`${folder}/${uid}`], ['header', 'recipients']);
      await page.goBack();
    }
    expect(await reader.clocks()).toEqual(expected);
    const stored = await rows<Interaction>(run, 'interactions');
    expect([...new Set(stored.map(({ doubt }) => doubt))]).toEqual(
      expect.arrayContaining([
        ...['auto-reply', 'list-post', 'row-only', 'mass-mail', 'calendar-notice', 'direction-unknown', 'cc-only'],
      ]),
    );
    expect(stored.filter(({ evidence }) => /^(Drafts|Junk|Trash)\//.test(evidence?.messageId ?? ''))).toEqual([]);
    const contacts = await rows<Contact>(run, 'contacts');
    expect(contacts.map(({ clock }) => clock.doubt)).toContain('answered-at-once');
  });

  it('shows badges in the preview frame and on the full page, and none in a hostile body', async () => {
    const { server, page } = session;
    const known = new Set(server.truth.map(({ address }) => address));
    await openFolder(page, 'INBOX');
    const mails = await rowsShown(page);
    const theirs = mails.find(({ addresses }) => addresses.some((one) => known.has(one)));
    const hostile = mails.find(({ addresses }) => addresses.includes('eve@prizes.example'));
    const name = server.truth.find(({ address }) => theirs?.addresses.includes(address))?.name ?? '';
    const inMail = async () => (await badges(page)).filter(({ around }) => !around.includes('Re: '));

    const frame = await preview(page, theirs?.uid ?? '');
    await expect.poll(async () => (await frameBadges(page)).length, soon).toBeGreaterThan(0);
    expect((await frameBadges(page)).some(({ around }) => around.includes(name.split(' ')[0] ?? name))).toBe(true);

    await preview(page, hostile?.uid ?? '');
    // The offer to track the sender, in the header; nothing beside the customer whom the body names.
    await expect.poll(async () => (await frameBadges(page)).length, soon).toBe(1);

    await page.goto(frame.url().replace('_action=preview', '_action=show').replace('_framed=1', ''));
    await expect.poll(async () => (await inMail()).length, soon).toBeGreaterThan(0);
  });

  it('counts no mail that the mail server refused, and counts the next try', async () => {
    const { server, run, page } = session;
    const customer = server.truth.find(({ lastOutAt }) => lastOutAt);
    if (!customer) throw new Error('nobody was written to');
    const known = (await clockOf(session, customer))?.lastOutAt;
    server.refused.add(customer.address);
    await compose(session, customer);
    await page.locator('button.send').click();
    await page.locator('#messagestack .error').waitFor();
    // Leaving the page for writing is what usually proves that a mail went.
    page.once('dialog', (dialog) => void dialog.accept());
    await page.goto(`${server.url}?_task=mail&_mbox=INBOX`);
    const held = async () => (await rows<PendingSend>(run, 'pendingSends')).map(({ settled }) => settled);
    await expect.poll(held, soon).toEqual([]);
    expect((await clockOf(session, customer))?.lastOutAt).toBe(known);
    expect(await rows(run, 'promises')).toEqual([]);

    server.refused.delete(customer.address);
    await compose(session, customer);
    const before = Date.now();
    await page.locator('button.send').click();
    await page.waitForURL(/_mbox=/);
    await expect
      .poll(async () => (await clockOf(session, customer))?.lastOutAt, soon)
      .toBeGreaterThanOrEqual(before - minute);
    // What the mail promises is offered with the try that went.
    await expect.poll(() => rows(run, 'promises'), soon).toMatchObject([{ words: "I'll send you the offer tomorrow" }]);
  });

  it('moves the last outbound date when a mail is sent', async () => {
    const { server, run, page } = session;
    const customer = server.truth.findLast(({ lastOutAt }) => lastOutAt);
    if (!customer) throw new Error('nobody was written to');
    await compose(session, customer);
    const before = Date.now();
    await page.locator('button.send').click();
    await page.waitForURL(/_mbox=/);
    await expect
      .poll(async () => (await clockOf(session, customer))?.lastOutAt, soon)
      .toBeGreaterThanOrEqual(before - minute);
    expect(server.submitted.at(-1)?.recipients).toEqual([customer.address]);

    // Seen again in Sent, it is the same mail.
    await openFolder(page, 'Sent');
    const uid = (await rowsShown(page))[0]?.uid;
    await expect
      .poll(async () => (await rows<{ sentSeenAt?: number }>(run, 'mailboxes'))[0]?.sentSeenAt, soon)
      .toBeDefined();
    await preview(page, uid ?? '');
    await expect.poll(async () => (await frameBadges(page)).length, soon).toBeGreaterThan(0);
    const stored = await rows<Interaction>(run, 'interactions');
    const replaced = new Set(stored.map(({ voidsId }) => voidsId));
    const live = stored.filter(({ id, direction, occurredAt, evidence }) => {
      const isNew = direction === 'out' && occurredAt >= before - minute && !replaced.has(id);
      return isNew && evidence?.address === customer.address;
    });
    expect(live).toHaveLength(1);
  });
});
