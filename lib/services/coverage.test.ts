import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/lib/messaging/new-id';
import { aBench, aMail, aReport, type Bench, day, hour, tuesday } from '@/tests/support/background';
import { getCard } from './card';
import { track } from './contacts';
import { giveConsent } from './settings';
import { reportSightings } from './sightings';

let bench: Bench;
let ann: string;

const account = {
  addresses: ['Sam <sam@ours.example>'],
  index: 'u/0',
  searchUrl: 'https://mail.google.com/mail/u/0/#search/from%3A{address}+OR+to%3A{address}',
  sentUrl: 'https://mail.google.com/mail/u/0/#sent',
};

function report(...[view, sightings, fields]: Parameters<typeof aReport>) {
  return reportSightings(bench.db, aReport(view, sightings, { account, ...fields }), bench.page());
}
/** The inbox row of Ann's mail of forty-two days ago, which was answered on the same day. */
const row = () => aMail(tuesday - 42 * day, { row: 'single', messageId: 'old', recipients: undefined });
async function label(fields: Partial<Parameters<typeof aReport>[2]> = {}) {
  const { replies } = await report('list', [row()], fields);
  return replies[0]?.state === 'tracked' ? replies[0].badge.label : undefined;
}
const card = () => getCard(bench.db, { contactId: ann }, bench.page());

beforeEach(async () => {
  bench = await aBench(tuesday - 50 * day);
  await giveConsent(bench.db, { id: newId(), ownAddresses: ['sam@ours.example'] }, bench.ours());
  const people = [{ mailbox: 'Ann Lee <ann@acme.example>', as: 'customer' as const }];
  ann = (await track(bench.db, { id: newId(), people }, bench.page())).contactIds[0] ?? '';
  bench.now = tuesday - 42 * day + hour;
  const sent = aMail(bench.now, { role: 'to', from: 'sam@ours.example', recipients: ['ann@acme.example'] });
  await report('list', [{ ...sent, row: 'single', folder: 'sent' }], { folder: 'sent' });
  bench.now = tuesday;
});

describe('a claim of silence', () => {
  it('has a question mark in page and card until Sent was seen since', async () => {
    expect(await label()).toBe('Overdue? 12 d');
    expect(await card()).toMatchObject({ badge: { label: 'Overdue? 12 d', status: 'overdue' } });
    expect((await card())?.sentences.join(' ')).toContain('You may have written since: Sent was last seen on 23 Jun.');
    await report('list', [], { folder: 'sent' });
    expect(await label()).toBe('Overdue 12 d');
    expect((await card())?.sentences.join(' ')).not.toContain('Sent');
  });

  it('has open pages ask again when Sent was seen, and only then', async () => {
    await label();
    const commits = bench.commits;
    await report('list', [], { folder: 'sent' });
    expect(bench.commits).toBe(commits + 1);
    bench.now += hour;
    await report('list', [], { folder: 'sent' });
    expect(bench.commits).toBe(commits + 1);
  });

  it('keeps its question mark while the Sent of another mailbox in use was not seen', async () => {
    const second = { ...account, addresses: ['sam@second.example'], index: 'u/1' };
    await report('list', [], { account: second });
    await report('list', [], { folder: 'sent' });
    expect(await label()).toBe('Overdue? 12 d');
    await report('list', [], { account: second, folder: 'sent' });
    expect(await label()).toBe('Overdue 12 d');
  });

  it('leads from the card to the search for the person, where there is none to Sent', async () => {
    await label();
    const search = 'https://mail.google.com/mail/u/0/#search/from%3Aann%40acme.example+OR+to%3Aann%40acme.example';
    expect((await card())?.leads[0]).toMatchObject({ url: search });
    expect((await card())?.searchUrl).toBe(search);
    await bench.db.mailboxes.toCollection().modify({ searchUrl: undefined });
    expect((await card())?.searchUrl).toBe(account.sentUrl);
    await bench.db.mailboxes.toCollection().modify({ sentSeenAt: tuesday });
    expect(await card()).toMatchObject({ searchUrl: undefined, leads: [] });
  });
});

describe('the search for a person', () => {
  const searched = (tabUrl: string | undefined, fields: Partial<Parameters<typeof aReport>[2]> = {}) => {
    const page = bench.page();
    const asked = aReport('list', [row()], { account, folder: 'search', ...fields });
    return reportSightings(bench.db, asked, { ...page, caller: { ...page.caller, tabUrl } });
  };
  const base = 'https://mail.google.com/mail/u/0/';

  it.each([
    ['as Holdfast opens it', `${base}#search/from%3Aann%40acme.example+OR+to%3Aann%40acme.example`],
    ['as Gmail writes it', `${base}#search/from:ann@acme.example+OR+to:ann@acme.example?compose=new`],
  ])('makes her silence certain, %s', async (_how, tabUrl) => {
    const { replies } = await searched(tabUrl);
    expect(replies[0]).toMatchObject({ badge: { label: 'Overdue 12 d' } });
    expect((await bench.db.mailboxes.toArray())[0]?.searches).toEqual([{ contactId: ann, seenAt: tuesday }]);
    expect(await label()).toBe('Overdue 12 d');
  });

  it.each<[string, string | undefined, Partial<Parameters<typeof aReport>[2]>]>([
    ['one way only', `${base}#search/from%3Aann%40acme.example`, {}],
    ['for somebody else', `${base}#search/from%3Abob%40acme.example+OR+to%3Abob%40acme.example`, {}],
    ['on its second page', `${base}#search/from%3Aann%40acme.example+OR+to%3Aann%40acme.example/p2`, {}],
    [
      'in another folder by then',
      `${base}#search/from%3Aann%40acme.example+OR+to%3Aann%40acme.example`,
      { folder: 'other' },
    ],
    ['in a tab whose address is not known', undefined, {}],
    ['with an address that is none', `${base}#search/%E0%A4%A`, {}],
  ])('proves nothing %s', async (_how, tabUrl, fields) => {
    const { replies } = await searched(tabUrl, fields);
    expect(replies[0]).toMatchObject({ badge: { label: 'Overdue? 12 d' } });
    expect((await bench.db.mailboxes.toArray())[0]?.searches).toBeUndefined();
  });

  it('needs no row that names her: mail nobody answered shows the user alone', async () => {
    const page = bench.page();
    const tabUrl = `${base}#search/from:ann@acme.example+OR+to:ann@acme.example`;
    const mine = aMail(tuesday, { mailbox: 'sam@ours.example', row: 'newest', role: 'participant' });
    const asked = aReport('list', [mine], { account, folder: 'search' });
    await reportSightings(bench.db, asked, { ...page, caller: { ...page.caller, tabUrl } });
    expect(await label()).toBe('Overdue 12 d');
  });

  it('is noted once a minute, for the last three hundred people', async () => {
    const tabUrl = `${base}#search/from:ann@acme.example+OR+to:ann@acme.example`;
    const others = Array.from({ length: 300 }, (_, n) => ({ contactId: `other-${n}`, seenAt: n }));
    await bench.db.mailboxes.toCollection().modify({ searches: others });
    await searched(tabUrl);
    const commits = bench.commits;
    await searched(tabUrl);
    expect(bench.commits).toBe(commits);
    const searches = (await bench.db.mailboxes.toArray())[0]?.searches ?? [];
    expect([searches.length, searches[0]?.contactId, searches[1]?.contactId]).toEqual([300, ann, 'other-0']);
    await report('list', []);
    expect((await bench.db.mailboxes.toArray())[0]?.searches).toHaveLength(300);
  });
});
