import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromeBuild } from '../../scripts/paths.ts';
import { customers, hostileHtml } from '../demo-mailbox/demo-mailbox.ts';
import { day, MailboxBuilder, me } from '../demo-mailbox/mailbox.ts';
import { badgeOf, badges, card, closedRoots } from './support/closed-roots.ts';
import { ask, consent, rows } from './support/database.ts';
import { type Journey, startJourney, tuesday } from './support/journey.ts';
import { openThread } from './support/mail.ts';

const { tom, marta, sven } = customers;

describe('a hostile mail', () => {
  let journey: Journey;
  beforeAll(async () => {
    const stranger = { name: 'Hal Cole', address: 'hal@unknown-sender.example' };
    const mail = { from: stranger, at: tuesday - 2 * day, html: hostileHtml };
    const mailbox = new MailboxBuilder(me).thread('Overdue invoice', [mail]).build();
    journey = await startJourney({ mailbox, track: [tom, marta] });
  });
  afterAll(() => journey.close());

  it('fake senders, mail links and clobbered names in its body give no badge, no interaction and no error', async () => {
    const page = await journey.openMail();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await openThread(page, 'Overdue invoice');
    // Somebody else is in the header: an offer to track that person proves that the mail was read.
    await badgeOf(page, /Track Hal/);
    const shown = (await badges(page)).flatMap(({ controls }) => controls.map(({ name }) => name));
    expect(shown.filter((name) => /Tom|Marta/.test(name))).toEqual([]);
    expect(await rows(journey, 'interactions')).toEqual([]);
    expect(errors).toEqual([]);
  });
});

describe('a hostile page', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await startJourney({ track: [sven] });
  });
  afterAll(() => journey.close());

  it('cannot press a badge by script, event or keyboard focus', async () => {
    const page = await journey.openMail();
    await badgeOf(page, /Sven/);
    await page.evaluate(() => {
      for (const host of document.querySelectorAll<HTMLElement>('span[data-holdfast]')) {
        host.click();
        for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
          host.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, detail: 1 }));
        }
        host.tabIndex = 0;
        host.focus();
        host.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
        host.dispatchEvent(new KeyboardEvent('keyup', { key: 'Enter', bubbles: true, composed: true }));
      }
    });
    await page.keyboard.press('Enter');
    await page.waitForTimeout(500);
    expect(await card(page)).toBeUndefined();
    expect((await rows<{ source: string }>(journey, 'interactions')).filter(({ source }) => source === 'user')).toEqual(
      [],
    );
  });

  it('cannot end the content script by forging WXT’s start event, and starts no loop', async () => {
    const page = await journey.openMail();
    await badgeOf(page, /Sven/);
    const before = (await closedRoots(page)).length;
    const changes = await page.evaluate(async (id) => {
      let count = 0;
      const observer = new MutationObserver((records) => {
        count += records.length;
      });
      observer.observe(document.documentElement, { subtree: true, childList: true, attributes: true });
      for (let round = 0; round < 100; round++) {
        for (const script of ['gmail', 'site']) {
          const detail = { contentScriptName: script, messageId: `forged-${round}` };
          const name = `${id}:${script}:wxt:content-script-started`;
          document.dispatchEvent(new CustomEvent(name, { detail }));
          window.postMessage({ type: name, ...detail }, '*');
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      observer.disconnect();
      return count;
    }, journey.extensionId);
    expect(changes).toBeLessThan(50);
    expect((await closedRoots(page)).length).toBe(before);
    // Still alive: another row's change is still followed.
    await page.evaluate(() => document.querySelector('tr[role="row"] [data-holdfast]')?.remove());
    expect((await badgeOf(page, /Sven/)).text).toContain('Reply owed');
  });

  it('learns nothing by asking for the extension’s files', async () => {
    const page = await journey.openMail();
    const files = readdirSync(chromeBuild, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(join(chromeBuild, name)).isFile(),
    );
    const answered = await page.evaluate(
      async ({ id, names }) => {
        const tries = names.map(async (name) => {
          const url = `chrome-extension://${id}/${name}`;
          const fetched = await fetch(url).then(
            () => true,
            () => false,
          );
          const drawn = await new Promise<boolean>((resolve) => {
            const image = new Image();
            image.onload = () => resolve(true);
            image.onerror = () => resolve(false);
            image.src = url;
          });
          return fetched || drawn ? name : '';
        });
        return (await Promise.all(tries)).filter(Boolean);
      },
      { id: journey.extensionId, names: files },
    );
    expect(files.length).toBeGreaterThan(8);
    expect(answered).toEqual([]);
  });

  it('is told nothing by message, and finds no name of a customer in our elements', async () => {
    const page = await journey.context.newPage();
    await page.addInitScript(() => {
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      addEventListener('message', (event) => heard.push(JSON.stringify(event.data)));
    });
    await page.goto('https://mail.google.com/mail/u/0/#inbox');
    await badgeOf(page, /Sven/);
    const seen = await page.evaluate(() => ({
      heard: (globalThis as never as { heard: string[] }).heard,
      hosts: [...document.querySelectorAll('[data-holdfast]')].map((host) => host.outerHTML),
      roots: [...document.querySelectorAll('[data-holdfast]')].map((host) => host.shadowRoot),
    }));
    expect(seen.heard).toEqual([]);
    expect(seen.hosts.length).toBeGreaterThan(0);
    expect(seen.hosts.join()).not.toMatch(/Sven|owed/i);
    expect(seen.roots.every((root) => root === null)).toBe(true);
  });
});

/** The page as its own scripts made it: everything but our hosts. */
function withoutOurs(): readonly string[] {
  const copy = document.createElement('div');
  copy.append(...[...document.body.children].map((child) => child.cloneNode(true)));
  for (const host of copy.querySelectorAll('[data-holdfast]')) host.remove();
  for (const script of copy.querySelectorAll('script')) script.remove();
  return copy.innerHTML.split('<tr');
}

describe('the page itself', () => {
  it('is, without our hosts, the same as without Holdfast, and its rows keep their heights', async () => {
    const journey = await startJourney({ hasConsent: false });
    const heights = () =>
      [...document.querySelectorAll('tr[role="row"]')].map((row) => row.getBoundingClientRect().height);
    const before = await journey.openMail();
    await before.locator('tr[role="row"]').first().waitFor();
    const plain = { rows: await before.evaluate(withoutOurs), heights: await before.evaluate(heights) };
    await before.close();

    await consent(journey, journey.mailbox.owner.address);
    await ask(journey, 'track', { people: [{ mailbox: `${sven.name} <${sven.address}>`, as: 'customer' }] });
    const page = await journey.openMail();
    await badgeOf(page, /Sven/);
    const drawn = { rows: await page.evaluate(withoutOurs), heights: await page.evaluate(heights) };
    const different = drawn.rows.filter((row, index) => row !== plain.rows[index]).map((row) => row.slice(0, 200));
    expect(different).toEqual([]);
    expect(drawn.heights).toEqual(plain.heights);
    await journey.close();
  });
});
