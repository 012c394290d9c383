import { browser } from 'wxt/browser';
import type { InsertionNotice } from '@/lib/messaging/protocol';
import { grantedPatterns } from './sites';

/** Tabs in which Holdfast works, the one used last first. */
export async function mailTabs(): Promise<readonly number[]> {
  const fixed = browser.runtime.getManifest().content_scripts?.flatMap(({ matches = [] }) => matches) ?? [];
  const tabs = await browser.tabs.query({ url: [...fixed, ...(await grantedPatterns())] });
  return tabs
    .sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))
    .flatMap(({ id }) => (id === undefined ? [] : [id]));
}

/** Puts a text into the mail that is being written in this tab. `false`: none is, or it could not be done. */
export async function insertInTab(tabId: number, notice: InsertionNotice): Promise<boolean> {
  // A tab without our script, asleep or gone has nobody to answer; that is an answer too.
  const answer: unknown = await browser.tabs.sendMessage(tabId, notice).catch(() => undefined);
  return answer === true;
}

/** Brings a tab to the front. */
export async function showTab(tabId: number): Promise<void> {
  await browser.tabs.update(tabId, { active: true });
}
