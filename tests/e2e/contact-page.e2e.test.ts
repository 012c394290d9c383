import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, consent } from './support/database.ts';
import { launch, type Run } from './support/launch.ts';

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

let run: Run;
let marta: string;
async function begin(colorScheme: 'light' | 'dark') {
  run = await launch({ colorScheme });
  await consent(run);
  const people = [{ mailbox: 'Marta Lindqvist <marta@norrsken.example>', as: 'customer' as const }];
  marta = (await ask(run, 'track', { people })).contactIds[0] ?? '';
  await ask(run, 'logInteraction', { contactId: marta, kind: 'call', outcome: 'reached' });
}
const openPage = async () => {
  const page = await run.open(`contact.html?id=${marta}`);
  await page.getByRole('heading', { level: 1, name: 'Marta Lindqvist' }).waitFor();
  return page;
};

describe('the page of a contact', () => {
  beforeAll(() => begin('light'));
  afterAll(() => run.close());

  it('opens from the popup, hands over to a successor, and the popup follows', async () => {
    const popup = await run.open('popup.html');
    await popup.getByRole('searchbox').fill('marta');
    await popup.getByRole('button', { name: /^Marta Lindqvist/ }).click();
    const opened = run.context.waitForEvent('page');
    await popup.getByRole('button', { name: 'Edit, plans and whole timeline' }).click();
    const page = await opened;
    await page.getByRole('heading', { level: 1, name: 'Marta Lindqvist' }).waitFor();
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    await page.getByText('Left the company').click();
    await page.getByRole('combobox', { name: 'Who follows? (optional)' }).fill('Bo Ek');
    await page.getByRole('textbox', { name: 'Mail address (optional)' }).fill('bo@norrsken.example');
    await page.getByRole('button', { name: 'Hand over' }).click();
    await page.getByRole('link', { name: 'Followed by Bo Ek' }).waitFor();
    await popup.getByText('Paused', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('link', { name: 'Followed by Bo Ek' }).waitFor({ state: 'detached' });
    await popup.getByText('Paused', { exact: true }).waitFor({ state: 'detached' });
  });

  it.each([360, 860, 1_200])('scrolls in no direction but down at %d px, whatever is open', async (width) => {
    const page = await openPage();
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0,
    );
    await page.close();
  });
});

describe.each(['light', 'dark'] as const)('axe finds nothing, %s', (colorScheme) => {
  beforeAll(() => begin(colorScheme));
  afterAll(() => run.close());

  it('on a contact with every form open', async () => {
    await ask(run, 'editContact', { contactId: marta, tags: ['vip'], facts: 'Tea' });
    const page = await openPage();
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await page.waitForTimeout(400);
    expect(await violations(page)).toEqual([]);
  });
});
