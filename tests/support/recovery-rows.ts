import type { History } from '@/lib/core/cadence';
import type { Recovery, RecoveryDeed, RecoveryEvent, RecoveryStamp } from '@/lib/core/recovery';
import { type Course, courseOf } from '@/lib/core/recovery-course';
import type { CourseContext } from '@/lib/core/recovery-step';
import { at, rules } from './rows';

const recoveryId = '01JR0000000000000000000000';
let made = 0;

/** A case opened at that wall time in Berlin: a late delivery, somebody's mistake. */
export function aRecovery(wall: string, changes: Partial<Recovery> = {}): Recovery {
  return {
    id: recoveryId,
    contactId: '01JAAAAAAAAAAAAAAAAAAAAAAA',
    accountId: 'norrsken.example',
    happened: 'The delivery came a week late.',
    reason: 'below-par',
    severity: 2,
    isMoney: false,
    fault: 'mistake',
    openedAt: at(wall),
    updatedAt: 1,
    updatedBy: 'device-1',
    ...changes,
  };
}

/** Something that happened in that case, told at the moment it happened. */
export function anEvent(wall: string, deed: RecoveryDeed, changes: Partial<RecoveryStamp> = {}): RecoveryEvent {
  made += 1;
  return {
    id: `event-${String(made).padStart(6, '0')}`,
    recoveryId,
    occurredAt: at(wall),
    recordedAt: at(wall),
    recordedBy: 'device-1',
    ...changes,
    ...deed,
  };
}

/** A deed with what it needs; its name alone says which. */
export const deeds = {
  holdingNote: { kind: 'holding-note' },
  apologised: { kind: 'apologised' },
  askedHow: { kind: 'asked-how' },
  asked: { kind: 'asked', text: 'A replacement before the fair.' },
  planned: { kind: 'planned', text: 'Send it by courier.' },
  given: { kind: 'given', text: 'A replacement, two days early.' },
  statusTold: { kind: 'status-told' },
  fixed: { kind: 'fixed' },
  extra: { kind: 'extra', what: 'Free shipping for a year', cost: 40 },
  noExtra: { kind: 'no-extra' },
  ok: { kind: 'checked', isOk: true },
  notOk: { kind: 'checked', isOk: false },
  repeatAsked: { kind: 'repeat-asked' },
  note: { kind: 'note' },
  kept: { kind: 'closed', outcome: 'kept' },
  lost: { kind: 'closed', outcome: 'lost', reason: 'lack-of-care', tryAgainOn: '2027-03-01' },
  withdrawn: { kind: 'closed', outcome: 'withdrawn' },
} as const satisfies Record<string, RecoveryDeed>;

/** The promise of a fix by that day. */
export function promised(dueOn: string): RecoveryDeed {
  return { kind: 'fix-promised', owner: 'Jonas Falk', dueOn };
}

/** How the case stands at that wall time. */
export function courseAt(
  wall: string,
  recovery: Recovery,
  events: readonly RecoveryEvent[],
  more: Partial<CourseContext> = {},
): Course {
  return courseOf(recovery, events, { now: at(wall), rules, ...more });
}

/** "done done due locked locked locked". */
export function states({ steps }: Course): string {
  return steps.map(({ state }) => state).join(' ');
}

/** "3 fix due 2026-11-27": the step whose turn it is. */
export function nextOf({ next }: Course): string {
  return next ? [next.step, next.act, next.state, next.dueOn].filter((part) => part !== undefined).join(' ') : 'none';
}

/** A case that goes as it should, opened on a Monday at ten. */
export const story = {
  opened: aRecovery('2026-11-16 10:00'),
  apologised: anEvent('2026-11-16 15:00', deeds.apologised),
  askedHow: anEvent('2026-11-16 15:01', deeds.askedHow),
  asked: anEvent('2026-11-17 09:30', deeds.asked),
  planned: anEvent('2026-11-17 09:40', deeds.planned),
  promise: anEvent('2026-11-17 09:41', promised('2026-11-20')),
  fixed: anEvent('2026-11-20 14:00', deeds.fixed),
  extra: anEvent('2026-11-20 14:05', deeds.extra),
  ok: anEvent('2026-11-24 11:00', deeds.ok),
  repeatAsked: anEvent('2026-11-26 11:00', deeds.repeatAsked),
  kept: anEvent('2026-11-26 11:10', deeds.kept),
} as const;
/** Its events, in order. */
export const storyEvents: readonly RecoveryEvent[] = [
  story.apologised,
  story.askedHow,
  story.asked,
  story.planned,
  story.promise,
  story.fixed,
  story.extra,
  story.ok,
  story.repeatAsked,
  story.kept,
];

/** What had happened in it up to and with that event, and then these besides. */
export function upTo(last: RecoveryEvent, ...more: readonly RecoveryEvent[]): readonly RecoveryEvent[] {
  return [...storyEvents.slice(0, storyEvents.indexOf(last) + 1), ...more];
}

/** A history in which something went wrong at that wall time, and then these events. */
export function wentWrong(wall: string, ...events: readonly RecoveryEvent[]): Pick<History, 'recoveries'> {
  return { recoveries: [{ recovery: aRecovery(wall), events }] };
}
