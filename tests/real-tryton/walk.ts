import type { Page } from 'playwright-core';

/** Tabs of Tryton's client that are not in front stay in the page, hidden. */
const list = 'table.tree.responsive-header:visible';
const nameCell = `${list} > tbody > tr > td[data-title="Name: "] .column-char`;

/** A row of the list of parties. It carries no id: name and code are all that tells parties apart. */
export interface PartyRow {
  /** Tryton numbers parties in the order of their ids, starting at 1. */
  readonly id: number;
  readonly name: string;
}

export async function logIn(page: Page, url: string, user: string, password: string): Promise<void> {
  await page.goto(url);
  await page.fill('#login', user);
  await page.click('.modal.in button[type=submit]');
  await page.fill('.modal.in input[type=password]', password);
  await page.keyboard.press('Enter');
  await page.locator('table.tree').first().waitFor();
}

/** Opens something from the menu: in a tab of Tryton's own, or the tab that shows it already. */
export async function openFromMenu(page: Page, entry: 'Parties' | 'Contact Mechanisms'): Promise<void> {
  const leaf = page.locator(`table.no-responsive .column-char[title="${entry}"]`);
  if (!(await leaf.isVisible())) await page.locator('table.no-responsive tr:has([title="Party"]) .expander').click();
  await leaf.dblclick();
  await page.waitForURL((url) => decodeURIComponent(url.hash).includes(`/ ${entry}"`));
  await page.locator(`${list} > tbody > tr`).first().waitFor();
}

export function rowsShown(page: Page): Promise<readonly PartyRow[]> {
  return page.locator(`${list} > tbody > tr:has(td[data-title="Name: "])`).evaluateAll((rows) =>
    rows.map((row) => {
      const title = (label: string) =>
        row.querySelector(`[data-title="${label}: "] [title]`)?.getAttribute('title') ?? '';
      return { id: Number(title('Code')), name: title('Name') };
    }),
  );
}

/** Turns the order of the names round. The first click of all only marks the order that is there. */
export async function turnOrder(page: Page): Promise<void> {
  const label = page.locator(`${list} > thead th label`, { hasText: /^Name$/ });
  const first = (await rowsShown(page))[0]?.name ?? '';
  if (!(await label.locator('img').getAttribute('src'))) {
    await label.click();
    await label.locator('img[src^="blob:"]').waitFor();
  }
  await label.click();
  await page
    .locator(nameCell)
    .first()
    .and(page.locator(`:not([title="${first}"])`))
    .waitFor();
}

/** Shows twenty more rows. `false`: there are no more. */
export async function showMore(page: Page): Promise<boolean> {
  const more = page.locator(`${list} > tfoot button, ${list} tr.more-row button`).last();
  if (!(await more.isVisible())) return false;
  const before = (await rowsShown(page)).length;
  // A click by the mouse scrolls there first, which already shows the rows.
  await more.dispatchEvent('click');
  await page.waitForFunction(([selector, count]) => document.querySelectorAll(selector).length > count, [
    'table.tree.responsive-header td[data-title="Name: "]',
    before,
  ] as const);
  return true;
}

/** Opens a party's record in the place of the list. */
export async function openParty(page: Page, { id }: Pick<PartyRow, 'id'>): Promise<void> {
  const row = page.locator(`${list} > tbody > tr:has(td[data-title="Code: "] [title="${id}"])`);
  // At the beginning of the name: a badge may stand behind it.
  await row.locator('td[data-title="Name: "] .column-char').dblclick({ position: { x: 4, y: 8 } });
  await page.waitForURL((url) => url.hash.includes(`/party.party/${id};`));
}

/** The record that follows in the list, shown by the same form. */
export async function nextParty(page: Page): Promise<void> {
  const before = page.url();
  await page.locator('button#next:visible').click();
  await page.waitForURL((url) => url.href !== before);
}

/** From a record to its list, or back. */
export async function switchView(page: Page): Promise<void> {
  const before = page.url();
  await page.locator('button#switch_:visible').click();
  await page.waitForURL((url) => url.href !== before);
}

/** Addresses whose links the visible form shows. */
export function addressesShown(page: Page): Promise<readonly string[]> {
  return page
    .locator('a.column-affix[href^="mailto:"]:visible')
    .evaluateAll((links) => links.map((one) => (one.getAttribute('href') ?? '').slice('mailto:'.length)));
}
