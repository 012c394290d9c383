// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { SiteAdapter } from '@/lib/sites/site-adapter';
import { fakeSite, mail, row } from '@/tests/support/fake-page';
import { Survey } from './survey';

const url = new URL('https://mail.test/#inbox');
const ann = 'Ann Lee <ann@norrsken.example>';

const readOnes = (survey: Survey) => [...survey.entries.values()].filter(({ people }) => people.length > 0).length;

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
      shown: (place: URL, isForced = false, isOverfull = false) => {
        const changes = recorder.takeRecords();
        survey.note(isOverfull ? undefined : changes);
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

  it('is the new one when the drafts’ rows are written anew in their places', () => {
    const { shown } = setUpAt(new URL('https://mail.test/#drafts'), ['1', '2']);
    shown(sent, true);
    for (const one of document.querySelectorAll('.row')) one.setAttribute('data-id', 'new');
    expect(shown(sent)).toEqual(['sent', 'sent', 'sent']);
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

  it('is what it was although its rows change without becoming others, and mails come and change', () => {
    const { shown } = setUpAt(url, ['1', '2']);
    shown(sent, true);
    list()?.insertAdjacentHTML('afterbegin', row('3', ann) + row('4', ann));
    shown(sent);
    for (const subject of document.querySelectorAll('.subject')) subject.append('!');
    expect(shown(sent)).toEqual(['inbox', 'inbox', 'inbox', 'inbox', 'inbox']);
  });

  it('is what it was although the open mail beside it goes first', () => {
    const { shown } = setUpAt(url, ['1', '2']);
    document.body.insertAdjacentHTML(
      'beforeend',
      `<div class="thread">${[5, 6, 7].map((id) => mail(`${id}`, ann))}</div>`,
    );
    expect(shown(url)).toHaveLength(6);
    document.querySelector('.thread')?.remove();
    expect(shown(sent, true)).toEqual(['inbox', 'inbox', 'inbox']);
  });

  it('is the new one although the open mail beside it stays', () => {
    const { shown } = setUpAt(url, ['1', '2']);
    document.body.insertAdjacentHTML(
      'beforeend',
      `<div class="thread">${[5, 6, 7].map((id) => mail(`${id}`, ann))}</div>`,
    );
    shown(url);
    shown(sent, true);
    list()?.replaceChildren();
    list()?.insertAdjacentHTML('beforeend', row('3', ann));
    expect(shown(sent).slice(0, 2)).toEqual(['sent', 'sent']);
  });

  it('is the new one when its rows are written anew in more changes than are kept', () => {
    const { shown } = setUpAt(url, ['1', '2', '3']);
    shown(sent, true);
    for (const one of document.querySelectorAll('.row'))
      one.setAttribute('data-id', `new ${one.getAttribute('data-id')}`);
    expect(shown(sent, true, true)).toEqual(['sent', 'sent', 'sent', 'sent']);
  });

  it('is again what it was where the address goes back, and then the new one', () => {
    const { shown } = setUpAt(url, ['1', '2']);
    shown(sent, true);
    expect(shown(url, true)).toEqual(['inbox', 'inbox', 'inbox']);
    list()?.replaceChildren();
    list()?.insertAdjacentHTML('beforeend', row('3', ann));
    shown(url);
    expect(shown(sent, true)).toEqual(['inbox', 'inbox']);
    list()?.replaceChildren();
    list()?.insertAdjacentHTML('beforeend', row('4', ann));
    expect(shown(sent)).toEqual(['sent', 'sent']);
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
