import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installTryton } from '../real-tryton/install.ts';
import { type Party, type RealTryton, startTryton } from '../real-tryton/start.ts';
import {
  addressesShown,
  logIn,
  nextParty,
  openFromMenu,
  openParty,
  rowsShown,
  showMore,
  switchView,
  turnOrder,
} from '../real-tryton/walk.ts';
import { openCard } from './support/closed-roots.ts';
import { expectBadges, type SeenBadge, seenBadges, soon, startCrmBrowser } from './support/crm-session.ts';
import type { Run } from './support/launch.ts';

/** A row of parties begins with the party's number. */
const rowOf = (badge: SeenBadge) => `${/^\d+/.exec(badge.root.around)?.[0] ?? 'record'} ${nameOf(badge)}`;
const nameOf = ({ name, isProbable }: SeenBadge) => `${isProbable ? 'probably ' : ''}${name}`;

describe('a real Tryton', () => {
  let server: RealTryton;
  let run: Run;
  let page: Page;
  let parties: ReadonlyMap<number, Party>;
  beforeAll(async () => {
    expect(installTryton()).toBeUndefined();
    server = await startTryton();
    parties = new Map(server.parties.map((one) => [one.id, one]));
    run = await startCrmBrowser('http://127.0.0.1/*', server.parties);
    page = await run.context.newPage();
    await logIn(page, server.url, server.user, server.password);
  });
  afterAll(async () => {
    await run?.close();
    await server?.stop();
  });

  const partyAt = (id: number) => {
    const party = parties.get(id);
    if (!party) throw new Error(`no party ${id}`);
    return party;
  };
  /** Rows show names alone, so all is probable; of a name that two contacts or two rows bear nothing is said. */
  const inList = async () => {
    const customers = server.parties.filter(({ isTracked }) => isTracked).map(({ name }) => name);
    const shown = await rowsShown(page);
    const borneOnce = (name: string, names: readonly string[]) => names.filter((one) => one === name).length === 1;
    const names = shown.map(({ name }) => name);
    return shown
      .filter(({ name }) => borneOnce(name, customers) && borneOnce(name, names))
      .map(({ id, name }) => `${id} probably ${name}`);
  };
  const expectList = () => expectBadges(page, rowOf, inList);
  /** The record that is open now: one badge, or none for a stranger. */
  const expectRecord = async () => {
    const { name, mail, isTracked } = partyAt(Number(/party\.party\/(\d+)/.exec(page.url())?.[1]));
    await expect.poll(() => addressesShown(page), soon).toEqual(mail ? [mail] : []);
    await expectBadges(page, nameOf, async () => (isTracked ? [name] : []));
  };

  it('shows a badge for every tracked party whose name only one bears, sorted either way and page by page', async () => {
    await openFromMenu(page, 'Parties');
    expect((await inList()).length).toBeGreaterThan(8);
    await expectList();
    await turnOrder(page);
    await expectList();
    while (await showMore(page)) await expectList();
    expect(await rowsShown(page)).toHaveLength(server.parties.length);
  });

  it('shows one badge on a record, none of the record before on the next, and the list’s again after going back', async () => {
    const shown = await rowsShown(page);
    const namesake = server.parties.find(({ hasNamesake, isTracked }) => hasNamesake && isTracked);
    for (const id of [shown[0]?.id ?? 0, namesake?.id ?? 0]) {
      await openParty(page, { id });
      await expectRecord();
      for (let step = 0; step < 2; step++) {
        await nextParty(page);
        await expectRecord();
      }
      await switchView(page);
      await expectList();
    }
  });

  it('shows a badge beside every tracked address where no reader knows the page', async () => {
    await openFromMenu(page, 'Contact Mechanisms');
    await showMore(page);
    const shown = async () => {
      const addresses = await page.locator('td[data-title="Value: "]:visible').allInnerTexts();
      return server.parties.filter(({ mail, isTracked }) => mail && isTracked && addresses.includes(mail));
    };
    await expect.poll(async () => (await shown()).length, soon).toBeGreaterThan(5);
    await expectBadges(page, nameOf, async () => (await shown()).map(({ name }) => name));

    // The row's own link opens the party in a tab; a badge in that row does not.
    const before = page.url();
    const [badge] = await seenBadges(page);
    if (!badge) throw new Error('no badge');
    await openCard(page, badge.root);
    expect(page.url()).toBe(before);
    await page.keyboard.press('Escape');
    await openFromMenu(page, 'Parties');
    await expectList();
  });
});
