import { crmSite } from '@/lib/sites/crm-view';

/**
 * Pipedrive changes its pages often, and how they show addresses is not known from any source: the generic detector
 * reads all of them.
 */
export const pipedrive = crmSite({
  id: 'pipedrive',
  name: 'Pipedrive',
  matches: ['https://*.pipedrive.com/*'],
});
