import { describe, expect, it } from 'vitest';
import { promisesIn } from '@/lib/core/promise';
import { dateReader } from '@/lib/reading/date-reader';

const read = dateReader({ locale: 'en-GB', off: { weekend: [0, 6], holidays: [] } });
/** What is promised on Tuesday, 24 November 2026. */
function promised(text: string): string[] {
  return promisesIn(text, '2026-11-24', read).map(({ words, on }) => `${words} = ${on}`);
}

describe('promises', () => {
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
    [
      'I spoke to the lab and the report will be with you by Friday.',
      'the report will be with you by Friday = 2026-11-27',
    ],
    ["As I said, I'll send it by Friday.", "I'll send it by Friday = 2026-11-27"],
    ["I'll send the first part, you'll have the rest, by Friday.", "you'll have the rest, by Friday = 2026-11-27"],
    ["I'll call you tomorrow and the visit on Friday stays.", "I'll call you tomorrow = 2026-11-25"],
    ["I'll call you tomorrow and rest on Friday.", "I'll call you tomorrow = 2026-11-25"],
    ["I'll send it on the 4th of December.", "I'll send it on the 4th of December = 2026-12-04"],
    ["I'll send it by the end of\nnext week.", "I'll send it by the end of\nnext week = 2026-12-04"],
    ["As a goodwill gesture we'll credit it by Friday.", "we'll credit it by Friday = 2026-11-27"],
    ["Once I've asked the lab I'll update you by Friday.", "I'll update you by Friday = 2026-11-27"],
    [
      'I have spoken to them and can confirm that it will be there by Friday.',
      'it will be there by Friday = 2026-11-27',
    ],
    ['Your order is scheduled for Friday.', 'Your order is scheduled for Friday = 2026-11-27'],
    [
      "I'll send you, as agreed, the contract by Friday.",
      "I'll send you, as agreed, the contract by Friday = 2026-11-27",
    ],
    ['The technician will be there on Monday.', 'The technician will be there on Monday = 2026-11-30'],
    ["I'll call you about it tomorrow.", "I'll call you about it tomorrow = 2026-11-25"],
    ['P.S. We send you the rest tomorrow.', 'We send you the rest tomorrow = 2026-11-25'],
  ])('“%s”', (text, expected) => {
    expect(promised(text)).toEqual([expected]);
  });

  it('are named without the day, and with all of the verb', () => {
    const [promise] = promisesIn("I'll stop by tomorrow.", '2026-11-24', read);
    expect(promise?.about).toBe('stop by');
  });

  it('of one subject, with a day each', () => {
    expect(promised("You'll get the draft on Thursday and the final version on Friday.")).toEqual([
      "You'll get the draft on Thursday = 2026-11-26",
      'the final version on Friday = 2026-11-27',
    ]);
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
  const texts: Readonly<Record<string, readonly string[]>> = {
    absence: [
      "I'll be back on Monday.",
      "I'll be travelling tomorrow.",
      "We'll be at the fair next week.",
      "I'll work from home on Friday.",
    ],
    'an appointment': [
      "I'll see you on Thursday.",
      "We'll meet on Friday.",
      "I'll join the call tomorrow.",
      'Friday works for me.',
    ],
    hope: [
      "I'll try to send it by Friday.",
      "Hopefully I'll get it to you by Friday.",
      "I hope we'll have it by Friday.",
      "I'll send it hopefully by Friday.",
      "On Friday we'll send it maybe.",
      "I hope it works and we'll ship it on Friday.",
    ],
    doubt: [
      "I'll probably send it tomorrow.",
      "I'll send it by Friday, if all goes well.",
      "I think I'll send it by Friday.",
      "I'll let you know if I can make it on Friday.",
      "I'll let you know whether Friday works.",
    ],
    'an offer': [
      'I can call you on Thursday.',
      "I'd be happy to call you on Friday.",
      'I can send it on Monday if you like.',
      'I could send it on Monday.',
    ],
    'a need': [
      "I'll need it by Friday.",
      "We'll have to ask you to sign by Friday.",
      "I'll wait for your call on Friday.",
    ],
    'a price': [
      'Our prices will rise on 1 January.',
      'We will invoice you on 1 December.',
      'You will have access until Friday.',
    ],
    'time given': ["I'll give you until Friday.", "You'll have two weeks from Monday.", "I'll take Friday off."],
    'a habit': ['We ship every Tuesday.', 'We always reply within 24 hours.', 'We will send news every Monday.'],
    others: [
      "She'll send it by Friday.",
      'They will deliver it to us by Friday.',
      'Your bank will send it by Friday.',
      'Ann has called and will send it by Friday.',
      'Our auditor will come on Friday.',
      'My wife will call you on Friday.',
    ],
    hearsay: [
      'The courier said he will be with you by Friday.',
      "You told us that you'll send it by Friday.",
      "You'll get it from your bank on Friday.",
    ],
    thanks: [
      "Thanks for letting me know that you'll send it by Friday.",
      "Great that you'll have the budget by Friday!",
    ],
    'the day of something else': [
      "I'll send the minutes of Monday's call.",
      "I'll send the slides for the meeting on Friday.",
      "I'll send you the figures you asked for on Monday.",
      "I'll read the report that came on Friday.",
      "I'll call you about the delivery on Friday.",
      "I'll check the delivery planned on Friday.",
    ],
    'a start': [
      "I'll be available from Monday.",
      "We'll send it after Friday.",
      "We'll send it on Friday at the earliest.",
    ],
    'a question': [
      'Do you want me to call you on Thursday?',
      "Could you confirm that I'll get it by Friday?",
      "I'll send it Friday?",
      "On Friday you'll have it?",
    ],
    'a request': [
      "Please make sure that I'll have it by Friday.",
      'Let us know by Friday.',
      "Tell me if you'll get it by Friday.",
      "I'll send it over, call me on Friday.",
      "I'll make sure; tell me by Friday.",
    ],
    'a refusal': [
      "I won't send it before Friday.",
      "I'll never get it done by Friday.",
      "I'll not be there on Friday.",
    ],
    'private plans': [
      "I'll go to the dentist tomorrow.",
      "We'll celebrate on Friday.",
      "I'll have a meeting on Friday.",
      "On Friday I'll paint.",
      "I'll finish work early on Friday.",
      'We will decide on Friday.',
    ],
    'without a day': [
      "I'll call you soon.",
      "I'll send it in a few days.",
      "I'll reply as soon as possible.",
      "I'll get it done now.",
      "I'm sending you the form today.",
    ],
    'what has been': [
      'I promised to send it by Friday.',
      'I was going to send it tomorrow.',
      'I would have sent it by Friday.',
    ],
    speech: [
      'You wrote: "I\'ll pay you by Friday."',
      'As Ann said, “we’ll send it by Friday”.',
      "You promised: I'll send it by Friday.",
    ],
  };
  it.each(Object.entries(texts).flatMap(([name, group]) => group.map((text) => [name, text])))(
    '%s: “%s”',
    (_name, text) => {
      expect(promised(text)).toEqual([]);
    },
  );
});
