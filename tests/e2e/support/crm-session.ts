import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { CrmPerson } from '../../support/crm-people.ts';
import { copyBuild } from './build-copy.ts';
import { badges, lookAt, type Root } from './closed-roots.ts';
import { ask, consent } from './database.ts';
import { launch, type Run } from './launch.ts';

/** A real server on a busy machine may take a while. */
export const soon = { timeout: 15_000, interval: 50 };
/** A page at rest is read at most this long after its last change, in ms. */
const settled = 500;

const day = 86_400_000;

/** A browser with Holdfast on a granted site, where everybody who is tracked is tracked by address, and is overdue. */
export async function startCrmBrowser(host: string, people: readonly CrmPerson[]): Promise<Run> {
  const run = await launch({ build: copyBuild({ granted: [host] }), viewport: { width: 1400, height: 900 } });
  await consent(run, 'rep@acme.example');
  const tracked = people.filter(({ isTracked }) => isTracked);
  const { contactIds } = await ask(run, 'track', {
    people: tracked.map(({ name, mail }) => ({ mailbox: `"${name}" <${mail}>`, as: 'customer' as const })),
  });
  // Lists bear badges of those who wait, and nobody else's.
  const when = new Date(Date.now() - 100 * day).toISOString().slice(0, 10);
  for (const contactId of contactIds) await ask(run, 'setLastInTouch', { contactId, when });
  return run;
}

/** A badge that is seen: whom it names, and where it stands. */
export interface SeenBadge {
  readonly name: string;
  /** Known by the name alone. */
  readonly isProbable: boolean;
  readonly root: Root;
}

/** Badges of contacts that are seen now, in the order of the page; offers to track somebody are none. */
export async function seenBadges(page: Page): Promise<readonly SeenBadge[]> {
  const seen: SeenBadge[] = [];
  for (const root of await badges(page)) {
    const said = root.controls[0]?.name ?? '';
    const [, probable, certain] =
      /^(?:Probably (.+), by the name alone|(.+)): .+ Open the contact card\.$/.exec(said) ?? [];
    const name = certain ?? probable;
    if (!name) continue;
    // The page may have taken the row away between the two looks.
    const isSeen = await lookAt(page, root.backendNodeId, (host) => host.getClientRects().length > 0).catch(
      () => false,
    );
    if (isSeen) seen.push({ name, isProbable: probable !== undefined, root });
  }
  return seen;
}

/** What remains of a list when every entry of another is taken out once. */
function without(list: readonly string[], taken: readonly string[]): readonly string[] {
  const left = [...taken];
  return list.filter((one) => {
    const index = left.indexOf(one);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

/**
 * Waits until exactly these people bear badges, nobody else, nobody twice and nobody missing, and sees that it stays so.
 * `expected` is asked each time, because the page may still be drawing.
 */
export async function expectBadges(
  page: Page,
  keyOf: (badge: SeenBadge) => string,
  expected: () => Promise<readonly string[]>,
): Promise<void> {
  const difference = async () => {
    const shown = (await seenBadges(page)).map(keyOf);
    const wanted = await expected();
    return { missing: without(wanted, shown), tooMany: without(shown, wanted) };
  };
  const none = { missing: [], tooMany: [] };
  await expect.poll(difference, soon).toEqual(none);
  await page.waitForTimeout(settled);
  expect(await difference()).toEqual(none);
}
