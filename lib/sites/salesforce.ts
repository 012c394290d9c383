import { crmSite } from '@/lib/sites/crm-view';

/** The same with 15 characters and with 18: the last three repeat the case of the others. */
const id = '(?<id>(?:003|00Q)\\w{12})';
const field = '[data-target-selection-name^="sfdc:RecordField."]';

/** Salesforce Lightning; contacts and leads. Views that were left stay in the page, hidden. */
export const salesforce = crmSite({
  id: 'salesforce',
  name: 'Salesforce',
  matches: [
    'https://*.lightning.force.com/*',
    'https://*.my.salesforce.com/*',
    'https://*.lightning.force.com.mcas.ms/*',
    'https://*.sfcrmapps.cn/*',
  ],
  list: {
    at: /\/lightning\/o\/(?<kind>Contact|Lead)\/list\b/,
    landmark: 'lst-common-list-internal, lst-list-view-manager-header, th[scope="row"]',
    items: ['tr[data-row-key-value]', 'tr:has([data-recordid])'],
    names: [['[data-recordid]@title'], ['th[scope="row"] a'], ['[data-col-key-value^="Name"]@data-cell-value']],
    emails: ['a[href^="mailto:" i]', '[data-cell-value]@data-cell-value'],
    id: ['@data-row-key-value', '[data-recordid]@data-recordid'],
    record: new RegExp(`^${id}`),
    activity: '[data-col-key-value^="LastActivityDate"]@data-cell-value',
    watch: ['data-row-key-value', 'data-recordid', 'data-cell-value', 'title', 'href'],
  },
  record: {
    at: new RegExp(`/(?:lightning/r|sObject)/(?:(?<kind>Contact|Lead)/)?${id}`),
    landmark: field,
    items: ['body'],
    names: [['lightning-formatted-name']],
    emails: [`${field}[data-target-selection-name$=".Email"] a[href^="mailto:" i]`],
    watch: ['href'],
  },
});
