import type { Page } from 'playwright-core';

/** A row of the table, as its cells' attributes have it. */
export interface LightningRow {
  /** The record's id. */
  readonly id: string;
  /** As written; empty for none. */
  readonly mail: string;
}

const row = 'tr[data-row-key-value]:not([data-row-key-value="HEADER"]):visible';

/** Rows of the list; empty while a record is open. */
export async function rowsShown(page: Page): Promise<readonly LightningRow[]> {
  const ids = await page.locator(row).evaluateAll((rows) => rows.map((one) => one.getAttribute('data-row-key-value')));
  const mails = await page
    .locator(`${row} td[data-label="Email"]`)
    .evaluateAll((cells) => cells.map((one) => one.getAttribute('data-cell-value')));
  return ids.map((id, index) => ({ id: id ?? '', mail: mails[index] ?? '' }));
}

export async function openList(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator(row).first().waitFor();
}

/** Does something to the list and waits until its rows are others, or the same in another order. */
async function changed(page: Page, act: () => Promise<void>): Promise<void> {
  const before = JSON.stringify(await rowsShown(page));
  await act();
  const end = Date.now() + 10_000;
  while (JSON.stringify(await rowsShown(page)) === before) {
    if (Date.now() > end) throw new Error('The list shows the same rows as before.');
    await page.waitForTimeout(50);
  }
}

/** Sorts by a column; the second time from the end. */
export function sortBy(page: Page, column: 'Name' | 'Email' | 'Last Activity'): Promise<void> {
  return changed(page, () => page.locator(`th[aria-label="${column}"] a`).getByText(column, { exact: true }).click());
}

/** `Next`, `Previous`: another page of rows. `Reassign`: rows keep their keys and show other people. */
export function press(page: Page, button: 'Next' | 'Previous' | 'Reassign'): Promise<void> {
  return changed(page, () => page.getByRole('button', { name: button }).click());
}

/** The rows once more, as they are. */
export async function refresh(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Refresh' }).click();
}

/** Opens a record by the link of its row, without leaving the page. */
export async function openContact(page: Page, id: string): Promise<void> {
  await page.locator(`tr[data-row-key-value="${id}"] th a:visible`).click();
  await page.waitForURL((url) => url.pathname.includes(id));
}

/** Addresses whose links the open record shows. */
export function addressesShown(page: Page): Promise<readonly string[]> {
  return page
    .locator('[data-target-selection-name="sfdc:RecordField.Contact.Email"] a[href^="mailto:"]:visible')
    .evaluateAll((links) => links.map((one) => (one.getAttribute('href') ?? '').slice('mailto:'.length)));
}
