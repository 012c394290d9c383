import { expect, it } from 'vitest';
import { isWebUrl, linkFor, mailtoLink, newestMailbox } from './links';

it.each([
  ['https://mail.google.com/mail/u/0/#inbox/1', true],
  ['http://127.0.0.1:8000/?_task=mail', true],
  ['javascript:alert(1)', false],
  ['JaVaScRiPt:alert(1)', false],
  ['data:text/html,<script>alert(1)</script>', false],
  ['file:///etc/passwd', false],
  ['chrome://settings', false],
  ['not a url', false],
  [undefined, false],
])('%s is a web address: %s', (url, is) => {
  expect(isWebUrl(url)).toBe(is);
});

it('fills the address in, so that it stays one value', () => {
  expect(linkFor('https://mail.example/?q={address}', 'a&b=c@acme.example')).toBe(
    'https://mail.example/?q=a%26b%3Dc%40acme.example',
  );
  expect(linkFor('javascript:{address}', 'a@acme.example')).toBeUndefined();
  expect(linkFor(undefined, 'a@acme.example')).toBeUndefined();
});

it('an address cannot bring further recipients into a mailto link', () => {
  const link = new URL(mailtoLink('a?bcc=evil@evil.example&x=y@acme.example'));
  expect([...link.searchParams]).toEqual([]);
});

it('writes from the mailbox that was seen last', () => {
  const row = (key: string, inboxSeenAt?: number, sentSeenAt?: number) => {
    return { key, site: 'gmail', origin: 'https://mail.google.com', addresses: [], inboxSeenAt, sentSeenAt };
  };
  expect(newestMailbox([row('a', 5), row('b', 1, 9), row('c')])?.key).toBe('b');
  expect(newestMailbox([])).toBeUndefined();
});
