import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownText } from './own-text';

const kept = (text: string) =>
  ownText(text)
    .split(/\s+/)
    .filter((word) => word !== '')
    .join(' ');

describe('own text', () => {
  it.each([
    ['quoted lines', 'Yes.\n> Do you?\n  > Really?\nNo.', 'Yes. No.'],
    ['an older mail', 'Yes.\n\nOn Tue, 24 Nov 2026 at 09:12, Ann Weaver wrote:\n\nDo you?\nAnn', 'Yes.'],
    ['one whose head is broken', 'Yes.\nOn 24 Nov 2026, Ann Weaver\n<ann@weaver.example>\nwrote:\nDo you?', 'Yes.'],
    ['a German one', 'Ja.\nAm 24.11.2026 um 09:12 schrieb Ann Weaver:\nUnd du?', 'Ja.'],
    ['a French one', 'Oui.\nLe 24 nov. 2026 à 09:12, Ann Weaver a écrit :\nEt toi ?', 'Oui.'],
    ['one behind a line', 'Yes.\n-----Original Message-----\nDo you?', 'Yes.'],
    ['one behind a German line', 'Ja.\n-------- Ursprüngliche Nachricht --------\nUnd du?', 'Ja.'],
    ['one behind its fields', 'Yes.\n\nFrom: Ann\nSent: Tuesday\nTo: Kim\n\nDo you?', 'Yes.'],
    ['one behind Spanish fields', 'Sí.\nDe: Ann\nEnviado: martes\n\n¿Y tú?', 'Sí.'],
    ['a forwarded one', 'See below.\n\nBegin forwarded message:\n\nDo you?', 'See below.'],
    ['the signature', 'Yes.\n-- \nKim\nCloses at 5', 'Yes.'],
    ['words in quotation marks', 'You wrote: "Tomorrow." I say “no”, „nein“ and «non».', 'You wrote: I say , and .'],
  ])('leaves out %s', (_name, text, expected) => {
    expect(kept(text)).toBe(expected);
  });

  it.each([
    ['answers between quoted lines', 'On 24 Nov 2026 Ann wrote:\n> Do you?\nYes.\n> Really?\nNo.', 'Yes. No.'],
    ['what is from somewhere', 'From: the harbour\nwe go on.', 'From: the harbour we go on.'],
    ['a dash between words', 'Yes -- no', 'Yes -- no'],
    ['what only looks like a head', 'On Monday we wrote:\nyes.', 'On Monday we wrote: yes.'],
    ['a date far from a speaker', 'On 1 May we left.\n\nShe wrote:\nyes.', 'On 1 May we left. She wrote: yes.'],
    ['an inch', 'A 19" rack\nand a 24" screen', 'A 19" rack and a 24" screen'],
  ])('keeps %s', (_name, text, expected) => {
    expect(kept(text)).toBe(expected);
  });

  it('writes every apostrophe and blank in one way', () => {
    expect(ownText('I’ll\u00a0go')).toBe("I'll go");
  });

  it('leaves every place where it was, and adds nothing', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom('> x', '-- ', '"a" b', 'On 1 May Ann wrote:', 'From: a', 'Date: b', '----- a -----'),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.join('\n');
        const own = ownText(text);
        expect(own).toHaveLength(text.length);
        for (let at = 0; at < text.length; at++) {
          const [mine, theirs] = [own.charAt(at), text.charAt(at)];
          expect(mine === theirs || mine === ' ' || (mine === "'" && /[’ʼ′´`]/.test(theirs))).toBe(true);
        }
      }),
    );
  });
});
