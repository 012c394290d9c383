// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SiteRunner } from '@/lib/page/site-runner';
import { fakeSite, fakeWorld, hosts, openRoots, row, stopTime, tracked } from './support/fake-page';

/** What forces a browser to bring styles or layout up to date at once. */
function watchLayouts() {
  return [
    vi.spyOn(globalThis, 'getComputedStyle'),
    vi.spyOn(Element.prototype, 'getBoundingClientRect'),
    vi.spyOn(Element.prototype, 'getClientRects'),
  ];
}

const people = Array.from({ length: 50 }, (_, number) => `Person ${number} <person${number}@acme.example>`);
let runner: SiteRunner | undefined;

beforeEach(() => {
  openRoots();
  stopTime();
  document.body.innerHTML = `<div class="list">${people.map((one, id) => row(String(id), one)).join('')}</div>`;
});
afterEach(() => {
  runner?.stop();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

async function pass(ms: number): Promise<void> {
  for (let turn = 0; turn < 8; turn++) await vi.advanceTimersByTimeAsync(ms / 8);
}

it('fifty rows cost one greeting, one question and a word on the health of the page; then nothing more', async () => {
  const fake = fakeWorld((mailbox) => tracked(mailbox));
  const layouts = watchLayouts();
  runner = new SiteRunner(fake.world);
  runner.start();
  await pass(10_000);
  expect(hosts()).toHaveLength(50);
  expect(fake.sent.map(({ name }) => name)).toEqual(['hello', 'reportSightings', 'reportHealth']);
  const asked = () => layouts.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  // Whether the page is light or dark is asked where a badge is put, and never again.
  expect(asked()).toBeLessThanOrEqual(50);
  const before = asked();
  const queries = vi.spyOn(Document.prototype, 'querySelectorAll');
  await pass(60_000);
  expect(fake.sent).toHaveLength(3);
  expect(queries).not.toHaveBeenCalled();
  expect(asked()).toBe(before);
});

it('rows that take several frames to read are one question all the same', async () => {
  const fake = fakeWorld((mailbox) => tracked(mailbox));
  const list = fakeSite.views[0];
  if (!list) throw new Error('the site has no list');
  const { read } = list;
  let spent = 0;
  const now = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => now() + spent);
  vi.spyOn(list, 'read').mockImplementation((item, url) => {
    spent += 0.5;
    return read(item, url);
  });
  runner = new SiteRunner(fake.world);
  runner.start();
  await pass(2_000);
  expect(hosts()).toHaveLength(50);
  const asked = fake.sent.filter(({ name }) => name === 'reportSightings');
  expect(asked.map(({ request }) => (request as { sightings: unknown[] }).sightings.length)).toEqual([50]);
});

it('a list of badges appears at once, a single one fades in', async () => {
  const fading = () => hosts().filter((host) => host.shadowRoot?.querySelector('.fresh'));
  runner = new SiteRunner(fakeWorld((mailbox) => tracked(mailbox)).world);
  runner.start();
  await pass(2_000);
  expect([hosts().length, fading().length]).toEqual([50, 0]);
  document.querySelector('.list')?.insertAdjacentHTML('beforeend', row('new', 'Ann Lee <ann@norrsken.example>'));
  await pass(2_000);
  expect([hosts().length, fading().length]).toEqual([51, 1]);
});
