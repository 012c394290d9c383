import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/lib/messaging/new-id';
import { aBench, aMail, aReport, type Bench, day, hour, minute, tuesday } from '@/tests/support/background';
import { track } from './contacts';
import { discountInteraction } from './interactions';
import { changeSettings, giveConsent } from './settings';
import { reportSightings } from './sightings';

let bench: Bench;
let ann: string;

beforeEach(async () => {
  bench = await aBench();
  await giveConsent(bench.db, { id: newId(), ownAddresses: ['sam@ours.example'] }, bench.ours());
  const people = [{ mailbox: 'Ann Lee <ann@acme.example>', as: 'customer' as const }];
  ann = (await track(bench.db, { id: newId(), people }, bench.page())).contactIds[0] ?? '';
});

const report = (...[view, sightings, fields]: Parameters<typeof aReport>) =>
  reportSightings(bench.db, aReport(view, sightings, fields), bench.page());
const sent = (fields: Parameters<typeof aMail>[1] = {}) =>
  aMail(tuesday - hour, {
    role: 'to',
    from: 'sam@ours.example',
    recipients: ['ann@acme.example'],
    subject: 'Spring order',
    ...fields,
  });
const daemon = 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>';
const notice = (fields: Parameters<typeof aMail>[1] = {}) =>
  aMail(tuesday - hour + minute, { mailbox: daemon, from: daemon, subject: 'Spring order', ...fields });
const bounces = async () => (await bench.db.interactions.toArray()).filter((one) => one.kind === 'bounce');
const clock = async () => (await bench.db.contacts.get(ann))?.clock;

describe('a mail that came back', () => {
  it('is one weak entry of the contact it was for, whoever sends the notice', async () => {
    await report('thread', [sent(), notice()]);
    const [mail] = (await bench.db.interactions.toArray()).filter((one) => one.kind === 'mail');
    expect(await bounces()).toMatchObject([
      {
        contactId: ann,
        weight: 'weak',
        source: 'page',
        occurredAt: tuesday - hour + minute,
        aboutId: mail?.id,
        evidence: { address: 'ann@acme.example' },
      },
    ]);
    expect(await clock()).toMatchObject({ bouncedAt: tuesday - hour + minute });
    expect((await bench.db.addresses.toArray()).map((row) => row.address)).toEqual(['ann@acme.example']);
  });

  it('is no contact', async () => {
    await report('thread', [sent()]);
    expect((await clock())?.lastOutAt).toBe(tuesday - hour);
    await report('thread', [notice()]);
    expect((await clock())?.lastOutAt).toBeUndefined();
  });

  it('is one entry however often it is shown, and nothing is written the second time', async () => {
    const mails = [sent(), notice()];
    await report('thread', mails);
    const commits = bench.commits;
    bench.now += hour;
    await report('thread', mails);
    await Promise.all([report('thread', mails), report('thread', mails)]);
    expect(await bounces()).toHaveLength(1);
    expect(bench.commits).toBe(commits);
  });

  it('is one entry when one page shows it twice, or two tabs at once', async () => {
    await report('thread', [sent()]);
    const twice = notice();
    await Promise.all([1, 2].map(() => report('thread', [twice, twice])));
    expect(await bounces()).toHaveLength(1);
  });

  it('is known from the list too, where one row is one mail', async () => {
    await report('thread', [sent()]);
    const row = { recipients: undefined, recipientCount: undefined } as const;
    await report('list', [notice({ ...row, row: 'newest', role: 'participant', from: undefined })]);
    expect(await bounces()).toEqual([]);
    await report('list', [notice({ ...row, row: 'single' })]);
    expect(await bounces()).toHaveLength(1);
  });

  it('is known by its time where there are no threads, also when subjects are not kept', async () => {
    await changeSettings(bench.db, { id: newId(), keepSubjects: false }, bench.ours());
    await report('thread', [sent({ threadId: undefined })], { site: 'roundcube' });
    const failure = { threadId: undefined, subject: 'Undelivered Mail Returned to Sender' };
    await report('thread', [notice(failure)], { site: 'roundcube' });
    expect((await bounces()).map((one) => one.evidence?.subject)).toEqual([undefined]);
  });

  it('stays away when the user says that it does not count', async () => {
    await report('thread', [sent(), notice()]);
    const [bounce] = await bounces();
    const taken = { id: newId(), contactId: ann, interactionId: bounce?.id ?? '' };
    await discountInteraction(bench.db, taken, bench.page());
    await report('thread', [sent(), notice({ messageId: bounce?.evidence?.messageId })]);
    expect(await clock()).not.toHaveProperty('bouncedAt', expect.any(Number));
    expect((await clock())?.lastOutAt).toBe(tuesday - hour);
  });

  it.each<[string, Parameters<typeof aMail>[1]]>([
    ['somebody of the customer’s', { mailbox: 'kim@acme.example', from: 'kim@acme.example' }],
    ['a newsletter', { mailbox: 'bounces@news.example', from: 'bounces@news.example' }],
    ['a mail system about a delay', { subject: 'Delivery Status Notification (Delay)' }],
    ['a mail system in another thread', { threadId: 't2' }],
  ])('is not what %s writes', async (_what, fields) => {
    await report('thread', [sent(), notice(fields)]);
    expect(await bounces()).toEqual([]);
  });

  it('is nobody’s when the contact is not tracked any more', async () => {
    await report('thread', [sent()]);
    await bench.db.contacts.update(ann, { deletedAt: tuesday });
    await report('thread', [notice()]);
    expect(await bounces()).toEqual([]);
  });

  it('is not looked for in mail of long ago', async () => {
    await report('thread', [sent({ dateId: undefined, dateText: new Date(tuesday - 9 * day).toISOString() })]);
    await report('thread', [notice()]);
    expect(await bounces()).toEqual([]);
  });
});
