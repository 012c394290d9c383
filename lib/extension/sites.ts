import { browser, type PublicPath } from 'wxt/browser';

const registrationId = 'sites';
/** In this order: the first waits for the second. */
const scripts = ['/content-scripts/site.js', '/content-scripts/any-page.js'] as const;
const allHosts = /^(?:<all_urls>|(?:\*|https?):\/\/\*\/.*)$/;

/** Match patterns of the sites that the user has granted one by one; those of the static scripts are not among them. */
export async function grantedPatterns(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const fixed = new Set(browser.runtime.getManifest().content_scripts?.flatMap((one) => one.matches ?? []));
  const granted = origins.filter((pattern) => !fixed.has(pattern) && !allHosts.test(pattern));
  return [...new Set(granted.map((pattern) => (import.meta.env.FIREFOX ? withoutPort(pattern) : pattern)))];
}

/** Firefox takes a pattern with a port and then injects nothing. */
export function withoutPort(pattern: string): string {
  return pattern.replace(/^([^/]+:\/\/[^/:]+):[\d*]+\//, '$1/');
}

/** The pattern that stands for a page's site in permissions. */
export function patternOf(url: string): string {
  const { protocol, host, hostname } = new URL(url);
  return `${protocol}//${import.meta.env.FIREFOX ? hostname : host}/*`;
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
  const matches = await grantedPatterns();
  const known = await browser.scripting.getRegisteredContentScripts({ ids: [registrationId] });
  if (matches.length === 0) {
    if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [registrationId] });
    return;
  }
  const registration = { id: registrationId, js: [...scripts], matches, allFrames: true } as const;
  const wanted = { ...registration, js: [...scripts], runAt: 'document_idle' as const };
  if (known.length > 0) await browser.scripting.updateContentScripts([wanted]);
  else await browser.scripting.registerContentScripts([wanted]);
}

const injectedAt = new Map<number, number>();
const onceMs = 3_000;

/** Starts the script in a page that was open before it was granted; grant and message may both ask for it. */
export async function injectSite(tabId: number): Promise<void> {
  const now = Date.now();
  if (now - (injectedAt.get(tabId) ?? -onceMs) < onceMs) return;
  injectedAt.set(tabId, now);
  await runIn(tabId, [...scripts], true);
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
  const wanted = patterns.filter((pattern) => !allHosts.test(pattern));
  if (wanted.length === 0) return;
  const tabs = await browser.tabs.query({ url: [...wanted] });
  await Promise.allSettled(tabs.map(({ id }) => (id === undefined ? undefined : injectSite(id))));
}
