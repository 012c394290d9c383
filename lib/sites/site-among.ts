import { first } from '@/lib/sites/page-parts';
import type { SiteAdapter } from '@/lib/sites/site-adapter';

/** The one of `sites` a page belongs to: by its address, else by the sign of self-hosted software. */
export function siteAmong(sites: readonly SiteAdapter[], url: URL, page: Document): SiteAdapter | undefined {
  return (
    sites.find((site) => site.matches.some((pattern) => isMatch(pattern, url))) ??
    sites.find(({ sign }) => sign && first(page, sign))
  );
}

/** Match patterns without a port. Inside a name `*` stands for a part of one label: `https://app-*.hubspot.com/*`. */
function isMatch(pattern: string, url: URL): boolean {
  const source = pattern
    .replace(/\*$/, '')
    .replaceAll('.', '\\.')
    .replace('//*\\.', '//(?:[\\w.-]+\\.)?')
    .replaceAll('*', '[\\w-]*');
  return new RegExp(`^${source}`).test(`${url.protocol}//${url.hostname}${url.pathname}`);
}
