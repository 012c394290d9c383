import { gmail } from '@/lib/sites/gmail';
import { roundcube } from '@/lib/sites/roundcube';
import type { SiteAdapter } from '@/lib/sites/site-adapter';
import { sogo } from '@/lib/sites/sogo';
import { webmailSites } from '@/lib/sites/webmail-sites';

/** Every site the user grants one by one; one line each. Gmail's script stands apart, so that neither ships the other. */
// biome-ignore format: one line per site
export const grantedSites: readonly SiteAdapter[] = [
  roundcube,
  sogo,
];

/** Every site Holdfast can read. Marked as pure for the bundler, so that no script carries it without need. */
export const sites: readonly SiteAdapter[] = /* @__PURE__ */ [gmail].concat(webmailSites, grantedSites);

/** The site a page belongs to. */
export function siteFor(url: URL, page: Document): SiteAdapter | undefined {
  return siteAmong(sites, url, page);
}

/** The one of `sites` a page belongs to: by its address, else by the sign of self-hosted software. */
export function siteAmong(sites: readonly SiteAdapter[], url: URL, page: Document): SiteAdapter | undefined {
  return (
    sites.find((site) => site.matches.some((pattern) => isMatch(pattern, url))) ??
    // Called on the prototype: a mail can hold `<img name="querySelector">`.
    sites.find(({ sign }) => sign && Document.prototype.querySelector.call(page, sign))
  );
}

/** `https://mail.google.com/*` or `https://*.example.com/*`: the forms our adapters use. */
function isMatch(pattern: string, url: URL): boolean {
  const [scheme, rest = ''] = pattern.split('://');
  const slash = rest.indexOf('/');
  const host = rest.slice(0, slash);
  const path = rest.slice(slash).replace(/\*$/, '');
  const isHost = host.startsWith('*.')
    ? url.hostname === host.slice(2) || url.hostname.endsWith(host.slice(1))
    : url.hostname === host;
  return url.protocol === `${scheme}:` && isHost && url.pathname.startsWith(path);
}
