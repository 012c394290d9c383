import { describe, expect, it } from 'vitest';
import { aContact, aLog, aMail, anEvidence, at, historyOf, rules, timeZone } from '@/tests/support/rows';
import { clockOf } from './cadence';
import { civilDate } from './calendar';
import type { Interaction } from './model';
import { attentionOf, standingOf } from './standing';

const lead = (rows: Interaction[]) => aContact({ stage: 'lead' }, rows);
const standsAt = (rows: Interaction[], wall: string) => {
  const now = at(wall);
  const { status, days, hours, reason } = standingOf(lead(rows), { now, today: civilDate(now, timeZone) }, rules);
  return [status, days, hours, reason].join(' ');
};

describe('a lead waits for one working hour', () => {
  it.each<[string, string]>([
    ['2026-11-13 10:00', '2026-11-13 11:00'],
    ['2026-11-13 06:00', '2026-11-13 10:00'],
    // Friday evening and the weekend: Monday morning.
    ['2026-11-13 19:00', '2026-11-16 10:00'],
    ['2026-11-14 11:00', '2026-11-16 10:00'],
    // Half an hour before the end of work: the other half on Monday.
    ['2026-11-13 16:30', '2026-11-16 09:30'],
    // Exactly at the end of work.
    ['2026-11-13 16:00', '2026-11-13 17:00'],
    ['2026-11-13 17:00', '2026-11-16 10:00'],
  ])('a mail of %s is owed from %s on', (written, dueAt) => {
    const contact = lead([aMail(written, 'in')]);
    expect(contact.clock.owed).toMatchObject({ dueAt: at(dueAt), dueOn: dueAt.slice(0, 10), isByHour: true });
    expect(attentionOf(contact, rules)).toMatchObject({ attentionAt: at(dueAt), urgentAt: at(dueAt) });
  });

  const mail = [aMail('2026-11-13 10:00', 'in')];
  it.each([
    ['2026-11-13 10:59', 'on-track 0  none'],
    ['2026-11-13 11:00', 'reply-owed 0 0 owed'],
    ['2026-11-13 14:20', 'reply-owed 0 3 owed'],
    ['2026-11-14 09:00', 'reply-owed 1  owed'],
    ['2026-11-16 09:00', 'reply-owed 3  owed'],
  ])('stands at %s as %s', (wall, expected) => expect(standsAt(mail, wall)).toBe(expected));

  it('not on a holiday', () => {
    const contact = lead([]);
    const { owed } = clockOf(contact, historyOf([aMail('2026-11-13 19:00', 'in')]), {
      ...rules,
      holidays: ['2026-11-16'],
    });
    expect(owed?.dueAt).toBe(at('2026-11-17 10:00'));
  });

  it('a customer waits for a working day', () => {
    const { owed } = aContact({}, mail).clock;
    expect(owed?.dueAt).toBe(at('2026-11-16 00:00'));
    expect(owed?.isByHour).toBeUndefined();
  });
});

describe('a colleague', () => {
  const theirs = aMail('2026-11-13 15:00', 'in');
  const colleague = aMail('2026-11-16 09:00', 'out', {
    weight: 'weak',
    doubt: 'colleague',
    evidence: anEvidence({ threadId: 'another' }),
  });
  it('who wrote after their mail has answered, in whatever thread', () => {
    const { clock } = aContact({}, [theirs, colleague]);
    expect(clock).toMatchObject({ owed: undefined, colleagueAt: at('2026-11-16 09:00'), lastContactId: theirs.id });
  });
  it('who wrote before it has not', () => {
    const { clock } = aContact({}, [{ ...colleague, occurredAt: at('2026-11-12 09:00') }, theirs]);
    expect(clock.owed?.interactionId).toBe(theirs.id);
    expect(clock.colleagueAt).toBeUndefined();
  });
});

describe('a mail that came back', () => {
  const before = aMail('2026-10-05 09:00', 'out');
  const sent = aMail('2026-11-03 09:00', 'out');
  const bounce = aLog('2026-11-03 09:01', 'bounce', { source: 'page' });
  it('is no contact', () => {
    expect(aContact({}, [before, sent, bounce]).clock).toMatchObject({
      lastContactId: before.id,
      bouncedAt: bounce.occurredAt,
      dueOn: '2026-11-04',
    });
  });
  it('is the one that the notice names', () => {
    const { clock } = aContact({}, [before, sent, { ...bounce, aboutId: before.id }]);
    expect(clock.lastContactId).toBe(sent.id);
  });
  it('is none of weeks ago', () => {
    expect(aContact({}, [before, { ...bounce, occurredAt: at('2026-11-20 09:00') }]).clock.lastContactId).toBe(
      before.id,
    );
  });
  it('is forgotten after the next contact', () => {
    const { clock } = aContact({}, [sent, bounce, aLog('2026-11-10 09:00', 'call')]);
    expect(clock.bouncedAt).toBeUndefined();
  });
});
