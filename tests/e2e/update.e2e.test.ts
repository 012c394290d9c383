import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { browser } from 'wxt/browser';
import { customers } from '../demo-mailbox/demo-mailbox.ts';
import { changeManifest, copyBuild } from './support/build-copy.ts';
import { badgeOf, badges, openCard } from './support/closed-roots.ts';
import { ask } from './support/database.ts';
import { startJourney } from './support/journey.ts';

declare const chrome: typeof browser;

describe('an update of the extension under an open mailbox', () => {
  it('leaves exactly one badge, which works, and renews alarms and scripts', async () => {
    const build = copyBuild({ granted: ['https://webmail.acme.example/*'] });
    const journey = await startJourney({
      build,
      track: [customers.sven],
      args: ['--enable-unsafe-extension-debugging'],
    });
    const page = await journey.openMail();
    await badgeOf(page, /Sven/);

    changeManifest(build, (manifest) => ({ ...manifest, version: '0.1.1' }));
    rmSync(join(journey.profile, 'Default/Service Worker'), { recursive: true, force: true });
    const session: CDPSession | undefined = await journey.context.browser()?.newBrowserCDPSession();
    if (!session) throw new Error('no connection to the browser itself');
    await session.send('Extensions.loadUnpacked' as never, { path: build } as never);
    await page.waitForTimeout(3_000);

    expect(await badges(page)).toHaveLength(1);
    await page.bringToFront();
    const card = await openCard(page, await badgeOf(page, /Sven/));
    expect(card.text).toContain('Sven');
    const observer = await journey.open('manifest.json');
    const state = await observer.evaluate(async () => ({
      version: chrome.runtime.getManifest().version,
      alarms: (await chrome.alarms.getAll()).length,
      scripts: (await chrome.scripting.getRegisteredContentScripts()).length,
    }));
    expect(state).toEqual({ version: '0.1.1', alarms: expect.any(Number), scripts: 1 });
    expect(state.alarms).toBeGreaterThan(0);
    expect(await ask({ ...journey, observer }, 'readDay', { text: 'in three weeks' })).toHaveProperty('on');
    await journey.close();
  });
});

describe('what stands in the extension’s own storage', () => {
  it('is closed to its content scripts', async () => {
    const journey = await startJourney({ track: [customers.sven] });
    const page = await journey.openMail();
    await badgeOf(page, /Sven/);
    const tabId = await journey.observer.evaluate(
      async () => (await chrome.tabs.query({ url: 'https://mail.google.com/*' }))[0]?.id ?? 0,
    );
    const answers = await journey.observer.evaluate(async (id) => {
      const tries = await chrome.scripting.executeScript({
        target: { tabId: id },
        func: async () => {
          const read = (area: 'local' | 'session') =>
            chrome.storage[area].get().then(
              () => 'read',
              (error: unknown) => String(error),
            );
          return [await read('local'), await read('session'), String((await indexedDB.databases()).length)];
        },
      });
      return tries[0]?.result;
    }, tabId);
    expect(answers?.[0]).toMatch(/not allowed/);
    expect(answers?.[1]).toMatch(/not allowed/);
    expect(answers?.[2]).toBe('0');
    await journey.close();
  });
});
