import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/lib/messaging/new-id';
import { aBench, aMail, aReport, type Bench, day, gmailId, hour, minute, tuesday } from '@/tests/support/background';
import { getCard } from './card';
import { track } from './contacts';
import { discountInteraction } from './interactions';
import { changeSettings, giveConsent } from './settings';
import { reportSightings } from './sightings';

let bench: Bench;
let ann: string;

async function trackPerson(mailbox: string): Promise<string> {
  const reply = await track(bench.db, { id: newId(), people: [{ mailbox, as: 'customer' }] }, bench.page());
  return reply.contactIds[0] ?? '';
}

beforeEach(async () => {
  bench = await aBench();
  await giveConsent(bench.db, { id: newId(), ownAddresses: ['sam@ours.example'] }, bench.ours());
  ann = await trackPerson('Ann Lee <ann@acme.example>');
});

const interactions = () => bench.db.interactions.toArray();
const clock = async (id = ann) => (await bench.db.contacts.get(id))?.clock;
const report = (...[view, sightings, fields]: Parameters<typeof aReport>) =>
  reportSightings(bench.db, aReport(view, sightings, fields), bench.page());

describe('what a page shows', () => {
  it('moves the date of a tracked person and stores nothing of anybody else', async () => {
    const { replies } = await report('thread', [
      aMail(tuesday - 3 * hour, { subject: 'Prices' }),
      aMail(tuesday - 3 * hour, { mailbox: 'Eve <eve@else.example>', from: 'eve@else.example' }),
      aMail(tuesday - 3 * hour, { mailbox: 'sam@ours.example' }),
      aMail(tuesday - 3 * hour, { mailbox: 'no-reply@acme.example', from: 'no-reply@acme.example' }),
      aMail(tuesday - 3 * hour, { mailbox: 'nobody at all' }),
    ]);
    expect(replies.map((reply) => reply.state)).toEqual(['tracked', 'untracked', 'none', 'none', 'none']);
    expect(replies[1]).toEqual({ state: 'untracked', address: 'eve@else.example', name: 'Eve' });
    expect(replies[0]).toMatchObject({ badge: { contactId: ann, seenAt: tuesday - 3 * hour } });
    expect((await clock())?.lastInAt).toBe(tuesday - 3 * hour);
    expect(await interactions()).toHaveLength(1);
    expect((await bench.db.addresses.toArray()).map((row) => row.address)).toEqual(['ann@acme.example']);
  });

  it('answers with the badge as it stands with what was just seen', async () => {
    const { replies } = await report('thread', [aMail(tuesday - 5 * day)]);
    expect(replies).toMatchObject([{ badge: { status: 'reply-owed', inLists: true } }]);
  });

  it('makes one entry of a mail that is seen twice, and writes nothing the second time', async () => {
    const mail = aMail(tuesday - hour);
    await report('thread', [mail]);
    const commits = bench.commits;
    await report('thread', [mail, mail]);
    expect(await interactions()).toHaveLength(1);
    expect(bench.commits).toBe(commits);
  });

  it('makes one entry in effect of a mail seen as a row and then opened', async () => {
    const mail = aMail(tuesday - hour);
    const row = { ...mail, row: 'single' as const, recipients: undefined, recipientCount: undefined };
    await report('list', [row]);
    await report('thread', [mail]);
    await report('list', [row]);
    const stored = await interactions();
    const replaced = new Set(stored.map((one) => one.voidsId));
    expect(stored.filter((one) => !replaced.has(one.id))).toHaveLength(1);
    expect((await clock())?.lastInAt).toBe(tuesday - hour);
  });

  it('has open pages ask again when the mailbox tells whose it is, and not again', async () => {
    const commits = bench.commits;
    const nobody = { account: { addresses: [], index: 'u/1' } };
    await report('list', [], nobody);
    expect(bench.commits).toBe(commits);
    const named = { account: { addresses: ['sam@second.example'], index: 'u/1' } };
    await report('list', [], named);
    bench.now += hour;
    await report('list', [], named);
    expect(bench.commits).toBe(commits + 1);
  });

  it('makes three entries of one mail with three tracked recipients', async () => {
    await trackPerson('bob@acme.example');
    await trackPerson('cy@acme.example');
    const people = ['ann', 'bob', 'cy'].map((name) => `${name}@acme.example`);
    const sent = {
      role: 'to',
      from: 'sam@ours.example',
      recipients: people,
      messageId: 'one',
      folder: 'sent',
    } as const;
    await report(
      'thread',
      people.map((mailbox) => aMail(tuesday - hour, { ...sent, mailbox })),
      { folder: 'sent' },
    );
    const stored = await interactions();
    expect(new Set(stored.map((one) => one.contactId)).size).toBe(3);
    expect(stored).toHaveLength(3);
    expect((await clock())?.lastOutAt).toBe(tuesday - hour);
  });

  it('recognises a moved mail by its time', async () => {
    await report('thread', [aMail(tuesday - hour, { messageId: 'uid-4' })]);
    await report('thread', [aMail(tuesday - hour + minute, { messageId: 'uid-77' })]);
    expect(await interactions()).toHaveLength(1);
  });

  it('ends "reply owed" when a reply from the phone is seen only as a row', async () => {
    await report('thread', [aMail(tuesday - 5 * day)]);
    expect((await clock())?.owed).toBeDefined();
    const row = { row: 'newest', role: 'participant', recipients: undefined, from: undefined } as const;
    await report('list', [aMail(tuesday - day, { ...row, messageId: 'phone' })]);
    expect((await clock())?.owed).toBeUndefined();
    expect((await clock())?.lastInAt).toBe(tuesday - 5 * day);
  });

  it('keeps a taken-back mail taken back when the page shows it again', async () => {
    const mail = aMail(tuesday - hour);
    await report('thread', [mail]);
    const [stored] = await interactions();
    await discountInteraction(bench.db, { id: newId(), contactId: ann, interactionId: stored?.id ?? '' }, bench.page());
    await report('thread', [mail]);
    expect((await clock())?.lastInAt).toBeUndefined();
  });

  it('lets no earlier view of a taken-back mail stand again', async () => {
    const mail = aMail(tuesday - hour);
    await report('list', [{ ...mail, row: 'single', recipients: undefined, certainty: 'row-only' }]);
    await report('thread', [mail]);
    const opened = (await interactions()).find((one) => one.voidsId !== undefined);
    expect(opened).toMatchObject({ weight: 'counts' });
    await discountInteraction(bench.db, { id: newId(), contactId: ann, interactionId: opened?.id ?? '' }, bench.page());
    expect((await clock())?.lastInAt).toBeUndefined();
    expect((await clock())?.doubtfulId).toBeUndefined();
  });

  it('never stores a link to elsewhere, nor a subject the user does not want, and still reads it', async () => {
    await changeSettings(bench.db, { id: newId(), keepSubjects: false }, bench.ours());
    const elsewhere = { url: 'https://evil.example/', subject: 'Automatic reply: away' };
    await report('thread', [aMail(tuesday - hour, elsewhere)], {
      account: {
        addresses: [],
        index: '',
        searchUrl: 'javascript:alert(1)',
        composeUrl: 'https://evil.example/{address}',
      },
    });
    const [stored] = await interactions();
    expect(stored).toMatchObject({ weight: 'doubtful', doubt: 'auto-reply' });
    expect(stored?.evidence?.url).toBeUndefined();
    expect(stored?.evidence?.subject).toBeUndefined();
    const [mailbox] = await bench.db.mailboxes.toArray();
    expect([mailbox?.searchUrl, mailbox?.composeUrl]).toEqual([undefined, undefined]);
  });

  it('takes colleagues for nobody, and people of the same free-mail provider for strangers', async () => {
    await changeSettings(
      bench.db,
      { id: newId(), ownAddresses: ['sam@ours.example', 'sam.home@gmail.com'] },
      bench.ours(),
    );
    const { replies } = await report(
      'thread',
      ['Dana <dana@ours.example>', 'Lee <lee@gmail.com>', 'Kim <kim@not-ours.example>'].map((mailbox) =>
        aMail(tuesday - hour, { mailbox, from: mailbox }),
      ),
    );
    expect(replies.map((reply) => reply.state)).toEqual(['none', 'untracked', 'untracked']);
  });

  it('shows no badge for an address the user never wants one for', async () => {
    await bench.db.addresses.update('ann@acme.example', { neverBadge: true });
    const { replies } = await report('thread', [aMail(tuesday - hour)]);
    expect(replies).toEqual([{ state: 'none' }]);
    expect((await clock())?.lastInAt).toBe(tuesday - hour);
  });
});

describe('the mailbox', () => {
  it('learns own addresses from the account and from Sent, but never a tracked one', async () => {
    const sent = { role: 'to', folder: 'sent', from: 'Sam <sam.home@ours.example>' } as const;
    await report('list', [aMail(tuesday, sent)], {
      account: { addresses: ['ann@acme.example', 'sam2@ours.example'], index: '' },
    });
    const [mailbox] = await bench.db.mailboxes.toArray();
    expect(mailbox?.addresses).toEqual(['sam2@ours.example', 'sam.home@ours.example']);
    const { replies } = await report('thread', [aMail(tuesday, { mailbox: 'sam.home@ours.example' })]);
    expect(replies).toEqual([{ state: 'none' }]);
  });

  it('remembers once a minute when Inbox and Sent were last seen, without telling anybody', async () => {
    const commits = bench.commits;
    await report('list', []);
    bench.now += 30_000;
    await report('list', []);
    expect((await bench.db.mailboxes.toArray())[0]).toMatchObject({ inboxSeenAt: tuesday });
    bench.now += 40_000;
    await report('list', [], { folder: 'sent' });
    await report('list', []);
    const [mailbox] = await bench.db.mailboxes.toArray();
    expect(mailbox).toMatchObject({ inboxSeenAt: bench.now, sentSeenAt: bench.now });
    expect(bench.commits).toBe(commits);
  });
});

it('opens the thread that waits from the card, and asks "Last in touch?" only while nothing was seen', async () => {
  const asked = await getCard(bench.db, { contactId: ann }, bench.page());
  expect(asked?.asksLastInTouch).toBe(true);
  const url = 'https://mail.google.com/mail/u/0/#inbox/t1';
  const account = { addresses: [], index: 'u/0', searchUrl: 'https://mail.google.com/mail/u/0/#search/{address}' };
  await report('thread', [aMail(tuesday - day, { url, dateId: gmailId(tuesday - day) })], { account });
  const card = await getCard(bench.db, { contactId: ann }, bench.page());
  expect(card).toMatchObject({
    leads: [{ label: expect.any(String), url }],
    asksLastInTouch: false,
    name: 'Ann Lee',
    company: 'Acme',
    initials: 'AL',
  });
  expect(card?.searchUrl).toBe('https://mail.google.com/mail/u/0/#search/ann%40acme.example');
  expect(card?.owedInteractionId).toBe((await interactions())[0]?.id);
});
