import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage, sampleNamed, samples, startOnSamples } from './support/any-pages.ts';
import { badgeOf, badges, card, openCard, until } from './support/closed-roots.ts';
import { ask } from './support/database.ts';
import type { Journey } from './support/journey.ts';

/** Tops and heights of all rows and lines, to the pixel. */
function rowsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('tr,[role="row"],li,article,lyte-exptable-tr,.line,.f,.row')].map((row) => {
      const { top, height } = row.getBoundingClientRect();
      return `${row.localName} ${Math.round(top)} ${Math.round(height)}`;
    }),
  );
}

describe('badges on pages without an adapter', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await startOnSamples();
  });
  afterAll(() => journey.close());

  it.each(samples)('$name: every tracked person gets one, and the page keeps its shape', async (sample) => {
    const { url, body, people, name } = sample;
    const untouched = await journey.context.newPage();
    await untouched.setContent(body);
    const before = await rowsOf(untouched);
    await untouched.close();
    await ask(journey, 'track', { people: people.map(({ mailbox }) => ({ mailbox, as: 'customer' as const })) });
    const page = await openPage(journey, url, body);
    const drawn = async () => {
      const shown = await badges(page);
      return shown.length >= people.length ? shown : undefined;
    };
    expect(await until(drawn, `${people.length} badges on ${name}`)).toHaveLength(people.length);
    if (process.env.HOLDFAST_SHOTS) await page.screenshot({ path: `${process.env.HOLDFAST_SHOTS}/${name}.png` });
    expect(await rowsOf(page)).toEqual(before);
    await page.close();
  });

  it('a badge in closed shadow roots opens its card, and a press elsewhere closes it', async () => {
    const { url, body, people } = sampleNamed('salesforce-list-native-shadow');
    await ask(journey, 'track', { people: people.map(({ mailbox }) => ({ mailbox, as: 'customer' as const })) });
    const page = await openPage(journey, url, body);
    const badge = await badgeOf(page, /Zoe/);
    expect((await openCard(page, badge)).text).toContain('Zoe');
    await page.mouse.click(40, 600);
    await until(async () => ((await card(page)) ? undefined : true), 'the card gone');
    await page.close();
  });

  it('stands in a frame of the site as well, and never in a mail that a frame shows', async () => {
    const { url } = sampleNamed('twenty-people');
    const { origin } = new URL(url);
    await ask(journey, 'track', { people: [{ mailbox: 'Fay Holm <fay@umbra.example>', as: 'customer' }] });
    const contact = '<p><a href="mailto:fay@umbra.example">Fay Holm</a></p>';
    const page = await journey.context.newPage();
    await page.route(`${origin}/**`, (route) => {
      const { pathname } = new URL(route.request().url());
      const frames = `<iframe src="/inside"></iframe><div role="document"><iframe src="/mail"></iframe></div>`;
      const body = pathname === '/inside' || pathname === '/mail' ? contact : frames;
      return route.fulfill({ body: `<!doctype html><title>Frames</title>${body}`, contentType: 'text/html' });
    });
    await page.goto(`${origin}/frames`);
    const one = async () => ((await badges(page)).length > 0 ? true : undefined);
    await until(one, 'a badge in the frame');
    await page.waitForTimeout(1_500);
    expect(await badges(page)).toHaveLength(1);
    await page.close();
  });

  it('a badge inside a link leads nowhere', async () => {
    const { url } = sampleNamed('twenty-people');
    await ask(journey, 'track', { people: [{ mailbox: 'Ann Lee <ann@umbra.example>', as: 'customer' }] });
    const links = ['#left', '/elsewhere'].map(
      (href) =>
        `<div style="display:flex"><a href="${href}" style="display:flex;gap:8px"><span>ann@umbra.example</span></a></div>`,
    );
    for (const link of links) {
      const page = await openPage(journey, url, `<!doctype html><body><main>${link}</main></body>`);
      await openCard(page, await badgeOf(page, /Ann/));
      expect(page.url()).toBe(url);
      await page.close();
    }
  });

  it('goes with its address: a row that shows somebody else by the same nodes loses it', async () => {
    const { url, body } = sampleNamed('odoo-list');
    await ask(journey, 'track', {
      people: [{ mailbox: 'Lena Okafor <lena.okafor@meridian.example>', as: 'customer' }],
    });
    const lena = '<td class="name">Lena Okafor</td><td class="mail">lena.okafor@meridian.example</td><td>1</td>';
    const page = await openPage(
      journey,
      url,
      body.replace(/<tbody>[\s\S]*<\/tbody>/, `<tbody><tr id="row">${lena}</tr></tbody>`),
    );
    await badgeOf(page, /Lena/);
    // As React does it: the text node stays, its data changes.
    await page.evaluate(() => {
      for (const [place, text] of [
        ['.name', 'Olga Stranger'],
        ['.mail', 'olga@nobody.example'],
      ]) {
        const node = document.querySelector(place ?? '')?.firstChild;
        if (node && text) node.nodeValue = text;
      }
    });
    const shown = async () => (await badges(page)).map(({ text }) => text).join();
    await expect.poll(shown).toBe('Track');
    await page.evaluate(() => {
      const node = document.querySelector('.mail')?.firstChild;
      if (node) node.nodeValue = 'lena.okafor@meridian.example';
    });
    await expect.poll(shown).toBe('No contact seen yet');
    await page.close();
  });
});
