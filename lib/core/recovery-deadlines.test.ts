import { describe, expect, it } from 'vitest';
import { anEvent, aRecovery, courseAt, deeds, nextOf, promised } from '@/tests/support/recovery-rows';
import { at, rules } from '@/tests/support/rows';
import type { RecoveryEvent } from './recovery';

const open = (wall: string, now: string, events: readonly RecoveryEvent[] = [], more = {}) =>
  courseAt(now, aRecovery(wall), events, { rules: { ...rules, ...more } });
/** Apologised and planned on Monday the 16th, and then what is given. */
const monday = [
  anEvent('2026-11-16 11:00', deeds.apologised),
  anEvent('2026-11-16 11:30', deeds.asked),
  anEvent('2026-11-16 12:00', deeds.planned),
];
const inStep3 = (now: string, events: readonly RecoveryEvent[], more = {}) =>
  nextOf(open('2026-11-16 10:00', now, [...monday, ...events], more));

describe('the apology, opened at work', () => {
  it.each([
    ['at once', '2026-11-20 10:00', 'due'],
    ['at the end of work', '2026-11-20 16:59', 'due'],
    ['in the evening: the day is over, and nobody works', '2026-11-20 17:00', 'due'],
    ['on Saturday', '2026-11-21 12:00', 'due'],
    ['on Monday before work', '2026-11-23 08:59', 'due'],
    ['on Monday at work', '2026-11-23 09:00', 'overdue'],
  ])('is due the same business day: %s', (_name, now, state) => {
    const course = open('2026-11-20 10:00', now);
    expect(nextOf(course)).toBe(`1 apologise ${state} 2026-11-20`);
    expect(course.next?.dueAt).toBe(at('2026-11-20 17:00'));
    expect(course.offersHoldingNote).toBe(false);
  });
});

describe('the apology, opened on Friday at half past six in the evening', () => {
  it.each([
    ['at once', '2026-11-20 18:30', 'open', true],
    ['on Saturday', '2026-11-21 12:00', 'open', true],
    ['on Sunday night', '2026-11-22 23:59', 'open', true],
    ['on Monday before work', '2026-11-23 08:59', 'due', true],
    ['on Monday at the start of work', '2026-11-23 09:00', 'due', false],
    ['on Monday within the first hour', '2026-11-23 09:59', 'due', false],
    ['on Monday after it', '2026-11-23 10:00', 'overdue', false],
  ])('is due on Monday morning, with a holding note until work begins: %s', (_name, now, state, holding) => {
    const course = open('2026-11-20 18:30', now);
    expect(nextOf(course)).toBe(`1 apologise ${state} 2026-11-23`);
    expect(course.next?.dueAt).toBe(at('2026-11-23 10:00'));
    expect(course.offersHoldingNote).toBe(holding);
  });

  it.each([
    ['on a Saturday', '2026-11-21 12:00', {}, '2026-11-23 10:00'],
    ['before work', '2026-11-24 06:00', {}, '2026-11-24 10:00'],
    ['at the very end of work', '2026-11-24 17:00', {}, '2026-11-25 10:00'],
    ['on a holiday', '2026-11-24 12:00', { holidays: ['2026-11-24', '2026-11-25'] }, '2026-11-26 10:00'],
    ['on a day away', '2026-11-24 12:00', { away: [{ fromOn: '2026-11-24', toOn: '2026-11-27' }] }, '2026-11-30 10:00'],
    [
      'before days away',
      '2026-11-20 18:30',
      { away: [{ fromOn: '2026-11-23', toOn: '2026-11-24' }] },
      '2026-11-25 10:00',
    ],
    ['where Friday is the weekend', '2026-11-20 12:00', { weekend: [5, 6] }, '2026-11-22 10:00'],
    ['where work is half an hour', '2026-11-21 12:00', { workEndMinutes: 570 }, '2026-11-23 09:30'],
  ])('so is one opened %s', (_name, wall, more, dueAt) => {
    const course = open(wall, wall, [], more);
    expect(course.next?.dueAt).toBe(at(dueAt));
    expect(course.offersHoldingNote).toBe(true);
  });

  it('offers the note once, and not after the apology or the end', () => {
    const later = '2026-11-21 12:00';
    for (const deed of [deeds.holdingNote, deeds.apologised, deeds.withdrawn]) {
      const event = anEvent('2026-11-20 18:40', deed);
      expect(open('2026-11-20 18:30', later, [event]).offersHoldingNote).toBe(false);
    }
    const sent = open('2026-11-20 18:30', later, [anEvent('2026-11-20 18:40', deeds.holdingNote)]);
    expect(nextOf(sent)).toBe('1 apologise open 2026-11-23');
  });

  it('keeps the wall clock over a change of clocks', () => {
    expect(open('2026-10-23 18:30', '2026-10-23 18:30').next?.dueAt).toBe(at('2026-10-26 10:00'));
  });
});

describe('the fix', () => {
  it('is promised by the next day at work, and remedied within a week of the opening', () => {
    expect(inStep3('2026-11-16 13:00', [])).toBe('3 promise open 2026-11-17');
    expect(open('2026-11-16 10:00', '2026-11-16 13:00', monday).remedyOn).toBe('2026-11-23');
    const slow = [anEvent('2026-11-27 11:00', deeds.apologised), anEvent('2026-11-27 11:30', deeds.asked)];
    const late = open('2026-11-16 10:00', '2026-11-27 12:00', [...slow, anEvent('2026-11-27 12:00', deeds.planned)]);
    expect(nextOf(late)).toBe('3 promise overdue 2026-11-23');
  });

  it('a week that ends on a day off ends on the next day at work', () => {
    expect(open('2026-11-21 10:00', '2026-11-21 10:00').remedyOn).toBe('2026-11-30');
    expect(open('2026-11-16 10:00', '2026-11-16 10:00', [], { holidays: ['2026-11-23'] }).remedyOn).toBe('2026-11-24');
  });

  it.each([
    ['on its day', '2026-11-20', {}, '2026-11-20'],
    ['a Saturday: on the Friday before', '2026-11-21', {}, '2026-11-20'],
    ['a holiday: on the day before', '2026-11-20', { holidays: ['2026-11-20'] }, '2026-11-19'],
    ['away: before it', '2026-11-26', { away: [{ fromOn: '2026-11-24', toOn: '2026-11-27' }] }, '2026-11-23'],
    ['nothing but days off until then', '2026-11-17', { holidays: ['2026-11-16', '2026-11-17'] }, '2026-11-18'],
    ['a day gone by', '2026-11-14', {}, '2026-11-16'],
    ['two weeks later, if that is what was promised', '2026-11-30', {}, '2026-11-30'],
  ])('is due when it was promised: %s', (_name, dueOn, more, expected) => {
    const promise = anEvent('2026-11-16 12:10', promised(dueOn));
    expect(open('2026-11-16 10:00', '2026-11-16 12:30', [...monday, promise], more).remedyOn).toBe(expected);
  });

  it('says which promise is longer than a week', () => {
    const isLong = (dueOn: string) =>
      open('2026-11-16 10:00', '2026-11-16 13:00', [anEvent('2026-11-16 12:10', promised(dueOn))]).promise
        ?.isBeyondWeek;
    expect(isLong('2026-11-23')).toBe(false);
    expect(isLong('2026-11-24')).toBe(true);
  });

  it('asks for one status note at half time, never late, and then for the fix', () => {
    const promise = anEvent('2026-11-16 12:10', promised('2026-11-20'));
    expect(inStep3('2026-11-17 23:59', [promise])).toBe('3 fix open 2026-11-20');
    expect(inStep3('2026-11-18 00:00', [promise])).toBe('3 tell-status due 2026-11-18');
    expect(inStep3('2026-11-19 23:59', [promise])).toBe('3 tell-status due 2026-11-18');
    expect(inStep3('2026-11-20 00:00', [promise])).toBe('3 fix due 2026-11-20');
    expect(inStep3('2026-11-20 18:00', [promise])).toBe('3 fix due 2026-11-20');
    expect(inStep3('2026-11-23 09:00', [promise])).toBe('3 fix overdue 2026-11-20');
    const told = anEvent('2026-11-17 15:00', deeds.statusTold);
    expect(inStep3('2026-11-18 12:00', [promise, told])).toBe('3 fix open 2026-11-20');
    const moved = anEvent('2026-11-18 15:00', promised('2026-11-30'));
    expect(inStep3('2026-11-26 12:00', [promise, told, moved])).toBe('3 fix open 2026-11-30');
  });

  it.each([
    ['tomorrow', '2026-11-17', undefined],
    ['the day after', '2026-11-18', '2026-11-17'],
    ['half time on a Saturday: Monday', '2026-11-26', '2026-11-23'],
    ['a week later', '2026-11-23', '2026-11-19'],
  ])('promised for %s', (_name, dueOn, statusOn) => {
    const wall = dueOn === '2026-11-26' ? '2026-11-17 12:00' : '2026-11-16 12:00';
    const course = open('2026-11-16 10:00', wall, [anEvent(wall, promised(dueOn))]);
    expect(course.promise?.statusOn).toBe(statusOn);
  });

  it('asks for no status note that would meet the promised day', () => {
    const promise = anEvent('2026-11-20 12:00', promised('2026-11-23'));
    expect(open('2026-11-20 10:00', '2026-11-20 12:00', [promise]).promise?.statusOn).toBeUndefined();
  });
});

describe('what follows the fix', () => {
  const fixed = anEvent('2026-11-19 15:00', deeds.fixed);
  const extra = anEvent('2026-11-19 15:05', deeds.extra);
  it.each([
    ['something extra: the next day at work', [fixed], '4 extra open 2026-11-20'],
    ['the check: two days at work later', [fixed, extra], '5 check open 2026-11-23'],
    [
      'the check after a late extra: that day',
      [fixed, anEvent('2026-11-27 10:00', deeds.extra)],
      '5 check open 2026-11-27',
    ],
    [
      'an extra on a Saturday: the next day at work',
      [fixed, anEvent('2026-11-28 10:00', deeds.extra)],
      '5 check open 2026-11-30',
    ],
    [
      'repeat business: five days at work after the OK',
      [fixed, extra, anEvent('2026-11-23 10:00', deeds.ok)],
      '6 ask-repeat open 2026-11-30',
    ],
  ])('%s', (_name, events, expected) => {
    expect(inStep3('2026-11-19 16:00', events)).toBe(expected);
  });

  it('turns red for extra and check, never for repeat business', () => {
    const ok = anEvent('2026-11-23 10:00', deeds.ok);
    expect(inStep3('2026-11-20 16:59', [fixed])).toBe('4 extra due 2026-11-20');
    expect(inStep3('2026-11-23 09:00', [fixed])).toBe('4 extra overdue 2026-11-20');
    expect(inStep3('2026-11-24 09:00', [fixed, extra])).toBe('5 check overdue 2026-11-23');
    expect(inStep3('2027-11-24 09:00', [fixed, extra, ok])).toBe('6 ask-repeat due 2026-11-30');
  });

  it('leaves the customer two days to answer before the plan', () => {
    const [apologised] = monday;
    const events = apologised ? [apologised, anEvent('2026-11-19 10:00', deeds.askedHow)] : [];
    expect(nextOf(open('2026-11-16 10:00', '2026-11-19 11:00', events))).toBe('2 plan open 2026-11-23');
  });
});
