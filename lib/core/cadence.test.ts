import { describe, expect, it } from 'vitest';
import { wentWrong } from '@/tests/support/recovery-rows';
import { aContact, aLog, aMail, at, endOf, rules, stands } from '@/tests/support/rows';
import type { History } from './cadence';
import { inEffect } from './in-effect';
import type { Contact, Interaction } from './model';
import { attentionOf, standingOf } from './standing';

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
    [
      'told late, ends when they had written on a later day',
      [
        old,
        aMail('2026-11-20 08:00', 'in'),
        aLog('2026-11-19', 'call', { ...tried, id: 'late', precision: 'day', occurredAt: at('2026-11-19') }),
      ],
      '2026-11-20',
      'on-track 0 none',
    ],
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
  ])('%s', (_what, interactions, today, expected) =>
    expect(stands(aContact(snoozed, interactions), today)).toBe(expected),
  );
});

describe('attentionOf', () => {
  const attention = (changes: Partial<Contact>, interactions: Interaction[], more: Partial<History> = {}) => {
    const contact = aContact(changes, interactions, more);
    return attentionOf(contact, rules);
  };
  it('is the start of the day on which somebody has to act', () => {
    const mail = aMail('2026-11-03 09:00', 'out');
    expect(attention({}, [mail])).toEqual({ attentionAt: at('2026-12-03 00:00'), fadingAt: at('2027-01-04 00:00') });
    expect(attention({}, [aMail('2026-11-13 15:00', 'in')]).attentionAt).toBe(at('2026-11-16 00:00'));
    expect(attention({ snoozedUntilOn: '2027-02-01', snoozedAt: at('2026-11-20 09:00') }, [mail])).toEqual({
      attentionAt: at('2027-02-01 00:00'),
      fadingAt: at('2027-02-01 00:00'),
    });
    expect(attention({}, [mail], wentWrong('2026-11-20 09:00'))).toEqual({
      attentionAt: at('2026-11-20 09:00'),
      urgentAt: at('2026-11-20 09:00'),
    });
    expect(attention({}, [mail], wentWrong('2026-11-20 19:00')).urgentAt).toBe(at('2026-11-23 00:00'));
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
  const rank = (
    changes: Partial<Contact>,
    interactions: Interaction[],
    more: Partial<History> = {},
    today = '2026-11-20',
  ) => standingOf(aContact(changes, interactions, more), endOf(today), rules).rank;
  const ranks = [
    rank({}, [aMail('2026-11-18 09:00', 'out')]),
    rank({}, [aMail('2026-10-21 09:00', 'out')]),
    rank({}, [aMail('2026-10-12 09:00', 'out')]),
    rank({}, [aMail('2026-10-05 09:00', 'out')]),
    rank({}, [aMail('2026-08-05 09:00', 'out')]),
    rank({}, [aMail('2026-11-18 09:00', 'in')]),
    rank({}, [], wentWrong('2026-11-18 09:00')),
  ];
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  expect(new Set(ranks).size).toBe(ranks.length);
});
