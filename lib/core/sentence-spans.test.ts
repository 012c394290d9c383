import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceSpans } from './sentence-spans';

const sentences = (text: string) => sentenceSpans(text).map(({ from, to }) => text.slice(from, to).trim());

describe('sentences', () => {
  it.each([
    ['One. Two! Three? Four… Five', ['One.', 'Two!', 'Three?', 'Four…', 'Five']],
    ['Mr. Park calls on Fri. morning at 9 a.m. on the 5th.', ['Mr. Park calls on Fri. morning at 9 a.m. on the 5th.']],
    ['By 4 p.m. Thanks. By Nov. 20 at no. 5.', ['By 4 p.m.', 'Thanks.', 'By Nov. 20 at no. 5.']],
    ['On 4. December. It took 20. We left.', ['On 4. December.', 'It took 20.', 'We left.']],
    ['He said no. We left.', ['He said no.', 'We left.']],
    ['(One.) "Two." Three', ['(One.)', '"Two."', 'Three']],
    ['Version 2.10.3 is at a.example/b.', ['Version 2.10.3 is at a.example/b.']],
  ])('of “%s”', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it.each([
    ['a short line', 'Hi Ann\nwe go', ['Hi Ann', 'we go']],
    ['an empty line', 'Hi Ann,\n\nwe go', ['Hi Ann,', 'we go']],
    ['an item of a list', 'We do this,\n- one\n- two\n3) three', ['We do this,', '- one', '- two', '3) three']],
  ])('end with %s', (_name, text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it.each([
    'With regard to your complaint we have looked into all of it and will\nsend a new one.',
    'We will send it by\nFriday.',
  ])('go on in the next line: “%s”', (text) => {
    expect(sentences(text)).toEqual([text]);
  });

  it('hold every letter of the text once, in order', () => {
    const part = fc.constantFrom('a', 'No', '.', '?', ' ', '\n', '4', 'Mr', ',', '-');
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join('');
        const joined = sentenceSpans(text).map(({ from, to }) => text.slice(from, to));
        expect(joined.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});
