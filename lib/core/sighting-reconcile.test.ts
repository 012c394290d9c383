import { describe, expect, it } from 'vitest';
import { aLog, aMail, anEvidence, at } from '@/tests/support/rows';
import type { Interaction } from './model';
import { type JudgedSighting, reconcile, sightingKey } from './sighting';

/** The sighting that would have become this mail. */
function sightingOf(mail: Interaction): JudgedSighting {
  const { occurredAt, precision, weight, doubt, direction = 'unknown', evidence = anEvidence() } = mail;
  return {
    address: evidence.address,
    name: '',
    isRole: false,
    occurredAt,
    precision,
    weight,
    doubt,
    direction,
    evidence,
  };
}
function joined(existing: readonly Interaction[], mail: Interaction, id = 'seen'): string {
  const found = reconcile(existing, sightingOf(mail), id);
  return found.action === 'append' && found.voidsId ? `replaces ${found.voidsId}` : found.action;
}
const message = (messageId: string | undefined, changes: Parameters<typeof anEvidence>[0] = {}) => ({
  evidence: anEvidence({ messageId, ...changes }),
});
const nine = '2026-11-03 09:00';
const kept = (changes: Partial<Interaction> = {}, wall = nine, direction: 'in' | 'out' | 'unknown' = 'in') =>
  aMail(wall, direction, { id: 'kept', ...message('m1'), ...changes });

describe('the same message in a mailbox whose name is known only later', () => {
  const unnamed = kept(message('m1', { mailbox: 'u/0', proof: 'row', threadId: undefined }));
  const later = '2026-11-03 09:30';
  it.each<[string, Interaction[], Interaction, string]>([
    ['first by its place in the page, then by its address', [unnamed], kept(message('m1'), later), 'replaces kept'],
    ['the other way round', [kept()], { ...unnamed, occurredAt: at(later) }, 'same'],
    ['of another address', [kept()], kept(message('m1', { mailbox: 'other@holdfast.example' }), later), 'append'],
    ['at another origin', [unnamed], kept(message('m1', { origin: 'https://mail.acme.example' }), later), 'append'],
  ])('%s', (_what, stored, mail, expected) => expect(joined(stored, mail)).toBe(expected));
});

describe('the same message', () => {
  it.each<[string, Interaction[], Interaction, string]>([
    ['first time', [], kept(), 'append'],
    ['seen again', [kept()], kept(), 'same'],
    [
      'a row after the opened mail',
      [kept({ weight: 'doubtful', doubt: 'list-post' })],
      kept(message('m1', { proof: 'row' })),
      'same',
    ],
    [
      'an opened list post after the row',
      [kept(message('m1', { proof: 'row' }))],
      kept({ weight: 'doubtful', doubt: 'list-post' }),
      'replaces kept',
    ],
    [
      'an opened mail after a doubtful row',
      [kept({ weight: 'doubtful', doubt: 'row-only', ...message('m1', { proof: 'row' }) })],
      kept(),
      'replaces kept',
    ],
    ['direction learned', [kept({}, nine, 'unknown')], kept(), 'replaces kept'],
    ['direction lost', [kept()], kept({}, nine, 'unknown'), 'same'],
    [
      'all recipients seen after the first few',
      [kept(message('m1', { recipientCount: 3 }))],
      kept({ weight: 'weak', doubt: 'mass-mail', ...message('m1', { recipientCount: 8 }) }),
      'replaces kept',
    ],
    [
      'the first few recipients seen after all',
      [kept({ weight: 'weak', doubt: 'mass-mail', ...message('m1', { recipientCount: 8 }) })],
      kept(message('m1', { recipientCount: 3 })),
      'same',
    ],
    ['Cc found out after "to"', [kept()], kept({ weight: 'weak', doubt: 'cc-only' }), 'replaces kept'],
    ['"to" after Cc was found out', [kept({ weight: 'weak', doubt: 'cc-only' })], kept(), 'same'],
    [
      'own company learned',
      [kept({}, nine, 'unknown')],
      kept({ weight: 'weak', doubt: 'colleague' }, nine, 'out'),
      'replaces kept',
    ],
    [
      'second own address learned',
      [kept({ weight: 'weak', doubt: 'colleague' }, nine, 'out')],
      kept({}, nine, 'out'),
      'replaces kept',
    ],
    [
      'recipients seen after the folded header',
      [kept(message('m1', { proof: 'header' }))],
      kept({ weight: 'weak', doubt: 'mass-mail' }),
      'replaces kept',
    ],
    ['an instant after a day', [kept({ precision: 'day' })], kept(), 'replaces kept'],
    [
      'in another mailbox',
      [kept(message('m1', { mailbox: 'other@holdfast.example' }), '2026-11-03 10:00')],
      kept(),
      'append',
    ],
  ])('%s', (_what, existing, mail, expected) => expect(joined(existing, mail)).toBe(expected));

  it('by its id, even where it was replaced since', () => {
    const replaced = [kept({ id: 'old' }), kept({ voidsId: 'old' })];
    expect(joined(replaced, kept({ weight: 'doubtful' }), 'old')).toBe('same');
  });
});

describe('what ids cannot join', () => {
  it.each<[string, Interaction[], Interaction, string]>([
    ['a moved mail', [kept()], aMail('2026-11-03 09:02', 'in', message('m2')), 'same'],
    ['another mail three minutes later', [kept()], aMail('2026-11-03 09:03', 'in', message('m2')), 'append'],
    ['the answer within two minutes', [kept()], aMail('2026-11-03 09:01', 'out', message('m2')), 'append'],
    [
      'a just sent mail and its row',
      [kept(message(undefined), nine, 'out')],
      aMail('2026-11-03 09:01', 'out', message('m2')),
      'same',
    ],
    [
      'a just sent mail and its conversation',
      [kept(message(undefined), nine, 'out')],
      aMail('2026-11-03 09:01', 'unknown', message('m2')),
      'same',
    ],
    [
      'a conversation and the sent mail found in it',
      [kept({}, nine, 'unknown')],
      aMail('2026-11-03 09:01', 'out', message('m2')),
      'replaces kept',
    ],
    [
      'a conversation touched right after their mail',
      [kept()],
      aMail('2026-11-03 09:01', 'unknown', message('m2')),
      'append',
    ],
    [
      'two threads',
      [kept(message('m1', { threadId: 't1' }))],
      aMail('2026-11-03 09:01', 'in', message('m2', { threadId: 't2' })),
      'append',
    ],
    ['a day after an instant of it', [kept()], aMail('2026-11-03', 'in', message('m2')), 'same'],
    [
      'an instant after its day',
      [kept({ precision: 'day', occurredAt: at('2026-11-03 12:00') })],
      aMail('2026-11-03 22:00', 'in', message('m2')),
      'replaces kept',
    ],
    [
      'an instant of the next day',
      [kept({ precision: 'day', occurredAt: at('2026-11-03 12:00') })],
      aMail('2026-11-04 08:00', 'in', message('m2')),
      'append',
    ],
    [
      'a doubtful one beside one that counts',
      [kept(message('m1', { proof: 'row' }))],
      aMail('2026-11-03 09:01', 'in', { weight: 'doubtful', doubt: 'auto-reply', ...message('m2') }),
      'same',
    ],
    ['a logged mail stays the user’s', [aLog(nine, 'mail', { direction: 'in' })], kept(), 'append'],
  ])('%s', (_what, existing, mail, expected) => expect(joined(existing, mail)).toBe(expected));
});

describe('"This mail does not count"', () => {
  const takenBack = [kept(), aLog('2026-12-03 09:00', 'void', { id: 'void', voidsId: 'kept' })];
  it('stands, whatever a page shows later', () => {
    expect(joined(takenBack, kept({ weight: 'doubtful' }))).toBe('same');
    expect(joined(takenBack, aMail('2026-11-03 09:01', 'in', message('moved')))).toBe('same');
  });
  it('until it is undone', () => {
    const undone = [...takenBack, aLog('2026-12-03 09:01', 'void', { voidsId: 'void' })];
    expect(joined(undone, kept({ precision: 'day' }))).toBe('same');
    expect(
      joined(
        undone.map((one) => (one.id === 'kept' ? { ...one, ...message('m1', { proof: 'row' }) } : one)),
        kept(),
      ),
    ).toBe('replaces kept');
  });
});

it('is nothing without a date', () => {
  expect(reconcile([], { ...sightingOf(kept()), occurredAt: undefined }, 'x')).toEqual({ action: 'same' });
});

describe('sightingKey', () => {
  const key = (changes: Partial<JudgedSighting>) => sightingKey({ ...sightingOf(kept()), ...changes });
  it('is the same in every view', () => {
    expect(key({ evidence: anEvidence({ messageId: 'm1', view: 'list', proof: 'row', threadId: 'x' }) })).toBe(key({}));
  });
  it.each<[string, Partial<JudgedSighting>]>([
    ['each recipient', { address: 'tom@other.example' }],
    ['each direction', { direction: 'out' }],
    ['each mailbox', { evidence: anEvidence({ messageId: 'm1', mailbox: 'u/1' }) }],
    ['each verdict', { weight: 'doubtful', doubt: 'list-post' }],
  ])('tells apart %s', (_what, changes) => expect(key(changes)).not.toBe(key({})));
});

it('what was taken back, restored and taken back again stays away', () => {
  const row = kept({ weight: 'doubtful', doubt: 'row-only', ...message('m1', { proof: 'row' }) });
  const gone = aLog('2026-11-04 09:00', 'void', { voidsId: row.id });
  const undone = aLog('2026-11-04 09:01', 'void', { voidsId: gone.id });
  const redone = aLog('2026-11-04 09:02', 'void', { voidsId: undone.id });
  expect(joined([row, gone], kept())).toBe('same');
  expect(joined([row, gone, undone], kept())).toBe('replaces kept');
  expect(joined([row, gone, undone, redone], kept())).toBe('same');
});

describe('a colleague’s mail right beside mine', () => {
  const mine = kept(message('m1', { threadId: undefined }), nine, 'out');
  const theirs = (wall: string) =>
    kept({ weight: 'weak', doubt: 'colleague', ...message('m2', { threadId: undefined }) }, wall, 'out');
  it('is another mail', () => {
    expect(joined([mine], theirs('2026-11-03 09:01'))).toBe('append');
    expect(joined([{ ...theirs(nine), id: 'kept' }], { ...mine, occurredAt: at('2026-11-03 09:01') })).toBe('append');
  });
  it('is the mail whose row did not say who wrote it', () => {
    expect(joined([kept(message('m9', { threadId: undefined }), nine, 'unknown')], theirs(nine))).toBe('replaces kept');
  });
});
