import type { SiteAdapter } from '@/lib/sites/site-adapter';

/** The one of `sites` a page belongs to: by its address, else by the sign of self-hosted software. */
export function siteAmong(sites: readonly SiteAdapter[], url: URL, page: Document): SiteAdapter | undefined {
  return (
    sites.find((site) => site.matches.some((pattern) => isMatch(pattern, url))) ??
    // Called on the prototype: a mail can hold `<img name="querySelector">`.
    sites.find(({ sign }) => sign && Document.prototype.querySelector.call(page, sign))
  );
}

/** Match patterns without a port. Inside a name `*` stands for a part of one label: `https://app-*.hubspot.com/*`. */
function isMatch(pattern: string, url: URL): boolean {
  const [scheme, rest = ''] = pattern.split('://');
  const slash = rest.indexOf('/');
  const path = rest.slice(slash).replace(/\*$/, '');
  const host = rest
    .slice(0, slash)
    .replaceAll('.', '\\.')
    .replace(/^\*\\\./, '(?:.+\\.)?')
    .replaceAll('*', '[\\w-]*');
  return url.protocol === `${scheme}:` && new RegExp(`^${host}$`).test(url.hostname) && url.pathname.startsWith(path);
}
