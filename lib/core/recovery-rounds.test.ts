import { describe, expect, it } from 'vitest';
import {
  anEvent,
  aRecovery,
  courseAt,
  deeds,
  nextOf,
  promised,
  states,
  story,
  storyEvents,
  upTo,
} from '@/tests/support/recovery-rows';
import { mayRecord } from './recovery-course';

const { opened, apologised, promise, fixed, extra, ok, repeatAsked, kept } = story;

describe('not OK', () => {
  const notOk = anEvent('2026-11-24 11:00', deeds.notOk);
  const again = anEvent('2026-11-24 11:30', promised('2026-11-26'));

  it('opens step 3 again and asks for a new promise', () => {
    const course = courseAt('2026-11-24 12:00', opened, upTo(extra, notOk));
    expect(states(course)).toBe('done done open locked locked locked');
    expect(nextOf(course)).toBe('3 promise open 2026-11-25');
    expect(course).toMatchObject({ round: 2, remedyOn: '2026-12-01' });
    expect(course.promise).toBeUndefined();
  });

  it('takes no fix before the new promise', () => {
    const early = anEvent('2026-11-24 11:10', deeds.fixed);
    expect(nextOf(courseAt('2026-11-24 12:00', opened, upTo(extra, notOk, early)))).toMatch(/^3 promise/);
    expect(mayRecord(opened, upTo(extra, notOk), deeds.fixed)).toBe(false);
    expect(mayRecord(opened, upTo(extra, notOk, again), deeds.fixed)).toBe(true);
  });

  it('needs no second extra, and leads to the check after the new fix', () => {
    const refixed = anEvent('2026-11-26 10:00', deeds.fixed);
    const course = courseAt('2026-11-26 10:00', opened, upTo(extra, notOk, again, refixed));
    expect(states(course)).toBe('done done done done open locked');
    expect(nextOf(course)).toBe('5 check open 2026-11-30');
  });

  it('locks step 6 again, even after an OK', () => {
    const later = anEvent('2026-11-25 09:00', deeds.notOk);
    const course = courseAt('2026-11-25 10:00', opened, upTo(ok, later));
    expect(states(course)).toBe('done done open locked locked locked');
    expect(course.isRepeatUnlocked).toBe(false);
  });

  it('grants a status note of its own to each round, and no second one', () => {
    const told = anEvent('2026-11-18 09:00', deeds.statusTold);
    const events = upTo(promise, told);
    expect(mayRecord(opened, upTo(promise), deeds.statusTold)).toBe(true);
    expect(mayRecord(opened, events, deeds.statusTold)).toBe(false);
    expect(mayRecord(opened, [...events, fixed, notOk, again], deeds.statusTold)).toBe(true);
  });
});

describe('the end of a case', () => {
  const now = '2026-12-01 09:00';

  it('is "kept" only once all is OK', () => {
    const early = courseAt(now, opened, upTo(extra, kept));
    expect(early.isOpen).toBe(true);
    expect(mayRecord(opened, upTo(extra), deeds.kept)).toBe(false);
    const course = courseAt(now, opened, upTo(ok, kept));
    expect(states(course)).toBe('done done done done done skipped');
    expect(course).toMatchObject({ isOpen: false, isRepeatUnlocked: true, closing: { outcome: 'kept' } });
  });

  it('may come at any moment as lost, with its reason and the day to try again', () => {
    const course = courseAt(now, opened, [apologised, anEvent('2026-11-17 09:00', deeds.lost)]);
    expect(states(course)).toBe('done skipped skipped skipped skipped skipped');
    expect(course.closing).toMatchObject({ outcome: 'lost', reason: 'lack-of-care', tryAgainOn: '2027-03-01' });
    expect(course.isRepeatUnlocked).toBe(false);
    expect(course.next).toBeUndefined();
    expect(courseAt(now, opened, upTo(ok, anEvent(now, deeds.lost))).isRepeatUnlocked).toBe(false);
  });

  it('unlocks repeat business where there was nothing to recover from', () => {
    const course = courseAt(now, opened, [anEvent('2026-11-16 11:00', deeds.withdrawn)]);
    expect(course).toMatchObject({ isOpen: false, isRepeatUnlocked: true });
  });

  it('is final: what comes after it changes nothing but the notes', () => {
    const lost = anEvent('2026-11-17 09:00', deeds.lost);
    const later = [deeds.apologised, deeds.kept, deeds.withdrawn, deeds.notOk].map((deed) => anEvent(now, deed));
    expect(courseAt(now, opened, [lost, ...later])).toEqual(courseAt(now, opened, [lost]));
    expect(mayRecord(opened, [lost], deeds.apologised)).toBe(false);
    expect(mayRecord(opened, [lost], deeds.note)).toBe(true);
  });

  it('is undone by a new row, which opens the case as it was', () => {
    const undone = anEvent('2026-12-02 09:00', { kind: 'void', voidsId: kept.id });
    const before = courseAt(now, opened, upTo(repeatAsked));
    expect(courseAt(now, opened, [...storyEvents, undone])).toEqual(before);
    const redone = anEvent('2026-12-02 09:01', { kind: 'void', voidsId: undone.id });
    expect(courseAt(now, opened, [...storyEvents, undone, redone])).toEqual(courseAt(now, opened, storyEvents));
  });

  it('of a deleted case: nothing is asked for, nothing is silenced', () => {
    const late = aRecovery('2026-11-20 18:30', { deletedAt: 1 });
    const course = courseAt('2026-11-20 18:31', late, []);
    expect(course).toMatchObject({ isOpen: false, offersHoldingNote: false });
    expect(course.next).toBeUndefined();
  });
});
