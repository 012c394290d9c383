import { expect, it } from 'vitest';
import { speakEnglish } from '@/tests/support/i18n';
import { aContact, aMail, at, rules } from '@/tests/support/rows';
import { entryOf, rowOf, sentencesOf } from './agenda-rows';

it('gives a line of the list one sentence and one step, and the contact page all that is known', () => {
  speakEnglish();
  const mail = aMail('2026-11-13 15:00', 'in');
  const contact = aContact({}, [mail]);
  const moment = { now: at('2026-11-18 09:00'), today: '2026-11-18', locale: 'en-GB', ...rules };
  const entry = entryOf(contact, moment);
  const row = rowOf(entry, [mail], moment);
  expect(row.reason).toBe('Marta wrote on Friday; no answer seen.');
  expect(row.step.label).toBe('Answer Friday’s mail');
  expect(sentencesOf(entry, [mail], moment)).toEqual([
    row.reason,
    'The answer has been due since Monday.',
    'Seen in an open conversation on mail.google.com, by the rule test.',
  ]);
  const gone = entryOf(aContact({ leftOn: '2026-11-16' }, [mail]), moment);
  expect(sentencesOf(gone, [], moment, { successor: 'Nils Berg' })).toEqual([
    'Marta left the company on Monday; Nils Berg follows.',
  ]);
});
