import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AddressRow } from '@/lib/core/model';
import { customers } from '../demo-mailbox/demo-mailbox.ts';
import { badgeOf } from './support/closed-roots.ts';
import { ask, clockOf, rows } from './support/database.ts';
import { type Journey, startJourney } from './support/journey.ts';
import { openThread } from './support/mail.ts';

const { sven, tom } = customers;
const text = 'Dear Sven,\n\nI am sorry: <b>we</b> sent the wrong price.\nRobin';
const lines = ['Dear Sven,', 'I am sorry: <b>we</b> sent the wrong price.', 'Robin'];
const signature = '<div class="gmail_signature" data-smartmail="gmail_signature">Robin Hale<br>Acme</div>';
const quote = '<div class="gmail_quote">On Monday Sven wrote:<blockquote>Does the price hold?</blockquote></div>';

const editor = (page: Page) => page.locator('[g_editable="true"]:visible').last();
const wordsIn = async (page: Page) => (await editor(page).innerText()).split('\n').filter((line) => line.trim() !== '');

describe('a text for a customer', () => {
  let journey: Journey;
  let contactId = '';
  beforeAll(async () => {
    journey = await startJourney({ track: [sven, tom] });
    const known = await rows<AddressRow>(journey, 'addresses');
    contactId = known.find(({ address }) => address === sven.address)?.contactId ?? '';
  });
  afterAll(() => journey.close());

  const insert = () => ask(journey, 'insertText', { contactId, text });

  /** The answer to Sven, with a signature and a quoted mail below the empty line in which the caret stands. */
  async function answering(body = `<div><br></div>${signature}${quote}`) {
    const page = await journey.openMail();
    await badgeOf(page, /Sven/);
    await openThread(page, 'Offer 2231');
    await page.locator('[role="main"]:visible').getByRole('button', { name: 'Reply' }).last().click();
    await editor(page).evaluate((element, html) => {
      element.innerHTML = html;
    }, body);
    return page;
  }
  const kept = (page: Page) =>
    editor(page).evaluate((element) =>
      ['.gmail_signature', '.gmail_quote'].map((part) => element.querySelector(part)?.outerHTML),
    );

  it('goes to the caret of the open answer, as text, above signature and quote, and one undo takes it back', async () => {
    const page = await answering();
    expect(await insert()).toEqual({ inserted: true, where: 'editor' });
    expect((await wordsIn(page)).slice(0, 3)).toEqual(lines);
    expect(await kept(page)).toEqual([signature, quote]);
    expect(await editor(page).locator('b').count()).toBe(0);
    for (let press = 0; press < 8 && (await wordsIn(page))[0] === lines[0]; press++) {
      await page.keyboard.press('Control+z');
    }
    expect((await wordsIn(page))[0]).toBe('Robin Hale');
    expect(await kept(page)).toEqual([signature, quote]);
    await page.close();
  });

  it.each(['.gmail_signature', 'blockquote'])('goes above them too when the caret stands in %s', async (part) => {
    const page = await answering();
    await editor(page).evaluate((element, selector) => {
      const inside = element.querySelector(selector)?.firstChild;
      if (inside) getSelection()?.collapse(inside, 3);
    }, part);
    expect(await insert()).toEqual({ inserted: true, where: 'editor' });
    expect(await kept(page)).toEqual([signature, quote]);
    expect((await wordsIn(page)).join('\n')).toContain(lines.join('\n'));
    await page.close();
  });

  it('goes between the words at the caret and replaces nothing, though the tab stands behind another one', async () => {
    const page = await answering('<div>Before. After.</div>');
    await editor(page).evaluate((element) => {
      const words = element.firstChild?.firstChild;
      if (words) getSelection()?.setBaseAndExtent(words, 0, words, 8);
    });
    await journey.observer.bringToFront();
    expect(await insert()).toEqual({ inserted: true, where: 'editor' });
    const all = (await wordsIn(page)).join('\n');
    expect(all).toMatch(/^Before\. ?Dear Sven,/);
    expect(all).toMatch(/Robin ?After\.$/);
    await page.close();
  });

  it('never goes into a mail to somebody else: a new one opens, filled, and nothing is sent', async () => {
    const page = await answering();
    await page.evaluate((address) => {
      const chip = document.querySelector('[name="to"] [role="option"]');
      chip?.setAttribute('data-hovercard-id', address);
    }, tom.address);
    const opening = journey.context.waitForEvent('page');
    expect(await insert()).toEqual({ inserted: true, where: 'compose' });
    const opened = await opening;
    await opened.waitForURL(/view=cm/);
    const url = new URL(opened.url());
    expect(url.origin + url.pathname).toBe('https://mail.google.com/mail/u/0/');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({ view: 'cm', to: sven.address, body: text });
    expect((await wordsIn(page))[0]).toBe('Robin Hale');
    expect((await clockOf(journey, sven)).lastOutAt).toBeUndefined();
    expect((await wordsIn(opened)).slice(0, 3)).toEqual(lines);
    await opened.close();
    await page.close();
  });
});
