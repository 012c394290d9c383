import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customers } from '../demo-mailbox/demo-mailbox.ts';
import {
  badgeOf,
  card,
  clickControl,
  controlOf,
  openCard,
  pressInCard,
  readingTime,
  until,
} from './support/closed-roots.ts';
import { rows } from './support/database.ts';
import { type Journey, startJourney } from './support/journey.ts';
import { goTo, openThread } from './support/mail.ts';
import { fixUntilOk, involveAndPromise, putApologyIntoMail } from './support/recovery-walk.ts';
import { words } from './support/words.ts';

const { sven } = customers;
const friday = '2026-11-27';

/** From "we let them down" to repeat business, as the rep goes: on Gmail's pages, with mail that the rep sends. */
describe('a recovery', () => {
  let journey: Journey;
  let mail: Page;
  let recovery: Page;
  beforeAll(async () => {
    journey = await startJourney({ track: [sven], page: { undoMs: 1_500, syncMs: 300 } });
    mail = await journey.openMail();
  });
  afterAll(() => journey.close());

  const editor = () => mail.locator('[g_editable="true"]:visible').last();

  it('is opened from the badge in the mail page, and the card leads on to its page', async () => {
    await openCard(mail, await badgeOf(mail, /Sven/));
    await pressInCard(mail, words('pageMenu'), words('pageIncident'));
    await pressInCard(mail, words('pageIncident'), 'Recovery');
    await mail.waitForTimeout(readingTime);
    const opening = journey.context.waitForEvent('page');
    await clickControl(mail, controlOf(await card(mail), /recovery/i));
    recovery = await opening;
    await recovery.getByRole('heading', { level: 1, name: sven.name }).waitFor();
  });

  it('has its apology checked and put into the answer; sent by the rep, step 1 is done by itself', async () => {
    await mail.bringToFront();
    await openThread(mail, 'Offer 2231');
    await mail.locator('[role="main"]:visible').getByRole('button', { name: 'Reply' }).last().click();
    const lines = await putApologyIntoMail(recovery);
    expect((await editor().innerText()).split('\n').filter((line) => line.trim() !== '')).toEqual(lines);
    expect(await rows(journey, 'recoveryEvents')).toEqual([]);
    await mail.bringToFront();
    await mail.getByRole('button', { name: /^Send / }).click();
    await recovery.getByRole('heading', { name: words('caseNext', words('caseActAskHow')) }).waitFor();
    await recovery.getByText(words('caseSeen')).first().waitFor();
  });

  it('stands on top of the agenda with the one next step and its date', async () => {
    const popup = await journey.open('popup.html');
    await popup.getByRole('heading', { name: words('groupRecovery') }).waitFor();
    await popup.getByText(words('recoveryAskHow', 'tomorrow')).waitFor();
    await popup.getByText(words('goOnWithRecovery')).first().waitFor();
    await popup.close();
  });

  it('shows the promised day at the badge, and asks for repeat business only after an OK', async () => {
    await involveAndPromise(recovery, 'Sven', friday);
    await goTo(mail, '#inbox');
    const badge = await until(async () => {
      const shown = await badgeOf(mail, /Sven/);
      return shown.text.includes('fix promised') ? shown : undefined;
    }, 'the promised day at the badge');
    expect(badge.text).toContain('Fri');
    await fixUntilOk(recovery, friday);
    const events = await rows<{ kind: string; isOk?: boolean }>(journey, 'recoveryEvents');
    const repeat = events.findIndex(({ kind }) => kind === 'repeat-asked');
    expect(events.slice(0, repeat).some(({ isOk }) => isOk === true)).toBe(true);
    const popup = await journey.open('popup.html');
    await popup.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => popup.getByRole('heading', { name: words('groupRecovery') }).count()).toBe(0);
  });
});
