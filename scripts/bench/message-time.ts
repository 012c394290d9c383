import type { browser } from 'wxt/browser';
import type { Run } from '../../tests/e2e/support/launch.ts';

declare const chrome: typeof browser;

/** One message to the background of that browser and its reply, in ms. */
export function messageTime(run: Run, message: object): Promise<number> {
  return run.observer.evaluate(async (sent) => {
    const start = performance.now();
    const reply: unknown = await chrome.runtime.sendMessage(sent);
    const took = performance.now() - start;
    if (reply && typeof reply === 'object' && 'ok' in reply && !reply.ok) throw new Error(JSON.stringify(reply));
    return took;
  }, message);
}
