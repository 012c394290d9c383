import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { root } from '../../scripts/paths.ts';
import { closedRoots, until } from './support/closed-roots.ts';
import { ask, rows } from './support/database.ts';
import { startJourney } from './support/journey.ts';

declare const chrome: typeof browser;

const host = 'webmail.acme.example';
const fixtures = join(root, 'tests/fixtures/sites/roundcube');

/** A sample of a real Roundcube page, with the URL it was taken at and the people on it. */
function sample(pattern: RegExp) {
  const name = readdirSync(fixtures).find((file) => pattern.test(file));
  if (!name) throw new Error(`no Roundcube sample ${pattern}`);
  const html = readFileSync(join(fixtures, name), 'utf8');
  const expected: { url: string; people: { mailbox: string }[] } = JSON.parse(
    /<script type="application\/json" id="expected">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '{}',
  );
  const { pathname, search } = new URL(expected.url);
  return {
    body: html.replace(/<script type="application\/json"[\s\S]*?<\/script>/, ''),
    path: `${pathname}${search}`,
    people: expected.people,
  };
}

/** The page for documents, nothing for its scripts and styles. */
function answerWith(body: string) {
  return (route: Route) =>
    route.request().resourceType() === 'document'
      ? route.fulfill({ body, contentType: 'text/html; charset=utf-8' })
      : route.fulfill({ status: 404, body: '' });
}

describe('webmail on a server of one’s own, over plain http', () => {
  it('works on a granted host where crypto.randomUUID and crypto.subtle do not exist', async () => {
    const { body, path, people } = sample(/preview-contact-form/);
    const journey = await startJourney({ granted: [`http://${host}/*`] });
    await journey.context.route(`http://${host}/**`, answerWith(body));
    await ask(journey, 'track', { people: people.slice(0, 1).map(({ mailbox }) => ({ mailbox, as: 'customer' })) });
    await expect
      .poll(() => journey.observer.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length))
      .toBe(1);
    const page = await journey.context.newPage();
    await page.goto(`http://${host}${path}`);
    expect(await page.evaluate(() => [window.isSecureContext, typeof crypto.randomUUID])).toEqual([false, 'undefined']);
    await until(
      async () => ((await closedRoots(page)).length > 0 ? true : undefined),
      'something of Holdfast in the page',
    );
    await expect.poll(async () => (await rows(journey, 'mailboxes')).length).toBeGreaterThan(0);
    await journey.close();
  });

  it('leaves the page alone at once when the site is turned off, and comes back when it is turned on', async () => {
    const { body, path, people } = sample(/preview-contact-form/);
    const journey = await startJourney({ granted: [`http://${host}/*`] });
    await journey.context.route(`http://${host}/**`, answerWith(body));
    await ask(journey, 'track', { people: people.slice(0, 1).map(({ mailbox }) => ({ mailbox, as: 'customer' })) });
    const page = await journey.context.newPage();
    const shown = async () => (await closedRoots(page)).length > 0;
    await page.goto(`http://${host}${path}`);
    await expect.poll(shown).toBe(true);
    await ask(journey, 'turnSite', { origin: `http://${host}`, isOff: true });
    await expect.poll(shown).toBe(false);
    await page.reload();
    await page.waitForTimeout(2_000);
    expect(await shown()).toBe(false);
    await ask(journey, 'turnSite', { origin: `http://${host}`, isOff: false });
    await expect.poll(shown).toBe(true);
    await journey.close();
  });

  it('does nothing on a host that was not granted', async () => {
    const { body, path } = sample(/preview-contact-form/);
    const journey = await startJourney();
    await journey.context.route(`http://${host}/**`, answerWith(body));
    const page = await journey.context.newPage();
    await page.goto(`http://${host}${path}`);
    await page.waitForTimeout(2_000);
    expect(await closedRoots(page)).toEqual([]);
    expect(await rows(journey, 'mailboxes')).toEqual([]);
    await journey.close();
  });
});
