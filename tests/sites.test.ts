// @vitest-environment happy-dom
/**
 * A site is proven by its fixtures: put `tests/fixtures/sites/<site id>/<year>-<month>-<view>.html` there, a page
 * sample with its expectations at the end (see `Expected`), and it is tested here without a line of code.
 */
import { describe, expect, it } from 'vitest';
import { hidingAttributes } from '@/lib/page/observe';
import { Survey } from '@/lib/page/survey';
import { siteFor, sites } from '@/lib/sites/registry';
import type { SiteView } from '@/lib/sites/site-adapter';
import { recycle } from './support/recycle';
import { elements, isShown, openPage, readView, renameClasses } from './support/site-page';

const files = import.meta.glob<string>('./fixtures/sites/*/*.html', { query: '?raw', import: 'default', eager: true });
const fixtures = Object.entries(files).map(([path, html]) => {
  const [site = '', name = ''] = path.split('/').slice(-2);
  return { label: `${site}/${name}`, site, name, html };
});

const changes: Record<string, () => void> = {
  'as it was taken': () => undefined,
  'with every class renamed': renameClasses,
  'written from right to left': () => {
    document.documentElement.setAttribute('dir', 'rtl');
  },
};

function claims(url: URL): SiteView[] {
  const held = sites.filter((site) => siteFor(url, document) === site || (site.sign && elements(site.sign).length > 0));
  return held.flatMap((site) => site.views.filter((view) => view.test(url)));
}

function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

it.each(sites.map(({ id }) => id))('%s has a fixture', (id) => {
  const found = fixtures.some(({ site }) => site === id);
  expect(found, `Add a page sample as tests/fixtures/sites/${id}/<year>-<month>-<view>.html.`).toBe(true);
});

it('every fixture belongs to a registered site and is named by its date', () => {
  for (const { label, site, name } of fixtures) {
    expect(
      sites.map(({ id }) => id),
      `${label}: add the site to lib/sites/registry.ts.`,
    ).toContain(site);
    expect(name, `${label}: name it <year>-<month>-<view>.html.`).toMatch(/^\d{4}-\d{2}-[a-z0-9-]+\.html$/);
  }
});

it('no address of a page is claimed by two views, whatever the site', () => {
  const views = sites.flatMap((site) => site.views.map((view) => ({ view, label: `${site.id}/${view.name}` })));
  for (const { label, site, html } of fixtures) {
    const { url, view } = openPage(html);
    const names = views.filter((one) => one.view.test(new URL(url))).map((one) => one.label);
    expect(names, `${label}: let only the view of ${site} accept ${url}.`).toEqual(view ? [`${site}/${view}`] : []);
  }
});

describe.each(fixtures)('$label', ({ label, site: id, html }) => {
  it('is claimed by exactly one view of all sites', () => {
    const { url, view } = openPage(html);
    const site = siteFor(new URL(url), document);
    expect(site?.id, `${label}: neither matches nor sign of ${id} hold for ${url}.`).toBe(id);
    const names = claims(new URL(url)).map(({ name }) => name);
    expect(names, `${label}: let exactly one view's test() accept ${url}.`).toEqual(view ? [view] : []);
  });

  it.each(Object.keys(changes))('reads every person and nobody else, %s', (change) => {
    const expected = openPage(html);
    changes[change]?.();
    const url = new URL(expected.url);
    const site = sites.find((one) => one.id === id);
    const view = site?.views.find((one) => one.name === expected.view);
    const people = view ? readView(view, url) : [];
    if (expected.classes === 'program' && changes[change] === renameClasses) {
      const found = people.map(({ sighting }) => sighting.mailbox).sort();
      expect(found).toEqual(expected.people.map(({ mailbox }) => mailbox).sort());
      return;
    }
    expect(
      plain(people.map(({ sighting }) => sighting)),
      `${label}: read() and the fixture's "people" differ. Selectors must not rest on classes or direction.`,
    ).toEqual(expected.people);
    const others = site?.views.filter((one) => one !== view) ?? [];
    const beside = others.flatMap((other) => (isShown(other) ? readView(other, url) : []));
    expect(
      plain(beside.map(({ sighting }) => sighting)),
      `${label}: what other views read on this page and the fixture's "beside" differ.`,
    ).toEqual(expected.beside ?? []);
    if (expected.account) expect(plain(site?.account(document, url))).toEqual(expected.account);
    if (expected.folder) expect(site?.folder(document, url)).toBe(expected.folder);
  });

  it.each(Object.keys(changes))('shows its landmark and has room for every badge, %s', (change) => {
    const expected = openPage(html);
    changes[change]?.();
    const url = new URL(expected.url);
    const view = sites.find((one) => one.id === id)?.views.find((one) => one.name === expected.view);
    if (!view) return;
    expect(elements(view.landmark).length, `${label}: landmark "${view.landmark}" is not on the page.`).toBeGreaterThan(
      0,
    );
    for (const { item, carrier, sighting } of readView(view, url)) {
      const place = view.place(item, carrier);
      expect(place, `${label}: place() finds no room beside ${sighting.mailbox}.`).toBeDefined();
      const host = document.createElement('span');
      if (place?.where === 'before' || place?.where === 'after') place.anchor[place.where](host);
      else place?.anchor[place.where](host);
      expect(host.isConnected, `${label}: the place beside ${sighting.mailbox} is not on the page.`).toBe(true);
      const opens = sighting.role === 'record' && host.closest('a, button, [role="link"], [role="button"]');
      expect(opens, `${label}: a click on the badge beside ${sighting.mailbox} would open a link.`).toBeFalsy();
      host.remove();
    }
  });
});

describe.each(fixtures)('$label', ({ label, site: id, html }) => {
  it('shows nobody of before where its elements are used again', () => {
    const expected = openPage(html);
    const url = new URL(expected.url);
    const site = sites.find((one) => one.id === id);
    const view = site?.views.find((one) => one.name === expected.view);
    if (!site || !view || expected.people.length === 0) return;
    const survey = new Survey(document, { ...site, views: [view] }, () => false);
    const attributeFilter = [...view.watch, ...hidingAttributes];
    const observer = new MutationObserver(() => undefined);
    observer.observe(document, { childList: true, characterData: true, subtree: true, attributeFilter });
    survey.look(url, () => 0, true);
    const read = () => [...survey.entries.values()].flatMap(({ people }) => plain(people.map((one) => one.sighting)));
    const before = read();
    recycle(view, expected.people);
    survey.note(observer.takeRecords());
    // Another record has another address, and after that nothing is trusted.
    if (view.name === 'record') survey.distrust();
    survey.look(url, () => 0, false);
    expect(read(), `${label}: name the attributes that change in the view's "watch".`).toEqual(
      plain(readView(view, url).map(({ sighting }) => sighting)),
    );
    expect(read()).not.toEqual(before);
  });
});

const composing = fixtures.filter(({ html }) => html.includes('"compose":'));
describe.each(composing)('$label', ({ label, site: id, html }) => {
  it.each(Object.keys(changes))('reads the recipients of its compose window, %s', (change) => {
    const expected = openPage(html);
    changes[change]?.();
    const reader = sites.find((one) => one.id === id)?.compose;
    const selector = reader?.windows.find((one) => elements(one).length > 0);
    const compose = selector && elements(selector)[0];
    expect(compose, `${label}: no selector of compose.windows finds the compose window.`).toBeTruthy();
    if (!reader || !compose) return;
    expect(plain(reader.recipients(compose, new URL(expected.url)))).toEqual(expected.compose);
  });
});
