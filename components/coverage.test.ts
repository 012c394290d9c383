import { beforeEach, describe, expect, it } from 'vitest';
import type { MailboxRow } from '@/lib/core/model';
import { ruleDefaults } from '@/lib/core/settings';
import { day, hour, minute, tuesday } from '@/tests/support/background';
import { speakEnglish } from '@/tests/support/i18n';
import { freshnessOf } from './coverage';

const moment = {
  now: tuesday,
  today: '2026-08-04',
  timeZone: 'Europe/Berlin',
  locale: 'en-GB',
  weekend: [6, 0],
  holidays: [],
  ...ruleDefaults,
};

function aMailbox(changes: Partial<MailboxRow>): MailboxRow {
  return { key: 'gmail', site: 'gmail', origin: 'https://mail.google.com', addresses: [], ...changes };
}

beforeEach(() => speakEnglish());

it.each([
  [{ inboxSeenAt: tuesday - 3 * minute, sentSeenAt: tuesday - day }, 'Inbox seen 3 min ago · Sent last seen yesterday'],
  [{ inboxSeenAt: tuesday - 20_000, sentSeenAt: tuesday - 4 * day }, 'Inbox seen just now · Sent last seen Friday'],
  [{ inboxSeenAt: tuesday - 2 * hour }, 'Inbox seen 2 hr ago · Sent not seen yet'],
  [{ sentSeenAt: tuesday - 40 * day }, 'Inbox not seen yet · Sent last seen 25 Jun'],
])('%o: %s', (seen, sentence) => {
  const fresh = freshnessOf([aMailbox(seen)], moment);
  expect(fresh?.lines.join().replace('min.', 'min').replace('hr.', 'hr').replace('hrs', 'hr')).toBe(sentence);
  expect(fresh?.catchUpUrl).toBe('https://mail.google.com');
});

it('has nothing to catch up with on the day Sent was seen', () => {
  const fresh = freshnessOf([aMailbox({ inboxSeenAt: tuesday - hour, sentSeenAt: tuesday - 3 * hour })], moment);
  expect(fresh?.catchUpUrl).toBeUndefined();
  expect(fresh?.lines.join()).not.toContain('Sent');
});

it('leads to the folder of sent mail where the site has told it', () => {
  const sentUrl = 'https://mail.google.com/mail/u/0/#sent';
  expect(freshnessOf([aMailbox({ sentUrl })], moment)?.catchUpUrl).toBe(sentUrl);
  expect(freshnessOf([], moment)).toBeUndefined();
});

describe('of several mailboxes', () => {
  const work = aMailbox({
    addresses: ['sam@ours.example'],
    inboxSeenAt: tuesday - 3 * minute,
    sentSeenAt: tuesday - hour,
    sentUrl: 'https://mail.google.com/mail/u/0/#sent',
  });
  const shop = aMailbox({
    key: 'roundcube',
    origin: 'https://mail.shop.example:8443',
    inboxSeenAt: tuesday - 2 * day,
    sentSeenAt: tuesday - 4 * day,
    sentUrl: 'https://mail.shop.example:8443/?_mbox=Sent',
  });

  it('each has its line, and "Catch up" leads to the Sent not seen for longest', () => {
    const fresh = freshnessOf([work, shop], moment);
    expect(fresh?.lines).toEqual([
      'mail.shop.example:8443: Inbox seen Sunday · Sent last seen Friday',
      expect.stringMatching(/^sam@ours\.example: Inbox seen 3 min\.? ago$/),
    ]);
    expect(fresh?.catchUpUrl).toBe(shop.sentUrl);
  });

  it('one that was not used for a month is left out', () => {
    const old = { ...shop, inboxSeenAt: tuesday - 40 * day, sentSeenAt: tuesday - 40 * day };
    expect(freshnessOf([work, old], moment)).toEqual(freshnessOf([work], moment));
    expect(freshnessOf([work, old], moment)?.catchUpUrl).toBeUndefined();
  });

  it('no more than three take the place of the list', () => {
    const many = Array.from({ length: 5 }, (_, n) => ({ ...shop, key: `${n}`, addresses: [`${n}@ours.example`] }));
    expect(freshnessOf(many, moment)?.lines).toHaveLength(3);
  });
});
