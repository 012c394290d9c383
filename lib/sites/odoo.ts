import { crmSite } from '@/lib/sites/crm-view';

/**
 * Odoo 18 and later, hosted or not. Rows have no link, and their `data-id` is the page's own: no record there. Version 17
 * and before, kanban and other models are left to the generic detector.
 */
export const odoo = crmSite({
  id: 'odoo',
  name: 'Odoo',
  matches: ['https://*.odoo.com/*'],
  sign: 'body.o_web_client',
  list: {
    at: /\/odoo\/(?:[^?#]*\/)?contacts\?(?:.*&)?view_type=list\b/,
    landmark: 'table:has(th[data-name="email"])',
    items: ['tr[data-id]'],
    names: [['^th[data-name="complete_name"]'], ['^th[data-name="display_name"]'], ['^th[data-name="name"]']],
    emails: ['^th[data-name="email"]'],
    watch: ['data-id', 'data-tooltip'],
  },
  record: {
    at: /\/odoo\/(?:[^?#]*\/)?(?:contacts|res\.partner)\/(?<id>\d+)(?:[?#]|$)/,
    landmark: 'h1',
    items: ['body'],
    names: [['h1 :is(input, textarea)'], ['h1']],
    // Mails in the conversation below hold links of their own.
    emails: ['input[type="email"]', '[name="email"] a[href^="mailto:" i]'],
    watch: ['href'],
  },
});
