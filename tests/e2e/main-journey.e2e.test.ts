import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customers } from '../demo-mailbox/demo-mailbox.ts';
import { badgeOf, badges, openCard, pressInCard, until } from './support/closed-roots.ts';
import { rows, toolbar } from './support/database.ts';
import { type Journey, startJourney } from './support/journey.ts';
import { openThread } from './support/mail.ts';
import { words } from './support/words.ts';

const { sven } = customers;

describe('the main job', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await startJourney({ track: [sven] });
  });
  afterAll(() => journey.close());

  it('detect, badge, card, log: the badge turns green, and popup, list and toolbar follow without a reload', async () => {
    const list = await journey.openMail();
    expect((await badgeOf(list, /Sven/)).text).toMatch(/^Reply owed \d+ d$/);
    await expect.poll(() => toolbar(journey)).toMatchObject({ text: '1' });

    const popup = await journey.open('popup.html');
    const owed = popup.getByRole('heading', { name: words('groupOverdue') });
    await owed.waitFor();
    await popup.getByRole('button', { name: /^Sven Åkesson/ }).waitFor();
    const thread = await journey.openMail();
    await openThread(thread, 'Offer 2231');
    const badge = await badgeOf(thread, /Sven/);
    const card = await openCard(thread, badge);
    expect(card.text).toContain('Sven Åkesson');
    expect(card.text).toContain('sven@fjordline.example');

    await pressInCard(thread, words('pageCall'), words('doneCallToday'));
    await until(
      async () => ((await badges(thread)).some(({ text }) => /^On track/.test(text)) ? true : undefined),
      'the green badge',
    );

    await until(async () => ((await badges(list)).length === 0 ? true : undefined), 'the list without the pill');
    await expect.poll(() => toolbar(journey)).toMatchObject({ text: '' });
    await owed.waitFor({ state: 'detached' });
    await popup.getByText(words('emptyTitle')).waitFor();

    const calls = (await rows<{ kind: string; source: string }>(journey, 'interactions')).filter(
      ({ kind }) => kind === 'call',
    );
    expect(calls).toMatchObject([{ source: 'user' }]);
  });

  it('undo in the card brings the old state back', async () => {
    const [page] = journey.context.pages().filter((each) => each.url().includes('#inbox/'));
    if (!page) throw new Error('the thread is not open');
    await page.bringToFront();
    await pressInCard(page, words('pageUndo'));
    expect((await badgeOf(page, /Sven/)).text).toBeTruthy();
    await until(
      async () => ((await badges(page)).some(({ text }) => text.includes('Reply owed')) ? true : undefined),
      'reply owed again',
    );
    await expect.poll(() => toolbar(journey)).toMatchObject({ text: '1' });
  });
});
