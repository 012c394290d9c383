import { crmSite } from '@/lib/sites/crm-view';

const card = /\/contact\/card\.php\?(?:.*&)?id=(?<id>\d+)/;
const link = 'a[href*="/contact/card.php?id="]';

/** Dolibarr 16 and its neighbours, on any host and under any path. Full page loads, nothing is used again. */
export const dolibarr = crmSite({
  id: 'dolibarr',
  name: 'Dolibarr',
  matches: [],
  sign: 'meta[name="author"][content^="Dolibarr"]',
  list: {
    at: /\/contact\/list\.php/,
    // The head is there without a row, too.
    landmark: 'table:has([name="search_lastname"], a[href*="sortfield=p.lastname"])',
    items: [`tr:has(${link})`],
    // The link says the last name only; which columns there are is up to the user. Tooltips hold other addresses as well.
    names: [['^a[href*="sortfield=p.firstname"], [name="search_firstname"]', link]],
    id: [`${link}@href`],
    record: card,
    badge: link,
    watch: [],
  },
  record: {
    at: card,
    landmark: '.refid, #card[href*="/contact/"], [name="lastname"]',
    items: ['#mainbody'],
    // Without its class the name is the only text in the boxes around address and company. The other is the form.
    names: [
      ['.refid@'],
      ['div:has(div a:is([href^="mailto:"], [href*="/societe/card.php"]))@'],
      ['[name="firstname"]', '[name="lastname"]'],
    ],
    emails: ['a[href^="mailto:" i]', '[name="email"]'],
    // Notes and linked events; the form is a table as well.
    apart: 'table:not(:has([name="email"]))',
    watch: [],
  },
});
