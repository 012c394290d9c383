import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customers } from '../demo-mailbox/demo-mailbox.ts';
import { badgeOf, card, centreOf, controlOf, openCard, readingTime } from './support/closed-roots.ts';
import { rows } from './support/database.ts';
import { type Journey, startJourney } from './support/journey.ts';
import { words } from './support/words.ts';

const { sven } = customers;

/** Each hides, covers or moves what the user is about to click; it gets the host of a badge or of the card. */
const attacks: Readonly<Record<string, (host: HTMLElement, at: { x: number; y: number }) => void>> = {
  'body opacity 0': () => document.body.style.setProperty('opacity', '0', 'important'),
  'html opacity 0': () => document.documentElement.style.setProperty('opacity', '0', 'important'),
  'parent filter opacity': (host) => host.parentElement?.style.setProperty('filter', 'opacity(0)'),
  'parent filter brightness': (host) => host.parentElement?.style.setProperty('filter', 'brightness(100)'),
  'parent transparent mask': (host) =>
    host.parentElement?.style.setProperty('mask-image', 'linear-gradient(#0000, #0000)'),
  'parent blend mode': (host) => host.parentElement?.style.setProperty('mix-blend-mode', 'lighten'),
  'full-page overlay': () => {
    const cover = document.createElement('div');
    cover.style.cssText = 'position:fixed;inset:0;background:#fff;z-index:2147483647;pointer-events:none';
    document.documentElement.append(cover);
  },
  'overlay in the top layer': () => {
    const cover = document.createElement('div');
    cover.popover = 'manual';
    cover.style.cssText =
      'position:fixed;inset:0;width:100vw;height:100vh;border:0;background:#fff;pointer-events:none';
    document.body.append(cover);
    cover.showPopover();
  },
  'small overlay over the text': (_host, { x, y }) => {
    const cover = document.createElement('div');
    cover.style.cssText = `position:fixed;left:${x - 60}px;top:${y - 14}px;width:120px;height:28px;background:#fff;z-index:2147483647;pointer-events:none`;
    document.documentElement.append(cover);
  },
};

async function attack(page: Page, name: string, role: string, at: { x: number; y: number }): Promise<void> {
  await page.evaluate(
    ([source, hostRole, x, y]) => {
      const host = document.querySelector(`[data-holdfast^="${hostRole}"]`);
      // The content security policy of the page forbids eval; a test may set it aside by the debugger.
      const run = new Function('host', 'at', `(${source})(host, at)`);
      run(host, { x, y });
    },
    [String(attacks[name]), role, at.x, at.y] as const,
  );
  await page.waitForTimeout(350);
}

/** The pointer stands where it is: the page brings the target to it, so no further movement is made. */
async function clickAt(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  await page.mouse.move(x - 5, y, { steps: 2 });
  await page.mouse.move(x, y, { steps: 2 });
  await page.mouse.click(x, y);
  await page.waitForTimeout(500);
}

const logged = async (journey: Journey) =>
  (await rows<{ source: string }>(journey, 'interactions')).filter(({ source }) => source === 'user').length;

describe('clickjacking', () => {
  let journey: Journey;
  let page: Page;
  beforeAll(async () => {
    journey = await startJourney({ track: [sven] });
    page = await journey.context.newPage();
    const session = await journey.context.newCDPSession(page);
    await session.send('Page.setBypassCSP', { enabled: true });
  });
  afterAll(() => journey.close());

  async function freshBadge() {
    await page.goto('about:blank');
    await page.goto('https://mail.google.com/mail/u/0/#inbox');
    return badgeOf(page, /Sven/);
  }

  it.each(Object.keys(attacks))('%s: the badge does not open', async (name) => {
    const badge = await freshBadge();
    const at = await centreOf(page, badge.controls[0]?.id ?? 0);
    await page.waitForTimeout(readingTime);
    await attack(page, name, 'badge', at);
    await clickAt(page, at);
    expect(await card(page)).toBeUndefined();
    expect(await logged(journey)).toBe(0);
  });

  // The card stands beside the body, so that hiding the body leaves it in plain sight.
  it.each(Object.keys(attacks).filter((name) => name !== 'body opacity 0'))(
    '%s: the open card logs nothing',
    async (name) => {
      await openCard(page, await freshBadge());
      await page.waitForTimeout(readingTime);
      const at = await centreOf(page, controlOf(await card(page), words('pageCall')).id);
      await attack(page, name, 'panel', at);
      await clickAt(page, at);
      expect(await logged(journey)).toBe(0);
    },
  );

  it('style on our own hosts does nothing: badge and card stay as they are', async () => {
    await openCard(page, await freshBadge());
    const looks = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-holdfast]')].map((host) => {
        const hidden =
          'opacity:0!important;transform:scale(40)!important;filter:blur(9px)!important;display:none!important';
        host.setAttribute('style', `${hidden};visibility:hidden!important`);
        const { opacity, transform, filter, display, visibility } = getComputedStyle(host);
        return { opacity, transform, filter, isShown: display !== 'none', visibility };
      }),
    );
    expect(looks.length).toBeGreaterThan(1);
    const untouched = { opacity: '1', transform: 'none', filter: 'none', isShown: true, visibility: 'visible' };
    expect(looks).toEqual(looks.map(() => untouched));
  });

  it('a badge moved under the pointer does not open', async () => {
    const badge = await freshBadge();
    await page.mouse.move(900, 700);
    await page.waitForTimeout(readingTime);
    await page.evaluate(() => {
      const host = document.querySelector<HTMLElement>('[data-holdfast^="badge"]');
      const row = host?.closest<HTMLElement>('table');
      const { left, top } = host?.getBoundingClientRect() ?? { left: 0, top: 0 };
      row?.style.setProperty('transform', `translate(${900 - left - 20}px, ${700 - top - 10}px)`);
    });
    await page.mouse.down();
    await page.mouse.up();
    await page.waitForTimeout(500);
    expect(badge.text).toContain('Reply owed');
    expect(await card(page)).toBeUndefined();
  });

  it('baseline: without an attack the same clicks log once', async () => {
    await openCard(page, await freshBadge());
    await page.waitForTimeout(readingTime);
    const at = await centreOf(page, controlOf(await card(page), words('pageCall')).id);
    await page.waitForTimeout(350);
    await clickAt(page, at);
    await expect.poll(() => logged(journey)).toBe(1);
  });
});
