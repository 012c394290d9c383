/** What is registered at sites the user has granted. */
export interface SiteScript {
  /** Id of the registration. */
  readonly id: string;
  readonly js: readonly ('/content-scripts/site.js' | '/content-scripts/any-page.js' | '/content-scripts/webmail.js')[];
}

/** In this order: the first waits for the second. */
const anySite: SiteScript = { id: 'sites', js: ['/content-scripts/site.js', '/content-scripts/any-page.js'] };
const webmail: SiteScript = { id: 'webmail', js: ['/content-scripts/webmail.js'] };

/** One script for all adapters would be too large for every page; those of known addresses stand apart. */
export const siteScripts: readonly SiteScript[] = [anySite, webmail];

/** The same as `matches` of the adapters in that script: a test holds them together. */
export const webmailPatterns: readonly string[] = [
  'https://outlook.office.com/*',
  'https://outlook.office365.com/*',
  'https://outlook.cloud.microsoft/*',
  'https://outlook.live.com/*',
  'https://mail.proton.me/*',
  'https://mail.yahoo.com/*',
];

/** Those whose adapter is an experiment: the settings say so. */
export const experimentalPatterns: readonly string[] = ['https://mail.yahoo.com/*'];

/** The script for a granted site, by its match pattern. */
export function scriptFor(pattern: string): SiteScript {
  return webmailPatterns.includes(pattern) ? webmail : anySite;
}
