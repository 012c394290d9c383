import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCopy } from '@/lib/core/copy';
import type { Contact, Interaction } from '@/lib/core/model';
import { ask, rows } from './support/database.ts';
import { type Journey, startJourney, tuesday } from './support/journey.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    type Found = { violations: readonly { id: string; nodes: readonly { html: string }[] }[] };
    const { axe } = globalThis as never as { axe: { run(): Promise<Found> } };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}

const day = 86_400_000;
const stamp = { updatedAt: 1, updatedBy: 'seed' };
const idOf = (kind: string, number: number) => `01K${kind}${String(number).padStart(22, '0')}`;

/** A customer with that tag; the last contact was a call some fifty days ago, one hour after the one before. */
function customer(number: number, tag: string): { contact: Contact; call: Interaction } {
  const [id, occurredAt] = [idOf('C', number), tuesday - 50 * day + number * 60_000];
  const said = { kind: 'call', precision: 'instant', weight: 'counts', source: 'user' } as const;
  const recorded = { recordedAt: occurredAt, recordedBy: 'seed' };
  return {
    contact: {
      ...{ id, name: `Customer ${number}`, company: 'Norrsken', stage: 'customer', trackedOn: '2026-01-01' },
      ...{ tags: [tag], clock: {}, words: [], ...stamp },
    },
    call: { id: idOf('D', number), contactId: id, occurredAt, ...said, ...recorded },
  };
}

let journey: Journey;
async function begin(vips: number, others: number, colorScheme: 'light' | 'dark' = 'light') {
  journey = await startJourney({ colorScheme });
  const people = Array.from({ length: vips + others }, (_, n) => customer(n, n < others ? 'Trade fair' : 'VIP'));
  const contacts = people.map(({ contact }) => contact);
  const interactions = people.map(({ call }) => call);
  const text = makeCopy(
    {
      contacts,
      interactions,
      addresses: [],
      accounts: [],
      followUps: [],
      recoveries: [],
      recoveryEvents: [],
      promises: [],
    },
    tuesday,
  );
  expect(await ask(journey, 'bringBackCopy', { text, dryRun: false })).toMatchObject({ ok: true });
}
const counted = (page: Page) => page.getByRole('status').first().textContent();
async function openList(expected: string) {
  const page = await journey.open('list.html');
  await page.getByLabel('Select all').waitFor();
  await expect.poll(() => counted(page)).toBe(expected);
  return page;
}
const snoozed = async () =>
  (await rows<Contact>(journey, 'contacts'))
    .filter((one) => one.snoozedUntilOn === '2026-11-30')
    .map((one) => one.tags);

describe('everybody who waits', () => {
  beforeAll(() => begin(230, 90));
  afterAll(() => journey.close());

  it('narrows to a tag, snoozes all who fit until next Monday, and takes it back as one', async () => {
    const page = await openList('Showing 200 of 320');
    await page.getByRole('combobox', { name: 'Tag' }).selectOption('VIP');
    await expect.poll(() => counted(page)).toBe('Showing 200 of 230');
    await page.getByLabel('Select all').check();
    await page.getByText('230 selected').waitFor();
    await page.getByRole('button', { name: 'Snooze', exact: true }).click();
    await page.getByRole('textbox', { name: /^Say when/ }).fill('next Monday');
    await page.getByRole('button', { name: 'Monday' }).last().click();
    await page.getByText('Snoozed until Monday: 230 people.').waitFor();
    await page.getByText('Nobody who waits fits these filters.').waitFor();
    const tags = await snoozed();
    expect(tags).toHaveLength(230);
    expect(new Set(tags.flat())).toEqual(new Set(['VIP']));
    await page.getByRole('button', { name: 'Show everybody' }).click();
    await expect.poll(() => counted(page)).toBe('90 people');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => counted(page)).toBe('Showing 200 of 320');
    expect(await snoozed()).toEqual([]);
    await page.close();
  });

  it('is worked from the keyboard, and what the focus is on is never hidden', async () => {
    const page = await openList('Showing 200 of 320');
    for (let pressed = 0; pressed < 30; pressed += 1) await page.keyboard.press('j');
    for (let pressed = 0; pressed < 20; pressed += 1) {
      await page.keyboard.press('ArrowUp');
      const [bar, line] = await page.evaluate(() => {
        const boxOf = (element: Element | null | undefined) => element?.getBoundingClientRect().toJSON();
        return [boxOf(document.querySelector('.whole-bar')), boxOf(document.activeElement?.closest('li'))];
      });
      expect(line.top).toBeGreaterThanOrEqual(bar.bottom - 1);
    }
    const name = await page.evaluate(() => document.activeElement?.closest('li')?.querySelector('a')?.textContent);
    await page.keyboard.press('x');
    await page.getByText('1 selected').waitFor();
    await page.keyboard.press('l');
    await page.keyboard.press('c');
    await page.getByText(`Logged a call with ${name}.`).waitFor();
    await expect.poll(() => counted(page)).toBe('Showing 200 of 319');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^Select Customer/);
    await page.keyboard.press('z');
    await expect.poll(() => counted(page)).toBe('Showing 200 of 320');
    const opened = journey.context.waitForEvent('page');
    await page.keyboard.press('o');
    await (await opened).getByRole('heading', { level: 1, name: /^Customer/ }).waitFor();
    await page.close();
  });
});

describe.each(['light', 'dark'] as const)('axe finds nothing, %s', (colorScheme) => {
  beforeAll(() => begin(6, 2, colorScheme));
  afterAll(() => journey.close());

  it('in the list with everything open, at any width', async () => {
    const page = await openList('8 people');
    await page.getByText('Keys').click();
    await page.getByLabel('Select Customer 3').check();
    for (const part of ['Log', 'Snooze', 'Not now', 'Tag', 'Stage', 'Pause']) {
      await page.getByRole('button', { name: part, exact: true }).first().click();
      await page.locator('.whole-tray').waitFor();
      expect(await violations(page), part).toEqual([]);
      for (const width of [320, 800, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
    }
    await page.getByRole('combobox', { name: 'Tag' }).selectOption('Trade fair');
    expect(await violations(page)).toEqual([]);
  });
});
