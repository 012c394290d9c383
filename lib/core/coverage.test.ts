import { describe, expect, it } from 'vitest';
import { aContact, aLog, aMail, at, endOf, english, rules } from '@/tests/support/rows';
import { coverageOf, mailboxesInUse, unsureBadge, unsurePhrase } from './coverage';
import type { Contact, MailboxRow } from './model';
import { standingOf } from './standing';

const now = at('2026-11-18 10:00');

function aMailbox(index: string, inbox?: string, sent?: string, changes: Partial<MailboxRow> = {}): MailboxRow {
  return {
    key: `gmail|https://mail.google.com|${index}`,
    site: 'gmail',
    origin: 'https://mail.google.com',
    addresses: [],
    inboxSeenAt: inbox === undefined ? undefined : at(inbox),
    sentSeenAt: sent === undefined ? undefined : at(sent),
    ...changes,
  };
}

describe('mailboxes in use', () => {
  const fresh = aMailbox('u/0', '2026-11-18 09:00');
  const lastMonth = aMailbox('u/1', '2026-10-20 09:00', '2026-10-01 09:00');
  const longAgo = aMailbox('u/2', '2026-10-18 09:00', '2026-10-18 09:00');
  const older = aMailbox('u/3', '2026-09-18 09:00');
  it('are those of thirty days', () => {
    expect(mailboxesInUse([longAgo, lastMonth, fresh, older], now)).toEqual([fresh, lastMonth]);
  });
  it('are at least the one seen last', () => expect(mailboxesInUse([older, longAgo], now)).toEqual([longAgo]));
  it('are each one mailbox, whatever number its account has today', () => {
    const addresses = ['sam@ours.example'];
    const first = aMailbox('u/0', '2026-11-18 09:00', undefined, { addresses });
    const second = aMailbox('u/1', '2026-11-17 09:00', '2026-11-16 09:00', { addresses });
    const elsewhere = aMailbox('u/0', '2026-11-15 09:00', undefined, {
      addresses,
      origin: 'https://mail.acme.example',
    });
    const [one, ...more] = mailboxesInUse([first, second, elsewhere], now);
    expect(one).toMatchObject({ key: first.key, inboxSeenAt: at('2026-11-18 09:00'), sentSeenAt: second.sentSeenAt });
    expect(more).toEqual([elsewhere]);
  });
  it('are none where none was seen', () => expect(coverageOf([], now)).toBeUndefined());
});

describe('what is known of Sent', () => {
  it('is the oldest view of all mailboxes in use', () => {
    const mailboxes = [
      aMailbox('u/0', '2026-11-18 09:00', '2026-11-18 09:00'),
      aMailbox('u/1', '2026-11-17 09:00', '2026-11-10 09:00'),
      aMailbox('u/2', '2026-08-01 09:00', '2026-08-01 09:00'),
    ];
    expect(coverageOf(mailboxes, now)?.sentSeenAt).toBe(at('2026-11-10 09:00'));
  });

  it('is nothing where one of them never showed its Sent', () => {
    const mailboxes = [aMailbox('u/0', '2026-11-18 09:00', '2026-11-18 09:00'), aMailbox('u/1', '2026-11-17 09:00')];
    expect(coverageOf(mailboxes, now)).toEqual({ searchSeenAt: {} });
  });

  it('is beside it the newest search for each person', () => {
    const first = { contactId: 'a', seenAt: 5 };
    const searches = [{ contactId: 'a', seenAt: 9 }, first, { contactId: 'b', seenAt: 7 }];
    const mailboxes = [
      aMailbox('u/0', undefined, undefined, { searches }),
      aMailbox('u/1', undefined, undefined, { searches: [first] }),
    ];
    expect(coverageOf(mailboxes, now)?.searchSeenAt).toEqual({ a: 9, b: 7 });
  });
});

describe('a claim of silence', () => {
  // Last seen 6 October, so due on Thursday, 5 November.
  const marta = aContact({}, [aMail('2026-10-06 09:00', 'out')]);
  const seen = (contact: Contact, today: string, mailboxes: readonly MailboxRow[]) => {
    const moment = endOf(today);
    const standing = standingOf(contact, { ...moment, coverage: coverageOf(mailboxes, moment.now) }, rules);
    const badge = unsureBadge(standing, 'en-GB');
    const why = unsurePhrase(standing, (on) => `on ${on}`);
    return { status: standing.status, badge: badge && english(badge), why: why && english(why) };
  };
  const sent = (on: string, more: Partial<MailboxRow> = {}) => [aMailbox('u/0', `${on} 09:00`, `${on} 09:00`, more)];

  it.each<[string, string, readonly MailboxRow[]]>([
    ['Sent was seen since it was due', '2026-11-17', sent('2026-11-06')],
    ['Sent was seen on the day it was due', '2026-11-17', sent('2026-11-05')],
    ['no mailbox was ever seen', '2026-11-17', []],
    [
      'the search for the person was seen since',
      '2026-11-17',
      sent('2026-11-01', { searches: [{ contactId: marta.id, seenAt: at('2026-11-09 10:00') }] }),
    ],
  ])('is certain when %s', (_what, today, mailboxes) => {
    expect(seen(marta, today, mailboxes)).toEqual({ status: 'overdue', badge: undefined, why: undefined });
  });

  it.each<[string, string, readonly MailboxRow[], string, string, string]>([
    [
      'Sent was seen before it was due',
      '2026-11-17',
      sent('2026-11-02'),
      'overdue',
      'Overdue? 12 d',
      'You may have written since: Sent was last seen on 2026-11-02.',
    ],
    [
      'Sent was never seen',
      '2026-11-17',
      [aMailbox('u/0', '2026-11-17 09:00')],
      'overdue',
      'Overdue? 12 d',
      'You may have written already: Sent has not been seen yet.',
    ],
    [
      'the Sent of the second mailbox was not seen',
      '2026-11-17',
      [...sent('2026-11-17'), aMailbox('u/1', '2026-11-16 09:00', '2026-11-01 09:00')],
      'overdue',
      'Overdue? 12 d',
      'You may have written since: Sent was last seen on 2026-11-01.',
    ],
    [
      'only somebody else was searched for',
      '2026-11-17',
      sent('2026-11-02', { searches: [{ contactId: 'other', seenAt: at('2026-11-16 10:00') }] }),
      'overdue',
      'Overdue? 12 d',
      'You may have written since: Sent was last seen on 2026-11-02.',
    ],
    [
      'it is due today and Sent was seen yesterday',
      '2026-11-05',
      sent('2026-11-04'),
      'due',
      'Due today?',
      'You may have written since: Sent was last seen on 2026-11-04.',
    ],
    [
      'it fades',
      '2026-12-31',
      sent('2026-11-04'),
      'fading',
      'Fading? 56 d',
      'You may have written since: Sent was last seen on 2026-11-04.',
    ],
  ])('is uncertain when %s', (_what, today, mailboxes, status, badge, why) => {
    expect(seen(marta, today, mailboxes)).toEqual({ status, badge, why });
  });

  it('concerns silence only: an attempt to repeat, a reply owed, a contact on track and a snoozed one are as certain as ever', () => {
    const mailboxes = sent('2026-09-01');
    const owed = aContact({}, [aMail('2026-11-13 15:00', 'in')]);
    const snoozed = aContact({ snoozedUntilOn: '2026-12-01', snoozedAt: at('2026-11-10 10:00') }, [
      aMail('2026-10-06 09:00', 'out'),
    ]);
    const tried = aContact({}, [
      aMail('2026-10-06 09:00', 'out'),
      aLog('2026-11-16 09:00', 'call', { weight: 'weak', doubt: 'tried-no-answer' }),
    ]);
    for (const [contact, today, status] of [
      [tried, '2026-11-17', 'overdue'],
      [owed, '2026-11-18', 'reply-owed'],
      [marta, '2026-11-01', 'on-track'],
      [snoozed, '2026-11-17', 'planned'],
    ] as const) {
      expect(seen(contact, today, mailboxes)).toEqual({ status, badge: undefined, why: undefined });
    }
  });

  it('keeps its place in the order of the list', () => {
    const moment = endOf('2026-11-17');
    const unsure = standingOf(marta, { ...moment, coverage: coverageOf(sent('2026-11-02'), moment.now) }, rules);
    expect({ ...unsure, unsure: undefined }).toEqual({ ...standingOf(marta, moment, rules), unsure: undefined });
  });
});
