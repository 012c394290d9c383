import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Interaction } from '@/lib/core/model';
import { root } from '../../scripts/paths.ts';
import { badgeOf, badges, openCard, until } from './support/closed-roots.ts';
import { rows } from './support/database.ts';
import { type Journey, startJourney } from './support/journey.ts';

const host = 'https://outlook.office.com';
const sogoHost = 'https://mail.hafenwerk.example';
const ann = { name: 'Ann Lee', address: 'ann@umbra.example' };
const gus = { name: 'Gus Mori', address: 'gus@ostrava.example' };

/** A sample page without what its reader is expected to find. */
function sample(name: string): string {
  const html = readFileSync(join(root, 'tests/fixtures/sites', name), 'utf8');
  return html.replace(/<script type="application\/json"[\s\S]*?<\/script>/, '');
}

const mails = async (journey: Journey) =>
  (await rows<Interaction>(journey, 'interactions')).filter(({ kind }) => kind === 'mail');

/** As in SOGo: a transparent button over each row takes every click. */
const covered = `<style>md-list-item{display:block;position:relative;height:56px}
button.md-no-style{position:absolute;inset:0;width:100%;z-index:1;background:none;border:0}</style></head>`;

describe('webmail that is granted', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await startJourney({ granted: [`${host}/*`, `${sogoHost}/*`], track: [ann, gus] });
    await journey.context.route(`${sogoHost}/**`, (route) => {
      if (route.request().resourceType() !== 'document') return route.fulfill({ status: 404, body: '' });
      const body = sample('sogo/2026-11-inbox.html').replace('</head>', covered);
      return route.fulfill({ body, contentType: 'text/html; charset=utf-8' });
    });
    await journey.context.route(`${host}/**`, (route) => {
      if (route.request().resourceType() !== 'document') return route.fulfill({ status: 404, body: '' });
      const isOpen = new URL(route.request().url()).pathname.includes('/id/');
      const body = sample(isOpen ? 'outlook/2026-09-thread.html' : 'outlook/2026-09-inbox.html');
      return route.fulfill({ body, contentType: 'text/html; charset=utf-8' });
    });
  });
  afterAll(() => journey.close());

  it('Outlook: logs what an open conversation proves, by address and never by name', async () => {
    const page = await journey.context.newPage();
    await page.goto(`${host}/mail/inbox/id/AAQkAGconv601%3D`);
    const badge = await badgeOf(page, /Ann Lee/);
    await expect
      .poll(async () => (await mails(journey)).filter(({ weight }) => weight === 'counts').map((one) => one.direction))
      .toContain('out');
    const stored = await mails(journey);
    expect(new Set(stored.map(({ evidence }) => evidence?.address))).toEqual(new Set([ann.address, gus.address]));
    // 2 September, not 9 February: the list beside it has days above 12 in second place.
    const newest = Math.max(
      ...stored.filter(({ direction }) => direction === 'in').map(({ occurredAt }) => occurredAt),
    );
    expect(new Date(newest).toISOString().slice(0, 7)).toBe('2026-09');
    expect((await openCard(page, badge)).text).toContain('Ann Lee');
    await page.close();
  });

  it('Outlook: shows how it stands with the sender of a row, and a row used for another mail no longer does', async () => {
    const page = await journey.context.newPage();
    await page.goto(`${host}/mail/0/inbox`);
    await badgeOf(page, /Ann Lee/);
    await badgeOf(page, /Gus Mori/);
    expect((await badges(page)).map(({ around }) => /Ann Lee|Gus Mori/.exec(around)?.[0]).sort()).toEqual([
      'Ann Lee',
      'Gus Mori',
    ]);
    // A list of few elements: scrolling changes attributes and the text inside them, and no node.
    await page.evaluate(() => {
      const row = document.querySelector('[data-convid="AAQkAGconv001="]');
      const name = row?.querySelector('[title="ann@umbra.example"]');
      row?.setAttribute('data-convid', 'AAQkAGconv999=');
      name?.setAttribute('title', 'nobody@kestrel.example');
      if (name?.firstChild) name.firstChild.nodeValue = 'Nobody Known';
    });
    await until(
      async () => ((await badges(page)).some(({ around }) => around.includes('Nobody Known')) ? undefined : true),
      'the row without a badge',
    );
    await page.close();
  });

  it('SOGo: a name alone gets a badge that says so, above the button over the row, and logs nothing', async () => {
    const before = await mails(journey);
    const page = await journey.context.newPage();
    await page.goto(`${sogoHost}/SOGo/so/robin%40hafenwerk.example/Mail/view#!/Mail/0/INBOX`);
    const badge = await badgeOf(page, /Ann Lee/);
    expect(badge.controls[0]?.name).toMatch(/^Probably Ann Lee, by the name alone/);
    await page.evaluate(() => {
      addEventListener('click', (event) => {
        if (event.target instanceof Element && event.target.closest('button.md-no-style'))
          document.title = 'row opened';
      });
    });
    expect((await openCard(page, badge)).text).toContain('Ann Lee');
    expect(await page.title()).not.toBe('row opened');
    // The program writes other names into the same elements.
    await page.evaluate(() => {
      for (const name of document.querySelectorAll('span + md-icon + span')) name.textContent = 'Nobody Known';
    });
    await until(async () => ((await badges(page)).length === 0 ? true : undefined), 'rows without badges');
    expect(await mails(journey)).toEqual(before);
    await page.close();
  });
});
