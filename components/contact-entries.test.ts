import { expect, it } from 'vitest';
import { aLog, aMail, anEvidence, rules } from '@/tests/support/rows';
import { entriesOf } from './contact-entries';

const shown = (...interactions: Parameters<typeof entriesOf>[0]) =>
  entriesOf(interactions, rules).map(({ one, isDiscounted }) => [one.id, one.weight, isDiscounted]);
const takenBack = (id: string, source: 'user' | 'page' = 'user') =>
  aLog('2026-11-05', 'void', { id: `void of ${id}`, voidsId: id, weight: 'weak', source });

it('is newest first', () => {
  const mail = aMail('2026-11-03 09:00', 'in', { id: 'mail' });
  expect(shown(mail, aLog('2026-11-04 09:00', 'call', { id: 'call' }))).toEqual([
    ['call', 'counts', false],
    ['mail', 'counts', false],
  ]);
});

it('keeps mail that the user took out in sight, until that is taken back', () => {
  const mail = aMail('2026-11-03 09:00', 'in', { id: 'mail' });
  const out = takenBack('mail');
  expect(shown(mail, out)).toEqual([['mail', 'counts', true]]);
  expect(shown(mail, out, takenBack(out.id))).toEqual([['mail', 'counts', false]]);
});

it('hides what the user entered and took back, and what better evidence replaced', () => {
  const call = aLog('2026-11-04 09:00', 'call', { id: 'call' });
  const row = aMail('2026-11-03', 'in', { id: 'row' });
  const header = aMail('2026-11-03 09:00', 'in', { id: 'header', voidsId: 'row' });
  expect(shown(call, takenBack('call'), row, header)).toEqual([['header', 'counts', false]]);
  expect(shown(row, header, takenBack('row'), takenBack('header'))).toEqual([['header', 'counts', true]]);
  expect(shown(row, takenBack('row', 'page'))).toEqual([]);
});

it('weighs each entry by the rules of today', () => {
  const toMany = aMail('2026-11-03 09:00', 'in', { id: 'mail', evidence: anEvidence({ recipientCount: 9 }) });
  expect(shown(toMany)).toEqual([['mail', 'weak', false]]);
});
