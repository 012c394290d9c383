import { describe, expect, it } from 'vitest';
import { anEvent, aRecovery, courseAt, deeds, story, upTo, wentWrong } from '@/tests/support/recovery-rows';
import { aContact, aLog, aMail, at, rules, stands } from '@/tests/support/rows';
import type { History } from './cadence';
import type { Interaction } from './model';
import type { RecoveryEvent } from './recovery';
import { openCaseOf, stageOf } from './recovery-clock';
import { stageAt, wantsAt } from './recovery-stage';

describe('something went wrong', () => {
  const recent = aMail('2026-11-18 09:00', 'out');
  const opened = wentWrong('2026-11-20 09:00');
  const apologised = anEvent('2026-11-20 10:00', deeds.apologised);
  it.each<[string, Interaction[], Partial<History>, string, string]>([
    ['asks at once', [recent], opened, '2026-11-20', 'due 0 recovery'],
    ['goes on asking, and is late', [recent], opened, '2026-11-24', 'overdue 4 recovery'],
    ['is not red while nobody works', [recent], opened, '2026-11-22', 'due 2 recovery'],
    [
      'is not ended by their mail',
      [recent, aMail('2026-11-20 10:00', 'in')],
      opened,
      '2026-11-23',
      'reply-owed 0 recovery',
    ],
    [
      'goes on with the next step after the apology',
      [recent],
      wentWrong('2026-11-20 09:00', apologised),
      '2026-11-20',
      'planned recovery 2026-11-23',
    ],
    ['asks for that on its day', [recent], wentWrong('2026-11-20 09:00', apologised), '2026-11-23', 'due 0 recovery'],
    [
      'is ended by its end',
      [recent],
      wentWrong('2026-11-20 09:00', anEvent('2026-11-20 10:00', deeds.withdrawn)),
      '2026-11-20',
      'on-track 2 none',
    ],
    [
      'is taken back',
      [recent],
      { recoveries: [{ recovery: aRecovery('2026-11-20 09:00', { deletedAt: 1 }), events: [] }] },
      '2026-11-20',
      'on-track 2 none',
    ],
    [
      'an old entry of it says nothing by itself',
      [recent, aLog('2026-11-20 09:00', 'incident')],
      {},
      '2026-11-20',
      'on-track 2 none',
    ],
  ])('%s', (_what, interactions, more, today, expected) =>
    expect(stands(aContact({}, interactions, more), today)).toBe(expected),
  );

  it('ends a snooze', () => {
    const snoozed = { snoozedUntilOn: '2026-12-21', snoozedAt: at('2026-11-20 08:00') };
    expect(stands(aContact(snoozed, [recent], opened), '2026-11-20')).toBe('due 0 recovery');
    const later = { ...snoozed, snoozedAt: at('2026-11-20 09:30') };
    expect(stands(aContact(later, [recent], opened), '2026-11-20')).toBe('planned snooze 2026-12-21');
  });

  it('at the account of a colleague silences, and asks nothing of this contact', () => {
    const recovery = aRecovery('2026-11-20 09:00', { contactId: '01JBBBBBBBBBBBBBBBBBBBBBBB' });
    const { clock } = aContact({ accountId: 'norrsken.example' }, [recent], { recoveries: [{ recovery, events: [] }] });
    expect(clock.recovery).toBeUndefined();
    expect(clock.isSilenced).toBe(true);
    expect(aContact({}, [recent]).clock.isSilenced).toBeUndefined();
  });
});

describe('what the clock keeps', () => {
  const kept = (events: readonly RecoveryEvent[]) => openCaseOf({ recovery: story.opened, events }, [], rules);

  it.each([
    ['opened', []],
    ['promised', upTo(story.promise)],
    ['fixed', upTo(story.fixed)],
    ['all OK', upTo(story.ok)],
    ['all done', upTo(story.repeatAsked)],
  ])('says at every hour what the course says then: %s', (_what, events) => {
    const open = kept(events);
    if (!open) throw new Error('it is open');
    for (let hour = 0; hour < 24 * 21; hour++) {
      const now = story.opened.openedAt + hour * 3_600_000;
      const wall = new Date(now).toLocaleString('sv-SE', { timeZone: rules.timeZone }).slice(0, 16);
      const course = courseAt(wall, story.opened, events);
      expect({ ...stageAt(open, now), fromAt: 0 }, wall).toEqual({ ...stageOf(course, now), fromAt: 0 });
    }
  });

  it('is nothing once the case is closed', () => {
    expect(kept(upTo(story.kept))).toBeUndefined();
  });

  it('wants attention at work only: a case of Friday evening on Monday', () => {
    const open = openCaseOf({ recovery: aRecovery('2026-11-20 19:00'), events: [] }, [], rules);
    expect(open && wantsAt(open)).toBe(at('2026-11-23 00:00'));
    expect(open?.stages.map(({ state, wantsNote }) => [state, wantsNote])).toEqual([
      ['open', true],
      ['due', true],
      ['due', undefined],
      ['overdue', undefined],
    ]);
  });

  it('is never urgent when only its end is left', () => {
    const open = kept(upTo(story.repeatAsked));
    expect(open?.stages).toHaveLength(1);
    expect(open && wantsAt(open)).toBeUndefined();
  });

  it('of several cases is the one that wants attention first', () => {
    const late = aRecovery('2026-11-16 10:00', { id: '01JR0000000000000000000002' });
    const recoveries = [
      { recovery: aRecovery('2026-11-20 19:00'), events: [] },
      { recovery: late, events: [] },
    ];
    expect(aContact({}, [], { recoveries }).clock.recovery?.recoveryId).toBe(late.id);
    expect(aContact({}, [], { recoveries: recoveries.toReversed() }).clock.recovery?.recoveryId).toBe(late.id);
  });
});
