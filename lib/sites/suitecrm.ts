import { crmSite } from '@/lib/sites/crm-view';

const module = '(?:#\\/|\\bmodule=)(?<kind>contacts|leads)\\b';
const record = new RegExp(
  `^(?=.*${module})(?=.*(?:/(?:record|edit)/|\\brecord=)(?<id>[\\w-]+)).*(?:/(?:record|edit)/|\\baction=(?:Detail|Edit)View\\b)`,
  'i',
);
const link = 'a:is([href*="/contacts/record/"], [href*="/leads/record/"])';

/** SuiteCRM 7 and 8 on any host; contacts and leads. In 8 some modules are pages of 7 in a frame. */
export const suitecrm = crmSite({
  id: 'suitecrm',
  name: 'SuiteCRM',
  matches: [],
  sign: 'link[href*="themes/SuiteP/"], scrm-table, scrm-field',
  list: {
    at: new RegExp(`${module}(?:/index)?(?:$|\\?|.*\\baction=(?:index|ListView)\\b)`, 'i'),
    landmark: 'td[field="name"], .listViewEmpty, #search_form, scrm-table',
    items: ['tr:has(> [field="name"])', `tr:has(${link})`],
    names: [['[field="name"] a'], [link]],
    // Where 8 has its own mail client, the address is a link without a target.
    emails: ['a[href^="mailto:" i]', '[data-email-address]', 'a:not([href])'],
    id: ['[field="name"] a@href', `${link}@href`],
    record,
    watch: ['href', 'data-email-address'],
  },
  record: {
    at: record,
    landmark: 'div[field="email1"], [name="last_name"], scrm-dynamic-label',
    items: ['body'],
    names: [
      ['[name="first_name"]', '[name="last_name"]'],
      ['[field="email1"] [data-module-name]@data-module-name'],
      ['[field="full_name"]'],
      ['[field="first_name"]', '[field="last_name"]'],
      ['scrm-dynamic-label'],
    ],
    emails: [
      '[field="email1"] :is(a[href^="mailto:" i], [data-email-address])',
      '[name*="0emailAddress"]',
      'scrm-field',
    ],
    // Lists of other records below this one.
    apart: 'table:has(thead), scrm-table',
    watch: ['href', 'data-email-address'],
  },
});
