import { describe, expect, it } from 'vitest';
import { aContact, aLog, aMail, anEvidence, at, stands } from '@/tests/support/rows';
import type { Interaction } from './model';

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

  const answer = { weight: 'weak', doubt: 'colleague' } as const;
  it('a colleague’s answer in the thread ends it and resets no clock', () => {
    const contact = aContact({}, [friday, aMail('2026-11-16 09:00', 'out', answer)]);
    expect(stands(contact, '2026-11-18')).toBe('on-track 5 none');
    expect(contact.clock).toMatchObject({ colleagueAt: at('2026-11-16 09:00'), lastContactAt: at('2026-11-13 15:00') });
    expect(contact.clock.lastOutAt).toBeUndefined();
  });

  it('a colleague’s later mail in another thread ends it too, one before theirs does not', () => {
    const before = aMail('2026-11-13 09:00', 'out', answer);
    const elsewhere = aMail('2026-11-16 09:00', 'out', { ...answer, evidence: anEvidence({ threadId: 'other' }) });
    expect(stands(aContact({}, [before, friday]), '2026-11-18')).toBe('reply-owed 2 owed');
    expect(stands(aContact({}, [friday, elsewhere]), '2026-11-18')).toBe('on-track 5 none');
  });

  it('without threads: a colleague’s later mail ends it', () => {
    const loose = { evidence: anEvidence({ site: 'roundcube' }) };
    const theirs = aMail('2026-11-13 15:00', 'in', loose);
    const contact = aContact({}, [theirs, aMail('2026-11-16 09:00', 'out', { ...answer, ...loose })]);
    expect(stands(contact, '2026-11-18')).toBe('on-track 5 none');
    expect(contact.clock.lastContactId).toBe(theirs.id);
  });

  it('their next mail waits again after a colleague’s answer, since then', () => {
    const contact = aContact({}, [friday, aMail('2026-11-16 09:00', 'out', answer), aMail('2026-11-17 09:00', 'in')]);
    expect(contact.clock.owed?.sinceAt).toBe(at('2026-11-17 09:00'));
    expect(contact.clock.colleagueAt).toBeUndefined();
  });

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
      dueAt: at('2026-11-13 00:00'),
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

  it('stays settled where the mailbox got its name later', () => {
    const unnamed = aMail('2026-11-13 10:00', 'in', {
      evidence: anEvidence({ threadId: 'thread-1', messageId: 'm1', mailbox: 'u/0' }),
    });
    const settled = aLog('2026-11-16 09:00', 'no-reply-needed', { aboutId: unnamed.id });
    const named = aMail('2026-11-13 10:00', 'in', {
      evidence: anEvidence({ threadId: 'thread-1', messageId: 'm1' }),
    });
    expect(aContact({}, [unnamed, settled, named]).clock.owed).toBeUndefined();
  });

  it('comes back when "No reply needed" is taken back', () => {
    const settled = aLog('2026-11-16 09:00', 'no-reply-needed', { aboutId: friday.id });
    const undo = aLog('2026-11-16 09:01', 'void', { voidsId: settled.id });
    expect(aContact({}, [friday, settled, undo]).clock.owed?.interactionId).toBe(friday.id);
  });
});
