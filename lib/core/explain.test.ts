import { describe, expect, it } from 'vitest';
import { wentWrong } from '@/tests/support/recovery-rows';
import { aContact, aLog, aMail, anEvidence, at, endOf, english, rules, timeZone } from '@/tests/support/rows';
import type { History } from './cadence';
import { type Reader, sayDay } from './day-words';
import { badgePhrase, explain, reasonOf } from './explain';
import { proofPhrase } from './explain-last';
import type { Contact, Interaction } from './model';
import { standingOf } from './standing';

const reader = (today: string): Reader => ({ ...endOf(today), locale: 'en-GB', timeZone });
const badge = (contact: Contact, today: string) =>
  english(badgePhrase(standingOf(contact, endOf(today), rules), reader(today)));

/** Badge, then the sentences of the card. */
function told(contact: Contact, interactions: readonly Interaction[], today: string): string {
  const standing = standingOf(contact, endOf(today), rules);
  return [badge(contact, today), ...explain(contact, standing, interactions, reader(today)).map(english)].join(' | ');
}

const tried = { weight: 'weak', doubt: 'tried-no-answer' } as const;
const about = (subject: string) => ({ evidence: anEvidence({ threadId: 't', subject }) });

describe('badge and card', () => {
  it.each<[string, Partial<Contact>, Interaction[], string, Partial<History>?]>([
    [
      '2026-12-16',
      {},
      [aMail('2026-11-03 09:00', 'in'), aMail('2026-11-03 15:00', 'out')],
      'Overdue 13 d | Due since 3 Dec. | Last contact 3 Nov: Marta wrote, you answered the same day.',
    ],
    [
      '2026-12-16',
      {},
      [aMail('2026-11-03 15:00', 'out')],
      'Overdue 13 d | Due since 3 Dec. | Last contact 3 Nov: you wrote.',
    ],
    [
      '2026-12-16',
      {},
      [aMail('2026-11-03 15:00', 'out', about('Spring order'))],
      'Overdue 13 d | Due since 3 Dec. | Last contact 3 Nov: you wrote about “Spring order”.',
    ],
    ['2026-12-03', {}, [aLog('2026-11-03 15:00', 'call')], 'Due today | Due today. | Last contact 3 Nov: a call.'],
    [
      '2027-01-20',
      {},
      [aLog('2026-11-03 15:00', 'meeting')],
      'Fading 48 d | Due since 3 Dec 2026. | No contact for 78 days; the wanted cadence is 30 days. | Last contact 3 Nov 2026: a meeting.',
    ],
    [
      '2026-11-12',
      {},
      [aLog('2026-11-03 15:00', 'chat')],
      'On track · 9 d | Due on 3 Dec. | Last contact 3 Nov: a chat.',
    ],
    ['2026-11-03', {}, [aLog('2026-11-03 15:00', 'chat')], 'On track | Due on 3 Dec. | Last contact today: a chat.'],
    [
      '2026-11-10',
      { trackedOn: '2026-11-01' },
      [],
      'No contact seen yet | Due on 1 Dec. | No contact seen yet; the clock started on 1 Nov.',
    ],
    [
      '2026-12-02',
      { trackedOn: '2026-11-01' },
      [],
      'Overdue 1 d | Due since yesterday. | No contact seen yet; the clock started on 1 Nov.',
    ],
    [
      '2026-11-12',
      {},
      [aLog('2026-11-09', 'baseline')],
      'On track · 3 d | Due on 9 Dec. | Last in touch about Monday, by your own answer.',
    ],
    [
      '2026-11-16',
      {},
      [aMail('2026-11-13 15:00', 'in')],
      'Reply owed | Marta wrote on Friday; no answer seen. | The answer is due today.',
    ],
    [
      '2026-11-18',
      {},
      [aMail('2026-11-13 15:00', 'in', about('the delivery date'))],
      'Reply owed 2 d | Marta wrote on Friday about “the delivery date”; no answer seen. | The answer has been due since Monday.',
    ],
    [
      '2026-11-13',
      {},
      [aMail('2026-11-13 15:00', 'in')],
      'On track | Marta wrote today; an answer is due on Monday. | Due on 14 Dec. | Last contact today: Marta wrote.',
    ],
    [
      '2026-11-23',
      {},
      [aMail('2026-10-05 09:00', 'out'), aLog('2026-11-20 09:00', 'call', tried)],
      'Overdue 19 d | You tried to call on Friday; try again today. | Due since 4 Nov. | Last contact 5 Oct: you wrote.',
    ],
    [
      '2026-11-20',
      {},
      [aMail('2026-10-05 09:00', 'out'), aLog('2026-11-20 09:00', 'call', tried)],
      'Planned Mon | You tried to call today; Marta comes back on Monday. | Last contact 5 Oct: you wrote.',
    ],
    [
      '2026-11-20',
      { snoozedUntilOn: '2026-11-21', snoozedAt: at('2026-11-20 09:00') },
      [aMail('2026-10-05 09:00', 'out')],
      'Planned tomorrow | Snoozed until tomorrow, or until Marta writes. | Last contact 5 Oct: you wrote.',
    ],
    [
      '2026-11-20',
      {},
      [aMail('2026-11-18 09:00', 'out')],
      'Recovery: apology today | Recovery: apologise today. | Something went wrong today. | Last contact Wednesday: you wrote.',
      wentWrong('2026-11-20 09:00'),
    ],
    [
      '2026-11-20',
      {},
      [aMail('2026-11-18 09:00', 'in')],
      'Recovery: apology today | Recovery: apologise today. | Something went wrong today. | Marta wrote on Wednesday; no answer seen.',
      wentWrong('2026-11-20 09:00'),
    ],
  ])('%s', (today, changes, interactions, expected, more = {}) =>
    expect(told(aContact(changes, interactions, more), interactions, today)).toBe(expected),
  );

  it.each([
    ['auto-reply', 'A mail on 3 Nov may be an automatic reply, so it does not count.'],
    ['list-post', 'A mail on 3 Nov may have gone to a list, so it does not count.'],
    ['row-only', 'A mail on 3 Nov was seen only in a list; open it, and it counts if it is a real one.'],
    ['direction-unknown', 'A mail on 3 Nov was seen in a list, but not who wrote it; open it to make sure.'],
    ['sender-unclear', 'A mail on 3 Nov may be from somebody else, so it does not count.'],
  ] as const)('a newer mail in doubt: %s', (doubt, sentence) => {
    const interactions = [
      aMail('2026-10-05 09:00', 'out'),
      aMail('2026-11-03 09:00', 'in', { weight: 'doubtful', doubt }),
    ];
    expect(told(aContact({}, interactions), interactions, '2026-11-20')).toContain(sentence);
  });

  it('writes numbers as the locale does', () => {
    const contact = aContact({}, [aMail('2020-01-02 09:00', 'out')]);
    const standing = standingOf(contact, endOf('2026-11-20'), rules);
    expect(english(badgePhrase(standing, { today: '2026-11-20', locale: 'de' }))).toBe('Fading 2.482 d');
  });
});

it('gives a line of the list its one sentence', () => {
  const reason = (interactions: Interaction[], today: string) => {
    const contact = aContact({}, interactions);
    return english(reasonOf(contact, standingOf(contact, endOf(today), rules), interactions, reader(today)));
  };
  expect(reason([aMail('2026-11-03 15:00', 'out')], '2026-12-16')).toBe('Last contact 3 Nov: you wrote.');
  expect(reason([aMail('2026-11-13 15:00', 'in')], '2026-11-18')).toBe('Marta wrote on Friday; no answer seen.');
  expect(reason([aMail('2026-11-13 15:00', 'in')], '2026-11-13')).toBe(
    'Marta wrote today; an answer is due on Monday.',
  );
  expect(reason([], '2026-11-20')).toBe('No contact seen yet; the clock started on 1 Oct.');
});

it('tells of "No reply needed" from the clock alone, also when the mail was corrected since', () => {
  const friday = aMail('2026-11-13 15:00', 'in');
  const settled = aLog('2026-11-16 09:00', 'no-reply-needed', { aboutId: friday.id });
  const corrected = { ...friday, id: 'corrected', voidsId: friday.id };
  const phone = aMail('2026-11-17 09:00', 'unknown');
  for (const rows of [
    [friday, settled],
    [friday, settled, corrected],
    [friday, settled, phone],
  ]) {
    const contact = aContact({}, rows);
    const standing = standingOf(contact, endOf('2026-11-18'), rules);
    const [newest] = rows.filter((one) => one.id === contact.clock.lastContactId);
    expect(english(reasonOf(contact, standing, newest ? [newest] : [], reader('2026-11-18')))).toBe(
      'Last contact Friday: Marta wrote, no reply needed.',
    );
  }
});

describe('the proof', () => {
  const proof = (interactions: readonly Interaction[], known = interactions) => {
    const contact = aContact({}, interactions);
    const found = proofPhrase(contact, standingOf(contact, endOf('2026-11-20'), rules), known);
    return found && english(found);
  };
  const mail = (view: string) =>
    aMail('2026-11-03 09:00', 'out', { evidence: anEvidence({ view, rule: 'carrier-in-list' }) });
  it.each([
    ['list', 'a list of mail'],
    ['thread', 'an open conversation'],
    ['compose', 'the compose window'],
    ['record', 'a record of the contact'],
    ['constructor', 'constructor'],
  ])('names page and rule: %s', (view, words) =>
    expect(proof([mail(view)])).toBe(`Seen in ${words} on mail.google.com, by the rule carrier-in-list.`),
  );
  it('is that of the mail that waits, not of the newest contact', () => {
    const waits = aMail('2026-11-13 15:00', 'in', { evidence: anEvidence({ threadId: 'a', rule: 'waiting' }) });
    const newer = aMail('2026-11-19 15:00', 'in', { evidence: anEvidence({ threadId: 'b', rule: 'newer' }) });
    expect(proof([waits, newer])).toContain('waiting');
  });
  it('is the word of whoever entered or imported it', () => {
    expect(proof([aLog('2026-11-03', 'call')])).toBe('You entered it yourself.');
    expect(proof([aLog('2026-11-03', 'call', { source: 'import' })])).toBe('It was imported.');
  });
  it('is left out where the sentence has it, or where there is none', () => {
    expect(proof([aLog('2026-11-03', 'baseline')])).toBeUndefined();
    expect(proof([])).toBeUndefined();
    expect(proof([mail('list')], [])).toBeUndefined();
  });
});

it.each([
  ['2026-11-20', 'today'],
  ['2026-11-19', 'yesterday'],
  ['2026-11-21', 'tomorrow'],
  ['2026-11-14', 'Saturday'],
  ['2026-11-26', 'Thursday'],
  ['2026-11-13', '13 Nov'],
  ['2026-11-27', '27 Nov'],
  ['2025-11-20', '20 Nov 2025'],
  ['2027-01-02', '2 Jan 2027'],
])('sayDay(%s) = %s', (on, expected) => expect(sayDay(on, '2026-11-20', 'en-GB')).toBe(expected));
