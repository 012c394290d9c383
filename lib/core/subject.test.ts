import { expect, it } from 'vitest';
import { hasListTag, isAutoReplySubject, isCalendarSubject, isLateSubject, isSameSubject, returnedOf } from './subject';

it.each([
  'Automatic reply: Spring order',
  'AUTO: away until Monday',
  'Out of Office: Re: Spring order',
  'Automatische Antwort: Angebot',
  'Abwesenheitsnotiz: Angebot',
  'Réponse automatique : Offre',
  'Réponse automatique\u00a0: Offre',
  'Respuesta automática: Oferta',
  'Risposta automatica: Offerta',
  'Automatisch antwoord: Offerte',
  'Автоответ: Предложение',
  '自動返信：お見積り',
  'Undeliverable: Spring order',
])('%s is automatic', (subject) => {
  expect(isAutoReplySubject(subject)).toBe(true);
  expect(isCalendarSubject(subject)).toBe(false);
});

it.each([
  'Invitation: Review @ Tue 3 Nov',
  'Updated invitation: Review',
  'Accepted: Review',
  'Zugesagt: Gespräch',
  'Refusé : Réunion',
  'Принято: Встреча',
  'Canceled event: Review',
])('%s is a calendar’s', (subject) => {
  expect(isCalendarSubject(subject)).toBe(true);
  expect(isAutoReplySubject(subject)).toBe(false);
});

it.each([
  undefined,
  '',
  'Re: Out of office',
  'AW: Abwesenheitsnotiz',
  'An invitation to dinner',
  'Automatic doors',
  'Accepted offer',
  'Autoteile',
])('%s is a person’s', (subject) => {
  expect(isAutoReplySubject(subject)).toBe(false);
  expect(isCalendarSubject(subject)).toBe(false);
});

it.each(['[plans] Spring', 'Re: [plans] Spring', 'Re: Fwd: [our-list] x', '[Vertrieb Nord] Neues'])(
  '%s has a list tag',
  (subject) => expect(hasListTag(subject)).toBe(true),
);
it.each(['Spring [draft]', '[EXTERNAL] Spring', '[#4711] Ticket', '[ABC-12] Bug', '[x]', '[]', undefined])(
  '%s has none',
  (subject) => expect(hasListTag(subject)).toBe(false),
);

it.each([
  ['Undeliverable: Spring order', 'spring order'],
  ['Unzustellbar: Re: Angebot', 're:angebot'],
  ['Non remis : Offre', 'offre'],
  ['No se puede entregar: Oferta', 'oferta'],
  ['配信不能：お見積り', 'お見積り'],
])('%s names the mail that came back', (subject, about) => expect(returnedOf(subject)).toEqual({ about }));

it.each([
  'Delivery Status Notification (Failure)',
  'Mail delivery failed: returning message to sender',
  'Undelivered Mail Returned to Sender',
  'Returned mail: see transcript for details',
  'failure notice',
  'Échec de la remise',
  'Уведомление о состоянии доставки (сбой)',
  '系统退信',
])('%s says that some mail came back', (subject) => expect(returnedOf(subject)).toEqual({}));

it.each([undefined, '', 'Re: Undeliverable: x', 'Spring order', 'The delivery failed yesterday'])(
  '%s says nothing came back',
  (subject) => {
    expect(returnedOf(subject)).toBeUndefined();
    expect(isLateSubject(subject)).toBe(false);
  },
);

it.each(['Delivery Status Notification (Delay)', 'Delayed: Spring order', 'Zustellung verzögert: Angebot'])(
  '%s: only late',
  (subject) => {
    expect(isLateSubject(subject)).toBe(true);
    expect(returnedOf(subject)).toBeUndefined();
  },
);

it('compares subjects without what answers put before them', () => {
  expect(isSameSubject('AW: Re: Angebot', 'angebot')).toBe(true);
  expect(isSameSubject('Re: Angebot 2', 'Angebot')).toBe(false);
  expect(isSameSubject('Re:', '')).toBe(false);
});
