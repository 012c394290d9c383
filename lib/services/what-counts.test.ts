import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/lib/messaging/new-id';
import { aBench, aMail, aReport, type Bench, day, hour, tuesday } from '@/tests/support/background';
import { track } from './contacts';
import { refreshDerived } from './derived';
import { sortPeople } from './people';
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

describe('what a mail is worth', () => {
  const me = (role: 'to' | 'cc', fields = {}) =>
    aMail(tuesday - hour, { mailbox: 'sam@ours.example', role, ...fields });

  it('is little where I stand only in Cc, and no answer is owed', async () => {
    const mail = aMail(tuesday - 5 * day, { recipients: ['boss@acme.example', 'sam@ours.example'], recipientCount: 2 });
    await report('thread', [mail, me('cc', { messageId: mail.messageId })]);
    expect(await interactions()).toMatchObject([{ direction: 'in', weight: 'weak', doubt: 'cc-only' }]);
    expect(await clock()).not.toHaveProperty('owed', expect.anything());
  });

  it('is known better once the page unfolds who stands in Cc, and stays known', async () => {
    const mail = aMail(tuesday - 5 * day, { recipients: ['boss@acme.example', 'sam@ours.example'], recipientCount: 2 });
    const folded = [mail, me('to', { messageId: mail.messageId })];
    await report('thread', folded);
    expect((await clock())?.owed).toBeDefined();
    await report('thread', [mail, me('cc', { messageId: mail.messageId })]);
    await report('thread', folded);
    expect((await clock())?.owed).toBeUndefined();
    expect((await clock())?.lastInAt).toBeUndefined();
  });

  it('follows the rules of today: what was mass mail counts once more people may be', async () => {
    const six = ['ann', 'bo', 'cy', 'di', 'ed', 'flo'].map((name) => `${name}@acme.example`);
    const sent = { role: 'to', from: 'sam@ours.example', recipients: six, recipientCount: 6 } as const;
    await report('thread', [aMail(tuesday - hour, sent)]);
    expect((await clock())?.lastOutAt).toBeUndefined();
    const moved = async (mostRecipients: number) => {
      await changeSettings(bench.db, { id: newId(), mostRecipients }, bench.ours());
      await refreshDerived(bench.db, bench.ours());
      return (await clock())?.lastOutAt;
    };
    expect(await moved(8)).toBe(tuesday - hour);
    expect(await moved(5)).toBeUndefined();
  });

  it('is a colleague’s answer that ends what was owed, resets nothing, and makes nobody a contact', async () => {
    await report('thread', [aMail(tuesday - 5 * day)]);
    expect((await clock())?.owed).toBeDefined();
    const dana = 'Dana <dana@ours.example>';
    const recipients = ['ann@acme.example', 'sam@ours.example'];
    const answer = { from: dana, recipients, messageId: 'dana' };
    const people = [
      aMail(tuesday - day, { ...answer, mailbox: dana }),
      aMail(tuesday - day, { ...answer, role: 'to' }),
      aMail(tuesday - day, { ...answer, role: 'to', mailbox: 'sam@ours.example' }),
    ];
    const { replies } = await report('thread', people);
    expect(replies.map((reply) => reply.state)).toEqual(['none', 'tracked', 'none']);
    expect(await clock()).toMatchObject({ colleagueAt: tuesday - day, lastContactAt: tuesday - 5 * day });
    expect((await clock())?.owed).toBeUndefined();
    expect(await bench.db.contacts.count()).toBe(1);
  });

  it('takes whoever is of a domain named as ours for a colleague', async () => {
    await changeSettings(bench.db, { id: newId(), ownDomains: ['ours-too.example'] }, bench.ours());
    const dan = 'dan@ours-too.example';
    const { replies } = await report('thread', [
      aMail(tuesday - day, { mailbox: dan, from: dan }),
      aMail(tuesday - day, { role: 'to', from: dan, recipients: ['ann@acme.example'], messageId: 'dan' }),
    ]);
    expect(replies.map((reply) => reply.state)).toEqual(['none', 'tracked']);
    expect((await interactions()).map((one) => one.doubt)).toEqual(['colleague']);
    const people = await sortPeople(bench.db, { mailboxes: [dan, 'eve@else.example'] }, bench.ours());
    expect(people.map((one) => one.address)).toEqual(['eve@else.example']);
  });
});
