// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { insertInto } from './insert';

const kept = '.sig, blockquote';
const text = 'Dear Ann,';

beforeEach(() => {
  // The browser's own command is proven in the browser; here it only writes where the selection is.
  Object.assign(Document.prototype, {
    execCommand(this: Document, name: string, _: boolean, value: string) {
      if (name !== 'insertText') return false;
      const field = this.activeElement;
      if (field instanceof HTMLTextAreaElement) field.setRangeText(value, field.selectionStart, field.selectionEnd);
      else this.getSelection()?.getRangeAt(0).insertNode(this.createTextNode(value));
      return true;
    },
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(Document.prototype, 'execCommand');
  document.body.replaceChildren();
});

function field(value: string, caret: number, from = caret): HTMLTextAreaElement {
  const area = document.createElement('textarea');
  area.value = value;
  document.body.append(area);
  area.setSelectionRange(from, caret);
  return area;
}

describe('a text area', () => {
  it.each([
    ['at the caret', 'ab|cd', `ab${text}cd`],
    ['behind a selection, which stays', 'a[b]cd', `ab${text}cd`],
    ['above a signature', 'Hi\n\n-- \nRob|in', `Hi\n${text}\n-- \nRobin`],
    ['above a signature that is all there is', '-- \nRobin|', `${text}-- \nRobin`],
    ['above a quoted line', 'Hi\n> one\n> t|wo', `Hi\n> one\n${text}\n> two`],
    ['between lines that only look like a signature', 'a\n--\nb|', `a\n--\nb${text}`],
  ])('gets it %s', (_, before, after) => {
    const caret = before.replace('[', '').search(/[|\]]/);
    const from = before.includes('[') ? before.indexOf('[') : caret;
    const area = field(before.replace(/[|[\]]/g, ''), caret, from);
    expect(insertInto(area, kept, text)).toBe(true);
    expect(area.value).toBe(after);
  });
});

function editable(html: string): HTMLElement {
  document.body.innerHTML = `<div contenteditable="true" tabindex="0">${html}</div>`;
  const root = document.body.firstElementChild;
  if (!(root instanceof HTMLElement)) throw new Error('no editor');
  return root;
}

describe('an editable element', () => {
  it('gets it at its caret, and a selection stays', () => {
    const root = editable('<p>one two</p>');
    const words = root.firstChild?.firstChild ?? root;
    getSelection()?.setBaseAndExtent(words, 0, words, 3);
    expect(insertInto(root, kept, text)).toBe(true);
    expect(root.textContent).toBe(`one${text} two`);
  });

  it('gets it at its beginning where the user has not been in it', () => {
    const root = editable('<p>one</p>');
    getSelection()?.removeAllRanges();
    insertInto(root, kept, text);
    expect(root.textContent).toBe(`${text}one`);
  });

  it.each([
    ['inside', '<p>a</p><div class="sig">Ro<i>bin</i></div><blockquote>q</blockquote>', 'i'],
    ['in the quote below', '<p>a</p><div class="sig">Ro<i>bin</i></div><blockquote>q</blockquote>', 'blockquote'],
    ['with nothing above it', '<div class="sig">Robin</div>', '.sig'],
    ['right behind the caret', '<p>a</p><div class="sig">Robin</div>', undefined],
  ])('leaves signature and quote as they are, caret %s', (_, html, selector) => {
    const root = editable(html);
    const part = selector && root.querySelector(selector)?.firstChild;
    if (part) getSelection()?.collapse(part, 1);
    else getSelection()?.collapse(root, 1);
    const before = [...root.querySelectorAll(kept)].map(({ outerHTML }) => outerHTML);
    expect(insertInto(root, kept, text)).toBe(true);
    expect([...root.querySelectorAll(kept)].map(({ outerHTML }) => outerHTML)).toEqual(before);
    expect(root.firstElementChild?.textContent).toMatch(/^a?Dear Ann,$/);
  });

  it('gets markup as the signs it is made of', () => {
    const root = editable('<p></p>');
    insertInto(root, kept, '<img src=x onerror=alert(1)>');
    expect(root.querySelector('img')).toBeNull();
    expect(root.textContent).toBe('<img src=x onerror=alert(1)>');
  });
});

it('says so where the browser refuses', () => {
  Object.assign(Document.prototype, { execCommand: () => false });
  expect(insertInto(field('', 0), kept, text)).toBe(false);
  expect(insertInto(document.createElementNS('http://www.w3.org/2000/svg', 'svg'), kept, text)).toBe(false);
});
