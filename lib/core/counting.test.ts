import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aContact, aLog, aMail, anEvidence, at, historyOf, rules } from '@/tests/support/rows';
import { clockOf } from './cadence';
import { type CountingRules, weakKinds, weighed } from './counting';
import type { Interaction } from './model';

const usual: CountingRules = { mostRecipients: 5, countsToo: [] };

function toMany(recipientCount: number | undefined, changes: Partial<Interaction> = {}): Interaction {
  return aMail('2026-11-10 09:00', 'out', { evidence: anEvidence({ recipientCount }), ...changes });
}
const asMassMail = { weight: 'weak', doubt: 'mass-mail' } as const;
const asCopy = { weight: 'weak', doubt: 'cc-only' } as const;

function says(one: Interaction, changes: Partial<CountingRules>): string {
  const { weight, doubt } = weighed(one, { ...usual, ...changes });
  return [weight, doubt].filter(Boolean).join(' ');
}

describe('a mail as the rules of today weigh it', () => {
  it.each<[string, Interaction, Partial<CountingRules>, string]>([
    ['to six, of whom five may be', toMany(6, asMassMail), {}, 'weak mass-mail'],
    ['to six, of whom ten may be', toMany(6, asMassMail), { mostRecipients: 10 }, 'counts'],
    ['to three that counted, of whom two may be', toMany(3), { mostRecipients: 2 }, 'weak mass-mail'],
    ['to many of unknown number', toMany(undefined, asMassMail), { mostRecipients: 10 }, 'weak mass-mail'],
    ['to many, when mass mail counts', toMany(9, asMassMail), { countsToo: ['mass-mail'] }, 'counts'],
    ['in Cc', toMany(2, asCopy), {}, 'weak cc-only'],
    ['in Cc, when that counts', toMany(2, asCopy), { countsToo: ['cc-only'] }, 'counts'],
    ['in Cc of a crowd, when Cc counts', toMany(9, asCopy), { countsToo: ['cc-only'] }, 'weak mass-mail'],
    ['in Cc of a crowd, when both count', toMany(9, asCopy), { countsToo: ['cc-only', 'mass-mail'] }, 'counts'],
    [
      'a calendar’s, when that counts',
      toMany(1, { weight: 'weak', doubt: 'calendar-notice' }),
      { countsToo: ['calendar-notice'] },
      'counts',
    ],
    [
      'a colleague’s, whatever counts',
      toMany(1, { weight: 'weak', doubt: 'colleague' }),
      { countsToo: weakKinds },
      'weak colleague',
    ],
    [
      'doubtful, whatever counts',
      toMany(1, { weight: 'doubtful', doubt: 'auto-reply' }),
      { countsToo: weakKinds },
      'doubtful auto-reply',
    ],
  ])('%s', (_what, one, changes, expected) => expect(says(one, changes)).toBe(expected));

  it('is the same row where nothing but a mail is weighed', () => {
    const call = aLog('2026-11-10', 'call', { weight: 'weak', doubt: 'tried-no-answer' });
    expect(weighed(call, { mostRecipients: 1, countsToo: weakKinds })).toBe(call);
  });

  it('a changed rule moves the clock of mail stored long before', () => {
    const contact = aContact();
    const history = historyOf([toMany(8, asMassMail)]);
    expect(clockOf(contact, history, rules).lastContactAt).toBeUndefined();
    expect(clockOf(contact, history, { ...rules, mostRecipients: 10 }).lastContactAt).toBe(at('2026-11-10 09:00'));
  });
});

const someRules = fc.record({
  mostRecipients: fc.integer({ min: 1, max: 12 }),
  countsToo: fc.subarray([...weakKinds]),
});
const someMail = fc
  .record({
    recipientCount: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
    judged: fc.constantFrom<Partial<Interaction>>(
      { weight: 'counts' },
      asMassMail,
      asCopy,
      { weight: 'weak', doubt: 'calendar-notice' },
      { weight: 'weak', doubt: 'colleague' },
      { weight: 'doubtful', doubt: 'row-only' },
    ),
    direction: fc.constantFrom<'in' | 'out'>('in', 'out'),
    on: fc.integer({ min: 10, max: 28 }),
  })
  .map(({ recipientCount, judged, direction, on }) =>
    aMail(`2026-10-${on} 09:00`, direction, { evidence: anEvidence({ recipientCount }), ...judged }),
  );

describe('whatever the rules', () => {
  it('weighing twice is weighing once', () => {
    fc.assert(
      fc.property(someMail, someRules, (one, now) => {
        const once = weighed(one, now);
        expect(weighed(once, now)).toEqual(once);
      }),
    );
  });

  it('what is weak always says why, and what counts has no doubt', () => {
    fc.assert(
      fc.property(someMail, someRules, (one, now) => {
        const { weight, doubt } = weighed(one, now);
        expect(doubt === undefined).toBe(weight === 'counts');
      }),
    );
  });

  it('a rule that lets more pass takes no contact away', () => {
    fc.assert(
      fc.property(someMail, someRules, (one, now) => {
        if (weighed(one, now).weight !== 'counts') return;
        for (const countsToo of [weakKinds, now.countsToo]) {
          expect(weighed(one, { mostRecipients: now.mostRecipients + 1, countsToo }).weight).toBe('counts');
        }
      }),
    );
  });

  it('a rule switched on and off again leaves the clock as it was', () => {
    fc.assert(
      fc.property(fc.array(someMail, { maxLength: 6 }), someRules, (mails, tried) => {
        const contact = aContact();
        const before = clockOf(contact, historyOf(mails), rules);
        clockOf(contact, historyOf(mails), { ...rules, ...tried });
        expect(clockOf(contact, historyOf(mails), rules)).toEqual(before);
        // Weighing never goes into what is stored: had it done so, the way back would be lost.
        const twice = mails.map((one) => weighed(one, { ...rules, ...tried }));
        expect(clockOf(contact, historyOf(twice), { ...rules, ...tried })).toEqual(
          clockOf(contact, historyOf(mails), { ...rules, ...tried }),
        );
      }),
      { numRuns: 60 },
    );
  });
});
