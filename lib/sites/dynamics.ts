import { crmSite } from '@/lib/sites/crm-view';

const kind = '(?=.*\\betn=(?<kind>contact|lead)\\b)';
const record = new RegExp(`^(?=.*\\bpagetype=entityrecord\\b)${kind}(?=.*[?&]id=\\{?(?<id>[\\da-f-]{36}))`, 'i');
const name = '[role="gridcell"][col-id="fullname"]';

/** Microsoft Dynamics 365, model-driven apps; contacts and leads. Forms are fields from the start. */
export const dynamics = crmSite({
  id: 'dynamics',
  name: 'Microsoft Dynamics 365',
  matches: ['https://*.crm*.dynamics.com/*'],
  list: {
    at: new RegExp(`^(?=.*\\bpagetype=entitylist\\b)${kind}`),
    landmark: '[col-id="fullname"]',
    items: [`[role="row"]:has(${name})`],
    names: [[`${name} a`], [name]],
    emails: ['a[href^="mailto:" i]', '[role="gridcell"][col-id^="emailaddress"]'],
    id: [`${name} a@href`],
    record,
    watch: ['row-index', 'row-id', 'href'],
  },
  record: {
    at: record,
    landmark: '[data-id="editFormRoot"]',
    items: ['[data-id="editFormRoot"]'],
    names: [
      ['input[data-id*="firstname.fieldControl"]', 'input[data-id*="lastname.fieldControl"]'],
      ['[data-id="header_title"]@'],
    ],
    emails: ['input[data-id*="emailaddress"]'],
    badge: '[data-id="header_title"]',
    watch: ['value', 'title'],
  },
});
