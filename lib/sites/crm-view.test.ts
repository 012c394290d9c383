// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { type CrmPage, crmSite } from './crm-view';

const url = new URL('https://crm.umbra.example/people?q=1#top');
const row: CrmPage = { at: /\/people\b/, landmark: 'table', items: ['tr'], names: [['a']], watch: [] };

function people(page: Partial<CrmPage>, html: string, at = url) {
  document.body.innerHTML = `<table><thead><tr><th>Phone</th><th data-name="mail">E-mail</th></tr></thead><tbody>${html}</tbody></table>`;
  const view = crmSite({ id: 'x', name: 'X', matches: [], list: { ...row, ...page } }).views[0];
  const item = document.querySelector('tbody > *');
  return item && view ? view.read(item, at).map(({ sighting }) => sighting) : [];
}
const mailboxes = (page: Partial<CrmPage>, html: string) => people(page, html).map(({ mailbox }) => mailbox);

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('who an item shows', () => {
  it.each<[string, Partial<CrmPage>, string, string[]]>([
    [
      'the link, never its text',
      {},
      '<tr><td><a href="mailto:ann%40umbra.example?subject=a@b.example">ann@umb…</a>',
      ['ann@umbra.example'],
    ],
    [
      'a link without text',
      {},
      '<tr><td><a>Ann Lee</a><a href="MAILTO:Ann@Umbra.example"><img></a>',
      ['Ann Lee <ann@umbra.example>'],
    ],
    [
      'several in one link',
      {},
      '<tr><td><a href="mailto:a@x.example,b@x.example;c"></a>',
      ['a@x.example', 'b@x.example'],
    ],
    ['a broken link', {}, '<tr><td><a>Ann</a><a href="mailto:%E0%A4%A">x</a>', ['Ann']],
    [
      'an empty attribute',
      {},
      '<tr><td><a>Ann</a><b data-email-address="">ann@old.example</b>',
      ['Ann <ann@old.example>'],
    ],
    [
      'the same address twice',
      {},
      '<tr><td><a href="mailto:a@x.example"></a><b data-email-address="A@x.example">',
      ['a@x.example'],
    ],
    ['a hidden one', {}, '<tr><td><a>Ann</a><a style="display:none" href="mailto:a@x.example">x</a>', ['Ann']],
    ['a cut text', { emails: ['td'] }, '<tr><td>noor@mail.d…</td>', []],
    ['texts side by side', { emails: ['td'] }, '<tr><td><b>ann@x.example</b><i>Copy</i></td>', ['ann@x.example']],
    ['an address in a sentence', { emails: ['td'] }, '<tr><td>ask ann@x.example</td>', []],
    ['a field', { emails: ['input'] }, '<tr><td><input value="ann@x.example">', ['ann@x.example']],
    [
      'a column',
      { emails: ['^th[data-name="mail"]'] },
      '<tr><td>boss@x.example</td><td>ann@x.example</td>',
      ['ann@x.example'],
    ],
    [
      'a column that is not there',
      { emails: ['^th[data-name="none"]'] },
      '<tr><td>a@x.example</td><td>b@x.example</td>',
      [],
    ],
    ['an attribute', { emails: ['td@data-value'] }, '<tr><td data-value="ann@x.example">Ann</td>', ['ann@x.example']],
    ['what stands apart', { apart: 'i' }, '<tr><td><a>Ann</a><i><a href="mailto:ben@x.example">Ben</a></i>', ['Ann']],
    ['a name in two cells', { names: [['td + td', 'td']] }, '<tr><td>Lee</td><td>Ann</td>', ['Ann Lee']],
    [
      'the second line where the first gives nothing',
      { names: [['h1'], ['td@']] },
      '<tr><td> Ann <b>Buyer</b></td>',
      ['Ann'],
    ],
    ['a name that is an address', {}, '<tr><td><a>ceo@x.example</a>', []],
    ['nobody', {}, '<tr><td>Total</td>', []],
  ])('reads %s', (_what, page, html, expected) => expect(mailboxes(page, html)).toEqual(expected));

  it('reads nothing on other pages, where it may still stand', () => {
    expect(people({}, '<tr><td><a>Ann</a>', new URL('https://crm.umbra.example/companies'))).toEqual([]);
  });
});

describe('the record and the last activity', () => {
  const html = '<tr data-id="7" data-day="2026-10-02"><td><a href="/lead/9?tab=1">Ann</a>';
  it.each<[string, Partial<CrmPage>, string | undefined]>([
    ['from an attribute of the item', { id: ['@data-id'], record: /^(?<id>\d+)$/ }, 'contact/7'],
    ['from the link, with its kind', { id: ['a@href'], record: /\/(?<kind>Lead|contact)\/(?<id>\d+)/i }, 'lead/9'],
    ['with the kind of the page', { at: /\/(?<kind>people)/, id: ['@data-id'], record: /(?<id>\d+)/ }, 'people/7'],
    ['from the second place', { id: ['@data-none', '@data-id'], record: /(?<id>\d+)/ }, 'contact/7'],
    ['from the address of the page', { at: /\/people\?q=(?<id>\d)/ }, 'contact/1'],
    ['not from an id of another form', { id: ['@data-id'], record: /^(?<id>[a-z]+)$/ }, undefined],
    ['not at all', {}, undefined],
  ])('comes %s', (_from, page, record) => expect(people(page, html)[0]?.record).toBe(record));

  it.each([
    ['2026-10-02', '2026-10-02'],
    ['2026-06-01T09:00:00.000Z', '2026-06-01T09:00:00.000Z'],
    ['10/2/2026', undefined],
    ['yesterday', undefined],
    ['2026-10', undefined],
  ])('%s is taken as %s', (day, expected) => {
    const [seen] = people({ activity: '@data-day' }, html.replace('2026-10-02', day));
    expect(seen?.lastActivity).toBe(expected);
  });
});

describe('the place for a badge', () => {
  const place = (page: Partial<CrmPage>, html: string) => {
    people(page, html);
    const view = crmSite({ id: 'x', name: 'X', matches: [], list: { ...row, ...page } }).views[0];
    const item = document.querySelector('tbody > *');
    const found = item && view?.place(item, item);
    return found && `${found.where} ${found.anchor.outerHTML}`;
  };
  it.each<[string, Partial<CrmPage>, string, string]>([
    ['after a link', {}, '<tr><td><a>Ann</a>', 'after <a>Ann</a>'],
    ['after the link around the name', { names: [['b']] }, '<tr><td><a><b>Ann</b></a>', 'after <a><b>Ann</b></a>'],
    ['after a field', { names: [['input']] }, '<tr><td><input value="Ann">', 'after <input value="Ann">'],
    ['after a component', { names: [['x-name']] }, '<tr><td><x-name>Ann</x-name>', 'after <x-name>Ann</x-name>'],
    ['in a cell', { names: [['td']] }, '<tr><td>Ann</td>', 'append <td>Ann</td>'],
    ['before what follows the name', { names: [['td@']] }, '<tr><td>Ann<p>Umbra</p></td>', 'before <p>Umbra</p>'],
    ['where the site says', { badge: 'i' }, '<tr><td><a>Ann</a><i>Buyer</i>', 'append <i>Buyer</i>'],
  ])('is %s', (_where, page, html, expected) => expect(place(page, html)).toBe(expected));
});
