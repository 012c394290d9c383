import { browser } from 'wxt/browser';
import type { RevisionNotice } from '@/lib/messaging/protocol';
import { prompt } from './settled';

/** Tells every page that something changed: the first change at once, for a badge waits for it, those right after it once. */
export const announceRevision = prompt(40, tellTabs);

/** Tabs without our script, asleep or gone refuse, and that is no failure: there is nobody to tell. */
async function tellTabs(): Promise<void> {
  const notice: RevisionNotice = { name: 'revision' };
  const tabs = await browser.tabs.query({}).catch(() => []);
  await Promise.allSettled(tabs.flatMap(({ id }) => (id === undefined ? [] : [browser.tabs.sendMessage(id, notice)])));
}
