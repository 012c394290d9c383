import { crmSite } from '@/lib/sites/crm-view';

/** HubSpot has written its hooks in three ways over the years. */
const hook = (name: string) =>
  `:is([data-test-id="${name}"], [data-selenium-test="${name}"], [data-unit-test="${name}"])`;
const property = (name: string) => `:is(${hook(`property-input-${name}`)}, [data-profile-property="${name}"])`;

/** HubSpot's contacts; class names are made anew with every release. */
export const hubspot = crmSite({
  id: 'hubspot',
  name: 'HubSpot',
  matches: ['https://app.hubspot.com/*', 'https://app-*.hubspot.com/*'],
  list: {
    at: /\/contacts\/\d+\/objects\/0-1\/views\//,
    landmark: 'th[data-table-external-id^="header-"]',
    items: ['tr[data-test-id^="row-"]'],
    names: [[hook('truncated-object-label')], ['[data-table-external-id^="cell-0-1-name-"] a']],
    emails: ['a[href^="mailto:" i]', '[data-table-external-id^="cell-0-1-"]'],
    id: ['@data-test-id'],
    record: /^row-(?<id>\d+)$/,
    watch: ['data-test-id', 'data-table-external-id', 'href'],
  },
  record: {
    at: /\/contacts\/\d+\/(?:record\/0-1|contact)\/(?<id>\d+)/,
    landmark: hook('highlightTitle'),
    items: ['body'],
    names: [[hook('highlightTitle')], [property('firstname'), property('lastname')]],
    emails: [property('email'), `${hook('contact-highlight-details')} a[href^="mailto:" i]`],
    watch: ['value', 'href'],
  },
});
