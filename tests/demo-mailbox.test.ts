import { describe, expect, it } from 'vitest';
import { customers, demoMailbox } from './demo-mailbox/demo-mailbox';
import { aMailbox, day, gmailId, truthOf } from './demo-mailbox/mailbox';
import { mailboxPage } from './demo-mailbox/mailbox-pages';

const now = Date.UTC(2026, 10, 24, 15);

describe('the demo mailbox', () => {
  const mailbox = demoMailbox(now);
  const messages = mailbox.threads.flatMap((thread) => thread.messages);

  it('holds the instant of every mail in its id, as Gmail does, and no id twice', () => {
    const ids = messages.flatMap(({ id }) => id || []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, at } of messages) if (id) expect(Number(BigInt(`0x${id}`) >> 20n)).toBe(at);
    expect(gmailId(now)).toBe((BigInt(now) << 20n).toString(16));
  });

  it('knows invented people only', () => {
    for (const { from, to, cc = [] } of messages) {
      for (const { address } of [from, ...to, ...cc]) expect(address).toMatch(/^[a-z0-9.-]+@[a-z-]+\.example$/);
    }
  });

  it.each([
    ['tom', 4, true],
    ['nadia', 0, true],
    ['sven', 9, true],
    ['marta', 42, false],
    ['ines', 33, false],
    ['anna', 38, false],
    ['priya', 30, false],
    ['wei', 71, false],
    ['ken', 65, false],
    ['jorge', 5, false],
    ['maxi', 1, false],
  ] as const)('%s was last in touch %i days ago', (who, days, waits) => {
    const truth = truthOf(mailbox).find(({ address }) => address === customers[who].address);
    const last = Math.max(truth?.lastInAt ?? 0, truth?.lastOutAt ?? 0);
    expect(Math.floor((now - last) / day)).toBe(days);
    expect(truth?.waits).toBe(waits);
  });

  it('counts no draft as contact', () => {
    const drafts = messages.filter(({ isDraft }) => isDraft);
    expect(drafts.length).toBeGreaterThan(1);
    for (const { id } of drafts) expect(id).toBe('');
  });
});

describe('mailboxPage', () => {
  it('keeps what mails hold inside its data', () => {
    const mailbox = aMailbox({ rows: 1, now });
    const [thread] = mailbox.threads;
    if (!thread) throw new Error('one row was asked for');
    const subject = '</script><script>window.taken = true</script>';
    const html = mailboxPage({ mailbox: { ...mailbox, threads: [{ ...thread, subject }] } });
    expect(html).not.toContain(subject);
    expect(html.match(/<script/g)).toHaveLength(2);
  });

  it('makes as many rows as a test asks for', () => {
    expect(aMailbox({ rows: 2_000, now }).threads).toHaveLength(2_000);
  });
});
