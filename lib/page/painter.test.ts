// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeSite, fakeWorld, hosts, mail, openRoots, row, stopTime, tracked } from '@/tests/support/fake-page';
import { SiteRunner } from './site-runner';

const people = Array.from({ length: 20 }, (_, number) => `Person ${number} <person${number}@acme.example>`);
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

async function settle(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) await vi.advanceTimersByTimeAsync(100);
}

async function start(html = `<div class="list">${people.map((one, id) => row(String(id), one)).join('')}</div>`) {
  document.body.innerHTML = html;
  runner = new SiteRunner(fakeWorld((mailbox) => tracked(mailbox)).world);
  runner.start();
  await settle();
  expect(hosts()).toHaveLength(people.length);
}
const rows = () => [...document.querySelectorAll('.row')];

const [list, thread] = fakeSite.views;
if (!list || !thread) throw new Error('the site has two views');

it('asks where a badge stands of the row alone that has changed, and puts it into the rebuilt one', async () => {
  const asked = vi.spyOn(list, 'place');
  await start();
  expect(asked).toHaveBeenCalledTimes(people.length);
  const changed = rows()[7];
  changed?.querySelector('.subject')?.replaceWith(Object.assign(document.createElement('i'), { className: 'subject' }));
  await settle();
  expect(asked.mock.calls.slice(people.length).map(([item]) => item)).toEqual([changed]);
  expect(hosts()[7]?.parentElement).toBe(changed?.querySelector('i'));
});

it('asks of all rows again after a while: a column may be hidden by a style sheet', async () => {
  const asked = vi.spyOn(list, 'place');
  await start();
  await vi.advanceTimersByTimeAsync(2_000);
  asked.mockClear();
  rows()[3]?.setAttribute('data-id', 'another');
  await settle();
  expect(asked).toHaveBeenCalledTimes(people.length);
});

it('puts a badge back that went with a line nobody reads', async () => {
  vi.spyOn(list, 'place').mockImplementation((item) => ({
    anchor: item.nextElementSibling ?? item,
    where: 'prepend',
  }));
  await start(`<div class="list">${people.map((one, id) => `${row(String(id), one)}<p></p>`).join('')}</div>`);
  document.querySelectorAll('p')[7]?.replaceWith(document.createElement('p'));
  rows()[3]?.setAttribute('data-id', 'another');
  await settle();
  expect(hosts().map((host) => host.parentElement)).toEqual([...document.querySelectorAll('p')]);
});

it('asks each time beside an open mail, which may have another width by then', async () => {
  const asked = vi.spyOn(thread, 'place');
  await start(`<div class="thread">${people.map((one, id) => mail(String(id), one)).join('')}</div>`);
  asked.mockClear();
  document.querySelector('.mail')?.append('!');
  await settle();
  expect(asked).toHaveBeenCalledTimes(people.length);
});

it('gives all badges of a page the theme it has now, though only one row has changed', async () => {
  const inTheme = (theme: string) => hosts().filter((host) => host.shadowRoot?.querySelector(`.${theme}`)).length;
  await start();
  expect([inTheme('light'), inTheme('dark')]).toEqual([people.length, 0]);
  document.body.insertAdjacentHTML('beforeend', '<style>.subject { color: rgb(240, 240, 240) }</style>');
  rows()[3]?.setAttribute('data-id', 'another');
  await settle();
  expect([inTheme('light'), inTheme('dark')]).toEqual([0, people.length]);
});
