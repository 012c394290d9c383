// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SiteAdapter } from '@/lib/sites/site-adapter';
import { sampleOf } from './censored-sample';
import { HealthWatch } from './health';
import type { PageSurvey } from './survey';
import type { World } from './world';

const sent: unknown[] = [];
let folder = 'inbox';
const adapter = {
  id: 'acme',
  views: [{ name: 'list', landmark: 'table', test: (url: URL) => url.pathname === '/people' }],
  folder: () => folder,
} as unknown as SiteAdapter;
const world = {
  page: document,
  url: () => new URL('https://crm.acme.example/people'),
  isAlive: () => true,
  send: async (_name: string, request: unknown) => void sent.push(request),
} as unknown as World;

/** A survey that has read so many of the rows on the page. */
function survey(read: number): PageSurvey {
  const rows = [...document.querySelectorAll('tr')];
  const entries = rows.map((item, index) => [
    item,
    { item, view: { name: 'list' }, people: index < read ? peopleOf(item) : [] },
  ]);
  return { site: adapter, entries: new Map(entries as never) } as unknown as PageSurvey;
}
const peopleOf = (item: Element) =>
  [...item.querySelectorAll('td')].map(({ title }) => ({ sighting: { mailbox: `Ann <${title}>`, role: 'from' } }));
const row = (n: number) => `<tr><td title="person${n}@umbra.example">Person ${n}</td></tr>`;
const page = (count: number) => {
  document.body.innerHTML = `<table>${Array.from({ length: count }, (_, n) => row(n)).join('')}</table>`;
};
const watch = new Set<HealthWatch>();
async function settle(health: HealthWatch, read: number, site: SiteAdapter = adapter): Promise<void> {
  watch.add(health);
  health.watch(world, site, survey(read), (telling) => void telling);
  await vi.advanceTimersByTimeAsync(6_000);
}

beforeEach(() => {
  sent.length = 0;
  folder = 'inbox';
  vi.useFakeTimers();
  page(20);
});
afterEach(() => {
  for (const one of watch) one.stop();
  vi.useRealTimers();
});

describe('the health of a page', () => {
  it('is told once where all is read, however often the page changes', async () => {
    const health = new HealthWatch();
    await settle(health, 20);
    await settle(health, 20);
    expect(sent).toEqual([{ site: 'acme', view: 'list', rows: 20, people: 20, missed: 0, sample: undefined }]);
  });

  it('is told with a sample where nothing is read, and again after ten minutes at the earliest', async () => {
    const health = new HealthWatch();
    await settle(health, 0);
    await settle(health, 0);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ rows: 20, people: 0, missed: 20, sample: expect.stringContaining('<tr>') });
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    await settle(health, 0);
    expect(sent).toHaveLength(2);
    await settle(health, 20);
    expect(sent[2]).toMatchObject({ people: 20, sample: undefined });
  });

  it('of rows with several people is well where each of them is read', async () => {
    document.body.innerHTML = `<table>${`<tr>${'ann lee kim'
      .split(' ')
      .map((name) => `<td title="${name}@umbra.example">x</td>`)
      .join('')}</tr>`.repeat(4)}</table>`;
    await settle(new HealthWatch(), 4);
    expect(sent).toMatchObject([{ rows: 4, people: 4, missed: 0 }]);
  });

  it('names what markup shows and nobody reads, an address only once, in links too', async () => {
    const link = (name: string) => `<td><a href="mailto:${name}%40umbra.example?subject=Hello%20you">${name}</a></td>`;
    document.body.innerHTML = `<table>${['ann', 'lee', 'kim', 'ann'].map((name) => `<tr>${link(name)}</tr>`).join('')}</table>`;
    await settle(new HealthWatch(), 0);
    expect(sent).toMatchObject([{ rows: 4, people: 0, missed: 3 }]);
  });

  it('is not counted again while rows are read as before', async () => {
    const health = new HealthWatch();
    await settle(health, 20);
    const asked = vi.spyOn(Element.prototype, 'querySelectorAll');
    await settle(health, 20);
    expect(asked.mock.calls.filter(([selector]) => selector.includes('mailto'))).toEqual([]);
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    await settle(health, 20);
    expect(asked.mock.calls.filter(([selector]) => selector.includes('mailto'))).toHaveLength(20);
    expect(sent).toHaveLength(1);
  });

  it('waits until the page has come to rest, and asks nothing of an idle page', async () => {
    const health = new HealthWatch();
    watch.add(health);
    for (let change = 0; change < 10; change++) {
      health.watch(world, adapter, survey(0), (telling) => void telling);
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(sent).toHaveLength(1);
  });

  it('is not judged by drafts, by an empty list, or by pages that no adapter reads', async () => {
    folder = 'drafts';
    await settle(new HealthWatch(), 0);
    // They still stand there while the address is that of another folder already.
    await settle(new HealthWatch(), 0, { ...adapter, folder: () => 'sent' });
    folder = 'inbox';
    page(0);
    await settle(new HealthWatch(), 0);
    page(20);
    await settle(new HealthWatch(), 0, { ...adapter, id: 'other' });
    const elsewhere = { ...adapter, views: adapter.views.map((view) => ({ ...view, test: () => false })) };
    await settle(new HealthWatch(), 0, elsewhere);
    expect(sent).toEqual([]);
  });
});

describe('a sample of a page', () => {
  it('holds how it is built and not a letter of what it says', () => {
    document.body.innerHTML = `<div role="row" class="row-12 c8f3a91b77 is-open" data-id="secret-4711" style="color:red"
      aria-label="Ann Lee, offer 2231"><a href="mailto:ann@umbra.example">Ann Lee</a><input value="ann"></div>`;
    const sample = sampleOf(document.body.firstElementChild ?? document.body);
    expect(sample).toBe(
      '<div role="row" class="row-12 is-open" data-id="xxxxxxxxxxx" aria-label="xxxxxxxxxxxx">' +
        '<a href="xxxxxxxxxxxx">xxxxxxx</a><input value="xxx"></input></div>',
    );
  });

  it('has an end', () => {
    document.body.innerHTML = `<div>${'<p>word</p>'.repeat(5_000)}</div>`;
    expect(sampleOf(document.body).length).toBeLessThanOrEqual(6_001);
    document.body.innerHTML = `${'<div>'.repeat(300)}deep${'</div>'.repeat(300)}`;
    expect(sampleOf(document.body).length).toBeLessThan(300);
  });
});
