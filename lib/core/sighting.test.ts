import { describe, expect, it } from 'vitest';
import { at, timeZone } from '@/tests/support/rows';
import type { RawSighting } from './raw-sighting';
import { judge, type SightingContext } from './sighting';

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
const row: RawSighting = {
  mailbox: 'marta@norrsken.example',
  role: 'participant',
  row: 'single',
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
const list = { ...context, view: 'list' };

/** "in counts", "out weak cc-only". */
function verdict(raw: RawSighting, where: SightingContext = context): string | undefined {
  const found = judge(raw, where);
  return found && [found.direction, found.weight, found.doubt].filter(Boolean).join(' ');
}

describe('an opened message', () => {
  it.each<[string, RawSighting, string]>([
    ['from the contact', opened, 'in counts'],
    [
      'from the contact, recipients not shown',
      { ...opened, recipients: undefined, recipientCount: undefined },
      'in counts',
    ],
    ['to the contact', sent, 'out counts'],
    ['to the contact from my other spelling', { ...sent, from: 'ME@Holdfast.Example' }, 'out counts'],
    ['to the contact, in Sent, sender not shown', { ...sent, from: undefined, folder: 'sent' }, 'out counts'],
    ['to the contact, sender not shown', { ...sent, from: undefined }, 'unknown doubtful direction-unknown'],
    [
      'to the contact from a third person',
      { ...sent, from: 'Tom <tom@other.example>' },
      'unknown doubtful direction-unknown',
    ],
    ['from the contact, in the Sent folder’s thread', { ...opened, folder: 'sent' }, 'in counts'],
    ['only in Cc', { ...sent, role: 'cc' }, 'out weak cc-only'],
    ['only in Bcc', { ...sent, role: 'bcc' }, 'out weak cc-only'],
    ['to five people', { ...sent, recipientCount: 5 }, 'out counts'],
    ['to six people', { ...sent, recipientCount: 6 }, 'out weak mass-mail'],
    ['from the contact to six people', { ...opened, recipientCount: 6 }, 'in weak mass-mail'],
    ['an automatic reply', { ...opened, subject: 'Automatic reply: Spring order' }, 'in doubtful auto-reply'],
    ['my own automatic reply', { ...sent, subject: 'Out of Office: Re: Spring order' }, 'out doubtful auto-reply'],
    ['an invitation', { ...opened, subject: 'Invitation: Review @ Tue' }, 'in weak calendar-notice'],
    ['an accepted invitation', { ...sent, subject: 'Accepted: Review @ Tue' }, 'out weak calendar-notice'],
    ['to a list, not to me', { ...opened, recipients: ['list@lists.example'] }, 'in doubtful list-post'],
    ['to a list and to me', { ...opened, recipients: ['list@lists.example', 'Me <me@holdfast.example>'] }, 'in counts'],
    ['recipients cut', { ...opened, recipients: ['a@other.example'], recipientCount: 3 }, 'in counts'],
    [
      'a group that writes to itself',
      { ...opened, recipients: ['marta@norrsken.example', 'me@holdfast.example'] },
      'in doubtful list-post',
    ],
    ['with a list tag, to me', { ...opened, subject: '[plans] Spring' }, 'in counts'],
    ['a contact form', { ...opened, replyTo: 'Tom <tom@other.example>' }, 'in doubtful sender-unclear'],
    ['Reply-To in the same house', { ...opened, replyTo: 'orders@norrsken.example' }, 'in counts'],
    ['a CRM record', { ...opened, role: 'record', from: undefined }, 'unknown doubtful direction-unknown'],
  ])('%s', (_what, raw, expected) => expect(verdict(raw)).toBe(expected));

  const tom = { ...sent, from: 'Tom <tom@holdfast.example>' };
  it.each<[string, RawSighting, string]>([
    ['to the contact', tom, 'out weak colleague'],
    ['from another domain of ours', { ...tom, from: 'tom@holdfast-shop.example' }, 'out weak colleague'],
    ['with the contact in Cc', { ...tom, role: 'cc' }, 'out weak colleague'],
    ['to a crowd', { ...tom, recipientCount: 9 }, 'out weak colleague'],
    ['with an invitation', { ...tom, subject: 'Invitation: Review @ Tue' }, 'out weak colleague'],
    ['automatic', { ...tom, subject: 'Out of office: Re: Offer' }, 'out doubtful auto-reply'],
    [
      'to another colleague who is tracked',
      { ...tom, mailbox: 'ida@holdfast.example' },
      'unknown doubtful direction-unknown',
    ],
    [
      'of a domain that only looks like ours',
      { ...tom, from: 'tom@not-holdfast.example' },
      'unknown doubtful direction-unknown',
    ],
  ])('of a colleague, %s', (_what, raw, expected) => expect(verdict(raw)).toBe(expected));

  it('of my own second address is mine, whatever its domain', () => {
    const own = new Set([...context.own, 'tom@holdfast.example']);
    expect(verdict(tom, { ...context, own })).toBe('out counts');
  });

  it('does not doubt recipients while no own address is known', () => {
    expect(verdict({ ...opened, recipients: ['list@lists.example'] }, { ...context, own: new Set() })).toBe(
      'in counts',
    );
  });
});

describe('a list row', () => {
  it.each<[string, RawSighting, string]>([
    ['of one mail with one sender', row, 'in counts'],
    ['of one mail, sender named', { ...row, role: 'from' }, 'in counts'],
    ['in Sent', { ...row, role: 'to', folder: 'sent' }, 'out counts'],
    ['in Sent of several people', { ...row, row: 'newest', folder: 'sent' }, 'out counts'],
    ['of a conversation', { ...row, row: 'newest' }, 'unknown doubtful direction-unknown'],
    [
      'of a conversation, participant first',
      { ...row, role: 'from', row: 'newest' },
      'unknown doubtful direction-unknown',
    ],
    ['without a kind', { ...row, row: undefined }, 'unknown doubtful direction-unknown'],
    [
      'of a conversation whose newest sender shows',
      { ...row, row: 'newest', from: 'me@holdfast.example' },
      'out counts',
    ],
    ['of an automatic reply', { ...row, subject: 'Abwesenheitsnotiz: Angebot' }, 'in doubtful auto-reply'],
    ['with a list tag', { ...row, subject: 'Re: [plans] Spring' }, 'in doubtful list-post'],
    ['with a gateway tag', { ...row, subject: '[EXTERNAL] Spring' }, 'in counts'],
    ['that cannot tell', { ...row, role: 'from', certainty: 'row-only' }, 'in doubtful row-only'],
    [
      'that cannot tell, in Sent',
      { ...row, role: 'to', certainty: 'row-only', folder: 'sent' },
      'out doubtful row-only',
    ],
  ])('%s', (_what, raw, expected) => expect(verdict(raw, list)).toBe(expected));
});

it.each<[string, Partial<RawSighting>]>([
  ['my own address', { mailbox: 'Me <ME@holdfast.example>' }],
  ['no address', { mailbox: 'Marta' }],
  ['two addresses', { mailbox: 'a@x.example, b@x.example' }],
])('%s is no contact', (_what, change) => expect(judge({ ...opened, ...change }, context)).toBeUndefined());

it('marks role addresses and leaves the choice to the caller', () => {
  expect(judge({ ...opened, mailbox: 'no-reply@norrsken.example' }, context)?.isRole).toBe(true);
  expect(judge(opened, context)).toMatchObject({
    isRole: false,
    address: 'marta@norrsken.example',
    name: 'Marta Lindqvist',
  });
});

describe('the date', () => {
  const dated = (change: Partial<RawSighting>, where = context) => {
    const found = judge({ ...opened, dateText: undefined, ...change }, where);
    return found && [found.occurredAt, found.precision, found.evidence.dateOrigin];
  };
  const idOf = (time: number) => `gmail:${(BigInt(time) << 20n).toString(16)}`;
  const nov3 = at('2026-11-03 09:05');
  it.each<[string, Partial<RawSighting>, unknown[]]>([
    [
      'from the id',
      { dateId: idOf(nov3 + 30_000), dateText: 'Nov 3, 2026, 9:05 AM' },
      [nov3 + 30_000, 'instant', 'id'],
    ],
    [
      'from the text of imported old mail',
      { dateId: idOf(nov3), dateText: 'Nov 3, 2025, 9:05 AM' },
      [at('2025-11-03 09:05'), 'instant', 'text'],
    ],
    [
      'from the id where the text is later',
      { dateId: idOf(nov3), dateText: 'Nov 20, 2026, 9:05 AM' },
      [nov3, 'instant', 'id'],
    ],
    ['from the text', { dateText: 'Nov 3, 2026, 9:05 AM' }, [nov3, 'instant', 'text']],
    ['only the day', { dateText: 'Nov 3' }, [at('2026-11-03 12:00'), 'day', 'text']],
    ['none', {}, [undefined, 'instant', 'seen']],
    ['none from the future', { dateText: '2027-01-03 09:05' }, [undefined, 'instant', 'seen']],
    ['none from a future id', { dateId: idOf(at('2027-01-03 09:05')) }, [undefined, 'instant', 'seen']],
    ['none of a draft', { dateText: 'Nov 3, 2026, 9:05 AM', folder: 'drafts' }, [undefined, 'instant', 'seen']],
  ])('%s', (_what, change, expected) => expect(dated(change)).toEqual(expected));

  it('of a mail being sent is now, and it goes out', () => {
    const where = { ...context, view: 'compose' };
    expect(dated({ role: 'to', from: undefined }, where)).toEqual([context.now, 'instant', 'seen']);
    expect(verdict({ ...opened, role: 'to', from: undefined, folder: 'other' }, where)).toBe('out counts');
  });
});

it('keeps as evidence what proved it', () => {
  expect(
    judge({ ...row, threadId: 't1', url: 'https://mail.google.com/x', subject: ' Spring\u202e ' }, list)?.evidence,
  ).toEqual({
    site: 'gmail',
    view: 'list',
    rule: 'test',
    origin: 'https://mail.google.com',
    mailbox: 'me@holdfast.example',
    address: 'marta@norrsken.example',
    role: 'participant',
    messageId: 'm1',
    threadId: 't1',
    url: 'https://mail.google.com/x',
    subject: 'Spring',
    proof: 'row',
    dateOrigin: 'text',
  });
});
