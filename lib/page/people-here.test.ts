// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeWorld, mail, openRoots, row, stopTime, tracked } from '@/tests/support/fake-page';
import { SiteRunner } from './site-runner';

const ann = 'Ann Lee <ann@norrsken.example>';
const tom = 'Tom Berger <tom@birchvale.example>';
let runner: SiteRunner | undefined;

beforeEach(() => {
  openRoots();
  stopTime();
});
afterEach(() => {
  runner?.stop();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

async function settle(ms = 400) {
  for (let turn = 0; turn < 8; turn++) await vi.advanceTimersByTimeAsync(ms / 8);
}

/** A page with Ann on it, which was asked once. `replyTo` is what the background says of everybody. */
async function askedPage(replyTo = () => tracked('ann')) {
  const fake = fakeWorld(replyTo);
  document.body.innerHTML = `<div class="list">${row('1', ann)}</div>`;
  runner = new SiteRunner(fake.world);
  runner.start();
  await settle();
  fake.say({ name: 'whoIsHere', token: 't' });
  await settle();
  return fake;
}
const list = () => document.querySelector('.list') ?? document.body;
const isPeople = (value: unknown) => typeof value === 'object' && value !== null && 'mailboxes' in value;
const change = { name: 'peopleChanged' };

it('names whom it shows and whose badges it shows', async () => {
  const { answer } = await askedPage();
  expect(answer.mock.calls).toEqual([
    [{ name: 'peopleOnPage', token: 't', mailboxes: [ann], writing: [], contactIds: ['ann'], openIds: [] }],
  ]);
});

it('tells whose mail is open from those who only stand in a list', async () => {
  const { answer, say } = await askedPage();
  document.body.insertAdjacentHTML('beforeend', `<div class="thread">${mail('9', ann)}</div>`);
  await settle();
  expect(answer.mock.calls.at(-1)).toEqual([change]);
  say({ name: 'whoIsHere', token: 'u' });
  expect(answer.mock.calls.at(-1)).toMatchObject([{ contactIds: ['ann'], openIds: ['ann'] }]);
});

it('says once that its answer no longer holds, and again only when it was asked again', async () => {
  const { answer, say } = await askedPage();
  answer.mockClear();
  list().insertAdjacentHTML('beforeend', row('2', tom));
  await settle();
  list().insertAdjacentHTML('beforeend', row('3', 'Cy Tan <cy@tan.example>'));
  await settle();
  expect(answer.mock.calls).toEqual([[change]]);
  say({ name: 'whoIsHere', token: 'u' });
  list().lastElementChild?.remove();
  await settle();
  expect(answer.mock.calls.slice(2)).toEqual([[change]]);
});

it('notices who was tracked meanwhile', async () => {
  let isTracked = false;
  const { answer, say } = await askedPage(() => (isTracked ? tracked('ann') : { state: 'none' }));
  answer.mockClear();
  isTracked = true;
  say({ name: 'revision' });
  await settle();
  expect(answer.mock.calls).toEqual([[change]]);
});

it('says it at the latest when it goes away', async () => {
  const { answer } = await askedPage();
  answer.mockClear();
  window.dispatchEvent(new Event('pagehide'));
  window.dispatchEvent(new Event('pagehide'));
  expect(answer.mock.calls).toEqual([[change]]);
});

it('says nothing where the same people stand in another order of rows, or nobody has asked', async () => {
  const { answer } = await askedPage();
  answer.mockClear();
  list().insertAdjacentHTML('beforeend', row('2', ann));
  list().setAttribute('style', 'color: red');
  await settle();
  expect(answer).not.toHaveBeenCalled();
  runner?.stop();
  const other = fakeWorld(() => tracked('ann'));
  runner = new SiteRunner(other.world);
  runner.start();
  await settle();
  const looks = vi.spyOn(JSON, 'stringify');
  list().insertAdjacentHTML('beforeend', row('3', tom));
  await settle();
  expect(looks.mock.calls.filter(([value]) => isPeople(value))).toEqual([]);
  expect(other.answer).not.toHaveBeenCalled();
});

it('compares a page that never rests a few times a second, not at every change', async () => {
  const { answer } = await askedPage();
  answer.mockClear();
  const looks = vi.spyOn(JSON, 'stringify');
  for (let step = 0; step < 40; step++) {
    list().setAttribute('style', `order: ${step}`);
    await vi.advanceTimersByTimeAsync(25);
  }
  const compared = looks.mock.calls.filter(([value]) => isPeople(value));
  expect(compared.length).toBeGreaterThan(1);
  expect(compared.length).toBeLessThanOrEqual(5);
  expect(answer).not.toHaveBeenCalled();
});
