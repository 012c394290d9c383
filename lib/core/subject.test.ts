import { expect, it } from 'vitest';
import { hasListTag, isAutoReplySubject, isCalendarSubject } from './subject';

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
