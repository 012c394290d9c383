import { beforeEach, describe, expect, it } from 'vitest';
import type { JudgedSighting } from '@/lib/core/sighting';
import { newId } from '@/lib/messaging/new-id';
import { aBench, aMail, aReport, type Bench, day, hour, tuesday } from '@/tests/support/background';
import { anEvidence } from '@/tests/support/rows';
import { track } from './contacts';
import { trackEveryone } from './everyone';
import { changeSettings, giveConsent } from './settings';
import { reportSightings } from './sightings';
import { undo } from './undo';

let bench: Bench;

beforeEach(async () => {
  bench = await aBench();
  await giveConsent(bench.db, { id: newId(), ownAddresses: ['sam@ours.example'] }, bench.ours());
  const people = [{ mailbox: 'Ann Lee <ann@acme.example>', as: 'customer' as const }];
  await track(bench.db, { id: newId(), people }, bench.page());
  await bench.db.accounts.update('acme.example', { tracksEveryone: true });
});

const report = (...[view, sightings, fields]: Parameters<typeof aReport>) =>
  reportSightings(bench.db, aReport(view, sightings, fields), bench.page());
const from = (mailbox: string, fields: Parameters<typeof aMail>[1] = {}) =>
  aMail(tuesday - hour, { mailbox, from: mailbox, ...fields });
const names = async () => {
  const rows = await bench.db.contacts.toArray();
  return rows.filter((row) => row.deletedAt === undefined).map((row) => row.name);
};
const everyoneActs = async () => (await bench.db.acts.toArray()).filter((one) => one.name === 'trackEveryone');

describe('"track everyone at acme.example"', () => {
  it('makes the writer of an opened mail a contact of the account, and counts the mail', async () => {
    const { replies } = await report('thread', [from('Bob Ray <bob@acme.example>')]);
    const row = await bench.db.addresses.get('bob@acme.example');
    const bob = await bench.db.contacts.get(row?.contactId ?? '');
    expect(bob).toMatchObject({ name: 'Bob Ray', company: 'Acme', accountId: 'acme.example', stage: 'customer' });
    expect(bob?.clock.lastInAt).toBe(tuesday - hour);
    expect(replies).toMatchObject([{ state: 'tracked', badge: { contactId: bob?.id } }]);
  });

  it('makes all of one report by one act, which one undo takes back for good', async () => {
    const mail = [from('Bob Ray <bob@acme.example>'), from('Cy Orr <cy@acme.example>', { messageId: 'other' })];
    await report('thread', mail);
    const [act, ...more] = await everyoneActs();
    expect([act?.contactIds.length, more.length]).toEqual([2, 0]);
    expect(act?.text).toContain('2');
    await undo(bench.db, { id: newId(), actId: act?.id ?? '' }, bench.ours());
    expect(await names()).toEqual(['Ann Lee']);
    const { replies } = await report('thread', mail);
    expect(replies.map((reply) => reply.state)).toEqual(['untracked', 'untracked']);
    expect(await names()).toEqual(['Ann Lee']);
  });

  it('makes recipients of a mail of mine contacts, up to five of them', async () => {
    const sent = { role: 'to', from: 'sam@ours.example', messageId: 'sent' } as const;
    const to = (mailbox: string, recipientCount: number) =>
      aMail(tuesday - hour, {
        ...sent,
        mailbox,
        recipients: [mailbox],
        recipientCount,
        messageId: `${recipientCount}`,
      });
    await report('thread', [to('bob@acme.example', 5), to('cy@acme.example', 6)]);
    expect(await names()).toEqual(['Ann Lee', 'Bob']);
    expect((await bench.db.interactions.toArray()).map((one) => one.direction)).toEqual(['out']);
  });

  it('needs a certain row in a list', async () => {
    const row = { recipients: undefined, recipientCount: undefined } as const;
    await report('list', [
      from('bob@acme.example', { ...row, row: 'single' }),
      from('cy@acme.example', { ...row, row: 'single', certainty: 'row-only', messageId: 'b' }),
      from('di@acme.example', { ...row, row: 'newest', role: 'participant', from: undefined, messageId: 'c' }),
    ]);
    expect(await names()).toEqual(['Ann Lee', 'Bob']);
  });

  it('leaves everybody else alone: other companies, roles, machines, lists, colleagues, free mail', async () => {
    await changeSettings(bench.db, { id: newId(), ownDomains: ['ours-too.example'] }, bench.ours());
    for (const domain of ['ours.example', 'ours-too.example', 'gmail.com']) {
      await bench.db.accounts.put({
        id: domain,
        name: domain,
        domains: [domain],
        tracksEveryone: true,
        updatedAt: 1,
        updatedBy: '',
      });
    }
    const { replies } = await report('thread', [
      from('eve@else.example'),
      from('info@acme.example'),
      from('no-reply@acme.example'),
      from('bob@acme.example', { subject: 'Automatic reply: away' }),
      from('cy@acme.example', { recipients: ['list@lists.example'] }),
      from('dana@ours.example'),
      from('dan@ours-too.example'),
      from('lee@gmail.com'),
      from('sam@ours.example'),
    ]);
    expect(await names()).toEqual(['Ann Lee']);
    expect(replies.map((one) => one.state)).toEqual([
      'untracked',
      'none',
      'none',
      'untracked',
      'untracked',
      'none',
      'none',
      'untracked',
      'none',
    ]);
    expect((await bench.db.addresses.toArray()).map((row) => row.address)).toEqual(['ann@acme.example']);
    expect(await bench.db.interactions.count()).toBe(0);
  });

  it('brings nobody back who was untracked, called a wrong person, or never wanted with a badge', async () => {
    const people = [{ mailbox: 'Bob <bob@acme.example>', as: 'customer' as const }];
    const tracked = await track(bench.db, { id: newId(), people }, bench.page());
    const contactId = tracked.contactIds[0] ?? '';
    await bench.db.contacts.update(contactId, { deletedAt: tuesday });
    await bench.db.addresses.update('bob@acme.example', { deletedAt: tuesday });
    await bench.db.addresses.put({
      address: 'cy@acme.example',
      contactId,
      role: 'own',
      neverBadge: true,
      deletedAt: tuesday,
      updatedAt: 1,
      updatedBy: '',
    });
    await report('thread', [from('bob@acme.example'), from('cy@acme.example')]);
    expect(await names()).toEqual(['Ann Lee']);
    expect(await everyoneActs()).toEqual([]);
  });

  it('does nothing for an account without the rule, or one that is gone', async () => {
    await bench.db.accounts.update('acme.example', { tracksEveryone: undefined });
    await report('thread', [from('bob@acme.example')]);
    await bench.db.accounts.update('acme.example', { tracksEveryone: true, deletedAt: tuesday });
    await report('thread', [from('bob@acme.example')]);
    expect(await names()).toEqual(['Ann Lee']);
  });

  it('leaves no empty act behind when another page was faster', async () => {
    const address = 'bob@acme.example';
    const judged: JudgedSighting = {
      address,
      name: 'Bob',
      isRole: false,
      direction: 'in',
      weight: 'counts',
      precision: 'instant',
      evidence: anEvidence({ address }),
    };
    const us = { own: new Set<string>(), company: new Set<string>() };
    const strangers = [{ mailbox: { address, name: 'Bob' }, judged }];
    const added = [1, 2, 3].map(() => trackEveryone(bench.db, strangers, us, bench.page()));
    expect((await Promise.all(added)).filter(Boolean)).toHaveLength(1);
    expect((await everyoneActs()).map((one) => one.text)).toEqual(['Tracking bob@acme.example, as everyone at Acme.']);
  });

  it('makes one contact when two tabs show the same mail at once, and writes nothing the next time', async () => {
    const mail = from('bob@acme.example');
    await Promise.all([1, 2, 3].map(() => report('thread', [mail])));
    expect(await names()).toEqual(['Ann Lee', 'Bob']);
    expect((await everyoneActs()).length).toBe(1);
    expect(await bench.db.interactions.count()).toBe(1);
    const commits = bench.commits;
    bench.now += day;
    await report('thread', [mail]);
    expect(bench.commits).toBe(commits);
  });
});
