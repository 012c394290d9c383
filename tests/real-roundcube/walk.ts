import type { Frame, Page } from 'playwright-core';

/** A row of Roundcube's list, as far as a walk needs it. */
export interface WalkRow {
  readonly uid: string;
  /** Lower case. */
  readonly addresses: readonly string[];
  readonly subject: string;
}

const row = '#messagelist tbody tr.message';

export async function logIn(page: Page, url: string, user: string, password: string): Promise<void> {
  await page.goto(url);
  await page.fill('#rcmloginuser', user);
  await page.fill('#rcmloginpwd', password);
  await page.click('#rcmloginsubmit');
  await page.locator(row).first().waitFor();
}

/** Opens the first page of a folder: by a click in the folder list, which does not leave the page, where that is possible. */
export async function openFolder(page: Page, folder: string): Promise<void> {
  if (await page.locator(`#mailboxlist li.selected > a[rel="${folder}"]`).count()) {
    await page.goto(`${new URL(page.url()).origin}/?_task=mail&_mbox=${folder}&_page=1`);
    await page.locator(row).first().waitFor();
    return;
  }
  const before = await firstRow(page);
  await page.locator(`#mailboxlist a[rel="${folder}"]`).click();
  await page.locator(`#mailboxlist li.selected > a[rel="${folder}"]`).waitFor();
  await page.waitForFunction(
    ([selector, old, name]) => {
      const link = document.querySelector(`${selector} a[href*="_uid="]`);
      return link && link.getAttribute('href') !== old && link.getAttribute('href')?.includes(`_mbox=${name}&`);
    },
    [row, before, folder] as const,
  );
}

/** `false`: this was the last page. */
export async function nextPage(page: Page): Promise<boolean> {
  const button = page.locator('a.nextpage, a.next').first();
  if ((await button.getAttribute('aria-disabled')) === 'true') return false;
  const before = await firstRow(page);
  await button.click();
  await page.waitForFunction(
    ([selector, old]) => {
      const link = document.querySelector(`${selector} a[href*="_uid="]`);
      return link && link.getAttribute('href') !== old;
    },
    [row, before] as const,
  );
  return true;
}

async function firstRow(page: Page): Promise<string> {
  return (await page.locator(`${row} a[href*="_uid="]`).first().getAttribute('href')) ?? '';
}

export function rowsShown(page: Page): Promise<readonly WalkRow[]> {
  return page.locator(row).evaluateAll((elements) =>
    elements.map((element) => ({
      uid: new URL(
        element.querySelector('a[href*="_uid="]')?.getAttribute('href') ?? '',
        location.href,
      ).searchParams.get('_uid') as string,
      addresses: [...element.querySelectorAll('.rcmContactAddress')].map((one) =>
        (one.getAttribute('title') ?? '').toLowerCase(),
      ),
      subject: element.querySelector('a[href*="_uid="]')?.textContent ?? '',
    })),
  );
}

/** Clicks a row and waits until the preview frame shows that message. */
export async function preview(page: Page, uid: string): Promise<Frame> {
  await page.locator(`${row}:has(a[href*="_uid=${uid}&"]) td.subject`).click();
  for (;;) {
    const frame = page.frame({ name: 'messagecontframe' });
    const isThere = frame && new URL(frame.url()).searchParams.get('_uid') === uid;
    if (isThere) {
      await frame.locator('td.header.from').first().waitFor({ state: 'attached' });
      return frame;
    }
    await page.waitForEvent('framenavigated');
  }
}

/** Which boxes of the list stand elsewhere with badges than without, whatever the length of the subjects. */
export function movedByBadges(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const table = document.querySelector('#messagelist');
    const hosts = [...(table?.querySelectorAll('[data-holdfast]') ?? [])];
    const boxes = () =>
      [...(table?.querySelectorAll('tr, td') ?? [])].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return `${element.tagName}.${element.className} ${[x, y, width, height].map((value) => Math.round(value * 10) / 10)}`;
      });
    return [0, 4, 8, 12, 16, 24, 60].flatMap((count) => {
      for (const host of hosts) {
        const subject = host.closest('tr')?.querySelector('a[href*="_uid="] span');
        if (subject) subject.textContent = `Subject${' word'.repeat(count)}`;
      }
      const withBadges = boxes();
      const places = hosts.map((host) => ({ host, before: host.nextSibling, parent: host.parentNode }));
      for (const host of hosts) host.remove();
      const without = boxes();
      for (const { host, before, parent } of places) parent?.insertBefore(host, before);
      return withBadges.flatMap((box, index) =>
        box === without[index] ? [] : [`${box} instead of ${without[index]}`],
      );
    });
  });
}
