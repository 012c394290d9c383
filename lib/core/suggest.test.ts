import { describe, expect, it } from 'vitest';
import { aRecovery, wentWrong } from '@/tests/support/recovery-rows';
import { aContact, aLog, aMail, anEvidence, at, endOf, english, rules, timeZone } from '@/tests/support/rows';
import type { History } from './cadence';
import type { FollowUp } from './follow-up';
import type { Contact, Interaction } from './model';
import { standingOf } from './standing';
import { suggest } from './suggest';

const today = '2026-11-20';
const old = aMail('2026-10-05 09:00', 'out');
const owed = aMail('2026-11-16 09:00', 'in');
const bounce = aLog('2026-11-18 09:01', 'bounce', { source: 'page' });
const sent = aMail('2026-11-18 09:00', 'out');
const colleague = aMail('2026-11-17 09:00', 'out', { weight: 'weak', doubt: 'colleague' });
const skips = ['2026-11-17', '2026-11-18', '2026-11-19'].map((on) => aLog(`${on} 09:00`, 'skip'));
const nils = { successorId: '01JBBBBBBBBBBBBBBBBBBBBBBB' };

function aPlan(dueOn: string, changes: Partial<FollowUp> = {}): FollowUp {
  const contactId = '01JAAAAAAAAAAAAAAAAAAAAAAA';
  return {
    id: '01JCCCCCCCCCCCCCCCCCCCCCCC',
    contactId,
    dueOn,
    channel: 'call',
    madeAt: 1,
    updatedAt: 1,
    updatedBy: 'd',
    ...changes,
  };
}

function next(
  changes: Partial<Contact>,
  rows: Interaction[],
  followUps: FollowUp[] = [],
  more: Partial<History> = {},
): string {
  const contact = aContact(changes, rows, { followUps, ...more });
  const reader = { ...endOf(today), locale: 'en-GB', timeZone };
  const { situation, act, phrase } = suggest(contact, standingOf(contact, reader, rules), reader);
  return `${situation}, ${act}: ${english(phrase)}`;
}

describe('the next step', () => {
  it.each<[string, Partial<Contact>, Interaction[], FollowUp[], string]>([
    ['a call planned for today', {}, [old], [aPlan(today)], 'plan-today, call: Call Marta'],
    ['a meeting planned for today', {}, [old], [aPlan(today, { channel: 'meeting' })], 'plan-today, none: Meet Marta'],
    ['a mail planned for today', {}, [old], [aPlan(today, { channel: 'mail' })], 'plan-today, write: Write to Marta'],
    [
      'an introduction today',
      {},
      [],
      [aPlan(today, { channel: 'mail', reason: 'introduction' })],
      'introduction, write: Introduce yourself to Marta',
    ],
    ['a call that was planned', {}, [old], [aPlan('2026-11-19')], 'plan-passed, none: Did the call happen?'],
    [
      'a mail that was planned',
      {},
      [old],
      [aPlan('2026-11-19', { channel: 'mail' })],
      'plan-passed, none: Did the mail go out?',
    ],
    ['a plan ahead', {}, [old], [aPlan('2026-11-26')], 'plan-ahead, none: Wait until Thursday'],
    ['a mail that came back', {}, [old, sent, bounce], [], 'mail-came-back, search: Look for Marta’s new address'],
    ['a colleague answered', {}, [owed, colleague], [], 'colleague-answered, check: See what your colleague answered'],
    ['skipped three times', {}, [old, ...skips], [], 'often-skipped, none: Give Marta a longer cadence'],
    ['skipped twice', {}, [old, ...skips.slice(1)], [], 'you-wrote-last, write: Follow up on your mail of 5 Oct'],
    ['at risk', { stage: 'at-risk' }, [old], [], 'at-risk, call: Call Marta'],
    [
      'a past customer',
      { stage: 'past' },
      [aMail('2026-05-05 09:00', 'out')],
      [],
      'past-customer, write: Say hello to Marta',
    ],
    ['left the company', { leftOn: '2026-11-10' }, [owed], [], 'gone, none: Find out who follows Marta'],
    ['left, and somebody follows', { leftOn: '2026-11-10', ...nils }, [owed], [], 'resting, none: Nothing to do now'],
    ['paused', { pausedAt: at('2026-11-10 09:00') }, [old], [], 'resting, none: Nothing to do now'],
    ['lost', { stage: 'lost' }, [old], [], 'resting, none: Nothing to do now'],
  ])('%s', (_what, changes, rows, plans, expected) => expect(next(changes, rows, plans)).toBe(expected));
});

describe('harm comes first', () => {
  const wrong = wentWrong('2026-11-19 09:00');
  it.each<[string, Partial<Contact>, Interaction[], FollowUp[], string, Partial<History>?]>([
    ['what went wrong before a reply owed', {}, [owed], [], 'went-wrong', wrong],
    ['what went wrong even while paused', { pausedAt: 1 }, [old], [], 'went-wrong', wrong],
    ['what went wrong even with somebody lost', { stage: 'lost' }, [old], [], 'went-wrong', wrong],
    ['a reply owed before a plan of today', {}, [owed], [aPlan(today)], 'answer-owed'],
    ['a mail that came back before a plan that passed', {}, [sent, bounce], [aPlan('2026-11-19')], 'mail-came-back'],
    ['a plan before a habit of skipping', {}, [old, ...skips], [aPlan(today)], 'plan-today'],
    ['a plan before being at risk', { stage: 'at-risk' }, [old], [aPlan(today)], 'plan-today'],
    [
      'a mail in doubt before being skipped often',
      {},
      [old, aMail('2026-11-10 09:00', 'in', { weight: 'doubtful', doubt: 'row-only' }), ...skips],
      [],
      'mail-to-check',
    ],
  ])('%s', (_what, changes, rows, plans, situation, more = {}) => {
    expect(next(changes, rows, plans, more).split(',')[0]).toBe(situation);
  });

  it('leads to the conversation that the colleague answered in', () => {
    const url = 'https://mail.google.com/t';
    const contact = aContact({}, [{ ...owed, evidence: anEvidence({ threadId: 'thread-1', url }) }, colleague]);
    const reader = { ...endOf(today), locale: 'en-GB', timeZone };
    expect(suggest(contact, standingOf(contact, reader, rules), reader).url).toBe(url);
  });
});

it('greets no past customer while something is being put right with a colleague', () => {
  const recovery = aRecovery('2026-11-19 09:00', { contactId: '01JBBBBBBBBBBBBBBBBBBBBBBB' });
  const colleagues = { recoveries: [{ recovery, events: [] }] };
  const past = { stage: 'past', accountId: 'norrsken.example' } as const;
  const longAgo = aMail('2026-03-02 09:00', 'out');
  expect(next(past, [longAgo])).toBe('past-customer, write: Say hello to Marta');
  expect(next(past, [longAgo], [], colleagues)).not.toMatch(/past-customer/);
});
