import { crmSites } from '@/lib/sites/crm-sites';
import { gmail } from '@/lib/sites/gmail';
import { serverSites } from '@/lib/sites/server-sites';
import type { SiteAdapter } from '@/lib/sites/site-adapter';
import { siteAmong } from '@/lib/sites/site-among';
import { webmailSites } from '@/lib/sites/webmail-sites';

/** Every site Holdfast can read. No script of a page imports this, as each carries its own sites only. */
export const sites: readonly SiteAdapter[] = [gmail, ...webmailSites, ...serverSites, ...crmSites];

/** The site a page belongs to. */
export function siteFor(url: URL, page: Document): SiteAdapter | undefined {
  return siteAmong(sites, url, page);
}
