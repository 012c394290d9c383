import { describe, expect, it } from 'vitest';
import {
  anEvent,
  courseAt,
  deeds,
  nextOf,
  promised,
  states,
  story,
  storyEvents,
  upTo,
} from '@/tests/support/recovery-rows';
import type { RecoveryDeed, RecoveryEvent } from './recovery';
import { isSilenced, mayRecord } from './recovery-course';

const { opened, apologised, askedHow, asked, planned, promise, fixed, extra, ok, repeatAsked, kept } = story;

describe('the six steps, one after the other', () => {
  it.each([
    ['opened', [], '2026-11-16 10:00', 'due locked locked locked locked locked', '1 apologise due 2026-11-16'],
    [
      'apologised',
      upTo(apologised),
      '2026-11-16 15:00',
      'done open locked locked locked locked',
      '2 ask-how open 2026-11-17',
    ],
    [
      'asked how',
      upTo(askedHow),
      '2026-11-16 15:01',
      'done open locked locked locked locked',
      '2 plan open 2026-11-18',
    ],
    ['answered', upTo(asked), '2026-11-17 09:30', 'done open locked locked locked locked', '2 plan open 2026-11-18'],
    ['planned', upTo(planned), '2026-11-17 09:40', 'done done open locked locked locked', '3 promise open 2026-11-18'],
    ['promised', upTo(promise), '2026-11-17 09:41', 'done done open locked locked locked', '3 fix open 2026-11-20'],
    ['fixed', upTo(fixed), '2026-11-20 14:00', 'done done done open locked locked', '4 extra open 2026-11-23'],
    ['something extra', upTo(extra), '2026-11-20 14:05', 'done done done done open locked', '5 check open 2026-11-24'],
    ['all OK', upTo(ok), '2026-11-24 11:00', 'done done done done done open', '6 ask-repeat open 2026-12-01'],
    ['repeat business', upTo(repeatAsked), '2026-11-26 11:00', 'done done done done done done', '6 close open'],
    ['closed', upTo(kept), '2026-11-26 11:10', 'done done done done done done', 'none'],
  ])('%s', (_name, events, now, expected, next) => {
    const course = courseAt(now, opened, events);
    expect(states(course)).toBe(expected);
    expect(nextOf(course)).toBe(next);
    expect(course.isOpen).toBe(next !== 'none');
  });

  it('says when each step was settled, never before the one ahead of it', () => {
    const { steps } = courseAt('2026-12-01 09:00', opened, storyEvents);
    expect(steps.map(({ doneAt }) => doneAt)).toEqual(
      [apologised, planned, fixed, extra, ok, repeatAsked].map(({ occurredAt }) => occurredAt),
    );
    const early = anEvent('2026-11-16 10:05', deeds.fixed);
    const ahead = courseAt('2026-11-17 10:00', opened, [early, apologised, askedHow, planned]);
    expect(ahead.steps[2]).toMatchObject({ state: 'done', doneAt: planned.occurredAt });
  });

  it('an act told twice was done the first time', () => {
    const again = [deeds.apologised, deeds.asked, deeds.planned, deeds.fixed, deeds.extra, deeds.ok, deeds.repeatAsked];
    const twice = [...upTo(repeatAsked), ...again.map((deed) => anEvent('2026-11-27 10:00', deed))];
    const doneAt = (events: readonly RecoveryEvent[]) =>
      courseAt('2026-12-01 09:00', opened, events).steps.map((step) => step.doneAt);
    expect(doneAt(twice)).toEqual(doneAt(upTo(repeatAsked)));
    const changed = anEvent('2026-11-18 10:00', deeds.asked);
    expect(nextOf(courseAt('2026-11-18 11:00', opened, upTo(asked, changed)))).toBe('2 plan due 2026-11-18');
  });

  it('a plan made before they were asked is one from the moment they were', () => {
    const later = anEvent('2026-11-18 10:00', deeds.asked);
    const course = courseAt('2026-11-18 11:00', opened, [apologised, planned, later]);
    expect(course.steps[1]).toMatchObject({ state: 'done', doneAt: later.occurredAt });
    const early = [anEvent('2026-11-16 10:01', deeds.asked), anEvent('2026-11-18 10:00', deeds.apologised)];
    expect(nextOf(courseAt('2026-11-18 11:00', opened, early))).toBe('2 plan open 2026-11-19');
  });

  it('takes no promise of what is fixed', () => {
    const idle = anEvent('2026-11-20 14:01', promised('2026-12-24'));
    expect(mayRecord(opened, upTo(promise), promised('2026-12-24'))).toBe(true);
    expect(mayRecord(opened, upTo(fixed), promised('2026-12-24'))).toBe(false);
    expect(courseAt('2026-11-20 15:00', opened, upTo(fixed, idle)).promise?.dueOn).toBe('2026-11-20');
  });

  it('what was done ahead of its turn waits for its turn', () => {
    const early = anEvent('2026-11-16 10:05', deeds.fixed);
    const one = courseAt('2026-11-16 11:00', opened, [early]);
    expect(states(one)).toBe('due locked locked locked locked locked');
    const two = courseAt('2026-11-17 10:00', opened, [early, apologised, askedHow, planned]);
    expect(nextOf(two)).toBe('4 extra open 2026-11-18');
  });

  it('involves the customer only by asking; a plan alone is none', () => {
    const course = courseAt('2026-11-17 10:00', opened, [apologised, planned]);
    expect(nextOf(course)).toBe('2 ask-how due 2026-11-17');
  });

  it('goes on with a plan of our own where no answer was seen', () => {
    const course = courseAt('2026-11-18 10:00', opened, [apologised, askedHow, planned]);
    expect(nextOf(course)).toBe('3 promise due 2026-11-18');
  });

  it('an answer that came unasked counts as asked', () => {
    expect(nextOf(courseAt('2026-11-17 10:00', opened, [apologised, asked, planned]))).toMatch(/^3 promise/);
  });

  it('takes "nothing extra" for step 4, and says so', () => {
    const none = anEvent('2026-11-20 14:06', deeds.noExtra);
    const course = courseAt('2026-11-20 15:00', opened, upTo(fixed, none));
    expect(states(course)).toBe('done done done skipped open locked');
    const late = anEvent('2026-11-21 09:00', deeds.extra);
    expect(states(courseAt('2026-11-23 09:00', opened, upTo(fixed, none, late)))).toMatch(/^done done done done/);
  });

  it('keeps what was asked, planned and given, the newest word on each, and every extra', () => {
    const more = [
      anEvent('2026-11-18 09:00', { kind: 'asked', text: 'Two replacements.' }),
      anEvent('2026-11-20 14:10', deeds.given),
      anEvent('2026-11-20 14:11', { kind: 'extra', what: 'A visit' }),
    ];
    const course = courseAt('2026-11-21 09:00', opened, upTo(extra, ...more));
    expect(course.involvement).toEqual({
      asked: 'Two replacements.',
      planned: 'Send it by courier.',
      given: 'A replacement, two days early.',
    });
    expect(course.extras).toEqual([{ what: 'Free shipping for a year', cost: 40 }, { what: 'A visit' }]);
  });

  it('opens step 6 and unlocks repeat business by nothing but an OK after the fix', () => {
    const early = anEvent('2026-11-19 09:00', deeds.ok);
    const begged = anEvent('2026-11-20 15:00', deeds.repeatAsked);
    const without = courseAt('2026-11-30 09:00', opened, upTo(extra, early, begged));
    expect(states(without)).toBe('done done done done overdue locked');
    expect(without.isRepeatUnlocked).toBe(false);
    const withOk = courseAt('2026-11-24 11:00', opened, upTo(ok, early, begged));
    expect(states(withOk)).toBe('done done done done done open');
    expect(withOk.isRepeatUnlocked).toBe(true);
  });
});

describe('what may be recorded next', () => {
  const sorted = (events: readonly RecoveryEvent[]) =>
    Object.entries(deeds satisfies Record<string, RecoveryDeed>)
      .filter(([, deed]) => mayRecord(opened, events, deed))
      .map(([name]) => name)
      .join(' ');
  it.each([
    [
      'at first',
      [],
      'holdingNote apologised askedHow asked planned given fixed extra noExtra notOk note lost withdrawn',
    ],
    ['once fixed', upTo(fixed), 'asked planned given extra noExtra ok notOk note lost withdrawn'],
    ['once all is OK', upTo(ok), 'asked planned given extra notOk repeatAsked note kept lost withdrawn'],
    ['after the end', storyEvents, 'note'],
  ])('%s', (_name, events, expected) => {
    expect(sorted(events)).toBe(expected);
  });

  it('events of another case are none of this one', () => {
    const foreign = anEvent('2026-11-16 12:00', deeds.apologised, { recoveryId: '01JR0000000000000000000009' });
    expect(courseAt('2026-11-16 13:00', opened, [foreign])).toEqual(courseAt('2026-11-16 13:00', opened, []));
  });
});

describe('prompts', () => {
  const open = { recovery: opened, course: { isOpen: true } };
  const closed = { recovery: opened, course: { isOpen: false } };
  it.each([
    ['the contact', { id: opened.contactId }, [open], true],
    ['a colleague at the account', { id: 'other', accountId: 'norrsken.example' }, [closed, open], true],
    ['somebody at another account', { id: 'other', accountId: 'sundvik.example' }, [open], false],
    [
      'somebody without an account',
      { id: 'other' },
      [{ ...open, recovery: { ...opened, accountId: undefined } }],
      false,
    ],
    ['the contact, once the case is closed', { id: opened.contactId }, [closed], false],
  ])('about %s', (_name, contact, cases, expected) => {
    expect(isSilenced(contact, cases)).toBe(expected);
  });
});
