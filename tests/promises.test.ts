import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/core/calendar';
import { promisesIn } from '@/lib/core/promise';
import { dateReader } from '@/lib/services/date-reader';
import corpus from './corpora/promises.json';

const off = { weekend: [0, 6], holidays: [] };
const read = dateReader({ locale: 'en-GB', off });
/** What is promised on Tuesday, 24 November 2026. */
function promised(text: string): string[] {
  return promisesIn(text, '2026-11-24', read).map(({ words, on }) => `${words} = ${on}`);
}

describe('labelled texts', () => {
  it.each(corpus)('$id: $text', ({ text, sentOn, promises }) => {
    const found = promisesIn(text, sentOn, read);
    expect(found.map(({ words, on }) => ({ words, on }))).toEqual(promises);
  });
});

describe('further promises', () => {
  it.each([
    ["By Friday you'll have our offer.", "By Friday you'll have our offer = 2026-11-27"],
    ["On Monday, we'll send someone round.", "On Monday, we'll send someone round = 2026-11-30"],
    ['Will send the quote tomorrow.', 'Will send the quote tomorrow = 2026-11-25'],
    ["I'm on it and will call you by Friday.", 'will call you by Friday = 2026-11-27'],
    ["I'll send it on Monday or Tuesday.", "I'll send it on Monday or Tuesday = 2026-12-01"],
    ["We'll come by between Monday and Wednesday.", "We'll come by between Monday and Wednesday = 2026-12-02"],
    ["We'll deliver, install and test it by Friday.", "We'll deliver, install and test it by Friday = 2026-11-27"],
    [
      "If you send me the file I'll have the quote ready by Friday.",
      "I'll have the quote ready by Friday = 2026-11-27",
    ],
    ["I'll send it by Friday, is that OK?", "I'll send it by Friday = 2026-11-27"],
    ["I'll make sure that it is with you by Friday.", "I'll make sure that it is with you by Friday = 2026-11-27"],
    ['I should have the quote for you by Friday.', 'I should have the quote for you by Friday = 2026-11-27'],
    ['Our fitter Tom will come on Friday and install it.', 'Our fitter Tom will come on Friday = 2026-11-27'],
    ['I promise that it will be there by Friday.', 'it will be there by Friday = 2026-11-27'],
    ["Just wanted to let you know that we'll call you tomorrow.", "we'll call you tomorrow = 2026-11-25"],
    ["I'll walk you through it on Friday.", "I'll walk you through it on Friday = 2026-11-27"],
    ['I’ll send “it” by\nFriday.', 'I’ll send “it” by\nFriday = 2026-11-27'],
    ["hi ann\ni'll call you tomorrow", "i'll call you tomorrow = 2026-11-25"],
    ['P.S. We send you the rest tomorrow.', 'We send you the rest tomorrow = 2026-11-25'],
  ])('“%s”', (text, expected) => {
    expect(promised(text)).toEqual([expected]);
  });

  it('of one mail, item by item and between quoted lines', () => {
    const text = [
      'On 24 Nov 2026 Ann Weaver wrote:',
      '> When do we get the manuals?',
      'As discussed:',
      "- I'll send the quote by Thursday",
      '- our technician will be with you on Monday at 8',
      '- please send us the form by Friday',
      "> I'll be there by 8 on Friday.",
      'Best regards',
      '-- ',
      "We'll answer within 24 hours.",
    ].join('\n');
    expect(promised(text)).toEqual([
      "I'll send the quote by Thursday = 2026-11-26",
      'our technician will be with you on Monday at 8 = 2026-11-30',
    ]);
  });

  it('say what they are about and where they stand', () => {
    const text = "Thanks! I'll send you the quote by Friday.";
    expect(promisesIn(text, '2026-11-24', read)).toEqual([
      { from: 8, to: 41, words: text.slice(8, 41), on: '2026-11-27', about: 'send the quote' },
    ]);
  });
});

describe('no promise', () => {
  it.each([
    ['absence', "I'll be back on Monday. I'll be travelling tomorrow. We'll be at the fair next week."],
    [
      'an appointment',
      "I'll see you on Thursday. We'll meet on Friday. I'll join the call tomorrow. Friday works for me.",
    ],
    ['hope', "I'll try to send it by Friday. Hopefully I'll get it to you by Friday. I hope we'll have it by Friday."],
    [
      'doubt',
      "I'll probably send it tomorrow. I'll send it by Friday, if all goes well. I think I'll send it by Friday.",
    ],
    [
      'an offer',
      "I can call you on Thursday. I'd be happy to call you on Friday. I can send it on Monday if you like.",
    ],
    ['a need', "I'll need it by Friday. We'll have to ask you to sign by Friday. I'll wait for your call on Friday."],
    [
      'a price',
      'Our prices will rise on 1 January. We will invoice you on 1 December. You will have access until Friday.',
    ],
    ['time given', "I'll give you until Friday. You'll have two weeks from Monday. I'll take Friday off."],
    ['a habit', 'We ship every Tuesday. We always reply within 24 hours. We will send news every Monday.'],
    ['others', "She'll send it by Friday. They will deliver it to us by Friday. Your bank will send it by Friday."],
    ['hearsay', "The courier said he will be with you by Friday. You told us that you'll send it by Friday."],
    [
      'thanks',
      "Thanks for letting me know that you'll send it by Friday. Great that you'll have the budget by Friday!",
    ],
    ['another’s day', "I'll send the minutes of Monday's call. I'll send the slides for the meeting on Friday."],
    ['a day gone by', "I'll send you the figures you asked for on Monday. I'll read the report that came on Friday."],
    [
      'a later start',
      "I'll be available from Monday. We'll send it after Friday. Next Friday at the earliest we'll send it?",
    ],
    [
      'a question',
      "Do you want me to call you on Thursday? Could you confirm that I'll get it by Friday? I'll get it Friday?",
    ],
    [
      'a request',
      "Please make sure that I'll have it by Friday. Let us know by Friday. Tell me if you'll get it by Friday.",
    ],
    ['a refusal', "I won't send it before Friday. I'll never get it done by Friday. I'll not be there on Friday."],
    ['private plans', "I'll go to the dentist tomorrow. We'll celebrate on Friday. I'll have a meeting on Friday."],
    ['no day', "I'll call you soon. I'll send it in a few days. I'll reply as soon as possible. I'll get it done now."],
    [
      'what has been',
      'I promised to send it by Friday. I was going to send it tomorrow. I would have sent it by Friday.',
    ],
    ['speech', 'You wrote: "I\'ll pay by Friday." As Ann said, “we’ll pay by Friday”. You said, I\'ll pay by Friday.'],
  ])('%s', (_name, text) => {
    expect(promised(text)).toEqual([]);
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(...corpus.map(({ text }) => text)),
    fc.constantFrom(
      ..."I'll we will you'll send get have call it the quote to you by on before until within Friday tomorrow next week , . ? and but if that -- > \" ( ) \n \n\n".split(
        ' ',
      ),
    ),
    fc.string({ unit: 'binary' }),
  );
  const text = fc.array(piece).map((pieces) => pieces.join(' '));
  const date = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2024-01-01', days));

  it('has its promises inside, word by word, none before it was sent', () => {
    fc.assert(
      fc.property(text, date, (written, sentOn) => {
        for (const { from, to, words, on, about } of promisesIn(written, sentOn, read)) {
          expect(written.slice(from, to)).toBe(words);
          expect(words.trim()).not.toBe('');
          expect(on >= sentOn).toBe(true);
          expect(about.trim()).not.toBe('');
          expect(about.length).toBeLessThanOrEqual(61);
        }
      }),
    );
  });

  it('promises nothing once it is quoted', () => {
    fc.assert(
      fc.property(text, date, (written, sentOn) => {
        const quoted = written.replace(/^/gm, '> ');
        expect(promisesIn(quoted, sentOn, read)).toEqual([]);
      }),
    );
  });

  it('promises the same whatever is quoted below it', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...corpus), (below, { text: own, sentOn, promises }) => {
        const quoted = below.replace(/^/gm, '> ');
        const found = promisesIn(`${own}\n\n${quoted}`, sentOn, read);
        expect(found.map(({ words, on }) => ({ words, on }))).toEqual(promises);
      }),
    );
  });

  it('is read in no time, however it is made', () => {
    const long = [
      "I'll really ",
      'the team of the ',
      "I'll send the , by Friday ",
      'hi a b c ',
      'On 1 wrote\n',
      'you to ',
    ];
    for (const part of long) {
      const started = performance.now();
      promisesIn(part.repeat(20_000 / part.length), '2026-11-24', read);
      expect(performance.now() - started, part).toBeLessThan(1500);
    }
  });
});
