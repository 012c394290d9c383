// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SiteAdapter } from '@/lib/sites/site-adapter';
import { fakeSite, row } from '@/tests/support/fake-page';
import { Survey } from './survey';

const url = new URL('https://mail.test/#inbox');
const ann = 'Ann Lee <ann@norrsken.example>';

function setUp(rows: number) {
  document.body.innerHTML = `<div class="list">${Array.from({ length: rows }, (_, id) => row(String(id), ann)).join('')}</div><p></p>`;
  const survey = new Survey(document, fakeSite, () => false);
  const recorder = new MutationObserver(() => undefined);
  recorder.observe(document, { childList: true, subtree: true, attributes: true });
  return { survey, note: () => survey.note(recorder.takeRecords()) };
}
const readOnes = (survey: Survey) => [...survey.entries.values()].filter(({ people }) => people.length > 0).length;

beforeEach(() => {
  vi.restoreAllMocks();
});

describe('looking at a page', () => {
  it('reads a long list in slices, in order, and comes to an end', () => {
    const { survey } = setUp(100);
    let now = 0;
    // Every look at the clock costs a millisecond.
    const clock = () => now++;
    const slices: number[] = [];
    while (survey.look(url, clock, slices.length === 0)) slices.push(readOnes(survey));
    expect(slices.length).toBeGreaterThan(3);
    expect(slices).toEqual([...slices].sort((a, b) => a - b));
    expect(readOnes(survey)).toBe(100);
    expect([...survey.entries.keys()]).toEqual([...document.querySelectorAll('.row')]);
  });

  it('does not look through the page again for a change inside a row', () => {
    const { survey, note } = setUp(3);
    survey.look(url, () => 0, true);
    const search = vi.spyOn(Document.prototype, 'querySelectorAll');
    document.querySelector('.row .subject')?.append('more');
    expect(note()).toBe(true);
    survey.look(url, () => 0, false);
    expect(search).not.toHaveBeenCalled();
  });

  it.each([
    ['a row that comes', () => document.querySelector('.list')?.insertAdjacentHTML('beforeend', row('9', ann)), 4],
    ['a row that goes', () => document.querySelector('.row')?.remove(), 2],
    ['a row that is hidden', () => document.querySelector('.row')?.setAttribute('style', 'display:none'), 2],
    ['a list that is hidden', () => document.querySelector('.list')?.setAttribute('style', 'display:none'), 0],
  ])('sees %s', (_name, change, count) => {
    const { survey, note } = setUp(3);
    survey.look(url, () => 0, true);
    change();
    expect(note()).toBe(true);
    survey.look(url, () => 0, false);
    expect(survey.entries.size).toBe(count);
  });

  it('is left cold by everything else', () => {
    const { survey, note } = setUp(3);
    survey.look(url, () => 0, true);
    document.querySelector('p')?.append(document.createElement('i'), 'text');
    document.querySelector('p')?.setAttribute('style', 'color:red');
    expect(note()).toBe(false);
  });

  it('keeps replies where the same people stand, and drops them where others do', () => {
    const { survey, note } = setUp(2);
    survey.look(url, () => 0, true);
    for (const entry of survey.entries.values()) entry.replies = [{ state: 'none' }];
    const [same, other] = document.querySelectorAll('.row');
    same?.querySelector('.subject')?.append('!');
    other?.setAttribute('data-id', 'another');
    note();
    survey.look(url, () => 0, false);
    expect([...survey.entries.values()].map(({ replies }) => replies.length)).toEqual([1, 0]);
  });

  it('sees rows that come inside the page of a record which was left', () => {
    document.body.innerHTML = '<main><h1>Ann Lee</h1></main>';
    const list = fakeSite.views.find(({ name }) => name === 'list');
    const record = { ...fakeSite.views[0], name: 'record' as const, landmark: 'h1', items: ['main'], read: () => [] };
    const survey = new Survey(document, { ...fakeSite, views: [list, record] } as SiteAdapter, () => false);
    const observer = new MutationObserver(() => undefined);
    observer.observe(document, { childList: true, subtree: true });
    survey.look(url, () => 0, true);
    expect(survey.entries.size).toBe(1);
    document.querySelector('main')?.insertAdjacentHTML('beforeend', `<div class="list">${row('9', ann)}</div>`);
    expect(survey.note(observer.takeRecords())).toBe(true);
    survey.look(url, () => 0, false);
    expect(readOnes(survey)).toBe(1);
  });

  it('reads again what changed without a trace, when it is forced to', () => {
    const { survey } = setUp(1);
    const shown = () => [...survey.entries.values()].flatMap(({ people }) => people.map((one) => one.sighting.mailbox));
    survey.look(url, () => 0, true);
    document.querySelector('.row b')?.setAttribute('title', 'Ben Cole <ben@umbra.example>');
    survey.look(url, () => 0, false);
    expect(shown()).toEqual([ann]);
    survey.look(url, () => 0, true);
    expect(shown()).toEqual(['Ben Cole <ben@umbra.example>']);
  });

  it('has nothing to do on a site without views', () => {
    const survey = new Survey(document, { ...fakeSite, views: [] }, () => false);
    const observer = new MutationObserver(() => undefined);
    observer.observe(document, { childList: true, subtree: true });
    document.body.append(document.createElement('p'));
    expect(survey.note(observer.takeRecords())).toBe(false);
    expect(survey.look(url, () => 0, true)).toBe(false);
  });
});

describe('a list whose address comes before its rows', () => {
  /** Lists of several folders, of which the address alone tells. */
  const folders: SiteAdapter = {
    ...fakeSite,
    views: fakeSite.views.map((view) => ({
      ...view,
      read: (item: Element, { hash }: URL) =>
        (hash === '#drafts' ? [] : view.read(item, url)).map(({ carrier, sighting }) => {
          const folder = hash.startsWith('#sent') ? 'sent' : 'inbox';
          return { carrier, sighting: { ...sighting, folder } as const };
        }),
    })),
    folder: (_page, { hash }) => (hash === '#sent' ? 'sent' : 'inbox'),
  };
  const sent = new URL('https://mail.test/#sent');
  const list = () => document.querySelector('.list');
  const setUpAt = (at: URL, rows: readonly string[], clock = () => 0) => {
    document.body.innerHTML = `<div class="list">${rows.map((id) => row(id, ann)).join('')}</div>`;
    const survey = new Survey(document, folders, () => false);
    const recorder = new MutationObserver(() => undefined);
    recorder.observe(document, { childList: true, subtree: true, attributes: true });
    survey.look(at, clock, true);
    return {
      shown: (place: URL, isForced = false) => {
        survey.note(recorder.takeRecords());
        survey.look(place, () => 0, isForced);
        const read = [...survey.entries.values()].flatMap(({ people }) =>
          people.map(({ sighting }) => sighting.folder),
        );
        return [survey.site.folder(document, place), ...read];
      },
    };
  };

  it('is what it was until the rows of the new address are there, however long that takes', () => {
    const { shown } = setUpAt(url, ['1', '2', '3']);
    expect(shown(sent, true)).toEqual(['inbox', 'inbox', 'inbox', 'inbox']);
    // A mail that comes meanwhile is one of the old rows.
    list()?.insertAdjacentHTML('afterbegin', row('4', ann));
    expect(shown(sent)).toEqual(['inbox', 'inbox', 'inbox', 'inbox', 'inbox']);
    expect(shown(sent, true)).toEqual(['inbox', 'inbox', 'inbox', 'inbox', 'inbox']);
    list()?.replaceChildren();
    list()?.insertAdjacentHTML('beforeend', row('5', ann));
    expect(shown(sent)).toEqual(['sent', 'sent']);
    expect(shown(sent, true)).toEqual(['sent', 'sent']);
  });

  it('is what it was although none of its rows was read in time', () => {
    let now = 0;
    const { shown } = setUpAt(url, ['1', '2', '3'], () => {
      now += 100;
      return now;
    });
    expect(shown(sent)).toEqual(['inbox', 'inbox', 'inbox', 'inbox']);
  });

  it('is nobody’s as long as the drafts stand there, which hold answers that were never sent', () => {
    const { shown } = setUpAt(new URL('https://mail.test/#drafts'), ['1', '2', '3']);
    expect(shown(sent, true)).toEqual(['inbox']);
    list()?.replaceChildren();
    list()?.insertAdjacentHTML('beforeend', row('5', ann));
    expect(shown(sent)).toEqual(['sent', 'sent']);
  });

  it('is the new one at last when it is drawn piece by piece', () => {
    const { shown } = setUpAt(url, ['1', '2', '3', '4']);
    shown(sent, true);
    const folders = [...document.querySelectorAll('.row')].map((one) => {
      one.setAttribute('data-id', `new ${one.getAttribute('data-id')}`);
      return shown(sent)[0];
    });
    expect(folders).toEqual(['inbox', 'sent', 'sent', 'sent']);
  });

  it('is the new one when its rows are written anew in their places', () => {
    const { shown } = setUpAt(url, ['1', '2', '3']);
    shown(sent, true);
    for (const one of document.querySelectorAll('.row'))
      one.setAttribute('data-id', `new ${one.getAttribute('data-id')}`);
    expect(shown(sent)).toEqual(['sent', 'sent', 'sent', 'sent']);
  });

  it('is the new one when the old list is hidden beside it', () => {
    const { shown } = setUpAt(url, ['1', '2', '3']);
    shown(sent, true);
    list()?.setAttribute('style', 'display:none');
    document.body.insertAdjacentHTML('beforeend', `<div class="list">${row('1', ann)}</div>`);
    expect(shown(sent)).toEqual(['sent', 'sent']);
  });

  it('is the new one at once where no list stood, and where the address makes no difference', () => {
    const { shown } = setUpAt(url, []);
    expect(shown(sent, true)).toEqual(['sent']);
    const other = setUpAt(sent, ['1']);
    expect(other.shown(new URL('https://mail.test/#sent/1'), true)).toEqual(['inbox', 'sent']);
  });

  it('is what it was also while a mail is open beside it', () => {
    const { shown } = setUpAt(new URL('https://mail.test/#thread/1'), ['1', '2', '3']);
    expect(shown(sent, true)).toEqual(['inbox', 'inbox', 'inbox', 'inbox']);
  });

  it('is the new one at once where it was drawn before its address, when that still was another view’s', () => {
    document.body.innerHTML = `<main><h1>Ann Lee</h1></main><div class="list" style="display:none">${row('1', ann)}</div>`;
    const views = folders.views.map((view) => ({
      ...view,
      read: (item: Element, at: URL) => (view.test(at) ? view.read(item, at) : []),
    }));
    const survey = new Survey(document, { ...folders, views }, () => false);
    const recorder = new MutationObserver(() => undefined);
    recorder.observe(document, { childList: true, subtree: true, attributes: true });
    survey.look(new URL('https://mail.test/#thread/1'), () => 0, true);
    document.querySelector('main')?.remove();
    list()?.removeAttribute('style');
    expect(survey.note(recorder.takeRecords())).toBe(true);
    survey.look(new URL('https://mail.test/#thread/1'), () => 0, false);
    expect([survey.entries.size, readOnes(survey)]).toEqual([1, 0]);
    survey.look(url, () => 0, true);
    expect(readOnes(survey)).toBe(1);
  });
});

describe('the page of a record', () => {
  const recordSite = (): SiteAdapter => ({
    ...fakeSite,
    views: fakeSite.views.map((view) => ({
      ...view,
      name: 'record' as const,
      read: (item: Element, { hash }: URL) => {
        const mailbox = item.querySelector('h1')?.textContent ?? '';
        const sighting = { mailbox, record: hash.slice(1), role: 'record', folder: 'other', rule: 'test' } as const;
        return [{ carrier: item, sighting }];
      },
    })),
  });
  const at = (record: string) => new URL(`https://crm.test/#${record}`);

  it('is nobody’s as long as it shows the person of the one before', () => {
    document.body.innerHTML = `<div class="list">${row('1', ann)}</div>`;
    const [item] = document.querySelectorAll('.row');
    const show = (text: string) =>
      item?.replaceChildren(Object.assign(document.createElement('h1'), { textContent: text }));
    const survey = new Survey(document, recordSite(), () => false);
    const records = (url: URL) => {
      survey.look(url, () => 0, true);
      return [...survey.entries.values()].flatMap(({ people }) => people.map(({ sighting }) => sighting.record));
    };
    show(ann);
    expect(records(at('party/1'))).toEqual(['party/1']);
    // The address of the page is ahead of what it shows; then the name comes, and the address of the person last.
    expect(records(at('party/2'))).toEqual([undefined]);
    show('Tom Berg <ann@norrsken.example>');
    expect(records(at('party/2'))).toEqual([undefined]);
    show('Tom Berg <tom@umbra.example>');
    expect(records(at('party/2'))).toEqual(['party/2']);
  });
});
