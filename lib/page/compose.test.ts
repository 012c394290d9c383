// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import type { ComposeReader } from '@/lib/sites/site-adapter';
import { fakeSite, fakeWorld } from '@/tests/support/fake-page';
import { ComposeWatch } from './compose';

const reader: ComposeReader = {
  editors: ['textarea'],
  kept: 'blockquote',
  windows: ['.gone', '.compose'],
  recipients: (compose) =>
    [...compose.querySelectorAll('i')].map(({ textContent }) => ({
      mailbox: textContent ?? '',
      role: 'to',
      folder: 'other',
      rule: 'test',
    })),
  isSend: (event, compose) =>
    event instanceof KeyboardEvent
      ? event.ctrlKey
      : event.type === 'submit' || event.target === compose.querySelector('.send'),
  confirms: 'notice',
  confirmed: (page) => page.querySelector('.notice') !== null,
  failed: (page) => page.querySelector('.failure') !== null,
  isUndo: (event) => event.target instanceof Element && event.target.matches('.undo'),
};

let ending = new AbortController();

function setUp(confirms: ComposeReader['confirms'] = 'notice', mayRead = true) {
  document.body.innerHTML =
    '<form class="compose"><i>ann@norrsken.example</i><textarea></textarea><button class="send" type="button">Send</button></form>';
  const fake = fakeWorld();
  let now = 0;
  ending = new AbortController();
  const watch = new ComposeWatch(
    fake.world,
    fakeSite,
    { ...reader, confirms },
    () => undefined,
    () => mayRead,
    () => now,
  );
  watch.listen(ending.signal);
  const find = (selector: string) => document.querySelector<HTMLElement>(selector);
  return { ...fake, watch, find, pass: (ms: number) => (now += ms), names: () => fake.sent.map(({ name }) => name) };
}

afterEach(() => ending.abort());

describe('sending a mail', () => {
  it('tells of the recipients at once, before the page can be left', () => {
    const { find, sent, names } = setUp();
    find('.send')?.click();
    expect(names()).toEqual(['holdSend']);
    expect(sent[0]?.request).toMatchObject({
      site: 'fake',
      recipients: [{ mailbox: 'ann@norrsken.example', role: 'to' }],
    });
  });

  it('passes the user’s words on only where they may promise something', () => {
    const textOf = (written: string, mayRead = true) => {
      const { find, sent } = setUp('notice', mayRead);
      const field = document.querySelector('textarea');
      if (field) field.value = written;
      find('.send')?.click();
      ending.abort();
      const request: { text?: string } = sent[0]?.request ?? {};
      return request.text;
    };
    expect(textOf('Thanks, that works for us.')).toBeUndefined();
    expect(textOf("I'll call you on Monday.", false)).toBeUndefined();
    expect(textOf("Thanks. I'll call you on Monday.\n\n> Tomorrow we will see.")?.trim()).toBe(
      "Thanks. I'll call you on Monday.",
    );
  });

  it('counts a click and the submit it causes as one send', () => {
    const { find, names } = setUp();
    find('.send')?.click();
    find('.compose')?.dispatchEvent(new Event('submit', { bubbles: true }));
    expect(names()).toEqual(['holdSend']);
  });

  it('is seen by keyboard, and typing is not', () => {
    const { find, names } = setUp();
    const press = (key: string, ctrlKey: boolean) =>
      find('textarea')?.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true }));
    press('a', true);
    press('Enter', false);
    expect(names()).toEqual([]);
    press('Enter', true);
    expect(names()).toEqual(['holdSend']);
  });

  it('is not held without recipients: the application will refuse it', () => {
    const { find, names } = setUp();
    find('i')?.remove();
    find('.send')?.click();
    expect(names()).toEqual([]);
  });

  it('is settled only when the window is gone and the page says so', () => {
    const { find, watch, sent, names } = setUp();
    find('.send')?.click();
    document.body.insertAdjacentHTML('beforeend', '<p class="notice"></p>');
    watch.check();
    expect(names()).toEqual(['holdSend']);
    find('.compose')?.remove();
    watch.check();
    watch.check();
    expect(names()).toEqual(['holdSend', 'settleSend']);
    const [held, settled] = sent.map(({ request }): { id?: string; outcome?: string } => request);
    expect(settled).toEqual({ outcome: 'sent', id: held?.id });
    expect(watch.isWaiting()).toBe(false);
  });

  it('can be taken back, also after it was settled', () => {
    const { find, watch, sent } = setUp();
    find('.send')?.click();
    find('.compose')?.remove();
    document.body.insertAdjacentHTML('beforeend', '<p class="notice"><b class="undo"></b></p>');
    watch.check();
    find('.undo')?.click();
    find('.undo')?.click();
    expect(sent.map(({ request }) => (request as { outcome?: string }).outcome)).toEqual([undefined, 'sent', 'undone']);
  });

  it('is given up after a minute without proof', () => {
    const { find, watch, pass, names } = setUp();
    find('.send')?.click();
    find('.compose')?.remove();
    pass(61_000);
    document.body.insertAdjacentHTML('beforeend', '<p class="notice"></p>');
    watch.check();
    expect(names()).toEqual(['holdSend']);
  });

  it('where leaving the page is the proof, is settled by a page without compose window', () => {
    const onCompose = setUp('leave');
    onCompose.watch.settleLeft();
    expect(onCompose.names()).toEqual([]);
    onCompose.find('.compose')?.remove();
    onCompose.watch.settleLeft();
    expect(onCompose.sent).toEqual([{ name: 'settleSend', request: { outcome: 'sent' } }]);
  });

  it('where leaving is the proof, did not happen when the page shows a failure', () => {
    const { find, watch, sent } = setUp('leave');
    find('.send')?.click();
    watch.check();
    document.body.insertAdjacentHTML('beforeend', '<p class="failure"></p>');
    watch.check();
    watch.check();
    const [held, ...settled] = sent.map(({ request }): { id?: string; outcome?: string } => request);
    expect(settled).toEqual([{ outcome: 'undone', id: held?.id }]);
  });

  it('is a send of its own when it is tried again right after a failure', () => {
    const { find, watch, names } = setUp('leave');
    find('.send')?.click();
    document.body.insertAdjacentHTML('beforeend', '<p class="failure"></p>');
    watch.check();
    find('.failure')?.remove();
    find('.send')?.click();
    watch.check();
    expect(names()).toEqual(['holdSend', 'settleSend', 'holdSend']);
    expect(watch.isWaiting()).toBe(true);
  });

  it('by a script of the page is not a person’s send', () => {
    const { find, world, names } = setUp();
    Object.assign(world, { isTrusted: () => false });
    find('.send')?.click();
    expect(names()).toEqual([]);
  });
});
