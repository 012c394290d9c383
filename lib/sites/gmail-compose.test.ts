// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { splitMailboxes } from '@/lib/sites/compose-parts';
import { gmailCompose } from '@/lib/sites/gmail-compose';

function windowWith(tip: string): { compose: Element; send: Element; arrow: Element; editor: Element } {
  document.body.innerHTML = `<div role="dialog"><div data-compose-id="1"><div name="to"></div>
    <div contenteditable="true" role="textbox"></div></div>
    <div role="button" data-tooltip="${tip}"><span>label</span></div>
    <div role="button" aria-haspopup="true" data-tooltip="More (Ctrl-Enter)"></div></div><button id="outside"></button>`;
  const [compose, send, arrow, editor] = [
    '[data-compose-id]',
    '[data-tooltip]',
    '[aria-haspopup]',
    '[contenteditable]',
  ].map((selector) => document.querySelector(selector) ?? document.body) as [Element, Element, Element, Element];
  return { compose, send, arrow, editor };
}

function fires(target: Element, event: Event, compose: Element): boolean {
  let sent = false;
  const listen = (seen: Event) => {
    sent = gmailCompose.isSend(seen, compose);
  };
  document.addEventListener(event.type, listen, { once: true, capture: true });
  target.dispatchEvent(event);
  return sent;
}
const click = () => new MouseEvent('click', { bubbles: true });
const key = (name: string, more: KeyboardEventInit = {}) =>
  new KeyboardEvent('keydown', { key: name, bubbles: true, ...more });

describe('isSend', () => {
  it.each(['Send \u202a(Ctrl-Enter)\u202c', 'Enviar \u202a(⌘Enter)\u202c', 'Отправить (Ctrl-Enter)'])(
    'knows the button "%s"',
    (tip) => {
      const { compose, send } = windowWith(tip);
      expect(fires(send.firstElementChild ?? send, click(), compose)).toBe(true);
      expect(fires(send, key('Enter'), compose)).toBe(true);
      expect(fires(send, key(' '), compose)).toBe(true);
      expect(fires(send, key('a'), compose)).toBe(false);
    },
  );

  it('takes Ctrl+Enter and ⌘+Enter anywhere in the window, but not while a word is being composed', () => {
    const { compose, editor } = windowWith('Send (Ctrl-Enter)');
    expect(fires(editor, key('Enter', { ctrlKey: true }), compose)).toBe(true);
    expect(fires(editor, key('Enter', { metaKey: true }), compose)).toBe(true);
    expect(fires(editor, key('Enter', { ctrlKey: true, isComposing: true }), compose)).toBe(false);
    expect(fires(editor, key('Enter'), compose)).toBe(false);
  });

  it('is not fooled by the schedule arrow, other buttons and other places', () => {
    const { compose, arrow, editor } = windowWith('Send (Ctrl-Enter)');
    expect(fires(arrow, click(), compose)).toBe(false);
    expect(fires(editor, click(), compose)).toBe(false);
    expect(fires(document.querySelector('#outside') ?? editor, key('Enter', { ctrlKey: true }), compose)).toBe(false);
    const { compose: other, send } = windowWith('Discard draft (Ctrl-Shift-D)');
    expect(fires(send, click(), other)).toBe(false);
  });
});

describe('the notice', () => {
  const notice = (inner: string, style = '') =>
    `<div role="alert" style="${style}"><div><span>${inner}</span></div></div>`;
  const sent =
    'Message sent <span role="link" id="link_undo">Undo</span> <span role="link" id="link_vsm">View message</span>';

  it.each([
    ['sent', notice(sent), true],
    ['sent, links without ids', notice('Gesendet <span role="link">Rückgängig</span>'), true],
    ['still sending', notice('Sending…'), false],
    ['taken back', notice('Sending undone.'), false],
    ['hidden', notice(sent, 'display: none'), false],
    ['in a mail', `<div role="main">${notice(sent)}</div>`, false],
    ['none', '', false],
  ])('%s', (_case, html, confirmed) => {
    document.body.innerHTML = html;
    expect(gmailCompose.confirmed?.(document)).toBe(confirmed);
  });

  it.each([
    ['#link_undo', true],
    ['#link_vsm', false],
    ['[role=alert] div', false],
  ])('a click on %s takes the send back: %s', (selector, undone) => {
    document.body.innerHTML = notice(sent);
    let seen = false;
    const listen = (event: Event) => {
      seen = gmailCompose.isUndo?.(event) ?? false;
    };
    document.addEventListener('click', listen, { once: true });
    document.querySelector(selector)?.dispatchEvent(click());
    expect(seen).toBe(undone);
  });
});

describe('splitMailboxes', () => {
  it.each([
    ['a@x.example, B <b@x.example>;c@x.example', ['a@x.example', 'B <b@x.example>', 'c@x.example']],
    ['"Lee, Ann" <a@x.example>, ', ['"Lee, Ann" <a@x.example>']],
    ['Ann', []],
    ['"'.repeat(3_000), []],
  ])('%s', (text, mailboxes) => {
    expect(splitMailboxes(text)).toEqual(mailboxes);
  });
});
