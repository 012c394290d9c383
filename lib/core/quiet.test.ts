import { describe, expect, it } from 'vitest';
import { anEvent, deeds, wentWrong } from '@/tests/support/recovery-rows';
import { aContact, aLog, aMail, at, endOf, historyOf, rules, stands } from '@/tests/support/rows';
import { clockOf, type Rules } from './cadence';
import type { FollowUp } from './follow-up';
import type { Contact, Interaction } from './model';
import { attentionOf, standingOf } from './standing';

const old = aMail('2026-08-05 09:00', 'out');
const recent = aMail('2026-11-18 09:00', 'out');
const owed = aMail('2026-11-13 15:00', 'in');
const wrong = wentWrong('2026-11-20 09:00');
const tried = aLog('2026-11-20 09:00', 'call', { weight: 'weak', doubt: 'tried-no-answer' });

function aPlan(dueOn: string, changes: Partial<FollowUp> = {}): FollowUp {
  const contactId = '01JAAAAAAAAAAAAAAAAAAAAAAA';
  return {
    id: '01JCCCCCCCCCCCCCCCCCCCCCCC',
    contactId,
    dueOn,
    channel: 'call',
    madeAt: at('2026-11-01 09:00'),
    updatedAt: 1,
    updatedBy: 'device-1',
    ...changes,
  };
}

describe('a pause', () => {
  const paused = { pausedAt: at('2026-08-10 09:00'), pausedUntilOn: '2026-11-23' };
  it.each<[string, Partial<Contact>, Interaction[], string, string]>([
    ['silences', paused, [old], '2026-11-20', 'paused pause 2026-11-23'],
    ['at its end it is due, not overdue by the time of the pause', paused, [old], '2026-11-23', 'due 0 cadence'],
    ['and overdue from then on', paused, [old], '2026-11-25', 'overdue 2 cadence'],
    ['fades as long after its end as after its due day', paused, [old], '2026-12-23', 'fading 30 cadence'],
    [
      'ends on a weekend: due on Monday',
      { ...paused, pausedUntilOn: '2026-11-21' },
      [old],
      '2026-11-22',
      'on-track 109 none',
    ],
    ['makes nobody due who has time', paused, [recent], '2026-11-23', 'on-track 5 none'],
    [
      'an attempt before it does not count as days over',
      paused,
      [old, { ...tried, occurredAt: at('2026-08-07 09:00') }],
      '2026-11-23',
      'due 0 retry',
    ],
    ['without an end lasts', { pausedAt: paused.pausedAt }, [old], '2028-11-20', 'paused pause'],
    ['a reply is still owed', paused, [old, owed], '2026-11-18', 'reply-owed 2 owed'],
  ])('%s', (_what, changes, rows, today, expected) => expect(stands(aContact(changes, rows), today)).toBe(expected));

  it.each([paused, { pausedAt: paused.pausedAt }])('what went wrong still shows: %o', (changes) =>
    expect(stands(aContact(changes, [old], wrong), '2026-11-20')).toBe('due 0 recovery'),
  );

  it('wants attention at its end', () => {
    const start = at('2026-11-23 00:00');
    expect(attentionOf(aContact(paused, [old]), rules)).toMatchObject({ attentionAt: start });
    expect(attentionOf(aContact({ pausedAt: paused.pausedAt }, [old]), rules)).toEqual({});
  });
});

describe('who is gone', () => {
  it.each<[string, Partial<Contact>, string]>([
    ['left the company', { leftOn: '2026-11-10' }, 'paused left'],
    ['lost', { stage: 'lost' }, 'lost none'],
    ['deleted', { deletedAt: 1 }, 'paused none'],
    ['merged', { mergedIntoId: '01JBBBBBBBBBBBBBBBBBBBBBBB' }, 'paused none'],
  ])('%s: nothing is asked, not even an answer', (_what, changes, expected) => {
    const contact = aContact(changes, [old, owed]);
    expect(stands(contact, '2026-11-20')).toBe(expected);
    expect(attentionOf(contact, rules)).toEqual({});
    if (changes.stage !== 'lost') expect(stands(aContact(changes, [old, owed], wrong), '2026-11-20')).toBe(expected);
  });

  it('lost: only what was planned for winning them back, on its day, and a recovery', () => {
    const lost = { stage: 'lost' } as const;
    const again = aPlan('2026-11-26', { reason: 'try-again' });
    const planned = aContact(lost, [old, owed], { followUps: [aPlan('2026-11-18'), again] });
    expect(stands(planned, '2026-11-25')).toBe('lost none');
    expect(stands(planned, '2026-11-26')).toBe('due 0 plan');
    expect(attentionOf(planned, rules)).toEqual({ attentionAt: at('2026-11-26 00:00') });
    const opened = aContact(lost, [old, owed], wrong);
    expect(stands(opened, '2026-11-20')).toBe('due 0 recovery');
    expect(attentionOf(opened, rules).urgentAt).toBe(at('2026-11-20 09:00'));
  });
});

describe('a plan', () => {
  const ahead = aPlan('2026-11-26');
  it.each<[string, FollowUp[], Interaction[], string, string]>([
    ['silences due and overdue', [ahead], [old], '2026-11-20', 'planned plan 2026-11-26'],
    ['never a reply owed', [ahead], [old, owed], '2026-11-18', 'reply-owed 2 owed'],
    ['is due on its day', [ahead], [old], '2026-11-26', 'due 0 plan'],
    ['asks the day after whether it happened', [ahead], [old], '2026-11-27', 'due 1 plan-passed'],
    ['and goes on asking', [ahead], [old], '2026-12-07', 'due 11 plan-passed'],
    ['is over when it is done', [{ ...ahead, doneAt: 1 }], [recent], '2026-11-26', 'on-track 8 none'],
    ['or dropped', [{ ...ahead, deletedAt: 1 }], [recent], '2026-11-26', 'on-track 8 none'],
    [
      'or happened, logged or seen',
      [ahead],
      [recent, aLog('2026-11-26 09:00', 'call')],
      '2026-11-26',
      'on-track 0 none',
    ],
    ['not by a mail of theirs', [ahead], [recent, aMail('2026-11-27 09:00', 'in')], '2026-11-27', 'due 1 plan-passed'],
    ['not by a touch before its day', [ahead], [recent], '2026-11-20', 'planned plan 2026-11-26'],
    ['not by an attempt', [aPlan('2026-11-20')], [recent, tried], '2026-11-23', 'due 3 plan-passed'],
    [
      'the first of several counts',
      [aPlan('2026-12-03', { id: '01JDDDDDDDDDDDDDDDDDDDDDDD' }), ahead],
      [old],
      '2026-11-20',
      'planned plan 2026-11-26',
    ],
    ['goes before an attempt to repeat', [ahead], [old, tried], '2026-11-24', 'planned plan 2026-11-26'],
    ['shows where nothing was ever seen', [ahead], [], '2026-11-20', 'planned plan 2026-11-26'],
  ])('%s', (_what, followUps, rows, today, expected) =>
    expect(stands(aContact({}, rows, { followUps }), today)).toBe(expected),
  );

  it('silences no recovery, and goes before one that can wait', () => {
    const today = aPlan('2026-11-20');
    expect(stands(aContact({}, [old], { followUps: [ahead], ...wrong }), '2026-11-20')).toBe('due 0 recovery');
    const apologised = wentWrong('2026-11-20 09:00', anEvent('2026-11-20 10:00', deeds.apologised));
    const waits = aContact({}, [old], { followUps: [today], ...apologised });
    expect(stands(waits, '2026-11-20')).toBe('due 0 plan');
    expect(stands(waits, '2026-11-23')).toBe('due 0 recovery');
  });

  it('wants attention on its day, and nobody fades while one is open', () => {
    const contact = aContact({}, [old], { followUps: [ahead] });
    expect(attentionOf(contact, rules)).toEqual({ attentionAt: at('2026-11-26 00:00') });
  });
});

describe('a skip', () => {
  const skip = (wall: string) => aLog(wall, 'skip');
  it.each<[string, Interaction[], string, string]>([
    ['rests until the next working day', [old, skip('2026-11-20 09:00')], '2026-11-22', 'planned skip 2026-11-23'],
    [
      'and then is what it was',
      [aMail('2026-10-05 09:00', 'out'), skip('2026-11-20 09:00')],
      '2026-11-23',
      'overdue 19 cadence',
    ],
    ['never silences a reply owed', [old, owed, skip('2026-11-18 09:00')], '2026-11-18', 'reply-owed 2 owed'],
    [
      'is over after a contact',
      [old, skip('2026-11-20 09:00'), aLog('2026-11-20 10:00', 'call')],
      '2026-11-20',
      'on-track 0 none',
    ],
  ])('%s', (_what, rows, today, expected) => expect(stands(aContact({}, rows), today)).toBe(expected));

  it('is counted in a row, until the next contact', () => {
    const three = ['2026-11-17', '2026-11-18', '2026-11-19'].map((on) => skip(`${on} 09:00`));
    expect(aContact({}, [old, ...three]).clock.skips).toBe(3);
    expect(aContact({}, [old, ...three.slice(1)]).clock.skips).toBe(2);
    expect(aContact({}, [old, ...three, aLog('2026-11-19 10:00', 'call')]).clock.skips).toBeUndefined();
    const [first] = three;
    expect(aContact({}, [...three, aLog('2026-11-20 09:00', 'void', { voidsId: first?.id })]).clock.skips).toBe(2);
  });
});

describe('the first due day of many tracked at once', () => {
  const spread = { trackedOn: '2026-11-02', firstDueOn: '2026-11-12' };
  it.each<[string, Partial<Contact>, Interaction[], string | undefined]>([
    ['stands while nothing was seen', spread, [], '2026-11-12'],
    ['is moved off days off', { ...spread, firstDueOn: '2026-11-14' }, [], '2026-11-16'],
    [
      'stands beside an imported "last in touch"',
      spread,
      [aLog('2026-06-01', 'baseline', { source: 'import' })],
      '2026-11-12',
    ],
    ['ends with the user’s own word', spread, [aLog('2026-11-09', 'baseline')], '2026-12-09'],
    ['ends with the first contact', spread, [aMail('2026-11-03 09:00', 'out')], '2026-12-03'],
    ['says nothing without a cadence', { ...spread, cadenceDays: 'none' }, [], undefined],
  ])('%s', (_what, changes, rows, dueOn) => expect(aContact(changes, rows).clock.dueOn).toBe(dueOn));
});

describe('days off and days away', () => {
  const under = (more: Partial<Rules>, changes: Partial<Contact>, rows: Interaction[], today: string) => {
    const all = { ...rules, ...more };
    const contact = { ...aContact(changes), clock: clockOf({ ...aContact(), ...changes }, historyOf(rows), all) };
    const { status, days, reason } = standingOf(contact, endOf(today), all);
    return [status, days, reason].join(' ');
  };
  const last = aMail('2026-07-02 09:00', 'out');
  const holidays = { holidays: ['2026-08-03'] };
  const away = { away: [{ fromOn: '2026-07-20', toOn: '2026-08-02' }] };
  it.each<[string, Partial<Rules>, Interaction[], string, string]>([
    ['a holiday moves the due day', holidays, [aMail('2026-07-04 09:00', 'out')], '2026-08-03', 'on-track 30 none'],
    ['to the next working day', holidays, [aMail('2026-07-04 09:00', 'out')], '2026-08-04', 'due 0 cadence'],
    ['days away are not counted', away, [last], '2026-08-14', 'on-track 43 none'],
    ['so the due day is as much later', away, [last], '2026-08-17', 'due 0 cadence'],
    [
      'nobody is due while away',
      { away: [{ fromOn: '2026-08-03', toOn: '2026-08-14' }] },
      [last],
      '2026-08-15',
      'on-track 44 none',
    ],
    [
      'a weekend before days away leads past them',
      { away: [{ fromOn: '2026-08-03', toOn: '2026-08-14' }] },
      [aMail('2026-07-02 09:00', 'out')],
      '2026-08-17',
      'due 0 cadence',
    ],
    [
      'a reply stays owed, and counts the days',
      away,
      [aMail('2026-07-17 15:00', 'in')],
      '2026-08-03',
      'reply-owed 14 owed',
    ],
    [
      'an answer is not due on a holiday',
      { holidays: ['2026-07-20'] },
      [aMail('2026-07-17 15:00', 'in')],
      '2026-07-20',
      'on-track 3 none',
    ],
    [
      'an attempt to repeat waits too',
      away,
      [last, { ...tried, occurredAt: at('2026-07-17 09:00') }],
      '2026-08-03',
      'due 0 retry',
    ],
  ])('%s', (_what, more, rows, today, expected) => expect(under(more, {}, rows, today)).toBe(expected));

  it('the clock tells why a due day was moved', () => {
    const moved = (more: Partial<Rules>, row: Interaction) =>
      clockOf(aContact(), historyOf([row]), { ...rules, ...more }).moved;
    expect(moved(away, last)).toEqual({ awayDays: 14 });
    expect(moved(holidays, aMail('2026-07-04 09:00', 'out'))).toEqual({ holidayOn: '2026-08-03' });
    expect(moved({}, last)).toBeUndefined();
  });
});
