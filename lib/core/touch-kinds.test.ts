import { expect, it } from 'vitest';
import { aContact, aLog, aMail, endOf, english, stands, timeZone } from '@/tests/support/rows';
import { lastContactPhrase } from './explain-last';
import { interactionSchema } from './schema';

const reader = { ...endOf('2026-11-20'), locale: 'en-GB', timeZone };
const old = aMail('2026-10-05 09:00', 'out');

it.each([
  ['letter', { direction: 'out' } as const, 'Last contact Monday: a letter.'],
  ['gift', {}, 'Last contact Monday: a gift.'],
  ['social', { direction: 'out' } as const, 'Last contact Monday: on social media.'],
] as const)('a logged %s is contact like a call, is said as what it was, and can be stored', (kind, more, said) => {
  const log = aLog('2026-11-16 09:00', kind, more);
  const contact = aContact({}, [old, log]);
  expect(stands(aContact({}, [old]), '2026-11-20')).toBe('overdue 16 cadence');
  expect(stands(contact, '2026-11-20')).toBe('on-track 4 none');
  expect(english(lastContactPhrase(contact, [], reader))).toBe(said);
  expect(interactionSchema.safeParse(log).success).toBe(true);
});

it('a letter and a message in a social network answer a mail that waits, a gift does not', () => {
  const waiting = aMail('2026-11-13 15:00', 'in');
  const after = (kind: 'letter' | 'gift' | 'social', more = {}) =>
    stands(aContact({}, [waiting, aLog('2026-11-16 09:00', kind, more)]), '2026-11-18');
  expect(after('letter', { direction: 'out' })).toBe('on-track 2 none');
  expect(after('social', { direction: 'out' })).toBe('on-track 2 none');
  expect(after('social')).toBe('on-track 2 none');
  expect(after('gift')).toBe('reply-owed 2 owed');
});

it('a letter that came back unopened is kept and does not count', () => {
  const tried = aLog('2026-11-16 09:00', 'letter', { weight: 'weak', doubt: 'tried-no-answer', direction: 'out' });
  expect(aContact({}, [old, tried]).clock).toMatchObject({ lastContactAt: old.occurredAt, triedKind: 'letter' });
});
