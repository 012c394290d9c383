import { describe, expect, it } from 'vitest';
import {
  canonicalAddress,
  companyName,
  isFreeMail,
  isRoleAddress,
  mailboxKey,
  plainName,
  sameMailbox,
} from './address';

describe('canonicalAddress', () => {
  it.each([
    ['Ann@Acme.Example', 'ann@acme.example'],
    [' <ann@acme.example> ', 'ann@acme.example'],
    ['mailto:ann@acme.example', 'ann@acme.example'],
    ['M.Ali1@Birchvale.Example', 'm.ali1@birchvale.example'],
    ['ann@münchen.example', 'ann@xn--mnchen-3ya.example'],
    ['ann@MÜNCHEN.example', 'ann@xn--mnchen-3ya.example'],
    ['ann@xn--mnchen-3ya.example', 'ann@xn--mnchen-3ya.example'],
    ['ａnn@acme.example', 'ann@acme.example'],
    ['ann@例え.example', 'ann@xn--r8jz45g.example'],
    ["o'neil+sales@acme.example", "o'neil+sales@acme.example"],
  ])('%s → %s', (text, address) => expect(canonicalAddress(text)).toBe(address));

  it.each([
    '',
    'ann',
    'ann@',
    '@acme.example',
    'ann@localhost',
    'ann@127.0.0.1',
    'ann@acme.example.',
    'ann@acme..example',
    'ann@-acme.example',
    'a b@acme.example',
    'ann@acme .example',
    'ann@corp@acme.example',
    '"ann"@acme.example',
    'ann@acme.example/x',
    'ann@acme%2eexample.example',
    'ann@acme.example:8080',
    'jörg@acme.example',
    'ann\u200b@acme.example',
    `${'a'.repeat(65)}@acme.example`,
    `ann@${'a'.repeat(64)}.example`,
    '...',
    'ann@[10.0.0.1]',
  ])('refuses %j', (text) => expect(canonicalAddress(text)).toBeUndefined());
});

it.each([
  ['Ann\u202e Lee', 'Ann Lee'],
  ['\u200bAnn\u2066 Lee\u2069', 'Ann Lee'],
  ['  Ann \n\t Lee  ', 'Ann Lee'],
  ['Ann\u0000Lee', 'Ann Lee'],
  ['می\u200cخواهم', 'می\u200cخواهم'],
  ['陈伟', '陈伟'],
])('plainName(%j) → %j', (text, name) => expect(plainName(text)).toBe(name));

it.each([
  'info@acme.example',
  'no-reply@x.example',
  'noreply+17@x.example',
  'mailer-daemon@x.example',
  'bounces-12=ann@x.example',
  'notifications-abc@x.example',
  'do-not-reply@x.example',
  'support@x.example',
])('%s is a role', (address) => expect(isRoleAddress(address)).toBe(true));
it.each([
  'ann@acme.example',
  'salesann@x.example',
  'ann.support@x.example',
  'noah@x.example',
  'reply2ann@x.example',
  'notifio@x.example',
])('%s is a person', (address) => expect(isRoleAddress(address)).toBe(false));

it('sees one mailbox behind dots and plus at Gmail, and only there', () => {
  expect(mailboxKey('a.n.n+news@googlemail.com')).toBe('ann@gmail.com');
  expect(sameMailbox('ann@gmail.com', 'a.nn@gmail.com')).toBe(true);
  expect(sameMailbox('ann@acme.example', 'a.nn@acme.example')).toBe(false);
  expect(sameMailbox('ann@acme.example', 'ann+x@acme.example')).toBe(false);
});

it.each([
  ['norrsken.example', 'Norrsken'],
  ['mail.norrsken.example', 'Norrsken'],
  ['cedar-sons.co.uk', 'Cedar Sons'],
  ['acme.com', 'Acme'],
  ['co.uk', 'Co'],
])('companyName(%s) → %s', (domain, name) => expect(companyName(domain)).toBe(name));

it('knows free mail from company mail', () => {
  expect(isFreeMail('gmail.com')).toBe(true);
  expect(isFreeMail('t-online.de')).toBe(true);
  expect(isFreeMail('norrsken.example')).toBe(false);
});
