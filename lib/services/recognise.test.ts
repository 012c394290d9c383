import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/lib/messaging/new-id';
import { aBench, aReport, type Bench } from '@/tests/support/background';
import { getCard } from './card';
import { neverBadge, track, untrack } from './contacts';
import { setLastInTouch } from './interactions';
import { giveConsent } from './settings';
import { reportSightings } from './sightings';

type Raw = Parameters<typeof aReport>[1][number];

let bench: Bench;
let ann: string;

const crm = 'https://crm.acme.example';
const trackOne = async (mailbox: string) =>
  (await track(bench.db, { id: newId(), people: [{ mailbox, as: 'customer' }] }, bench.page())).contactIds[0] ?? '';
const shown = (mailbox: string, fields: Partial<Raw> = {}): Raw => {
  return { mailbox, role: 'record', folder: 'other', rule: 'test', ...fields };
};
async function replies(sightings: readonly Raw[], origin = crm) {
  const report = aReport('list', sightings, { site: 'dolibarr', account: { addresses: [], index: '' } });
  return (await reportSightings(bench.db, report, bench.page(1, origin))).replies;
}

beforeEach(async () => {
  bench = await aBench();
  await giveConsent(bench.db, { id: newId(), ownAddresses: ['sam@ours.example'] }, bench.ours());
  ann = await trackOne('Ann Lee <ann@acme.example>');
});

describe('a record of a site', () => {
  const record = { record: 'contact/42' };
  const learn = () => replies([shown('Ann Lee <ann@acme.example>', record)]);

  it('leads to the contact where the page shows no address, once it was seen with one', async () => {
    const row = shown('A. Lee', record);
    expect(await replies([row])).toEqual([{ state: 'none' }]);
    await learn();
    expect(await replies([row])).toMatchObject([{ state: 'tracked', badge: { contactId: ann } }]);
    expect(JSON.stringify(await replies([row]))).not.toContain('Probably');
  });

  it('leads to the contact beside an address that nobody tracks yet', async () => {
    await learn();
    const other = shown('Ann Lee <ann@home.example>', record);
    expect(await replies([other])).toMatchObject([{ state: 'tracked', badge: { contactId: ann } }]);
  });

  it('is somebody else once it shows an entirely different name', async () => {
    await learn();
    expect(await replies([shown('Tom Berg', record)])).toEqual([{ state: 'none' }]);
    const stranger = { state: 'untracked', address: 'tom@umbra.example' };
    expect(await replies([shown('Tom Berg <tom@umbra.example>', record)])).toMatchObject([stranger]);
    expect(await replies([shown('new@umbra.example', record)])).toMatchObject([{ badge: { contactId: ann } }]);
  });

  it('is another one on another site, and another one under another id', async () => {
    await learn();
    expect(await replies([shown('A. Lee', record)], 'https://other.example')).toEqual([{ state: 'none' }]);
    expect(await replies([shown('A. Lee', { record: 'contact/43' })])).toEqual([{ state: 'none' }]);
  });

  it('of two contacts is nobody', async () => {
    await trackOne('Bob Ray <bob@acme.example>');
    await replies([shown('ann@acme.example', record), shown('bob@acme.example', record)]);
    expect(await replies([shown('Info', record)])).toEqual([{ state: 'none' }]);
  });

  it('follows whose address it shows, and ends with the tracking', async () => {
    await learn();
    await untrack(bench.db, { id: newId(), contactId: ann }, bench.page());
    expect(await replies([shown('A. Lee', record)])).toEqual([{ state: 'none' }]);
  });

  it('gets no badge where the user wants none', async () => {
    await learn();
    await neverBadge(bench.db, { id: newId(), address: 'ann@acme.example' }, bench.page());
    expect(await replies([shown('A. Lee', record)])).toEqual([{ state: 'none' }]);
  });

  it('is kept of nobody who is not tracked', async () => {
    await replies([shown('Eve Fox <eve@acme.example>', { record: 'contact/7', lastActivity: '2026-06-01' })]);
    expect(await bench.db.siteRecords.count()).toBe(0);
  });

  it('is written once, however often it is seen', async () => {
    await learn();
    const before = await bench.db.siteRecords.toArray();
    bench.now += 60_000;
    await learn();
    expect(await bench.db.siteRecords.toArray()).toEqual(before);
  });
});

describe('a name without an address', () => {
  it('shows the only contact of that name as probable, and stores nothing', async () => {
    const [reply] = await replies([shown('Lee, Ann', { role: 'participant' })]);
    expect(reply).toMatchObject({ state: 'tracked', badge: { contactId: ann } });
    expect(JSON.stringify(reply)).toContain('Probably');
    expect(await bench.db.interactions.count()).toBe(0);
    expect(await bench.db.siteRecords.count()).toBe(0);
  });

  it.each(['Ann', 'Ann Lees', 'Ann Lee Ray', '', 'ann lee @ acme'])('"%s" shows nobody', async (name) => {
    expect(await replies([shown(name)])).toEqual([{ state: 'none' }]);
  });

  it('gets no badge where the user wants none', async () => {
    await neverBadge(bench.db, { id: newId(), address: 'ann@acme.example' }, bench.page());
    expect(await replies([shown('Ann Lee')])).toEqual([{ state: 'none' }]);
  });

  it('that two contacts bear shows neither', async () => {
    await trackOne('Ann Lee <ann.lee@other.example>');
    expect(await replies([shown('Ann Lee')])).toEqual([{ state: 'none' }]);
  });

  it('in one word is enough in scripts that write names so', async () => {
    await trackOne('陈伟 <chen@harbour.example>');
    expect(JSON.stringify(await replies([shown('陈伟')]))).toContain('Probably');
  });

  it('beside an address of somebody else shows nobody', async () => {
    const stranger = { state: 'untracked', address: 'ann@elsewhere.example' };
    expect(await replies([shown('Ann Lee <ann@elsewhere.example>')])).toMatchObject([stranger]);
  });
});

describe('a last activity that a site states', () => {
  const state = (lastActivity: string) => replies([shown('ann@acme.example', { record: 'contact/42', lastActivity })]);
  const card = () => getCard(bench.db, { contactId: ann }, bench.page());

  it('is offered as the start, with the site that states it, and marked so when it is taken', async () => {
    await state('2026-06-01');
    expect((await card())?.stated).toBe('1 Jun, by crm.acme.example');
    await setLastInTouch(bench.db, { id: newId(), contactId: ann, when: 'as-stated' }, bench.page());
    const [entry] = await bench.db.interactions.toArray();
    expect(entry).toMatchObject({ kind: 'baseline', source: 'user', note: 'By crm.acme.example' });
    expect(new Date(entry?.occurredAt ?? 0).toISOString().slice(0, 10)).toBe('2026-06-01');
    expect((await card())?.stated).toBeUndefined();
  });

  it.each(['6/1/2026', '2031-06-01'])('is not offered as "%s"', async (lastActivity) => {
    await state(lastActivity);
    expect((await card())?.stated).toBeUndefined();
    const taken = setLastInTouch(bench.db, { id: newId(), contactId: ann, when: 'as-stated' }, bench.page());
    await expect(taken).rejects.toMatchObject({ key: 'errorNotFound' });
  });
});
