import { describe, expect, it } from 'vitest';
import { anEvent, deeds, wentWrong } from '@/tests/support/recovery-rows';
import { aContact, aLog, aMail, anEvidence, at, endOf, english, rules, timeZone } from '@/tests/support/rows';
import { groupOf, isOfToday, sortAgenda } from './agenda';
import type { History } from './cadence';
import type { Contact, Interaction } from './model';
import { standingOf } from './standing';
import { suggest } from './suggest';

const today = '2026-11-20';
const entry = (changes: Partial<Contact>, interactions: Interaction[] = [], more: Partial<History> = {}) => {
  const contact = aContact(changes, interactions, more);
  return { contact, standing: standingOf(contact, endOf(today), rules) };
};
const tried = { weight: 'weak', doubt: 'tried-no-answer' } as const;
const linked = (url = 'https://mail.google.com/t') => ({ evidence: anEvidence({ threadId: 't', url }) });

it('puts open recoveries into a group of their own, whatever they ask for; only what is due counts for today', () => {
  const late = entry({}, [], wentWrong('2026-11-18 09:00'));
  const ahead = entry({}, [], wentWrong('2026-11-20 09:00', anEvent('2026-11-20 10:00', deeds.apologised)));
  expect([late, ahead].map((one) => groupOf(one.contact, one.standing, today))).toEqual(['recovery', 'recovery']);
  expect([late, ahead].map((one) => isOfToday(one, today))).toEqual([true, false]);
  expect(sortAgenda([ahead, late])).toEqual([late, ahead]);
});

describe('groupOf', () => {
  it.each<[string, Partial<Contact>, Interaction[], string | undefined]>([
    ['overdue', {}, [aMail('2026-10-05 09:00', 'out')], 'overdue'],
    ['fading', {}, [aMail('2026-08-05 09:00', 'out')], 'overdue'],
    ['due today', {}, [aMail('2026-10-21 09:00', 'out')], 'today'],
    ['reply owed since today', {}, [aMail('2026-11-19 09:00', 'in')], 'today'],
    ['reply owed since yesterday', {}, [aMail('2026-11-18 09:00', 'in')], 'overdue'],
    ['due in a week', {}, [aMail('2026-10-28 09:00', 'out')], 'next'],
    ['due in more than a week', {}, [aMail('2026-10-31 09:00', 'out')], undefined],
    ['their mail of today', {}, [aMail('2026-11-20 09:00', 'in')], 'next'],
    [
      'snoozed until Monday',
      { snoozedUntilOn: '2026-11-23', snoozedAt: at('2026-11-20 09:00') },
      [aMail('2026-10-05 09:00', 'out')],
      'next',
    ],
    [
      'snoozed for a month',
      { snoozedUntilOn: '2026-12-21', snoozedAt: at('2026-11-20 09:00') },
      [aMail('2026-10-05 09:00', 'out')],
      undefined,
    ],
    [
      'snoozed until Monday, due much later',
      { snoozedUntilOn: '2026-11-23', snoozedAt: at('2026-11-20 09:00') },
      [aMail('2026-11-19 09:00', 'out')],
      undefined,
    ],
    ['tried today', {}, [aMail('2026-11-18 09:00', 'out'), aLog('2026-11-20 09:00', 'call', tried)], 'next'],
    ['never seen', { trackedOn: '2026-10-26' }, [], 'next'],
  ])('%s', (_what, changes, interactions, expected) => {
    const { contact, standing } = entry(changes, interactions);
    expect(groupOf(contact, standing, today)).toBe(expected);
  });
});

it('puts harm first, then owed replies, then who is longest over by the own cadence, then what comes by day', () => {
  const entries = [
    entry({ name: 'next week' }, [aMail('2026-10-28 09:00', 'out')]),
    entry({ name: 'tomorrow', cadenceDays: 4 }, [aMail('2026-11-19 09:00', 'out')]),
    entry({ name: '10 days over 30' }, [aMail('2026-10-11 09:00', 'out')]),
    entry({ name: '5 days over 7', cadenceDays: 7 }, [aMail('2026-11-09 09:00', 'out')]),
    entry({ name: 'due today' }, [aMail('2026-10-21 09:00', 'out')]),
    entry({ name: 'owed today' }, [aMail('2026-11-19 09:00', 'in')]),
    entry({ name: 'owed long' }, [aMail('2026-11-10 09:00', 'in')]),
    entry({ name: 'went wrong' }, [], wentWrong('2026-11-20 09:00')),
  ];
  const names = [
    'went wrong',
    'owed long',
    'owed today',
    '5 days over 7',
    '10 days over 30',
    'due today',
    'tomorrow',
    'next week',
  ];
  expect(sortAgenda(entries).map((one) => one.contact.name)).toEqual(names);
  expect(sortAgenda(entries.toReversed()).map((one) => one.contact.name)).toEqual(names);
});

it('puts the lead who has waited longer first, and before whoever has the whole day', () => {
  const now = { now: at('2026-11-20 16:00'), today };
  const waits = (name: string, stage: Contact['stage'], since: string) => {
    const contact = aContact({ name, stage }, [aMail(since, 'in')]);
    return { contact, standing: standingOf(contact, now, rules) };
  };
  const ordered = [
    waits('z lead since ten', 'lead', '2026-11-20 10:00'),
    waits('y lead since one', 'lead', '2026-11-20 13:00'),
    waits('a customer since yesterday', 'customer', '2026-11-19 10:00'),
  ];
  expect(sortAgenda(ordered.toReversed()).map((one) => one.contact.name)).toEqual(
    ordered.map((one) => one.contact.name),
  );
});

describe('suggest', () => {
  const old = '2026-10-05 09:00';
  it.each<[string, Partial<Contact>, Interaction[], string, string, string]>([
    [
      'reply owed since Friday',
      {},
      [aMail('2026-11-16 09:00', 'in', linked())],
      'answer-owed',
      'reply',
      'Answer Monday’s mail',
    ],
    [
      'reply owed since yesterday',
      {},
      [aMail('2026-11-19 09:00', 'in')],
      'answer-owed',
      'reply',
      'Answer yesterday’s mail',
    ],
    ['reply owed for long', {}, [aMail('2026-11-03 09:00', 'in')], 'answer-owed', 'reply', 'Answer the mail of 3 Nov'],
    ['they wrote today', {}, [aMail('2026-11-20 09:00', 'in')], 'answer-owed', 'reply', 'Answer today’s mail'],
    [
      'a call reached nobody',
      {},
      [aMail(old, 'out'), aLog('2026-11-19 09:00', 'call', tried)],
      'tried-call',
      'call',
      'Call again',
    ],
    [
      'a mail reached nobody',
      {},
      [aMail(old, 'out'), aLog('2026-11-19 09:00', 'mail', tried)],
      'tried-mail',
      'write',
      'Write to Marta again',
    ],
    [
      'a plan',
      { snoozedUntilOn: '2026-11-26', snoozedAt: at('2026-11-20 09:00') },
      [aMail(old, 'out')],
      'plan-ahead',
      'none',
      'Wait until Thursday',
    ],
    [
      'a newer mail in doubt',
      {},
      [aMail(old, 'out'), aMail('2026-11-03 09:00', 'in', { weight: 'doubtful', doubt: 'row-only' })],
      'mail-to-check',
      'check',
      'Check the mail of 3 Nov',
    ],
    ['nothing ever seen', {}, [], 'never-seen', 'search', 'Look for the last mail'],
    ['a lead who never answered', { stage: 'lead' }, [aMail(old, 'out')], 'lead-silent', 'call', 'Call Marta'],
    ['fading', {}, [aMail('2026-08-05 09:00', 'out')], 'fading-away', 'write', 'Ask how Marta is doing'],
    [
      'they wrote last',
      {},
      [aMail(old, 'in', linked()), aLog('2026-10-06 09:00', 'no-reply-needed', { aboutId: 'they' })].map((one) =>
        one.kind === 'mail' ? { ...one, id: 'they' } : one,
      ),
      'they-wrote-last',
      'reply',
      'Write back to Marta',
    ],
    ['you wrote last', {}, [aMail(old, 'out', linked())], 'you-wrote-last', 'reply', 'Follow up on your mail of 5 Oct'],
    [
      'you wrote last, thread unknown',
      {},
      [aMail(old, 'out')],
      'you-wrote-last',
      'write',
      'Follow up on your mail of 5 Oct',
    ],
    ['after a call', {}, [aLog(old, 'call')], 'after-call', 'write', 'Follow up on the call of 5 Oct'],
    ['after a meeting', {}, [aLog(old, 'meeting')], 'after-meeting', 'write', 'Follow up on the meeting of 5 Oct'],
    ['after a chat', {}, [aLog(old, 'chat')], 'after-chat', 'write', 'Write to Marta'],
    ['on track', {}, [aMail('2026-11-18 09:00', 'out')], 'on-track', 'write', 'Write to Marta'],
  ])('%s', (_what, changes, interactions, situation, act, words) => {
    const { contact, standing } = entry(changes, interactions);
    const step = suggest(contact, standing, { ...endOf(today), locale: 'en-GB', timeZone });
    expect([step.situation, step.act, english(step.phrase)]).toEqual([situation, act, words]);
  });

  it('of what went wrong leads to the recovery', () => {
    const suggested = (more: Partial<History>) => {
      const { contact, standing } = entry({}, [aMail(old, 'out')], more);
      const { phrase, ...step } = suggest(contact, standing, { ...endOf(today), locale: 'en-GB', timeZone });
      return { ...step, words: english(phrase) };
    };
    const rest = { situation: 'went-wrong', act: 'recover', recoveryId: '01JR0000000000000000000000' };
    expect(suggested(wentWrong('2026-11-20 09:00'))).toEqual({ ...rest, words: 'Apologise to Marta' });
    const apologised = wentWrong('2026-11-20 09:00', anEvent('2026-11-20 10:00', deeds.apologised));
    expect(suggested(apologised)).toEqual({ ...rest, words: 'Go on with the recovery' });
  });

  it('leads to the thread and the mail it names', () => {
    const mail = aMail('2026-11-16 09:00', 'in', linked());
    const { contact, standing } = entry({}, [mail]);
    expect(suggest(contact, standing, { ...endOf(today), locale: 'en-GB', timeZone })).toMatchObject({
      interactionId: mail.id,
      url: 'https://mail.google.com/t',
    });
  });
});
