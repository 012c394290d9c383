import { browser } from 'wxt/browser';
import type { RevisionNotice } from '@/lib/messaging/protocol';

const settleMs = 40;
let isPlanned = false;

/** Tells every page that something changed; several changes at once are told once. */
export function announceRevision(): void {
  if (isPlanned) return;
  isPlanned = true;
  setTimeout(() => {
    isPlanned = false;
    void tellTabs();
  }, settleMs);
}

/** Tabs without our script, asleep or gone refuse, and that is no failure: there is nobody to tell. */
async function tellTabs(): Promise<void> {
  const notice: RevisionNotice = { name: 'revision' };
  const tabs = await browser.tabs.query({}).catch(() => []);
  await Promise.allSettled(tabs.flatMap(({ id }) => (id === undefined ? [] : [browser.tabs.sendMessage(id, notice)])));
}
