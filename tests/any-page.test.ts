// @vitest-environment happy-dom
/** Pages without an adapter: put `tests/fixtures/any-page/<name>.html` there, and it is tested here and in a browser. */
import { describe, expect, it } from 'vitest';
import { siteFor } from '@/lib/sites/registry';
import { aSurvey, lookAll, openSample, peopleOf } from './support/any-page';
import { isShown } from './support/site-page';

const files = import.meta.glob<string>('./fixtures/any-page/*.html', { query: '?raw', import: 'default', eager: true });
const all = Object.entries(files).map(([path, html]) => ({ name: path.split('/').at(-1) ?? '', html }));
const samples = all.filter(({ html }) => !openSample(html).layout);

it('has samples of at least a dozen applications', () => {
  expect(all.length).toBeGreaterThanOrEqual(12);
});

it.each(all)('$name is no page that an adapter reads', ({ html }) => {
  const { url } = openSample(html);
  const views = siteFor(new URL(url), document)?.views ?? [];
  expect(views.filter((view) => view.test(new URL(url)) && isShown(view))).toEqual([]);
});

describe.each(samples)('$name', ({ html }) => {
  it('gives everybody it shows, with the name beside them, and nobody else', () => {
    const { people } = openSample(html);
    const survey = aSurvey();
    lookAll(survey);
    expect(peopleOf(survey)).toEqual(people.map(({ mailbox, rule }) => `${mailbox} (${rule})`).sort());
  });

  it('shows the same from right to left', () => {
    const { people } = openSample(html);
    document.documentElement.setAttribute('dir', 'rtl');
    const survey = aSurvey();
    lookAll(survey);
    expect(peopleOf(survey)).toHaveLength(people.length);
  });
});
