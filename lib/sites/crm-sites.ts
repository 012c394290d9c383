import { dolibarr } from '@/lib/sites/dolibarr';
import { dynamics } from '@/lib/sites/dynamics';
import { espocrm } from '@/lib/sites/espocrm';
import { hubspot } from '@/lib/sites/hubspot';
import { odoo } from '@/lib/sites/odoo';
import { pipedrive } from '@/lib/sites/pipedrive';
import { salesforce } from '@/lib/sites/salesforce';
import type { SiteAdapter } from '@/lib/sites/site-adapter';
import { suitecrm } from '@/lib/sites/suitecrm';
import { tryton } from '@/lib/sites/tryton';
import { twenty } from '@/lib/sites/twenty';
import { zoho } from '@/lib/sites/zoho';

/** CRMs, one line each. They come with the generic detector, which reads what their adapters leave. */
// biome-ignore format: one line per site
export const crmSites: readonly SiteAdapter[] = [
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
