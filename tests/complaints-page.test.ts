// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { sites } from '@/lib/sites/registry';
import { elements, isShown, openPage, readView, renameClasses } from './support/site-page';

const files = import.meta.glob<string>('./fixtures/sites/*/*.html', { query: '?raw', import: 'default', eager: true });

/** The people of a page, with room for a badge beside each; `change` is what the web application did overnight. */
function badges(path: string, change: () => void = () => undefined): number {
  const { url, view: name } = openPage(files[path] ?? '');
  change();
  const site = sites.find(({ id }) => path.includes(`/${id}/`));
  const view = site?.views.find((one) => one.name === name);
  if (!view) return 0;
  return readView(view, new URL(url)).filter(({ item, carrier }) => view.place(item, carrier)).length;
}

const withPeople = Object.keys(files).filter((path) => badges(path) > 0);

describe('a badge that silently vanishes when the page changes', () => {
  it.each(withPeople)('%s: not one is lost when every class is renamed', (path) => {
    expect(badges(path, renameClasses)).toBe(badges(path));
  });

  it('a page that changed beyond that shows no landmark, which is what the health of a site is told by', () => {
    for (const path of withPeople) {
      const { view: name } = openPage(files[path] ?? '');
      const view = sites.find(({ id }) => path.includes(`/${id}/`))?.views.find((one) => one.name === name);
      expect(view && isShown(view), path).toBe(true);
      for (const one of elements(view?.landmark ?? '')) one.remove();
      expect(view && isShown(view), path).toBe(false);
    }
  });
});

describe('a tool that works only with one inbox layout', () => {
  it.each([
    ['Gmail, conversations', 'gmail/2026-11-inbox.html'],
    ['Gmail, single messages', 'gmail/2026-11-inbox-messages.html'],
    ['Gmail, reading pane to the right', 'gmail/2026-11-pane-vertical.html'],
    ['Gmail, reading pane below', 'gmail/2026-11-pane-horizontal.html'],
    ['Gmail, several inboxes', 'gmail/2026-11-multiple-inboxes.html'],
    ['Gmail, a conversation in a window of its own', 'gmail/2026-11-thread-window.html'],
    ['Roundcube Elastic', 'roundcube/2026-11-elastic-inbox.html'],
    ['Roundcube Larry', 'roundcube/2026-11-larry-inbox-desktop.html'],
    ['Roundcube Classic', 'roundcube/2026-11-classic-inbox.html'],
  ])('%s', (_layout, file) => expect(badges(`./fixtures/sites/${file}`)).toBeGreaterThan(0));
});
