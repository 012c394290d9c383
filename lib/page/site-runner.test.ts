// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ExtensionGone, MessageError } from '@/lib/messaging/client';
import { fakeSite, fakeWorld, hosts, mail, openRoots, row, stopTime, tracked, words } from '@/tests/support/fake-page';
import { SiteRunner } from './site-runner';

const ann = 'Ann Lee <ann@norrsken.example>';
const tom = 'Tom Berger <tom@birchvale.example>';
const unknown = { name: 'peopleOnPage', token: 't', writing: [], contactIds: [], openIds: [] };
let runner: SiteRunner | undefined;

beforeEach(() => {
  openRoots();
  stopTime();
  document.body.innerHTML = '';
});
afterEach(() => {
  runner?.stop();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Lets messages arrive and a frame pass. */
async function settle(ms = 40) {
  for (let turn = 0; turn < 4; turn++) await vi.advanceTimersByTimeAsync(ms / 4);
}

async function start(fake: ReturnType<typeof fakeWorld>, html: string) {
  document.body.innerHTML = html;
  runner = new SiteRunner(fake.world);
  runner.start();
  await settle();
}
const reports = (fake: ReturnType<typeof fakeWorld>) => fake.sent.filter(({ name }) => name === 'reportSightings');

describe('a page', () => {
  it('is not read before the consent, and is read once it comes', async () => {
    const fake = fakeWorld(() => tracked('ann'));
    fake.state.consent = false;
    const reads = fakeSite.views.map((view) => vi.spyOn(view, 'read'));
    const inquiries = [vi.spyOn(fake.world, 'siteFor'), vi.spyOn(fakeSite, 'account'), vi.spyOn(fakeSite, 'folder')];
    const language = vi.spyOn(HTMLElement.prototype, 'lang', 'get');
    const queries = vi.spyOn(Document.prototype, 'querySelectorAll');
    await start(fake, `<div class="list">${row('1', ann)}</div>`);
    document.querySelector('.row')?.setAttribute('data-id', '2');
    fake.say({ name: 'whoIsHere', token: 't' });
    fake.state.url = 'https://mail.test/#thread';
    window.dispatchEvent(new Event('hashchange'));
    await settle(1_000);
    for (const spy of [...reads, ...inquiries, language]) expect(spy).not.toHaveBeenCalled();
    // Only what an earlier script of ours has left is looked for.
    expect(queries.mock.calls).toEqual([['span[data-holdfast]']]);
    expect(fake.sent).toEqual([{ name: 'hello', request: {} }]);
    expect(fake.answer).toHaveBeenCalledWith({ ...unknown, mailboxes: [] });
    fake.state.url = 'https://mail.test/#inbox';
    fake.state.consent = true;
    fake.say({ name: 'revision' });
    await settle(200);
    expect(words()).toEqual(['Overdue 50 d']);
    for (const spy of [reads[0], ...inquiries, language]) expect(spy).toHaveBeenCalled();
  });

  it('gets one badge per row in one frame, and asks once', async () => {
    const fake = fakeWorld((mailbox) => (mailbox === ann ? tracked('ann', 70) : { state: 'none' }));
    await start(fake, `<div class="list">${row('1', tom)}${row('2', ann, tom)}</div>`);
    expect(words()).toEqual(['Overdue 70 d']);
    expect(hosts()[0]?.closest('.row')?.getAttribute('data-id')).toBe('2');
    expect(reports(fake)).toHaveLength(1);
  });

  it('does nothing at all while nothing changes, nor for changes that concern nobody', async () => {
    const fake = fakeWorld(() => tracked('ann'));
    await start(fake, `<div class="list">${row('1', ann)}</div><p id="else"></p>`);
    // At rest it is looked at once more whether all of it was read.
    await settle(6_000);
    const look = vi.spyOn(Document.prototype, 'querySelectorAll');
    await settle(5_000);
    for (let count = 0; count < 50; count++) document.querySelector('#else')?.append(document.createElement('i'));
    await settle(500);
    expect(look).not.toHaveBeenCalled();
    expect(reports(fake)).toHaveLength(1);
  });

  it('reads list and thread at once, and offers to track the sender of an open mail', async () => {
    const fake = fakeWorld((mailbox) =>
      mailbox === ann
        ? tracked('ann', 5, false)
        : { state: 'untracked', address: 'tom@birchvale.example', name: 'Tom Berger' },
    );
    await start(fake, `<div class="list">${row('1', ann)}</div><div class="thread">${mail('9', tom, ann)}</div>`);
    expect(words()).toEqual(['Track', 'Overdue 5 d']);
    expect(reports(fake)).toHaveLength(2);
  });

  it('asks in batches of at most 200', async () => {
    const fake = fakeWorld(() => tracked('ann'));
    const rows = Array.from({ length: 450 }, (_, index) => row(String(index), ann)).join('');
    await start(fake, `<div class="list">${rows}</div>`);
    await settle(400);
    const sizes = reports(fake).map(({ request }) => (request as { sightings: unknown[] }).sightings.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(200);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(450);
  });
});

describe('rows that change', () => {
  it('are read again when recycled for somebody else', async () => {
    const fake = fakeWorld((mailbox) => (mailbox === ann ? tracked('ann') : { state: 'none' }));
    await start(fake, `<div class="list">${row('1', ann)}</div>`);
    const item = document.querySelector('.row');
    if (item) item.outerHTML = item.outerHTML.replace(/<span data-holdfast.*?<\/span>/, '');
    await settle();
    expect(words()).toEqual(['Overdue 50 d']);
    document.querySelector('.row b')?.setAttribute('title', tom);
    document.querySelector('.row')?.setAttribute('data-id', '2');
    await settle();
    expect(words()).toEqual([]);
  });

  it('never wear the badge of an answer that came too late', async () => {
    const fake = fakeWorld();
    const { promise, resolve: release } = Promise.withResolvers<unknown>();
    fake.answers.set('reportSightings', () => promise);
    await start(fake, `<div class="list">${row('1', ann)}</div>`);
    document.querySelector('.row b')?.setAttribute('title', tom);
    document.querySelector('.row')?.setAttribute('data-id', '2');
    fake.answers.set('reportSightings', () => ({ replies: [{ state: 'none' }] }));
    release({ replies: [tracked('ann')] });
    await Promise.resolve();
    expect(words()).toEqual([]);
    await settle();
    expect(words()).toEqual([]);
  });

  it('get a dropped badge back, but not for ever', async () => {
    const fake = fakeWorld(() => tracked('ann'));
    await start(fake, `<div class="list">${row('1', ann)}</div>`);
    let returns = 0;
    for (let count = 0; count < 40; count++) {
      if (hosts().length > 0) returns++;
      for (const host of hosts()) host.remove();
      await settle();
    }
    expect(returns).toBeGreaterThan(2);
    expect(returns).toBeLessThanOrEqual(6);
    await settle(11_000);
    expect(words()).toEqual(['Overdue 50 d']);
  });
});

describe('the life of the script', () => {
  it('takes out what an earlier one left', async () => {
    const fake = fakeWorld(() => tracked('ann'));
    await start(fake, `<span data-holdfast="badge"></span><div class="list">${row('1', ann)}</div>`);
    expect(hosts()).toHaveLength(1);
  });

  it('ends with its extension and leaves nothing behind', async () => {
    const fake = fakeWorld(() => tracked('ann'));
    await start(fake, `<div class="list">${row('1', ann)}</div>`);
    fake.answers.set('hello', () => Promise.reject(new ExtensionGone()));
    fake.say({ name: 'revision' });
    await settle(200);
    expect(hosts()).toEqual([]);
    document.querySelector('.list')?.insertAdjacentHTML('beforeend', row('2', tom));
    await settle(200);
    expect(reports(fake)).toHaveLength(1);
  });

  it('does not ask again and again when it is refused', async () => {
    const fake = fakeWorld();
    fake.answers.set('reportSightings', () => Promise.reject(new MessageError('errorDatabase')));
    await start(fake, `<div class="list">${row('1', ann)}</div>`);
    await settle(3_000);
    expect(reports(fake)).toHaveLength(1);
  });

  it('asks again after a write elsewhere, and draws the new state over the old', async () => {
    let rank = 10;
    const fake = fakeWorld(() => tracked('ann', rank));
    await start(fake, `<div class="list">${row('1', ann)}</div>`);
    const [before] = hosts();
    rank = 20;
    fake.say({ name: 'revision' });
    await settle(200);
    expect(words()).toEqual(['Overdue 20 d']);
    expect(hosts()[0]).toBe(before);
  });

  it('asks again when the page comes back from the browser’s cache', async () => {
    const fake = fakeWorld(() => tracked('ann'));
    await start(fake, `<div class="list">${row('1', ann)}</div>`);
    const event = new Event('pageshow');
    Object.assign(event, { persisted: true });
    window.dispatchEvent(event);
    await settle(200);
    expect(reports(fake)).toHaveLength(2);
  });

  it('hides badges for the time asked for, still reads, and shows them again', async () => {
    const fake = fakeWorld(() => tracked('ann'));
    fake.state.hiddenUntilAt = Date.now() + 60_000;
    await start(fake, `<div class="list">${row('1', ann)}</div>`);
    expect(hosts()).toEqual([]);
    expect(reports(fake)).toHaveLength(1);
    await settle(61_000);
    expect(words()).toEqual(['Overdue 50 d']);
  });

  it('tells the popup who is on the page', async () => {
    const fake = fakeWorld();
    await start(fake, `<div class="list">${row('1', ann, tom)}${row('2', ann)}</div>`);
    fake.say({ name: 'whoIsHere', token: 't' });
    expect(fake.answer).toHaveBeenCalledWith({ ...unknown, mailboxes: [ann, tom] });
  });

  it('reads again after a navigation without reload', async () => {
    const fake = fakeWorld(() => tracked('ann'));
    await start(
      fake,
      `<div class="list" style="display:none">${row('1', ann)}</div><div class="thread">${mail('9', ann)}</div>`,
    );
    expect(hosts()[0]?.closest('.thread')).not.toBeNull();
    fake.state.url = 'https://mail.test/#thread';
    document.querySelector('.list')?.setAttribute('style', '');
    document.querySelector('.thread')?.setAttribute('style', 'display:none');
    await settle(600);
    expect(hosts().map((host) => host.closest('.list') !== null)).toEqual([true]);
  });
});
