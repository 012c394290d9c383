import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { browser } from 'wxt/browser';
import { root } from '../../../scripts/paths.ts';
import { type Journey, startJourney } from './journey.ts';
import type { LaunchOptions } from './launch.ts';

declare const chrome: typeof browser;

const folder = join(root, 'tests/fixtures/any-page');

/** A sample of a page that no adapter knows. */
export interface Sample {
  readonly name: string;
  readonly url: string;
  readonly body: string;
  readonly people: readonly { readonly mailbox: string; readonly rule: string }[];
}

export const samples: readonly Sample[] = readdirSync(folder).map((file) => {
  const html = readFileSync(join(folder, file), 'utf8');
  const mark = /<script type="application\/json" id="expected">([\s\S]*?)<\/script>/;
  const { url, people } = JSON.parse(mark.exec(html)?.[1] ?? '{}');
  return { name: file.replace('.html', ''), url, people, body: html.replace(mark, '') };
});

export function sampleNamed(name: string): Sample {
  const found = samples.find((one) => one.name === name);
  if (!found) throw new Error(`no sample ${name}`);
  return found;
}

/** A browser in which Holdfast may read the hosts of all samples. */
export function startOnSamples(options: LaunchOptions = {}): Promise<Journey> {
  const granted = [...new Set(samples.map(({ url }) => `${new URL(url).origin}/*`))];
  return startJourney({ ...options, granted });
}

/** Opens a page made of this body at that address. */
export async function openPage(journey: Journey, url: string, body: string): Promise<Page> {
  const page = await journey.context.newPage();
  await page.route(`${new URL(url).origin}/**`, (route) =>
    route.request().resourceType() === 'document'
      ? route.fulfill({ body, contentType: 'text/html; charset=utf-8' })
      : route.fulfill({ status: 404, body: '' }),
  );
  await page.goto(url);
  return page;
}

/** Whom Holdfast has found on the page, as it tells the popup. `undefined`: nobody answers yet. */
export function peopleOn(journey: Journey, page: Page): Promise<readonly string[] | undefined> {
  return journey.observer.evaluate(async (url) => {
    const tabs = await chrome.tabs.query({});
    const tab = tabs.find((one) => one.url === url);
    if (tab?.id === undefined) throw new Error(`no tab shows ${url}`);
    const token = crypto.randomUUID();
    const answer = new Promise<string[]>((resolve) => {
      chrome.runtime.onMessage.addListener((message) => {
        if (message?.token === token && message.name === 'peopleOnPage') resolve(message.mailboxes);
      });
    });
    await chrome.tabs.sendMessage(tab.id, { name: 'whoIsHere', token }).catch(() => undefined);
    return await Promise.race([answer, new Promise<undefined>((resolve) => setTimeout(resolve, 500))]);
  }, page.url());
}
