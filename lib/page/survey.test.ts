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
