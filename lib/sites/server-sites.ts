import { roundcube } from '@/lib/sites/roundcube';
import type { SiteAdapter } from '@/lib/sites/site-adapter';
import { sogo } from '@/lib/sites/sogo';

/** Webmail on servers of one's own, one line each. Its script runs on every granted host but those of known webmail. */
// biome-ignore format: one line per site
export const serverSites: readonly SiteAdapter[] = [
  roundcube,
  sogo,
];
