import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, consent, rows } from './support/database.ts';
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

const longName = 'Maximiliane Wolfeschlegelsteinhausenbergerdorff-Obermüller von und zu Hohenfels';
let run: Run;
let recoveryId: string;
/** A case of somebody with a long name, who was mistreated: everything that can stand on the page stands there. */
async function begin(colorScheme: 'light' | 'dark') {
  run = await launch({ colorScheme });
  await consent(run);
  const people = [{ mailbox: `${longName} <max@norrsken.example>`, as: 'customer' as const }];
  const contactId = (await ask(run, 'track', { people })).contactIds[0] ?? '';
  await ask(run, 'openRecovery', { contactId, what: 'The delivery came a week late.', reason: 'mistreated' });
  recoveryId = (await rows<{ id: string }>(run, 'recoveries'))[0]?.id ?? '';
}
async function openPage() {
  const page = await run.open(`recovery.html?id=${recoveryId}`);
  await page.getByRole('heading', { level: 1, name: longName }).waitFor();
  return page;
}
const open = (page: Page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });

describe('the page of a recovery', () => {
  beforeAll(() => begin('light'));
  afterAll(() => run.close());

  it.each([360, 860, 1_280])('scrolls in no direction but down at %d px, whatever is open', async (width) => {
    const page = await openPage();
    await page.setViewportSize({ width, height: 900 });
    await page.getByRole('button', { name: 'The end' }).click();
    await open(page);
    const over = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    expect(await page.evaluate(over)).toBe(0);
    await page.close();
  });

  it('names the manager, takes the apology, and z takes it back; another page follows', async () => {
    const [page, other] = [await openPage(), await openPage()];
    await page.getByRole('textbox', { name: 'Manager who stands by it' }).first().fill('Ines Duarte');
    await page.getByRole('button', { name: 'Name the manager' }).click();
    await page.getByRole('button', { name: 'I have apologised' }).click();
    await other.getByRole('heading', { name: 'Next: ask how to put it right' }).waitFor();
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('z');
    await other.getByRole('heading', { name: 'Next: listen, then apologise' }).waitFor();
    expect(await page.getByText('Ines Duarte stands by it.').count()).toBe(1);
    await Promise.all([page.close(), other.close()]);
  });
});

describe.each(['light', 'dark'] as const)('axe finds nothing, %s', (colorScheme) => {
  beforeAll(() => begin(colorScheme));
  afterAll(() => run.close());

  it.each(['at first', 'in the middle', 'after the end'])('%s, with every form open', async (when) => {
    if (when === 'in the middle') {
      await ask(run, 'editRecovery', { recoveryId, manager: 'Ines Duarte' });
      for (const kind of ['apologised', 'asked-how'] as const)
        await ask(run, 'recordRecovery', { recoveryId, deed: { kind } });
      await ask(run, 'recordRecovery', { recoveryId, deed: { kind: 'planned', text: 'By courier' } });
      await ask(run, 'recordRecovery', { recoveryId, deed: { kind: 'fixed' }, note: 'She was calm.' });
    }
    if (when === 'after the end') {
      const deed = { kind: 'closed', outcome: 'lost', reason: 'lack-of-care', tryAgainOn: '2099-03-01' } as const;
      await ask(run, 'recordRecovery', { recoveryId, deed });
    }
    const page = await openPage();
    await page.getByRole('button', { name: when === 'after the end' ? 'Note' : 'The end', exact: true }).click();
    await open(page);
    await page.waitForTimeout(400);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });
});
