import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type PageInFront, type PageWatch, watchPage } from './page-watch';

interface Frame {
  readonly mailboxes?: readonly string[];
  readonly contactIds?: readonly unknown[];
  /** How long it takes to answer, in ms. */
  readonly after?: number;
}
interface FakeTab {
  readonly id: number;
  readonly url?: string;
  readonly frames: readonly Frame[];
}

const own = 'chrome-extension://holdfast';
const mail = 'https://mail.acme.example/';
const ann = 'ann@acme.example';
const bob = 'bob@acme.example';

let front: FakeTab;
let shown: PageInFront[];
let watch: PageWatch | undefined;
let granted: boolean;
let asked: number;

const events = ['onActivated', 'onUpdated', 'onFocusChanged', 'onAdded', 'onRemoved', 'onMessage'] as const;
const listeners = new Map<(typeof events)[number], Set<(...given: never[]) => void>>();

function event(name: (typeof events)[number]) {
  const set = new Set<(...given: never[]) => void>();
  listeners.set(name, set);
  return {
    addListener: (listener: () => void) => void set.add(listener),
    removeListener: (listener: () => void) => void set.delete(listener),
  };
}
const fire = (name: (typeof events)[number], ...given: unknown[]) => {
  for (const listener of [...(listeners.get(name) ?? [])]) listener(...(given as never[]));
};
/** A message from a page in that tab. */
const tell = (message: unknown, tabId = front.id) => fire('onMessage', message, { tab: { id: tabId } });

beforeEach(() => {
  vi.useFakeTimers();
  shown = [];
  granted = true;
  asked = 0;
  front = { id: 7, url: mail, frames: [{ mailboxes: [ann] }] };
  Object.assign(fakeBrowser, {
    tabs: {
      query: async () => [front],
      get: async () => front,
      onActivated: event('onActivated'),
      onUpdated: event('onUpdated'),
      sendMessage: async (tabId: number, { token }: { token: string }) => {
        asked += 1;
        for (const { mailboxes = [], contactIds, after = 1 } of front.frames) {
          const answer = { name: 'peopleOnPage', token, mailboxes, writing: [], contactIds };
          setTimeout(() => tell(answer, tabId), after);
        }
      },
    },
    windows: { onFocusChanged: event('onFocusChanged') },
    permissions: { contains: async () => granted, onAdded: event('onAdded'), onRemoved: event('onRemoved') },
    runtime: { ...fakeBrowser.runtime, getURL: (path: string) => `${own}${path}`, onMessage: event('onMessage') },
  });
});
afterEach(() => {
  watch?.stop();
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
async function begin(): Promise<void> {
  let tokens = 0;
  watch = watchPage(
    () => `token ${++tokens}`,
    (page) => shown.push(page),
  );
  await pass(200);
}
const answered = (mailboxes: readonly string[], contactIds: readonly string[] = []) => ({
  state: 'answered',
  origin: front.url?.startsWith(own) ? undefined : 'https://mail.acme.example',
  mailboxes,
  writing: [],
  contactIds,
  openIds: [],
});

it('says whom all frames show, together and once', async () => {
  front = { ...front, frames: [{ mailboxes: [ann] }, {}, { mailboxes: [bob], contactIds: ['b', 7], after: 20 }] };
  await begin();
  expect(shown).toEqual([{ state: 'asking' }, answered([ann, bob], ['b'])]);
});

it.each([
  ['another tab comes in front', () => fire('onActivated')],
  ['the window is looked at again', () => fire('onFocusChanged', 3)],
  ['its address changes', () => fire('onUpdated', 7, { url: `${mail}#2` })],
  ['it has loaded', () => fire('onUpdated', 7, { status: 'complete' })],
  ['the page says that people have changed', () => tell({ name: 'peopleChanged' })],
  ['a frame that was never asked tells of people', () => tell({ name: 'reportSightings', request: {} })],
  ['a site was allowed', () => fire('onAdded', {})],
])('asks again when %s', async (_, happen) => {
  await begin();
  front = { ...front, frames: [{ mailboxes: [bob] }] };
  happen();
  await pass(300);
  expect(shown.at(-1)).toEqual(answered([bob]));
});

it.each([
  ['another tab loads', () => fire('onUpdated', 8, { url: mail, status: 'complete' })],
  ['only the title changes', () => fire('onUpdated', 7, { title: 'Inbox (3)' })],
  ['a page in another tab changes', () => tell({ name: 'peopleChanged' }, 8)],
  ['a page of ours sends a message', () => fire('onMessage', { name: 'reportSightings' }, {})],
  ['the page says something else', () => tell({ name: 'hello', request: {} })],
])('does not ask when %s', async (_, happen) => {
  await begin();
  happen();
  await pass(2_000);
  expect(asked).toBe(1);
});

it('asks a page that scrolls and scrolls a few times a second at most', async () => {
  await begin();
  for (let step = 0; step < 40; step++) {
    tell({ name: 'reportSightings' });
    await pass(25);
  }
  await pass(300);
  expect(asked).toBeLessThanOrEqual(9);
});

it('keeps what it has said until the same page has answered again', async () => {
  await begin();
  front = { ...front, frames: [{ mailboxes: [bob], after: 900 }] };
  fire('onUpdated', 7, { url: `${mail}#2` });
  await pass(800);
  expect(shown).toHaveLength(2);
  await pass(300);
  expect(shown.slice(2)).toEqual([answered([bob])]);
});

it('says of another tab at once that nothing is known of it yet', async () => {
  await begin();
  front = { id: 8, url: mail, frames: [{ mailboxes: [bob], after: 50 }] };
  fire('onActivated');
  await pass(5);
  expect(shown.slice(2)).toEqual([{ state: 'asking' }]);
  await pass(300);
  expect(shown.at(-1)).toEqual(answered([bob]));
});

it('gives a page that shows nobody the time to draw itself', async () => {
  front = { ...front, frames: [{}] };
  await begin();
  expect(shown).toEqual([{ state: 'asking' }]);
  await pass(600);
  expect(shown.at(-1)).toEqual(answered([]));
});

it('says that a page does not answer, and hears it all the same when it comes', async () => {
  front = { ...front, frames: [{ mailboxes: [ann], after: 4_000 }] };
  await begin();
  await pass(1_500);
  expect(shown.at(-1)).toEqual({ state: 'silent' });
  await pass(3_000);
  expect(shown.at(-1)).toEqual(answered([ann]));
});

it('drops an answer that comes after the user has gone to another tab', async () => {
  front = { ...front, frames: [{ mailboxes: [ann], after: 400 }] };
  await begin();
  front = { id: 8, url: mail, frames: [{ mailboxes: [bob] }] };
  fire('onActivated');
  await pass(1_000);
  expect(shown).toEqual([{ state: 'asking' }, { state: 'asking' }, answered([bob])]);
});

it.each([
  ['a page of the browser', { id: 7, url: 'chrome://newtab/' }, { state: 'unknown' }],
  ['a site it may not know of', { id: 7 }, { state: 'unknown' }],
])('asks nobody on %s', async (_, tab, expected) => {
  front = { ...tab, frames: [] };
  await begin();
  expect(shown).toEqual([expected]);
  expect(asked).toBe(0);
});

it('knows whose page of ours is in front', async () => {
  front = { id: 7, url: `${own}/contact.html?id=ann#write`, frames: [] };
  await begin();
  expect(shown).toEqual([answered([], ['ann'])]);
  front = { id: 7, url: `${own}/recovery.html?id=ann`, frames: [] };
  fire('onUpdated', 7, { url: front.url });
  await pass(100);
  expect(shown.at(-1)).toEqual({ state: 'unknown' });
});

it('tells of a site that is known but was not granted', async () => {
  granted = false;
  await begin();
  const page = { tabId: 7, origin: 'https://mail.acme.example', granted: false };
  expect(shown).toEqual([{ state: 'not-granted', page, origin: page.origin }]);
  expect(asked).toBe(0);
});

it('leaves nothing behind', async () => {
  await begin();
  watch?.stop();
  expect(events.map((name) => listeners.get(name)?.size)).toEqual([0, 0, 0, 0, 0, 0]);
  watch?.again();
  await pass(3_000);
  expect(asked).toBe(1);
});
