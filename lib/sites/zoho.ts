import { crmSite } from '@/lib/sites/crm-view';

const link = 'a:is([href*="/tab/Contacts/"], [href*="/tab/Leads/"])';
const regions = ['com', 'eu', 'in', 'com.au', 'jp', 'com.cn', 'sa'];

/** Zoho CRM's contacts and leads as a list; records and boards are left to the generic detector. */
export const zoho = crmSite({
  id: 'zoho',
  name: 'Zoho CRM',
  matches: ['crm', 'crmplus'].flatMap((app) => regions.map((region) => `https://${app}.zoho.${region}/*`)),
  list: {
    at: /\/tab\/(?<kind>Contacts|Leads)\/custom-view\/\d+\/list\b/,
    landmark: 'crux-table-component, #listviewHeaderRow',
    items: ['lyte-exptable-tr[data-zcqa="detailView"]'],
    names: [[link], ['a[data-zcqa]']],
    emails: ['a[href^="mailto:" i]', 'lyte-exptable-td'],
    id: ['@id'],
    record: /^(?<id>\d+)$/,
    watch: ['id', 'href', 'data-zcqa'],
  },
});
