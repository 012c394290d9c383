import { browser, type PublicPath } from 'wxt/browser';
import { patternOf, withoutPort } from './match-patterns';
import { type SiteScript, scriptFor, siteScripts } from './site-scripts';

const allHosts = /^(?:<all_urls>|(?:\*|https?):\/\/\*\/.*)$/;

/** Match patterns of the sites that the user has granted one by one; those of the static scripts are not among them. */
export async function grantedPatterns(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const fixed = new Set(browser.runtime.getManifest().content_scripts?.flatMap((one) => one.matches ?? []));
  const granted = origins.filter((pattern) => !fixed.has(pattern) && !allHosts.test(pattern));
  return [...new Set(granted.map((pattern) => (import.meta.env.FIREFOX ? withoutPort(pattern) : pattern)))];
}

const granted = new Map<string, boolean>();

/** May our scripts work on this page's site? */
export async function isGranted(url: string): Promise<boolean> {
  const pattern = patternOf(url);
  const known = granted.get(pattern);
  if (known !== undefined) return known;
  const answered = await browser.permissions.contains({ origins: [pattern] });
  granted.set(pattern, answered);
  return answered;
}

/** Permissions changed: the browser is asked again. */
export function forgetGrants(): void {
  granted.clear();
}

let renewing: Promise<void> = Promise.resolve();

/**
 * Registers the content script for what is granted now. Updates of the extension forget it: renewed at every start. One
 * at a time: of a grant both the browser and the popup tell, and a second registration under the same id throws.
 */
export function renewRegistration(): Promise<void> {
  const renewed = renewing.then(renew);
  renewing = renewed.catch(() => undefined);
  return renewed;
}

async function renew(): Promise<void> {
  const granted = await grantedPatterns();
  for (const script of siteScripts) {
    await register(
      script,
      granted.filter((pattern) => scriptFor(pattern) === script),
    );
  }
}

async function register({ id, js }: SiteScript, matches: string[]): Promise<void> {
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  if (matches.length === 0) {
    if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [id] });
    return;
  }
  const wanted = { id, js: [...js], matches, allFrames: true, runAt: 'document_idle' as const };
  if (known.length > 0) await browser.scripting.updateContentScripts([wanted]);
  else await browser.scripting.registerContentScripts([wanted]);
}

const injectedAt = new Map<number, number>();
const onceMs = 3_000;

/** Starts the script in a page that was open before it was granted; grant and message may both ask for it. */
export async function injectSite(tabId: number, pattern: string): Promise<void> {
  const now = Date.now();
  if (now - (injectedAt.get(tabId) ?? -onceMs) < onceMs) return;
  injectedAt.set(tabId, now);
  await runIn(tabId, [...scriptFor(pattern).js], true);
}

type ContentScript = Extract<PublicPath, `/content-scripts/${string}`>;

/** A content script as the manifest names it. */
export function isContentScript(file: string): file is ContentScript {
  return file.startsWith('/content-scripts/');
}

export async function runIn(tabId: number, files: ContentScript[], allFrames: boolean): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, allFrames }, files });
}

export async function injectInto(patterns: readonly string[]): Promise<void> {
  for (const pattern of patterns.filter((one) => !allHosts.test(one))) {
    const tabs = await browser.tabs.query({ url: pattern });
    await Promise.allSettled(tabs.map(({ id }) => (id === undefined ? undefined : injectSite(id, pattern))));
  }
}
