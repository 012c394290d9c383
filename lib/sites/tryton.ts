import { crmSite } from '@/lib/sites/crm-view';

/** Tryton's web client 6 on any host. Rows have neither address nor id; lists that were left stay in hidden tabs. */
export const tryton = crmSite({
  id: 'tryton',
  name: 'Tryton',
  matches: [],
  sign: 'script[src*="tryton-sao"]',
  list: {
    at: /#[^/]+\/model\/party\.party(?:;|$)/,
    landmark: '#tabcontent table',
    items: ['#tabcontent tr:has(> [data-title])'],
    // The label is translated; its place after selection and code is not.
    names: [['[data-title="Name: "] [title]@title'], ['td:nth-child(3) [title]@title']],
    watch: ['title'],
  },
  record: {
    at: /#[^/]+\/model\/party\.party\/(?<id>\d+)/,
    landmark: '#tabcontent [name="name"]',
    items: ['#tabcontent > [role="tabpanel"]'],
    names: [['[name="name"]']],
    watch: ['href', 'title'],
  },
});
