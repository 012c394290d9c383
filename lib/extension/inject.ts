import { browser } from 'wxt/browser';
import { grantedPatterns, injectInto, isContentScript, runIn } from './sites';

/**
 * Starts the scripts in pages that were open before an install or update. Only in Chromium: Firefox injects static
 * scripts into open tabs by itself, and twice would be one too many.
 */
export async function injectIntoOpenTabs(): Promise<void> {
  if (import.meta.env.FIREFOX) return;
  for (const { matches = [], js = [], all_frames } of browser.runtime.getManifest().content_scripts ?? []) {
    const files = js.map((file) => `/${file.replace(/^\//, '')}`).filter(isContentScript);
    const tabs = await browser.tabs.query({ url: matches });
    await Promise.allSettled(
      tabs.map(({ id }) => (id === undefined ? undefined : runIn(id, files, all_frames === true))),
    );
  }
  await injectInto(await grantedPatterns());
}

/** Puts contact card and track menu into the one frame that asked; the script hands them to the one that waits there. */
export async function injectCard(tabId: number, frameId: number): Promise<void> {
  // At once: a page may take long to finish loading, and somebody has clicked.
  const target = { tabId, frameIds: [frameId] };
  await browser.scripting.executeScript({ target, files: ['/card.js'], injectImmediately: true });
}
