import { crmSite } from '@/lib/sites/crm-view';

const record = /#(?<kind>Contact|Lead)\/(?:view|edit)\/(?<id>\w+)/;
const name = '[data-name="name"] a';
const field = 'div[data-name="emailAddress"]';

/** EspoCRM 9 on any host; contacts and leads. The whole list is drawn anew after every click. */
export const espocrm = crmSite({
  id: 'espocrm',
  name: 'EspoCRM',
  matches: [],
  sign: 'body[data-id="espocrm"], meta[name="description"][content^="EspoCRM"]',
  list: {
    at: /#(?:Contact|Lead)(?:\/list|$)/,
    landmark: '[data-scope] > table, #main [data-action="create"], .no-data',
    items: ['tr[data-id]'],
    names: [[name]],
    id: [`${name}@href`],
    record,
    watch: ['data-id', 'href', 'data-email-address'],
  },
  record: {
    at: record,
    landmark: field,
    items: ['#main'],
    // The form first: where it is open, the field's text is the list of salutations.
    names: [['[data-name="firstName"]', '[data-name="lastName"]'], ['div[data-name="name"] div[data-name="name"]']],
    emails: [`${field} [data-email-address]`, `${field} input[type="email"]`],
    watch: ['data-email-address', 'value'],
  },
});
