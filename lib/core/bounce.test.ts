import { expect, it } from 'vitest';
import { aMail, anEvidence, at } from '@/tests/support/rows';
import { isMailSystem, mailReturned } from './bounce';
import type { Evidence, Interaction } from './model';
import type { JudgedSighting } from './sighting';

function aNotice(wall: string, evidence: Partial<Evidence> = {}): JudgedSighting {
  const address = 'mailer-daemon@googlemail.com';
  return {
    address,
    name: '',
    isRole: true,
    direction: 'in',
    weight: 'counts',
    occurredAt: at(wall),
    precision: 'instant',
    evidence: anEvidence({ address, ...evidence }),
  };
}

const sent = (wall: string, evidence: Partial<Evidence> = {}, changes: Partial<Interaction> = {}) =>
  aMail(wall, 'out', { id: `sent ${wall}`, evidence: anEvidence({ role: 'to', ...evidence }), ...changes });
const threaded = { threadId: 't1', subject: 'Spring order' };
const loose = { site: 'roundcube', subject: 'Spring order' };
const other = { contactId: '01JBBBBBBBBBBBBBBBBBBBBBBB' };
const failure = 'Delivery Status Notification (Failure)';
const nine = '2026-11-16 09:00';
const oneAfter = aNotice('2026-11-16 09:01', { threadId: 't1' });
const looseAfter = aNotice('2026-11-16 09:01', { site: 'roundcube', threadId: undefined });

it.each<[string, JudgedSighting, string | undefined, Interaction[], string | undefined]>([
  ['in the thread of our mail', oneAfter, 'Spring order', [sent(nine, threaded)], nine],
  ['the newest of them', oneAfter, failure, [sent('2026-11-15 09:00', threaded), sent(nine, threaded)], nine],
  ['three days later', aNotice('2026-11-19 08:00', { threadId: 't1' }), failure, [sent(nine, threaded)], nine],
  ['a week later', aNotice('2026-11-23 08:00', { threadId: 't1' }), failure, [sent(nine, threaded)], undefined],
  ['before our mail', aNotice('2026-11-16 08:59', { threadId: 't1' }), failure, [sent(nine, threaded)], undefined],
  ['only late', oneAfter, 'Delivery Status Notification (Delay)', [sent(nine, threaded)], undefined],
  [
    'to two contacts of one thread',
    oneAfter,
    failure,
    [sent(nine, threaded), sent('2026-11-16 08:00', threaded, other)],
    undefined,
  ],
  ['to several people', oneAfter, failure, [sent(nine, { ...threaded, recipientCount: 2 })], undefined],
  [
    'to a colleague’s mail',
    oneAfter,
    failure,
    [sent(nine, threaded, { weight: 'weak', doubt: 'colleague' })],
    undefined,
  ],
  ['to their mail', oneAfter, failure, [{ ...sent(nine, threaded), direction: 'in' }], undefined],
  [
    'in a thread of the same number elsewhere',
    oneAfter,
    failure,
    [sent(nine, { ...threaded, origin: 'https://mail.acme.example' })],
    undefined,
  ],
  ['in another thread', oneAfter, failure, [sent(nine, { ...threaded, threadId: 't2' })], undefined],
  [
    'in another thread, naming the subject',
    oneAfter,
    'Undeliverable: Re: Spring order',
    [sent(nine, { ...threaded, threadId: 't2' })],
    nine,
  ],
  ['without threads, a minute later', looseAfter, failure, [sent(nine, loose)], nine],
  ['without threads, naming the subject', looseAfter, 'Undeliverable: Spring order', [sent(nine, loose)], nine],
  ['without threads, naming another', looseAfter, 'Undeliverable: Autumn', [sent(nine, loose)], undefined],
  [
    'without threads, naming one of two',
    looseAfter,
    'Undeliverable: Spring order',
    [sent(nine, loose), sent('2026-11-16 08:59', { ...loose, subject: 'Autumn' }, other)],
    nine,
  ],
  [
    'without threads, naming none of two',
    looseAfter,
    failure,
    [sent(nine, loose), sent('2026-11-16 08:59', loose, other)],
    undefined,
  ],
  [
    'without threads, eleven minutes later',
    aNotice('2026-11-16 09:11', { site: 'roundcube', threadId: undefined }),
    failure,
    [sent(nine, loose)],
    undefined,
  ],
  ['without threads, about anything else', looseAfter, 'Your quota', [sent(nine, loose)], undefined],
])('%s', (_what, notice, subject, mails, wall) => {
  expect(mailReturned(notice, subject, mails)?.id).toBe(wall && `sent ${wall}`);
});

it.each([
  ['mailer-daemon@googlemail.com', true],
  ['mailerdaemon@acme.example', true],
  ['postmaster@norrsken.example', true],
  ['microsoftexchange329e71ec88ae4615bbc36ab6ce41109e@acme.example', true],
  ['bounces@news.example', false],
  ['info@acme.example', false],
  ['postmaster.ann@acme.example', false],
])('%s writes for a mail system: %s', (address, expected) => expect(isMailSystem(address)).toBe(expected));
