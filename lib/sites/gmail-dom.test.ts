// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carriersIn, legacyId } from '@/lib/sites/gmail-dom';
import { isAddress, mailboxText } from '@/lib/sites/page-parts';

function box(html: string): Element {
  const element = document.createElement('div');
  element.innerHTML = html;
  return element;
}

describe('carriersIn', () => {
  it.each([
    [
      'email before hovercard id',
      '<span email="Ann@X.example" data-hovercard-id="other">Ann</span>',
      ['Ann <ann@x.example>'],
    ],
    [
      'hovercard id alone',
      '<span data-hovercard-id="ann@x.example" data-name="Ann">A.</span>',
      ['Ann <ann@x.example>'],
    ],
    [
      'hovercard id where email holds none',
      '<span email="..." data-hovercard-id="ann@x.example"></span>',
      ['ann@x.example'],
    ],
    ['no address at all', '<span email="Ann">Ann</span><span email="">, </span>', []],
    ['the avatar is left out', '<img email="ann@x.example" data-hovercard-id="ann@x.example">', []],
    ['a chip of a mail being written', '<div name="to"><div data-hovercard-id="ann@x.example">Ann</div></div>', []],
  ])('%s', (_case, html, mailboxes) => {
    expect(carriersIn(box(html)).map(({ mailbox }) => mailbox)).toEqual(mailboxes);
  });
});

describe('mailboxText', () => {
  it.each([
    ['Ann Lee', 'Ann Lee <a@x.example>'],
    ['Lee, Ann (Sales)', '"Lee, Ann (Sales)" <a@x.example>'],
    ['"boss@corp.example" <boss@corp.example>', '"boss@corp.example boss@corp.example" <a@x.example>'],
    ['A@X.example', 'a@x.example'],
    ['', 'a@x.example'],
    ['陈伟', '陈伟 <a@x.example>'],
  ])('%s', (name, mailbox) => {
    expect(mailboxText(name, 'a@x.example')).toBe(mailbox);
  });

  it('leaves exactly one address in brackets, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
        const text = mailboxText(name, 'a@x.example');
        expect(text === 'a@x.example' || /^("[^"<>\\]*"|[^"<>\\,@]*) <a@x\.example>$/.test(text)).toBe(true);
        expect(text.length).toBeLessThan(300);
      }),
    );
  });
});

describe('isAddress', () => {
  it.each(['a@x.example', "o'hara+tag@mail.x.example", 'müller@bücher.example'])('%s is one', (text) => {
    expect(isAddress(text)).toBe(true);
  });
  it.each([
    '',
    '...',
    'Ann',
    'a@x',
    'a@b@x.example',
    'a b@x.example',
    '<a@x.example>',
    '@x.example',
    'a@.example',
    'a@x.example.',
  ])('"%s" is none', (text) => {
    expect(isAddress(text)).toBe(false);
  });
});

describe('legacyId', () => {
  it.each([
    ['16f438f4edd46df5', undefined, '16f438f4edd46df5'],
    [undefined, '#msg-f:1654009536642772396', '16f438e906b36dac'],
    [null, 'thread-f:1654009536642772396', '16f438e906b36dac'],
    [null, '#msg-a:r-8121', undefined],
    ['undefined', 'undefined', undefined],
    [null, '#msg-f:99999999999999999999999999', undefined],
  ])('%s, %s → %s', (hex, permanent, id) => {
    expect(legacyId(hex, permanent)).toBe(id);
  });
});
