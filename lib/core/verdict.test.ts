import { describe, expect, it } from 'vitest';
import { at, timeZone } from '@/tests/support/rows';
import type { RawSighting } from './raw-sighting';
import { judge, type SightingContext } from './sighting';
import { companyDomains, ownRoles } from './verdict';

const context: SightingContext = {
  site: 'gmail',
  view: 'thread',
  origin: 'https://mail.google.com',
  mailbox: 'me@holdfast.example',
  own: new Set(['me@holdfast.example']),
  company: new Set(['holdfast.example', 'holdfast-shop.example']),
  now: at('2026-11-22 10:30'),
  timeZone,
  language: 'en',
};
const opened: RawSighting = {
  mailbox: 'Marta Lindqvist <Marta@Norrsken.Example>',
  role: 'from',
  from: 'Marta Lindqvist <Marta@Norrsken.Example>',
  recipients: ['me@holdfast.example'],
  recipientCount: 1,
  dateText: 'Nov 3, 2026, 9:05 AM',
  messageId: 'm1',
  folder: 'inbox',
  rule: 'test',
};
const sent: RawSighting = {
  ...opened,
  role: 'to',
  from: 'Me <me@holdfast.example>',
  recipients: ['marta@norrsken.example'],
};

describe('what I was to the mail', () => {
  const role = (raw: RawSighting, ownRole: 'to' | 'cc' | 'bcc') => {
    const found = judge(raw, context, ownRole);
    return found && [found.direction, found.weight, found.doubt].filter(Boolean).join(' ');
  };
  it.each<[string, string | undefined]>([
    ['to', role(opened, 'to')],
    ['cc', role(opened, 'cc')],
    ['bcc', role(opened, 'bcc')],
  ])('%s', (name, found) => expect(found).toBe(name === 'to' ? 'in counts' : 'in weak cc-only'));

  it('makes no doubtful mail certain, and no mail of mine weak', () => {
    expect(role({ ...opened, replyTo: 'Tom <tom@other.example>' }, 'cc')).toBe('in doubtful sender-unclear');
    expect(role(sent, 'cc')).toBe('out counts');
  });

  it('stands among the people of the same message', () => {
    const me: RawSighting = { ...opened, mailbox: 'Me <ME@holdfast.example>', role: 'cc' };
    const copies = [
      { ...me, messageId: 'a' },
      { ...me, messageId: 'b' },
      { ...me, messageId: 'b', role: 'to' as const },
      { ...me, messageId: 'b' },
      { ...opened, messageId: 'c' },
      { ...me, messageId: undefined },
    ];
    expect([...ownRoles(copies, context.own)]).toEqual([
      ['a', 'cc'],
      ['b', 'to'],
    ]);
  });
});

it('the own company is what is named, and where own addresses are, but never free mail', () => {
  const company = companyDomains(['me@holdfast.example', 'me.home@gmail.com'], ['holdfast-shop.example']);
  expect([...company]).toEqual(['holdfast.example', 'holdfast-shop.example']);
});
