import { dolibarr } from '@/lib/sites/dolibarr';
import { dynamics } from '@/lib/sites/dynamics';
import { espocrm } from '@/lib/sites/espocrm';
import { gmail } from '@/lib/sites/gmail';
import { hubspot } from '@/lib/sites/hubspot';
import { odoo } from '@/lib/sites/odoo';
import { pipedrive } from '@/lib/sites/pipedrive';
import { roundcube } from '@/lib/sites/roundcube';
import { salesforce } from '@/lib/sites/salesforce';
import type { SiteAdapter } from '@/lib/sites/site-adapter';
import { suitecrm } from '@/lib/sites/suitecrm';
import { tryton } from '@/lib/sites/tryton';
import { twenty } from '@/lib/sites/twenty';
import { zoho } from '@/lib/sites/zoho';

/** Every site the user grants one by one; one line each. Gmail's script stands apart, so that neither ships the other. */
// biome-ignore format: one line per site
export const grantedSites: readonly SiteAdapter[] = [
  roundcube,
  dolibarr,
  espocrm,
  salesforce,
  hubspot,
  tryton,
  suitecrm,
  twenty,
  odoo,
  zoho,
  dynamics,
  pipedrive,
];

/** Every site Holdfast can read. */
export const sites: readonly SiteAdapter[] = [gmail, ...grantedSites];

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
