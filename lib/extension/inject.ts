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
