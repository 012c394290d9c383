import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressesIn, mailboxesIn, mailboxesOfLink } from './addresses';

const found = (text: string) => addressesIn(text).map(({ address }) => address);

describe('addresses in a text', () => {
  it.each([
    ['ann.lee@umbra.example', ['ann.lee@umbra.example']],
    ['E-mail: ann@umbra.example.', ['ann@umbra.example']],
    ['“Ann Lee” <ann@umbra.example>, tom@birch-vale.example;', ['ann@umbra.example', 'tom@birch-vale.example']],
    ["o'brien+crm_7@mail.umbra.example", ["o'brien+crm_7@mail.umbra.example"]],
    ["'ann@umbra.example'", ['ann@umbra.example']],
    ['(ann@umbra.example)', ['ann@umbra.example']],
    ['ann@umbra.example/tom@umbra.example', ['ann@umbra.example', 'tom@umbra.example']],
    ['邮箱ann@umbra.example联系', ['ann@umbra.example']],
    ['البريد: ann@umbra.example، هاتف', ['ann@umbra.example']],
    ['info@bücher.example', ['info@bücher.example']],
    ['ann@例え.テスト', ['ann@例え.テスト']],
    ['ann@xn--bcher-kva.example', ['ann@xn--bcher-kva.example']],
    ['ann@b2b-4you.umbra7.example', ['ann@b2b-4you.umbra7.example']],
    ['Ann (ann@umbra.example): spoke', ['ann@umbra.example']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ['cut in the domain', 'noor+crm103@mail.d'],
    ['cut with an ellipsis', 'tomas.celik19@juni.ex…'],
    ['cut with dots', 'tomas.celik19@juni.example...'],
    ['cut at a hyphen', 'tomas@juni-…'],
    ['cut in front', '…lik19@juniper.example'],
    ['cut in front with dots', '...lik19@juniper.example'],
    ['masked', 'j***@umbra.example'],
    ['half masked', 'j**n@umbra.example'],
    ['with letters no local part has', 'müller@umbra.example'],
    ['of a picture', 'logo@2x.png'],
    ['of a package', 'react@19.3.1'],
    ['of a handle', '@ann on chat'],
    ['of a repository', 'git@code.example:team/crm.git'],
    ['of a URL with a login', 'https://ann@umbra.example/x'],
    ['with two at signs', 'ann@umbra.example@proxy.example'],
    ['with an empty label', 'ann@umbra..example'],
    ['with a label that ends in a hyphen', 'ann@umbra-.example'],
    ['with a number for a top level', 'ann@10.0.0.1'],
    ['with a local part that is too long', `${'a'.repeat(65)}@umbra.example`],
  ])('none that is %s', (_why, text) => {
    expect(found(text)).toEqual([]);
  });

  it('gives the places, so that what stands around can be looked at', () => {
    expect(addressesIn('Ann <ann@umbra.example>')).toEqual([{ address: 'ann@umbra.example', start: 5, end: 22 }]);
  });

  it('finds in any text only what stands in it, whole and in order', () => {
    const piece = fc.constantFrom(
      'ann',
      '@',
      '.',
      'umbra',
      'example',
      '…',
      ' ',
      '-',
      '<',
      '>',
      'ü',
      '邮',
      '*',
      ',',
      '/',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { address, start, end } of addressesIn(text)) {
          expect(text.slice(start, end)).toBe(address);
          expect(start).toBeGreaterThanOrEqual(last);
          expect(address).toMatch(/^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/u);
          expect(text.slice(end)).not.toMatch(/^(?:…|\.\.|@)/u);
          last = end;
        }
      }),
    );
  });

  it('finds in a text of English letters what it finds where a letter of another kind follows', () => {
    const sign = fc.constantFrom(
      'ann',
      '@',
      '@um',
      'b9-ra',
      '2',
      '-',
      '.',
      '.example',
      'xn--',
      '_',
      '*',
      '/',
      ' ',
      '.png',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 12 }), (signs) => {
        const text = signs.join('');
        expect(addressesIn(`${text} é`)).toEqual(addressesIn(`${text} e`));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(['a', '@', 'a@', 'a.', '@a.', 'a-', '\u0301'])('takes no time over 64,000 × %j', (piece) => {
    // Where the time grew with the square of the length, this would not end within the test's time.
    const long = piece.repeat(2_000_000);
    expect([addressesIn(long), mailboxesOfLink(`mailto:${long}`)]).toEqual([[], []]);
  });
});

describe('mailto: links', () => {
  it.each([
    ['mailto:ann@umbra.example', ['ann@umbra.example']],
    ['MAILTO:Ann@Umbra.example?subject=Hi&cc=tom@birchvale.example', ['Ann@Umbra.example']],
    ['mailto:ann%2Bcrm@umbra.example', ['ann+crm@umbra.example']],
    [
      'mailto:ann@umbra.example,tom@birchvale.example;zoe@juniper.example',
      ['ann@umbra.example', 'tom@birchvale.example', 'zoe@juniper.example'],
    ],
    ['mailto:Ann%20Lee%20%3Cann@umbra.example%3E', ['Ann Lee <ann@umbra.example>']],
    ['mailto:%22Lee%22%20%3Cann@umbra.example%3E', ['Lee <ann@umbra.example>']],
    ['mailto:100%@umbra.example', ['100%@umbra.example']],
    ['mailto:?subject=Look&body=at ann@umbra.example', []],
    ['mailto:', []],
    ['mailto:Ann Lee', []],
    ['mailto:ann@localhost', []],
    ['https://umbra.example/?mailto:ann@umbra.example', []],
  ])('%s', (href, expected) => {
    expect(mailboxesOfLink(href)).toEqual(expected);
  });
});

it('a list of mailboxes keeps the whole ones', () => {
  expect(mailboxesIn('Ann <ann@umbra.example>; tom, zoe@juniper.example…')).toEqual(['Ann <ann@umbra.example>']);
});
