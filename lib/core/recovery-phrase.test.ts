import { describe, expect, it } from 'vitest';
import { anEvent, aRecovery, courseAt, deeds, promised, story, storyEvents, upTo } from '@/tests/support/recovery-rows';
import { at, english, rules, timeZone } from '@/tests/support/rows';
import { civilDate } from './calendar';
import type { Recovery, RecoveryEvent } from './recovery';
import { escalationOf } from './recovery-escalation';
import { recoveryPhrase } from './recovery-phrase';

const { opened, apologised, askedHow, planned, promise, fixed, extra, ok, repeatAsked } = story;

function said(now: string, events: readonly RecoveryEvent[], recovery: Recovery = opened): string {
  const escalation = escalationOf(recovery, [], timeZone);
  const course = courseAt(now, recovery, events, { escalation });
  const reader = { now: at(now), today: civilDate(at(now), timeZone), locale: 'en-GB', timeZone: rules.timeZone };
  const phrase = recoveryPhrase(course, reader);
  return phrase ? english(phrase) : '';
}

describe('the sentence about a case', () => {
  it.each([
    ['2026-11-16 11:00', [], 'Recovery: apologise today'],
    ['2026-11-17 11:00', [], 'Recovery: the apology was due yesterday'],
    ['2026-11-16 16:00', upTo(apologised), 'Recovery: ask tomorrow how to put it right'],
    ['2026-11-18 16:00', upTo(apologised), 'Recovery: how to put it right was to be asked yesterday'],
    ['2026-11-16 16:00', upTo(askedHow), 'Recovery: agree on a plan on Wednesday'],
    ['2026-11-20 16:00', upTo(askedHow), 'Recovery: the plan was due on Wednesday'],
    ['2026-11-17 16:00', upTo(planned), 'Recovery: say tomorrow who fixes it, and by when'],
    ['2026-11-19 16:00', upTo(planned), 'Recovery: a day for the fix was to be named yesterday'],
    ['2026-11-17 16:00', upTo(promise), 'Recovery: fix promised for Friday'],
    ['2026-11-18 16:00', upTo(promise), 'Recovery: half way to the fix, say how it goes'],
    ['2026-11-20 12:00', upTo(promise), 'Recovery: fix promised for today'],
    ['2026-11-23 12:00', upTo(promise), 'Recovery: the fix was promised for Friday'],
    ['2026-11-20 15:00', upTo(fixed), 'Recovery: give something extra on Monday'],
    ['2026-11-25 15:00', upTo(fixed), 'Recovery: something extra was due on Monday'],
    ['2026-11-20 15:00', upTo(extra), 'Recovery: ask on Tuesday whether everything is OK now'],
    ['2026-11-25 15:00', upTo(extra), 'Recovery: whether everything is OK was to be asked yesterday'],
    ['2026-11-24 12:00', upTo(ok), 'Recovery: all OK; ask for repeat business on 1 Dec'],
    ['2027-01-24 12:00', upTo(ok), 'Recovery: all OK; ask for repeat business on 1 Dec 2026'],
    ['2026-11-26 11:05', upTo(repeatAsked), 'Recovery: all six steps are done; close it'],
    ['2026-11-27 12:00', storyEvents, 'Recovery: all OK, closed yesterday'],
    ['2026-11-17 12:00', [anEvent('2026-11-16 12:00', deeds.lost)], 'Recovery: lost yesterday'],
    ['2026-11-17 12:00', [anEvent('2026-11-16 12:00', deeds.withdrawn)], 'Recovery: withdrawn yesterday'],
    [
      '2026-11-24 12:00',
      upTo(extra, anEvent('2026-11-24 11:00', deeds.notOk)),
      'Recovery: not OK yet; say tomorrow who fixes it, and by when',
    ],
  ])('%s', (now, events, expected) => {
    expect(said(now, events)).toBe(expected);
  });

  it('offers the holding note after hours, and the apology once work has begun', () => {
    const late = aRecovery('2026-11-20 18:30');
    expect(said('2026-11-20 18:30', [], late)).toBe('Recovery: a short note now, the apology on Monday');
    const sent = anEvent('2026-11-20 18:35', deeds.holdingNote);
    expect(said('2026-11-20 18:40', [sent], late)).toBe('Recovery: apologise on Monday');
    expect(said('2026-11-23 09:00', [], late)).toBe('Recovery: apologise today');
    expect(said('2026-11-23 10:00', [], late)).toBe('Recovery: the apology was due today');
  });

  it('names the day that was promised, though the work is due before it', () => {
    const saturday = anEvent('2026-11-17 09:41', promised('2026-11-21'));
    expect(said('2026-11-17 12:00', upTo(planned, saturday))).toBe('Recovery: fix promised for Saturday');
  });

  it('asks for the manager first where the customer was mistreated', () => {
    const mistreated = { ...opened, reason: 'mistreated' } as const;
    expect(said('2026-11-16 11:00', [], mistreated)).toBe('Recovery: name the manager who stands by it');
    expect(said('2026-11-19 11:00', [], mistreated)).toBe('Recovery: name the manager who stands by it');
    const late = { ...mistreated, openedAt: at('2026-11-20 18:30') };
    expect(said('2026-11-20 18:30', [], late)).toBe('Recovery: a short note now, the apology on Monday');
    expect(said('2026-11-23 09:00', [], late)).toBe('Recovery: name the manager who stands by it');
  });

  it('says nothing of a deleted case', () => {
    expect(said('2026-11-16 11:00', [], { ...opened, deletedAt: 1 })).toBe('');
  });
});
