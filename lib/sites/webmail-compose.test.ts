// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { elements, openPage } from '@/tests/support/site-page';
import { outlook } from './outlook';
import { proton } from './proton';
import { sogo } from './sogo';
import { yahoo } from './yahoo';

const cases = [
  {
    site: outlook,
    file: '2026-09-compose',
    send: '[data-testid="ComposeSendButton"] button',
    cancel: '#discardCompose',
  },
  {
    site: proton,
    file: '2026-09-compose',
    send: '[data-testid="composer:send-button"]',
    cancel: '[data-testid="composer:close-button"]',
  },
  { site: yahoo, file: '2026-09-compose', send: '[data-test-id="compose-send-button"]', cancel: undefined },
  { site: sogo, file: '2026-11-compose', send: '[ng-click="editor.send()"]', cancel: '[ng-click^="editor.cancel"]' },
];

function opened({ site, file }: (typeof cases)[number]) {
  openPage(readFileSync(`tests/fixtures/sites/${site.id}/${file}.html`, 'utf8'));
  const { compose: reader } = site;
  if (!reader) throw new Error(`${site.id} has no compose reader`);
  return reader;
}
const at = (selector: string) => elements(selector)[0] ?? document.body;
const click = () => new MouseEvent('click', { bubbles: true, cancelable: true });
const key = (name: string, more: KeyboardEventInit = {}) =>
  new KeyboardEvent('keydown', { key: name, bubbles: true, ...more });

/** What `judge` says of the event while it is on its way, as the page runtime asks. */
function during<T>(target: Element, event: Event, judge: (seen: Event) => T): T | undefined {
  let answer: T | undefined;
  const listen = (seen: Event) => {
    answer = judge(seen);
  };
  document.addEventListener(event.type, listen, { once: true, capture: true });
  target.dispatchEvent(event);
  return answer;
}

describe.each(cases)('$site.id', (one) => {
  const windowOf = (target: Element) => {
    const found = one.site.compose?.windows
      .map((selector) => target.closest(selector))
      .find((window) => window !== null);
    expect(found, 'the target stands in no compose window').toBeTruthy();
    return found ?? document.body;
  };

  it('takes a click on "Send" for sending, wherever on the button, and no other click', () => {
    const reader = opened(one);
    const button = at(one.send);
    const inside = button.firstElementChild ?? button;
    for (const target of [button, inside]) {
      expect(during(target, click(), (event) => reader.isSend(event, windowOf(target)))).toBe(true);
    }
    const others = elements('button, input, [contenteditable="true"]').filter(
      (other) => !button.contains(other) && other !== button,
    );
    expect(others.length).toBeGreaterThan(0);
    for (const other of others) {
      expect(
        during(other, click(), (event) => reader.isSend(event, document.body)),
        other.outerHTML,
      ).toBe(false);
    }
    button.setAttribute('aria-disabled', 'true');
    expect(during(inside, click(), (event) => reader.isSend(event, document.body))).toBe(false);
  });

  it('does not take Enter for sending', () => {
    const reader = opened(one);
    const field = elements('input').at(-1) ?? document.body;
    expect(during(field, key('Enter'), (event) => reader.isSend(event, document.body))).toBe(false);
  });

  it('finds the window around editor and button, with the same people', () => {
    const reader = opened(one);
    const url = new URL('https://mail.example/');
    const [editor] = reader.editors.flatMap((selector) => elements(selector));
    const people = [editor, at(one.send)].map((target) => reader.recipients(windowOf(target ?? document.body), url));
    expect(people[0]).toEqual(people[1]);
    expect(people[0]?.some(({ mailbox }) => mailbox === 'Ann Lee <ann@umbra.example>')).toBe(true);
  });

  it('takes throwing it away after a try for not sent', () => {
    const reader = opened(one);
    if (one.cancel === undefined) return expect(reader.confirmed).toBeUndefined();
    expect(during(at(one.cancel), click(), (event) => reader.isUndo?.(event))).toBe(true);
    expect(during(at(one.send), click(), (event) => reader.isUndo?.(event))).toBe(false);
  });
});

describe('Ctrl+Enter', () => {
  it.each([cases[0], cases[1], cases[2]])('sends in $site.id, but not while a word is being composed', (one) => {
    if (!one) throw new Error('no case');
    const reader = opened(one);
    const field = at('input:not([type="checkbox"]), [contenteditable="true"]');
    const sends = (event: Event) => during(field, event, (seen) => reader.isSend(seen, document.body));
    expect(sends(key('Enter', { ctrlKey: true }))).toBe(true);
    expect(sends(key('Enter', { metaKey: true }))).toBe(true);
    expect(sends(key('Enter', { ctrlKey: true, isComposing: true }))).toBe(false);
  });
});

describe('the notice', () => {
  const notice = (role: string, inner: string) => {
    document.body.innerHTML = `<div role="${role}" aria-atomic="true">${inner}</div>`;
  };

  it('of Proton Mail says sent once it offers to take it back, which its closing button does not', () => {
    notice('alert', '<span>Sending message...</span><button type="button">×</button>');
    expect(proton.compose?.confirmed?.(document)).toBe(false);
    notice('alert', '<span>Message sent <button type="button">Undo</button></span><button type="button">×</button>');
    expect(proton.compose?.confirmed?.(document)).toBe(true);
    expect(during(at('span > button'), click(), (event) => proton.compose?.isUndo?.(event))).toBe(true);
    expect(during(at('div > button'), click(), (event) => proton.compose?.isUndo?.(event))).toBe(false);
  });

  it('of Outlook holds the proof back as long as it offers to take the mail back', () => {
    notice('status', '<span>Sending</span><button type="button">Undo</button>');
    expect(outlook.compose?.confirmed?.(document)).toBe(false);
    expect(during(at('button'), click(), (event) => outlook.compose?.isUndo?.(event))).toBe(true);
    document.body.innerHTML = '';
    expect(outlook.compose?.confirmed?.(document)).toBe(true);
  });
});
