import { describe, expect, it } from 'vitest';
import { aContact, aLog, aMail, anEvidence, at, rules } from '@/tests/support/rows';
import { attentionOf, inEffect, standingOf } from './cadence';
import type { Contact, Interaction } from './model';

/** "overdue 12 cadence", as it stands on that day. */
function stands(contact: Contact, today: string): string {
  const { status, days, reason, untilOn } = standingOf(contact, today, rules);
  return [status, days, reason, untilOn].filter((part) => part !== undefined).join(' ');
}

describe('inEffect', () => {
  const mail = aMail('2026-11-03 09:00', 'in');
  const takeBack = aLog('2026-11-04 09:00', 'void', { voidsId: mail.id });
  const restore = aLog('2026-11-05 09:00', 'void', { voidsId: takeBack.id });
  const better = aMail('2026-11-03 09:00', 'out', { voidsId: mail.id });
  it.each<[string, Interaction[], Interaction[]]>([
    ['a mail', [mail], [mail]],
    ['taken back', [takeBack, mail], []],
    ['and restored', [restore, mail, takeBack], [mail]],
    ['replaced', [mail, better], [better]],
    ['a void of something unknown', [takeBack], []],
  ])('%s', (_what, all, left) => expect(inEffect(all)).toEqual(left));

  it('follows a chain of taking back and restoring', () => {
    const again = aLog('2026-11-06 09:00', 'void', { voidsId: restore.id });
    const andAgain = aLog('2026-11-07 09:00', 'void', { voidsId: again.id });
    expect(inEffect([mail, takeBack, restore, again])).toEqual([]);
    expect(inEffect([mail, takeBack, restore, again, andAgain])).toEqual([mail]);
  });

  it('keeps entries that void each other', () => {
    const ring = [
      aMail('2026-11-03 09:00', 'in', { id: 'a', voidsId: 'b' }),
      aMail('2026-11-03 09:00', 'in', { id: 'b', voidsId: 'a' }),
    ];
    expect(inEffect(ring)).toHaveLength(2);
  });
});

describe('drifting', () => {
  const contact = aContact({}, [aMail('2026-11-03 09:00', 'out')]);
  it.each([
    ['2026-11-03', 'on-track 0 none'],
    ['2026-11-12', 'on-track 9 none'],
    ['2026-12-02', 'on-track 29 none'],
    ['2026-12-03', 'due 0 cadence'],
    ['2026-12-04', 'overdue 1 cadence'],
    ['2027-01-03', 'overdue 31 cadence'],
    // 60 days later is a Saturday: fading waits for Monday, as due dates do.
    ['2027-01-04', 'fading 32 cadence'],
  ])('%s: %s', (today, expected) => expect(stands(contact, today)).toBe(expected));

  it('moves a due date off the weekend', () => {
    const lastOnFriday = aContact({ cadenceDays: 8 }, [aMail('2026-11-13 09:00', 'out')]);
    expect(stands(lastOnFriday, '2026-11-21')).toBe('on-track 8 none');
    expect(stands(lastOnFriday, '2026-11-23')).toBe('due 0 cadence');
  });

  it('starts on the day of tracking while nothing was seen, and never fades then', () => {
    const fresh = aContact({ trackedOn: '2026-11-02' });
    expect(stands(fresh, '2026-11-10')).toBe('unseen none');
    expect(stands(fresh, '2026-12-02')).toBe('due 0 cadence');
    expect(stands(fresh, '2027-06-02')).toBe('overdue 182 cadence');
  });

  it('takes the answer to "Last in touch?" as contact', () => {
    const known = aContact({}, [aLog('2026-11-09', 'baseline')]);
    expect(stands(known, '2026-11-12')).toBe('on-track 3 none');
  });

  it.each<[string, Interaction]>([
    ['a note', aLog('2026-11-20 09:00', 'note')],
    ['a weak mail', aMail('2026-11-20 09:00', 'out', { weight: 'weak', doubt: 'mass-mail' })],
    ['an automatic reply', aMail('2026-11-20 09:00', 'in', { weight: 'doubtful', doubt: 'auto-reply' })],
    ['a stage', aLog('2026-11-20 09:00', 'stage', { stage: 'customer' })],
  ])('%s does not reset the clock', (_what, one) => {
    expect(stands(aContact({}, [aMail('2026-10-05 09:00', 'out'), one]), '2026-11-20')).toBe('overdue 16 cadence');
  });

  it.each(['call', 'meeting', 'chat', 'mail'] as const)('a logged %s does', (kind) => {
    const contact = aContact({}, [
      aMail('2026-10-05 09:00', 'out'),
      aLog('2026-11-20 09:00', kind, { direction: 'out' }),
    ]);
    expect(stands(contact, '2026-11-20')).toBe('on-track 0 none');
  });

  it('doubts a mail of theirs right after ours, whatever was seen first', () => {
    const ours = aMail('2026-11-03 09:00', 'out');
    const theirs = aMail('2026-11-03 09:01', 'in');
    const later = aMail('2026-11-03 09:02', 'in');
    expect(aContact({}, [theirs, ours]).clock).toMatchObject({
      doubt: 'answered-at-once',
      doubtfulId: theirs.id,
      lastInAt: undefined,
    });
    expect(aContact({}, [ours, later]).clock).toMatchObject({ lastInAt: later.occurredAt });
  });
});

describe('reply owed', () => {
  const friday = aMail('2026-11-13 15:00', 'in');
  it.each<[string, Interaction[], string, string]>([
    ['not before the next working day', [friday], '2026-11-15', 'on-track 2 none'],
    ['on the next working day', [friday], '2026-11-16', 'reply-owed 0 owed'],
    ['counts days since it was due', [friday], '2026-11-18', 'reply-owed 2 owed'],
    ['ends with our mail', [friday, aMail('2026-11-16 09:00', 'out')], '2026-11-18', 'on-track 2 none'],
    [
      'ends with our mail in another thread',
      [friday, aMail('2026-11-16 09:00', 'out', { evidence: anEvidence({ threadId: 'other' }) })],
      '2026-11-18',
      'on-track 2 none',
    ],
    [
      'ends with a mail of unknown direction (from the phone)',
      [friday, aMail('2026-11-16 09:00', 'unknown')],
      '2026-11-18',
      'on-track 5 none',
    ],
    [
      'does not end with such a mail in another thread',
      [friday, aMail('2026-11-16 09:00', 'unknown', { evidence: anEvidence({ threadId: 'other' }) })],
      '2026-11-18',
      'reply-owed 2 owed',
    ],
    [
      'ends with a colleague’s mail, which is weak',
      [friday, aMail('2026-11-16 09:00', 'out', { weight: 'weak', doubt: 'cc-only' })],
      '2026-11-18',
      'on-track 5 none',
    ],
    ['ends with a logged call', [friday, aLog('2026-11-16 09:00', 'call')], '2026-11-18', 'on-track 2 none'],
    [
      'ends with a call logged for that day',
      [friday, aLog('2026-11-13', 'call', { recordedAt: at('2026-11-16 09:00') })],
      '2026-11-18',
      'on-track 5 none',
    ],
    [
      'does not end with a call logged before it',
      [aLog('2026-11-13', 'call', { recordedAt: at('2026-11-13 12:30') }), friday],
      '2026-11-18',
      'reply-owed 2 owed',
    ],
    ['does not end with a note', [friday, aLog('2026-11-16 09:00', 'note')], '2026-11-18', 'reply-owed 2 owed'],
    [
      'does not end with a call that reached nobody',
      [friday, aLog('2026-11-16 09:00', 'call', { weight: 'weak', doubt: 'tried-no-answer' })],
      '2026-11-16',
      'reply-owed 0 owed',
    ],
    [
      'ends with "No reply needed"',
      [friday, aLog('2026-11-16 09:00', 'no-reply-needed', { aboutId: friday.id })],
      '2026-11-18',
      'on-track 5 none',
    ],
    [
      'which binds to that message only',
      [friday, aLog('2026-11-16 09:00', 'no-reply-needed', { aboutId: friday.id }), aMail('2026-11-17 09:00', 'in')],
      '2026-11-18',
      'reply-owed 0 owed',
    ],
    [
      'waits since the first of several mails',
      [friday, aMail('2026-11-17 09:00', 'in')],
      '2026-11-18',
      'reply-owed 2 owed',
    ],
    [
      'needs proof',
      [aMail('2026-11-13 15:00', 'in', { weight: 'doubtful', doubt: 'row-only' })],
      '2026-11-18',
      'overdue 16 cadence',
    ],
  ])('%s', (_what, interactions, today, expected) => expect(stands(aContact({}, interactions), today)).toBe(expected));

  it('without threads: any newer message ends it', () => {
    const loose = (wall: string, direction: 'in' | 'unknown') =>
      aMail(wall, direction, { evidence: anEvidence({ site: 'roundcube' }) });
    const contact = aContact({}, [loose('2026-11-13 15:00', 'in'), loose('2026-11-16 09:00', 'unknown')]);
    expect(stands(contact, '2026-11-18')).toBe('on-track 5 none');
  });

  it('without threads: the newest mail of theirs is owed', () => {
    const mail = aMail('2026-11-13 15:00', 'in', { evidence: anEvidence({ site: 'roundcube' }) });
    expect(stands(aContact({}, [mail]), '2026-11-18')).toBe('reply-owed 2 owed');
  });

  it('without message ids: "No reply needed" still binds to one mail', () => {
    const first = aMail('2026-11-12 15:00', 'in', { evidence: anEvidence({ threadId: 'a' }) });
    const second = aMail('2026-11-13 15:00', 'in', { evidence: anEvidence({ threadId: 'b' }) });
    const settled = aLog('2026-11-16 09:00', 'no-reply-needed', { aboutId: first.id });
    expect(aContact({}, [first, second, settled]).clock.owed?.interactionId).toBe(second.id);
  });

  it('of two threads the one that waits longest is owed', () => {
    const other = aMail('2026-11-12 09:00', 'in', {
      evidence: anEvidence({ threadId: 'other', url: 'https://mail.google.com/x', subject: 'Delivery' }),
    });
    const { owed } = aContact({}, [friday, other]).clock;
    expect(owed).toEqual({
      interactionId: other.id,
      sinceAt: other.occurredAt,
      dueOn: '2026-11-13',
      url: 'https://mail.google.com/x',
      subject: 'Delivery',
    });
  });

  it('stays settled when the mail is seen again or corrected', () => {
    const settled = aLog('2026-11-16 09:00', 'no-reply-needed', { aboutId: friday.id });
    const corrected = { ...friday, id: 'corrected', voidsId: friday.id };
    const again = { ...friday, id: 'again', evidence: { ...friday.evidence, view: 'list' } as Interaction['evidence'] };
    expect(aContact({}, [friday, settled, corrected]).clock.owed).toBeUndefined();
    expect(aContact({}, [friday, settled, again]).clock.owed).toBeUndefined();
  });

  it('comes back when "No reply needed" is taken back', () => {
    const settled = aLog('2026-11-16 09:00', 'no-reply-needed', { aboutId: friday.id });
    const undo = aLog('2026-11-16 09:01', 'void', { voidsId: settled.id });
    expect(aContact({}, [friday, settled, undo]).clock.owed?.interactionId).toBe(friday.id);
  });
});

describe('tried, no answer', () => {
  const old = aMail('2026-10-05 09:00', 'out');
  const tried = aLog('2026-11-20 09:00', 'call', { weight: 'weak', doubt: 'tried-no-answer' });
  it.each<[string, Interaction[], string, string]>([
    ['is silent until the next working day', [old, tried], '2026-11-20', 'planned retry 2026-11-23'],
    ['also over the weekend', [old, tried], '2026-11-22', 'planned retry 2026-11-23'],
    ['comes back then', [old, tried], '2026-11-23', 'overdue 19 retry'],
    ['even where the cadence has time', [aMail('2026-11-18 09:00', 'out'), tried], '2026-11-23', 'due 0 retry'],
    ['and stays', [aMail('2026-11-18 09:00', 'out'), tried], '2026-11-25', 'overdue 2 retry'],
    ['ends when somebody is reached', [old, tried, aLog('2026-11-20 15:00', 'call')], '2026-11-23', 'on-track 3 none'],
    ['ends when they write', [old, tried, aMail('2026-11-20 15:00', 'in')], '2026-11-22', 'on-track 2 none'],
    ['is not the call of the morning', [aLog('2026-11-20 08:00', 'call'), tried], '2026-11-23', 'due 0 retry'],
    [
      'logged for a day, is not ended by what was known of that day',
      [
        aMail('2026-11-20 08:00', 'out'),
        aLog('2026-11-20', 'call', { ...tried, id: 'tried-day', precision: 'day', recordedAt: at('2026-11-20 17:00') }),
      ],
      '2026-11-23',
      'due 0 retry',
    ],
  ])('%s', (_what, interactions, today, expected) => expect(stands(aContact({}, interactions), today)).toBe(expected));
});

describe('snooze', () => {
  const old = aMail('2026-10-05 09:00', 'out');
  const snoozed = { snoozedUntilOn: '2026-11-30', snoozedAt: at('2026-11-20 09:00') };
  it.each<[string, Interaction[], string, string]>([
    ['silences', [old], '2026-11-20', 'planned snooze 2026-11-30'],
    ['until its day', [old], '2026-11-30', 'overdue 26 cadence'],
    ['also what is owed', [aMail('2026-11-10 09:00', 'in')], '2026-11-20', 'planned snooze 2026-11-30'],
    ['until they write', [old, aMail('2026-11-20 15:00', 'in')], '2026-11-23', 'reply-owed 0 owed'],
    [
      'not by an automatic reply',
      [old, aMail('2026-11-20 15:00', 'in', { weight: 'doubtful', doubt: 'auto-reply' })],
      '2026-11-23',
      'planned snooze 2026-11-30',
    ],
    ['not by our own mail', [old, aMail('2026-11-20 15:00', 'out')], '2026-11-23', 'planned snooze 2026-11-30'],
    ['until something goes wrong', [old, aLog('2026-11-21 09:00', 'incident')], '2026-11-21', 'overdue 17 incident'],
  ])('%s', (_what, interactions, today, expected) =>
    expect(stands(aContact(snoozed, interactions), today)).toBe(expected),
  );
});

describe('something went wrong', () => {
  const recent = aMail('2026-11-18 09:00', 'out');
  const incident = aLog('2026-11-20 09:00', 'incident');
  it.each<[string, Interaction[], string, string]>([
    ['asks at once', [recent, incident], '2026-11-20', 'due 0 incident'],
    ['goes on asking', [recent, incident], '2026-11-24', 'due 0 incident'],
    [
      'is not ended by their mail',
      [recent, incident, aMail('2026-11-20 10:00', 'in')],
      '2026-11-23',
      'reply-owed 0 incident',
    ],
    ['is ended by a call', [recent, incident, aLog('2026-11-20 10:00', 'call')], '2026-11-20', 'on-track 0 none'],
    ['is ended by our mail', [recent, incident, aMail('2026-11-20 10:00', 'out')], '2026-11-20', 'on-track 0 none'],
    [
      'is taken back',
      [recent, incident, aLog('2026-11-20 10:00', 'void', { voidsId: incident.id })],
      '2026-11-20',
      'on-track 2 none',
    ],
  ])('%s', (_what, interactions, today, expected) => expect(stands(aContact({}, interactions), today)).toBe(expected));
});

describe('attentionOf', () => {
  const attention = (changes: Partial<Contact>, interactions: Interaction[]) => {
    const contact = aContact(changes, interactions);
    return attentionOf(contact, contact.clock, rules);
  };
  it('is the start of the day on which somebody has to act', () => {
    const mail = aMail('2026-11-03 09:00', 'out');
    expect(attention({}, [mail])).toEqual({ attentionAt: at('2026-12-03 00:00'), fadingAt: at('2027-01-04 00:00') });
    expect(attention({}, [aMail('2026-11-13 15:00', 'in')]).attentionAt).toBe(at('2026-11-16 00:00'));
    expect(attention({ snoozedUntilOn: '2027-02-01', snoozedAt: at('2026-11-20 09:00') }, [mail])).toEqual({
      attentionAt: at('2027-02-01 00:00'),
      fadingAt: at('2027-02-01 00:00'),
    });
    expect(attention({}, [mail, aLog('2026-11-20 09:00', 'incident')]).attentionAt).toBe(at('2026-11-20 09:00'));
  });
  it('waits for the day of the next try, also where the cadence is over', () => {
    const old = aMail('2026-08-05 09:00', 'out');
    const tried = aLog('2026-11-20 09:00', 'call', { weight: 'weak', doubt: 'tried-no-answer' });
    const next = at('2026-11-23 00:00');
    expect(attention({}, [old, tried])).toEqual({ attentionAt: next, fadingAt: next });
  });
  it('is none for deleted and merged contacts', () => {
    expect(attention({ deletedAt: 1 }, [])).toEqual({});
    expect(attention({ mergedIntoId: '01JBBBBBBBBBBBBBBBBBBBBBBB' }, [])).toEqual({});
  });
});

it('ranks what is worse higher', () => {
  const rank = (changes: Partial<Contact>, interactions: Interaction[], today = '2026-11-20') =>
    standingOf(aContact(changes, interactions), today, rules).rank;
  const ranks = [
    rank({}, [aMail('2026-11-18 09:00', 'out')]),
    rank({}, [aMail('2026-10-21 09:00', 'out')]),
    rank({}, [aMail('2026-10-12 09:00', 'out')]),
    rank({}, [aMail('2026-10-05 09:00', 'out')]),
    rank({}, [aMail('2026-08-05 09:00', 'out')]),
    rank({}, [aMail('2026-11-18 09:00', 'in')]),
    rank({}, [aLog('2026-11-18 09:00', 'incident')]),
  ];
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  expect(new Set(ranks).size).toBe(ranks.length);
});
