import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/lib/messaging/new-id';
import { aBench, aMail, aReport, type Bench, minute, tuesday } from '@/tests/support/background';
import { track } from './contacts';
import { holdSend, settleSend } from './sends';
import { giveConsent } from './settings';
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

describe('sending', () => {
  const account = { addresses: ['sam@ours.example'], index: 'u/0' };
  const to = (mailbox: string, role: 'to' | 'cc' = 'to') => ({ mailbox, role, folder: 'other', rule: 'test' }) as const;
  const seen = {
    role: 'to' as const,
    mailbox: 'ann@acme.example',
    from: 'sam@ours.example',
    recipients: ['ann@acme.example'],
    folder: 'sent' as const,
  };
  const hold = (id: string, tabId = 7) =>
    holdSend(
      bench.db,
      { id, site: 'gmail', account, recipients: [to('Ann <ann@acme.example>'), to('eve@else.example', 'cc')] },
      bench.page(tabId),
    );
  const settle = (outcome: 'sent' | 'undone', id?: string, tabId = 7) =>
    settleSend(bench.db, { id, outcome }, bench.page(tabId));

  it('moves the last outbound date once the page proves it, and once only', async () => {
    await hold(newId());
    expect((await clock())?.lastOutAt).toBeUndefined();
    await settle('sent');
    await settle('sent');
    expect((await clock())?.lastOutAt).toBe(tuesday);
    expect(await interactions()).toHaveLength(1);
  });

  it('is the same mail when Sent shows it with its id', async () => {
    await hold(newId());
    await settle('sent');
    await report('list', [aMail(tuesday + 40_000, { ...seen, row: 'single' })], {
      folder: 'sent',
    });
    const stored = await interactions();
    const replaced = new Set(stored.map((one) => one.voidsId));
    expect(stored.filter((one) => !replaced.has(one.id))).toHaveLength(1);
  });

  it('is the same mail when Sent showed it before the proof', async () => {
    await hold(newId());
    await report('thread', [aMail(tuesday + 1_000, seen)], { folder: 'sent' });
    await settle('sent');
    expect(await interactions()).toHaveLength(1);
  });

  it('takes a mail back that the user took back, and counts it when it is sent again at once', async () => {
    const first = newId();
    await hold(first);
    await settle('sent', first);
    await settle('undone', first);
    expect((await clock())?.lastOutAt).toBeUndefined();
    bench.now += 20_000;
    const second = newId();
    await hold(second);
    await settle('sent', second);
    expect((await clock())?.lastOutAt).toBe(bench.now);
  });

  it('takes a mail back that the page had shown with its id meanwhile', async () => {
    const id = newId();
    await hold(id);
    await settle('sent', id);
    await report('thread', [aMail(tuesday + 1_000, { ...seen, folder: 'other' })]);
    expect((await clock())?.lastOutAt).toBe(tuesday + 1_000);
    await settle('undone', id);
    expect((await clock())?.lastOutAt).toBeUndefined();
  });

  it('drops a mail without proof after ten minutes, and lets no other tab settle it', async () => {
    const id = newId();
    await hold(id);
    await settle('sent', id, 8);
    bench.now += 11 * minute;
    await settle('sent', id);
    expect(await interactions()).toHaveLength(0);
    await hold(newId());
    expect(await bench.db.pendingSends.count()).toBe(1);
  });

  it('keeps nothing of a mail to strangers', async () => {
    await holdSend(
      bench.db,
      { id: newId(), site: 'gmail', account, recipients: [to('eve@else.example')] },
      bench.page(),
    );
    expect(await bench.db.pendingSends.count()).toBe(0);
  });
});
