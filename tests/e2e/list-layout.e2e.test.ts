import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customers } from '../demo-mailbox/demo-mailbox.ts';
import { aMailbox, aPerson, day } from '../demo-mailbox/mailbox.ts';
import { badges, until } from './support/closed-roots.ts';
import { type Journey, startJourney, tuesday } from './support/journey.ts';
import { openThread } from './support/mail.ts';

type Page = Awaited<ReturnType<Journey['openMail']>>;

const rowCount = 24;

/** Which boxes stand elsewhere with badges than without, whatever the length of the subjects. */
function movedBoxes(page: Page, boxes: string): Promise<readonly string[]> {
  return page.evaluate((selector) => {
    const hosts = [...document.querySelectorAll('[data-holdfast]')].filter((host) => host.checkVisibility());
    const measure = () =>
      [...document.querySelectorAll(selector)].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return `${element.tagName}.${element.className} ${[x, y, width, height].map((value) => Math.round(value * 10) / 10)}`;
      });
    return [1, 4, 8, 12, 16, 24, 60].flatMap((count) => {
      for (const host of hosts) {
        const subject = host.closest('tr')?.querySelector('[data-legacy-thread-id]');
        if (subject) subject.textContent = Array(count).fill('word').join(' ');
      }
      const withBadges = measure();
      const places = hosts.map((host) => ({ host, before: host.nextSibling, parent: host.parentNode }));
      for (const host of hosts) host.remove();
      const without = measure();
      for (const { host, before, parent } of places) parent?.insertBefore(host, before);
      return withBadges.flatMap((box, index) =>
        box === without[index] ? [] : [`${count} words: ${box} instead of ${without[index]}`],
      );
    });
  }, boxes);
}

const shown = async (page: Page, count: number) =>
  until(async () => ((await badges(page)).length >= count ? true : undefined), `${count} badges`);

describe('with a badge in every row, rows and columns stay where they were', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await startJourney({
      mailbox: aMailbox({ rows: rowCount, now: tuesday - 9 * day }),
      track: Array.from({ length: rowCount }, (_, number) => aPerson(number)),
    });
  });
  afterAll(() => journey.close());

  it.each([
    ['without a reading pane', '?pane=none', 1280],
    ['in a narrow window', '?pane=none', 760],
    ['with the pane at the side', '?pane=vertical', 1280],
    ['with the pane below', '?pane=horizontal', 1280],
    ['from right to left', '?direction=rtl', 1280],
    ['from right to left with the pane at the side', '?direction=rtl&pane=vertical', 1280],
    ['with one row per message and two lists', '?conversations=off&sections=inbox,sent', 1280],
  ])('%s', async (_name, query, width) => {
    const page = await journey.openMail(`${query}#inbox`);
    await page.setViewportSize({ width, height: 800 });
    await shown(page, rowCount);
    expect(await movedBoxes(page, '[gh="tl"] tr, [gh="tl"] td')).toEqual([]);
    await page.close();
  });
});

describe('in an open conversation', () => {
  it('with everybody tracked, no message moves or grows, and the badge is on the line of the name', async () => {
    const journey = await startJourney({ track: Object.values(customers) });
    const page = await journey.openMail();
    await openThread(page, 'Year-end stock');
    await shown(page, 4);
    expect(await movedBoxes(page, '[role="listitem"], [role="listitem"] td.gH')).toEqual([]);
    const besideNames = await page.evaluate(() =>
      [...document.querySelectorAll('[role="listitem"] h3')].map((name) => {
        const middle = (element?: Element | null) => {
          const { top, bottom } = element?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
          return (top + bottom) / 2;
        };
        return Math.abs(middle(name.querySelector('[data-holdfast]')) - middle(name.querySelector('[email]')));
      }),
    );
    expect(besideNames.length).toBe(5);
    expect(besideNames.filter((distance) => distance < 4)).toHaveLength(2);
    await journey.close();
  });
});
