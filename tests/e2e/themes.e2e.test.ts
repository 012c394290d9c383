import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customers } from '../demo-mailbox/demo-mailbox.ts';
import { badgeOf, badges, card, lookAt, openCard, type Root, until } from './support/closed-roots.ts';
import { type Journey, startJourney } from './support/journey.ts';
import { openThread } from './support/mail.ts';

type Page = Awaited<ReturnType<Journey['openMail']>>;

/** How light a colour is, 0 to 1 (WCAG 2.2, relative luminance). */
function lightness(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? [])
    .map((part) => Number(part) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [lightness(one), lightness(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const look = async (page: Page, root: Root | undefined) =>
  lookAt(page, root?.controls[0]?.id ?? 0, (control) => {
    const box = control.closest('section') ?? control;
    const { color, backgroundColor } = getComputedStyle(box);
    return { theme: [...box.classList].filter((name) => /^(light|dark)$/.test(name)), color, backgroundColor };
  });

/** A computer set to dark, so that only the page can be the reason for a light badge, and the reverse. */
describe.each(['light', 'dark'] as const)('on a computer set to %s', (colorScheme) => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await startJourney({ colorScheme, track: [customers.sven] });
  });
  afterAll(() => journey.close());

  it.each([
    ['light', 'light'],
    ['dark', 'dark'],
    // Gmail lays its rows on a light sheet over the photo.
    ['photo', 'light'],
  ] as const)('badge and card follow the %s page', async (theme, expected) => {
    const page = await journey.openMail(`?theme=${theme}#inbox`);
    const shown = [await look(page, await badgeOf(page, /Sven/))];
    await openThread(page, 'Offer 2231');
    const isInMail = ({ hostAttributes }: Root) => hostAttributes['data-holdfast'] === 'badge after';
    const badge = await until(async () => (await badges(page)).find(isInMail), 'the badge beside the name');
    shown.push(await look(page, badge));
    await openCard(page, badge);
    shown.push(await look(page, await card(page)));
    for (const one of shown) {
      expect(one.theme).toEqual([expected]);
      expect(contrast(one.color, one.backgroundColor)).toBeGreaterThanOrEqual(4.5);
      expect(lightness(one.backgroundColor) > 0.5).toBe(expected === 'light');
    }
    await page.close();
  });
});
