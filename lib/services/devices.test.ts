import { expect, it } from 'vitest';
import type { Account } from '@/lib/core/account';
import type { Contact, Interaction } from '@/lib/core/model';
import { newId } from '@/lib/messaging/new-id';
import { aBench, aMail, aReport, type Bench, day, hour, tuesday } from '@/tests/support/background';
import { refreshDerived } from './derived';
import { services } from './services';

const ann = 'Ann Lee <ann@acme.example>';
const track = async ({ db, page }: Bench, mailbox: string) =>
  (await services.track(db, { id: newId(), people: [{ mailbox, as: 'customer' }] }, page())).contactIds[0] ?? '';

async function copyOf({ db, ours }: Bench): Promise<string> {
  return (await services.saveCopy(db, { id: newId() }, ours())).text;
}
const bringBack = ({ db, ours }: Bench, text: string, dryRun = false) =>
  services.bringBackCopy(db, { id: newId(), text, dryRun }, ours());

async function whole({
  db,
  ours,
}: Bench): Promise<{ contacts: Contact[]; accounts: Account[]; interactions: Interaction[] }> {
  await refreshDerived(db, ours());
  const [contacts, accounts, interactions] = [db.contacts, db.accounts, db.interactions];
  return {
    contacts: await contacts.toArray(),
    accounts: await accounts.toArray(),
    interactions: await interactions.toArray(),
  };
}

it('two devices that saw the same mail and logged different calls become one history', async () => {
  const mail = aMail(tuesday - 3 * day);
  const laptop = await aBench(tuesday, 'laptop');
  const annOnLaptop = await track(laptop, ann);
  const first = await copyOf(laptop);
  const desktop = await aBench(tuesday, 'desktop');
  expect(await bringBack(desktop, first)).toMatchObject({ ok: true, added: 3, changed: 0 });
  for (const bench of [laptop, desktop]) {
    await services.reportSightings(bench.db, aReport('thread', [mail]), bench.page());
  }
  const call = { contactId: annOnLaptop, kind: 'call', outcome: 'reached' } as const;
  await services.logInteraction(laptop.db, { id: newId(), ...call, occurredOn: '2026-08-03' }, laptop.page());
  desktop.now += hour;
  await services.logInteraction(desktop.db, { id: newId(), ...call }, desktop.page());
  await services.editContact(desktop.db, { id: newId(), contactId: annOnLaptop, cadenceDays: 7 }, desktop.ours());

  const [fromLaptop, fromDesktop] = [await copyOf(laptop), await copyOf(desktop)];
  const dry = await bringBack(laptop, fromDesktop, true);
  expect(await laptop.db.interactions.count()).toBe(2);
  expect(await bringBack(laptop, fromDesktop)).toMatchObject({ added: dry.added, changed: dry.changed });
  await bringBack(desktop, fromLaptop);
  const [a, b] = [await whole(laptop), await whole(desktop)];
  expect(a.contacts).toEqual(b.contacts);
  expect(a.accounts).toEqual(b.accounts);
  expect(a.interactions.map((one) => one.id)).toEqual(b.interactions.map((one) => one.id));
  expect(a.interactions).toHaveLength(3);
  expect(a.contacts[0]).toMatchObject({ cadenceDays: 7, clock: { lastContactAt: desktop.now } });
  expect(await bringBack(laptop, fromDesktop)).toMatchObject({ added: 0, changed: 0 });
});

it('keeps both histories where two devices tracked one person each by themselves', async () => {
  const laptop = await aBench(tuesday, 'laptop');
  const onLaptop = await track(laptop, ann);
  await services.logInteraction(
    laptop.db,
    { id: newId(), contactId: onLaptop, kind: 'call', outcome: 'reached' },
    laptop.page(),
  );
  const copy = await copyOf(laptop);
  const desktop = await aBench(tuesday + hour, 'desktop');
  const onDesktop = await track(desktop, ann);
  await services.reportSightings(desktop.db, aReport('thread', [aMail(tuesday - day)]), desktop.page());
  expect((await bringBack(desktop, copy)).ok).toBe(true);
  await refreshDerived(desktop.db, desktop.ours());
  const { replies } = await services.reportSightings(
    desktop.db,
    aReport('thread', [aMail(tuesday - day)]),
    desktop.page(),
  );
  // Joining the two contacts is the user's decision; until then the later address row says whose mail it is.
  expect([onLaptop, onDesktop]).toContain(replies[0]?.state === 'tracked' && replies[0].badge.contactId);
  expect(await desktop.db.interactions.count()).toBe(2);
});

it('changes nothing for a file that is no copy', async () => {
  const bench = await aBench();
  await track(bench, ann);
  const before = await whole(bench);
  for (const text of [
    '',
    '{}',
    'null',
    '[1]',
    '{"format":"holdfast-copy"}',
    (await copyOf(bench)).replace('Ann', '\u0000'),
  ]) {
    const report = await bringBack(bench, text.slice(0, -5));
    expect(report).toMatchObject({ ok: false, added: 0, changed: 0 });
    expect(report.text.length).toBeGreaterThan(10);
  }
  expect((await whole(bench)).contacts).toEqual(before.contacts);
});
