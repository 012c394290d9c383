import { outlook } from '@/lib/sites/outlook';
import { proton } from '@/lib/sites/proton';
import type { SiteAdapter } from '@/lib/sites/site-adapter';
import { yahoo } from '@/lib/sites/yahoo';

/** Webmail at known addresses. Its script stands apart, so that it ships no other site and no other script ships it. */
// biome-ignore format: one line per site
export const webmailSites: readonly SiteAdapter[] = [
  outlook,
  proton,
  yahoo,
];

/** The webmail a page belongs to; all of them are whole hosts. */
export function webmailAt({ origin }: URL): SiteAdapter | undefined {
  return webmailSites.find(({ matches }) => matches.includes(`${origin}/*`));
}
