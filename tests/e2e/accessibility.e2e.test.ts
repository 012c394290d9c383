import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customers } from '../demo-mailbox/demo-mailbox.ts';
import { badgeOf, card, openCard } from './support/closed-roots.ts';
import { type Journey, startJourney } from './support/journey.ts';
import { launch } from './support/launch.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  const found: readonly Violation[] = await page.evaluate(async () => {
    const { axe } = globalThis as never as { axe: { run(): Promise<{ violations: Violation[] }> } };
    return (await axe.run()).violations;
  });
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

describe.each(['light', 'dark'] as const)('axe finds nothing, %s', (colorScheme) => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await startJourney({ colorScheme, track: Object.values(customers) });
    const page = await journey.openMail();
    await badgeOf(page, /Sven/);
  });
  afterAll(() => journey.close());

  it('in the popup with a full list, a contact and the menu', async () => {
    const popup = await journey.open('popup.html');
    await popup.setViewportSize({ width: 392, height: 600 });
    await popup.getByText('Sven Åkesson').first().waitFor();
    await popup.waitForTimeout(400);
    expect(await violations(popup)).toEqual([]);
    await popup.getByText('Sven Åkesson').first().click();
    await popup.waitForTimeout(400);
    expect(await violations(popup)).toEqual([]);
    await popup.keyboard.press('Escape');
    await popup.keyboard.press('?');
    await popup.waitForTimeout(400);
    expect(await violations(popup)).toEqual([]);
  });

  it('in the settings page, with holidays chosen and a rule half typed', async () => {
    const run = await launch({ colorScheme });
    const page = await run.open('options.html');
    await page.getByLabel('Country').selectOption({ label: 'Germany' });
    await page.getByRole('button', { name: 'Use these holidays' }).click();
    await page.getByText(/^\d+ days off in the list$/).click();
    await page.getByText('Whit Monday').first().waitFor();
    await page.getByLabel('Default cadence').fill('21');
    await page.getByRole('button', { name: 'Save', exact: true }).waitFor();
    await page.waitForTimeout(400);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('input[type=number]')?.value === '30');
    const wording = page.getByRole('region', { name: 'Your wording' });
    await wording.getByRole('button', { name: 'Write a new one' }).click();
    await wording.getByRole('combobox', { name: 'Begin with' }).selectOption('After a meeting');
    await wording.getByRole('textbox', { name: 'Subject of a new mail (optional)' }).fill('{{slip}}');
    await wording.getByText('Fields you can use').click();
    await page.waitForTimeout(300);
    expect(await violations(page)).toEqual([]);
    for (const width of [360, 800, 1200]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await run.close();
  });

  it('in the first-run page', async () => {
    const run = await launch({ colorScheme });
    const page = await run.open('welcome.html');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await violations(page)).toEqual([]);
    await run.close();
  });
});

describe('what a screen reader is told in a page', () => {
  it('badge and card have roles, names and a label for their groups', async () => {
    const journey = await startJourney({ track: [customers.sven] });
    const page = await journey.openMail();
    await openCard(page, await badgeOf(page, /Sven/));
    expect(await card(page)).toBeDefined();
    const session = await journey.context.newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const said = nodes.map(({ role, name }) => `${role?.value}: ${name?.value ?? ''}`);
    expect(said).toContainEqual(expect.stringMatching(/^button: Sven Åkesson: Reply owed \d+ d\./));
    expect(said).toContain('dialog: Sven Åkesson');
    expect(said).toContain('group: Log');
    expect(said).toContain('button: Call');
    // Escape closes and gives the focus back to where it was.
    await page.keyboard.press('Escape');
    expect(await card(page)).toBeUndefined();
    await journey.close();
  });
});
