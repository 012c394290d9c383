import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contacts, homeUrl, lightningHost, listUrl, type ShadowMode, serveLightning } from '../lightning/page.ts';
import { addressesShown, openContact, openList, press, refresh, rowsShown, sortBy } from '../lightning/walk.ts';
import { openCard } from './support/closed-roots.ts';
import { expectBadges, type SeenBadge, seenBadges, startCrmBrowser } from './support/crm-session.ts';
import type { Run } from './support/launch.ts';

const modes: readonly ShadowMode[] = ['synthetic', 'native'];
const tracked = contacts.filter(({ isTracked }) => isTracked);
const [ann, , mehmet] = tracked;
if (!ann || !mehmet) throw new Error('nobody is tracked');

/** Key of the row, and whom the badge names. */
const keyOf = ({ name, root }: SeenBadge) => `${root.row['data-row-key-value'] ?? 'record'} ${name}`;

/** Everybody who is tracked by an address that a row shows, in that row. */
async function inRows(page: Page): Promise<readonly string[]> {
  const names = new Map(tracked.map(({ mail, name }) => [mail, name]));
  return (await rowsShown(page)).flatMap(({ id, mail }) => (names.has(mail) ? [`${id} ${names.get(mail)}`] : []));
}

describe.each(modes)('Salesforce’s own components in %s shadow', (mode) => {
  let run: Run;
  let page: Page;
  const expectRows = () => expectBadges(page, keyOf, () => inRows(page));
  beforeAll(async () => {
    run = await startCrmBrowser(`https://${lightningHost}/*`, contacts);
    await serveLightning(run.context, mode);
    page = await run.context.newPage();
    await openList(page, listUrl);
  });
  afterAll(() => run?.close());

  it('bear a badge for every tracked contact, and for nobody else, sorted and paged as one likes', async () => {
    expect((await inRows(page)).length).toBeGreaterThan(10);
    await expectRows();
    for (const column of ['Name', 'Email', 'Email', 'Last Activity'] as const) {
      await sortBy(page, column);
      await expectRows();
    }
    for (const button of ['Next', 'Next', 'Previous'] as const) {
      await press(page, button);
      await expectRows();
    }
    await refresh(page);
    await expectRows();
  });

  it('bear no badge of before where rows keep their keys and show other people', async () => {
    await press(page, 'Reassign');
    await expectRows();
    await press(page, 'Next');
    await expectRows();
  });

  it('bear one badge on a record, none for a stranger, and the list’s again after going back', async () => {
    await openList(page, listUrl);
    await expectRows();
    const onList = new Set((await rowsShown(page)).map(({ id }) => id));
    const known = tracked.filter(({ id }) => onList.has(id)).slice(0, 2);
    const stranger = contacts.find(({ id, isTracked, mail }) => mail && !isTracked && onList.has(id));
    expect(known).toHaveLength(2);
    for (const one of [...known, stranger]) {
      if (!one) throw new Error('no stranger on this page of the list');
      await openContact(page, one.id);
      expect(await addressesShown(page)).toEqual([one.mail]);
      await expectBadges(page, keyOf, async () => (one.isTracked ? [`record ${one.name}`] : []));
      await page.goBack();
      await expectRows();
    }
  });

  it('open the card of the contact in that row, namesake or not', async () => {
    await openList(page, listUrl);
    await expectRows();
    const namesakes = tracked.filter(({ name }) => name === ann.name);
    expect(namesakes).toHaveLength(2);
    for (const { id, mail } of namesakes) {
      const badge = (await seenBadges(page)).find(({ root }) => root.row['data-row-key-value'] === id);
      if (!badge) throw new Error(`no badge in the row of ${mail}`);
      expect((await openCard(page, badge.root)).text.toLowerCase()).toContain(mail?.toLowerCase());
      await page.keyboard.press('Escape');
    }
    expect(page.url()).toBe(listUrl);
  });

  it('stay where they are when a badge inside a link is clicked', async () => {
    await page.goto(homeUrl);
    const cards = contacts.slice(0, 8).filter(({ isTracked }) => isTracked);
    const nameOf = ({ name }: SeenBadge) => name;
    await expectBadges(page, nameOf, async () => cards.map(({ name }) => name));
    const badge = (await seenBadges(page)).find(({ name }) => name === mehmet.name);
    if (!badge) throw new Error('no badge in the link');
    expect((await openCard(page, badge.root)).text).toContain(mehmet.name);
    expect(page.url()).toBe(homeUrl);
    await page.keyboard.press('Escape');
    // The link itself still leads to the record.
    await page.locator('a.top-contact', { hasText: mehmet.name }).click({ position: { x: 5, y: 5 } });
    await page.waitForURL((url) => url.pathname === mehmet.url);
  });
});
