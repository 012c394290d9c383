import { describe, expect, it } from 'vitest';
import { anEvent, aRecovery, courseAt, deeds, promised } from '@/tests/support/recovery-rows';
import { aContact, aLog, aMail, anEvidence, at, endOf, timeZone } from '@/tests/support/rows';
import type { FollowUp } from './follow-up';
import type { Interaction } from './model';
import { fillTemplate } from './template';
import { type TemplateSource, templateValues } from './template-values';
import { templatesInEnglish } from './templates-en';

const reader = { ...endOf('2026-11-20'), locale: 'en-GB', timeZone };
const subject = (text: string) => ({ evidence: anEvidence({ subject: text }) });
const values = (source: Partial<TemplateSource> = {}, locale = 'en-GB') =>
  templateValues({ contact: aContact(), ...source }, templatesInEnglish, { ...reader, locale });
const seen = (...interactions: Interaction[]) => ({ contact: aContact({}, interactions), interactions });

describe('what the fields stand for', () => {
  it('of whom only the name is known', () => {
    expect(values()).toEqual({ firstName: 'Marta', name: 'Marta Lindqvist' });
  });

  it('takes the account’s name, else the contact’s own company', () => {
    expect(values({ contact: aContact({ company: 'Norrsken' }) })).toMatchObject({ company: 'Norrsken' });
    const contact = aContact({ company: 'norrsken' });
    expect(values({ contact, company: 'Norrsken AB', ownName: 'Jonas Falk' })).toMatchObject({
      company: 'Norrsken AB',
      ownName: 'Jonas Falk',
    });
    expect(values({ company: '  ' })).not.toHaveProperty('company');
  });

  it.each([
    ['2026-11-20 09:00', 'today'],
    ['2026-11-19 09:00', 'yesterday'],
    ['2026-11-16 09:00', 'on Monday'],
    ['2026-10-05 09:00', 'on 5 Oct'],
    ['2025-10-05 09:00', 'on 5 Oct 2025'],
  ])('says the last contact as people do: %s, %s', (wall, words) => {
    expect(values(seen(aMail(wall, 'out'))).lastContactOn).toBe(words);
  });

  it('writes dates in the language of the texts, whatever the interface speaks', () => {
    expect(values(seen(aMail('2026-11-16 09:00', 'out')), 'de-DE').lastContactOn).toBe('on Monday');
    const course = courseAt('2026-11-20 10:00', aRecovery('2026-11-20 10:00'), []);
    const recovery = { recovery: aRecovery('2026-11-20 10:00'), course };
    expect(values({ recovery }, 'de-DE').remedyOn).toBe('Friday, November 27');
    expect(values({ recovery }, 'en-GB').remedyOn).toBe('Friday 27 November');
  });

  it('takes the newest subject that is one as the topic, first of all that of the mail that waits', () => {
    const old = aMail('2026-11-10 09:00', 'out', subject('Re: Spring order'));
    const newer = aMail('2026-11-12 09:00', 'out', subject('AW: Chairs'));
    const machine = aMail('2026-11-13 09:00', 'in', subject('Automatic reply: away'));
    const weak = aMail('2026-11-14 09:00', 'in', { ...subject('Newsletter'), weight: 'weak', doubt: 'mass-mail' });
    const call = aLog('2026-11-15 09:00', 'call', subject('no mail'));
    expect(values(seen(newer, weak, call, old, machine)).lastTopic).toBe('Chairs');
    const waiting = aMail('2026-11-11 09:00', 'in', subject('Re: When will it come?'));
    const contact = aContact({}, [waiting]);
    expect(values({ contact, interactions: [old, newer] }).lastTopic).toBe('When will it come?');
    expect(values(seen(aMail('2026-11-10 09:00', 'out', subject('Re: ')))).lastTopic).toBeUndefined();
  });

  it('names the day of what was planned', () => {
    const plan: FollowUp = {
      id: '01JCCCCCCCCCCCCCCCCCCCCCCC',
      contactId: '01JAAAAAAAAAAAAAAAAAAAAAAA',
      dueOn: '2026-11-18',
      channel: 'call',
      madeAt: 1,
      updatedAt: 1,
      updatedBy: 'd',
    };
    expect(values({ contact: aContact({}, [], { followUps: [plan] }) }).plannedOn).toBe('on Wednesday');
  });
});

describe('of a case', () => {
  const opened = aRecovery('2026-11-16 10:00', { manager: 'Åsa Berg', owner: 'Nils Holm' });
  const events = [
    anEvent('2026-11-16 11:00', deeds.apologised),
    anEvent('2026-11-16 12:00', deeds.asked),
    anEvent('2026-11-16 13:00', deeds.planned),
  ];
  const of = (more: typeof events, now = '2026-11-17 10:00') =>
    values({ recovery: { recovery: opened, course: courseAt(now, opened, [...events, ...more]) } });

  it('are day, owner and manager', () => {
    expect(of([anEvent('2026-11-16 14:00', promised('2026-12-04'))])).toMatchObject({
      promisedOn: 'Friday 4 December',
      remedyOn: 'Friday 4 December',
      owner: 'Jonas Falk',
      manager: 'Åsa Berg',
    });
    expect(of([])).toMatchObject({ remedyOn: 'Monday 23 November', owner: 'Nils Holm', nextOn: 'on Tuesday' });
    expect(of([])).not.toHaveProperty('promisedOn');
    expect(of([anEvent('2026-11-16 14:00', promised('2027-01-04'))]).promisedOn).toMatch(/^Monday,? 4 January 2027$/);
  });

  it('is the newest extra', () => {
    const extras = [
      anEvent('2026-11-16 15:00', deeds.extra),
      anEvent('2026-11-16 16:00', { kind: 'extra', what: 'A visit' }),
    ];
    expect(of(extras).extra).toBe('A visit');
  });

  it('is nothing of what the user noted about it', () => {
    const noted = Object.values(of([anEvent('2026-11-16 14:00', deeds.given)])).join('\n');
    for (const secret of [opened.happened, 'A replacement before the fair', 'Send it by courier', 'two days early']) {
      expect(noted).not.toContain(secret);
    }
  });
});

it('a template and what is known make a mail', () => {
  const contact = aContact({ company: 'Norrsken' }, [aMail('2026-10-05 09:00', 'out')]);
  const known = values({ contact, ownName: 'Jonas Falk' });
  expect(fillTemplate(templatesInEnglish.templates['how-are-you'], known)).toMatchObject({
    unresolved: [],
    subject: 'How are you?',
    text: `Hi Marta,

We were last in touch on 5 Oct, and that it has been so long is on my side. How are you, and how are things at Norrsken?

I am not writing to sell you anything. I would like to know what has changed for you, and whether we are still of use.

Kind regards,
Jonas Falk`,
  });
});

it('the dates are those of the user’s own zone', () => {
  const late = { ...aMail('2026-11-16 09:00', 'out'), occurredAt: at('2026-11-16 00:30') };
  expect(values(seen(late)).lastContactOn).toBe('on Monday');
});
