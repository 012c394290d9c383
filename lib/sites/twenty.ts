import { crmSite } from '@/lib/sites/crm-view';

const person = 'a[href*="/object/person/"]';

/** Twenty, hosted or not. While scrolling, rows are used again for other people; records go to the generic detector. */
export const twenty = crmSite({
  id: 'twenty',
  name: 'Twenty',
  matches: ['https://*.twenty.com/*'],
  sign: '[data-virtualized-id]',
  list: {
    at: /\/objects\/people(?:[/?#]|$)/,
    landmark: '[id^="row-virtual-index-"], [data-virtualized-id]',
    items: ['[data-virtualized-id]'],
    names: [[person]],
    id: ['@data-virtualized-id'],
    record: /^(?<id>[\w-]+)$/,
    watch: ['data-virtualized-id', 'href'],
  },
});
