import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customers } from '../demo-mailbox/demo-mailbox.ts';
import { copyBuild } from './support/build-copy.ts';
import { badgeOf, badges, card, lookAt, openCard, pressInCard, type Root, until } from './support/closed-roots.ts';
import { type Journey, startJourney, tuesday } from './support/journey.ts';
import { openThread } from './support/mail.ts';
import { words } from './support/words.ts';

type Page = Awaited<ReturnType<Journey['openMail']>>;

/** The build as a translation into a language that is written from right to left would have it. */
function buildFromRight(): string {
  const build = copyBuild({ clockOffset: tuesday - Date.now() });
  const file = join(build, '_locales/en/messages.json');
  const messages = JSON.parse(readFileSync(file, 'utf8'));
  messages.languageDirection.message = 'rtl';
  writeFileSync(file, JSON.stringify(messages));
  return build;
}

const place = (page: Page, root: Root | undefined) =>
  lookAt(page, root?.controls[0]?.id ?? 0, (control) => {
    const box = control.closest('section') ?? control;
    const { left, right, top, bottom } = box.getBoundingClientRect();
    const outside = [...box.querySelectorAll('*')].filter((element) => {
      const inner = element.getBoundingClientRect();
      return inner.width > 0 && (inner.left < left - 0.5 || inner.right > right + 0.5);
    });
    return {
      left,
      right,
      top,
      bottom,
      dir: box.dir,
      outside: outside.map((element) => element.outerHTML.slice(0, 80)),
    };
  });

describe('from right to left', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await startJourney({
      build: buildFromRight(),
      page: { direction: 'rtl' },
      track: Object.values(customers),
    });
  });
  afterAll(() => journey.close());

  async function opensInside(page: Page, badge: Root) {
    const at = await place(page, badge);
    expect(at.dir).toBe('rtl');
    await openCard(page, badge);
    const box = await place(page, await card(page));
    expect(box).toMatchObject({ dir: 'rtl', outside: [] });
    expect(Math.abs(box.right - at.right)).toBeLessThanOrEqual(1);
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(1280);
    expect(box.bottom).toBeLessThanOrEqual(800);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
  }

  it('the card of a row ends at the right edge of its badge', async () => {
    const page = await journey.openMail();
    await opensInside(page, await badgeOf(page, /Sven/));
    await page.close();
  });

  it('the popup is mirrored, and nothing of it stands out of its window', async () => {
    const popup = await journey.open('popup.html');
    await popup.setViewportSize({ width: 392, height: 600 });
    const outside = () =>
      popup.evaluate(() =>
        [...document.querySelectorAll('body *')]
          .filter((element) => element.checkVisibility())
          .map((element) => ({ html: element.outerHTML.slice(0, 100), box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 1 && (box.left < -0.5 || box.right > innerWidth + 0.5))
          .map(({ html, box }) => `${Math.round(box.left)} to ${Math.round(box.right)}: ${html}`),
      );
    await popup.getByText('Sven Åkesson').first().waitFor();
    expect(await popup.evaluate(() => document.dir)).toBe('rtl');
    expect(await outside()).toEqual([]);
    expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(392);
    await popup.getByText('Sven Åkesson').first().click();
    await popup
      .getByRole('button', { name: words('pageCall') })
      .first()
      .waitFor();
    expect(await outside()).toEqual([]);
    await popup.close();
  });

  it('the card in an open mail ends there too, and its trays stay inside', async () => {
    const page = await journey.openMail();
    await openThread(page, 'Offer 2231');
    const isInMail = ({ hostAttributes }: Root) => hostAttributes['data-holdfast'] === 'badge after';
    await opensInside(page, await until(async () => (await badges(page)).find(isInMail), 'the badge beside the name'));
    for (const [name, expected] of [
      [words('pageSnooze'), words('pageSnoozeUntil')],
      [words('pageMenu'), words('pageUntrack')],
      [words('pageCall'), words('doneCallToday')],
    ] as const) {
      await pressInCard(page, name, expected);
      expect(await place(page, await card(page))).toMatchObject({ outside: [] });
    }
    await page.close();
  });
});
