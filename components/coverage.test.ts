import { beforeEach, expect, it } from 'vitest';
import type { MailboxRow } from '@/lib/core/model';
import { ruleDefaults } from '@/lib/core/settings';
import { day, hour, minute, tuesday } from '@/tests/support/background';
import { speakEnglish } from '@/tests/support/i18n';
import { coverageOf } from './coverage';

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
  const coverage = coverageOf([aMailbox(seen)], moment);
  expect(coverage?.sentence.replace('min.', 'min').replace('hr.', 'hr').replace('hrs', 'hr')).toBe(sentence);
  expect(coverage?.catchUpUrl).toBe('https://mail.google.com');
});

it('has nothing to catch up with on the day Sent was seen', () => {
  const coverage = coverageOf([aMailbox({ inboxSeenAt: tuesday - hour, sentSeenAt: tuesday - 3 * hour })], moment);
  expect(coverage?.catchUpUrl).toBeUndefined();
  expect(coverage?.sentence).not.toContain('Sent');
});

it('leads to the folder of sent mail where the site has told it', () => {
  const sentUrl = 'https://mail.google.com/mail/u/0/#sent';
  expect(coverageOf([aMailbox({ sentUrl })], moment)?.catchUpUrl).toBe(sentUrl);
  expect(coverageOf([], moment)).toBeUndefined();
});
