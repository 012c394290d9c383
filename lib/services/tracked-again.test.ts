import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@/lib/messaging/new-id';
import type { ActReply, RequestOf } from '@/lib/messaging/protocol';
import type { ServiceName } from '@/lib/services/services';
import { aBench, aMail, aReport, type Bench, day, tuesday } from '@/tests/support/background';
import { services } from './services';

let bench: Bench;
let ann: string;

/** One act, as the popup sends it. */
function doAct<N extends ServiceName>(name: N, request: Omit<RequestOf<N>, 'id'>, id = newId()) {
  return services[name](bench.db, { ...request, id } as RequestOf<N>, bench.ours()) as Promise<ActReply>;
}
type Tracked = RequestOf<'track'>['people'][number];
const track = async (mailbox: string, as: Tracked['as'] = 'customer', ofContactId?: string) =>
  (await doAct('track', { people: [{ mailbox, as, ofContactId }] })).contactIds[0] ?? '';
const contact = (id: string) => bench.db.contacts.get(id);
const report = (mail: Parameters<typeof aReport>[1][number]) =>
  services.reportSightings(bench.db, aReport('thread', [mail]), bench.page());

beforeEach(async () => {
  bench = await aBench();
  await doAct('giveConsent', { ownAddresses: ['sam@ours.example'] });
  ann = await track('Ann Lee <ann@acme.example>');
});

describe('an address that belongs to somebody else now', () => {
  it('brings its mail to the new contact, once, and leaves none with the old one', async () => {
    const mail = aMail(tuesday - day);
    await report(mail);
    await doAct('wrongPerson', { contactId: ann, address: 'ann@acme.example' });
    const other = await track('ann@acme.example');
    expect(other).not.toBe(ann);
    await report(mail);
    await report(mail);
    expect((await contact(other))?.clock.lastInAt).toBe(tuesday - day);
    expect((await contact(ann))?.clock.lastInAt).toBeUndefined();
    expect(
      await bench.db.interactions
        .where('id')
        .notEqual('')
        .filter((one) => one.kind === 'mail')
        .count(),
    ).toBe(2);
  });

  it('is not brought back with the contact it was taken from', async () => {
    await doAct('wrongPerson', { contactId: ann, address: 'ann@acme.example' });
    bench.now += 1_000;
    await doAct('untrack', { contactId: ann });
    expect(await track('ann@acme.example')).not.toBe(ann);
  });
});

describe('tracking somebody again', () => {
  it('by hand brings the history back too, under the name typed now, and undo takes it away again', async () => {
    await report(aMail(tuesday - day));
    bench.now += 1_000;
    await doAct('untrack', { contactId: ann });
    const id = newId();
    const typed = { name: 'Ann L.', address: 'ann@acme.example', stage: 'customer' as const };
    expect((await doAct('addContact', typed, id)).contactIds).toEqual([ann]);
    expect(await contact(ann)).toMatchObject({ name: 'Ann L.', clock: { lastInAt: tuesday - day } });
    expect((await contact(ann))?.deletedAt).toBeUndefined();
    await doAct('undo', { actId: id });
    expect(await contact(ann)).toMatchObject({ name: 'Ann Lee', deletedAt: expect.any(Number) });
  });

  it('brings back every address that went with the contact', async () => {
    await track('ann@home.example', 'address-of', ann);
    bench.now += 1_000;
    await doAct('untrack', { contactId: ann });
    bench.now += 1_000;
    expect(await track('ann@home.example')).toBe(ann);
    expect(await bench.db.addresses.get('ann@acme.example')).toMatchObject({ contactId: ann, deletedAt: undefined });
    expect((await contact(ann))?.words).toContain('acme');
  });

  it('also after tracking was undone', async () => {
    const id = newId();
    const request = { people: [{ mailbox: 'bob@acme.example', as: 'customer' as const }] };
    const bob = (await doAct('track', request, id)).contactIds[0];
    // A clock that moves with every look, as real ones do.
    let ticks = bench.now;
    const ours = { ...bench.ours(), now: () => ++ticks };
    await services.undo(bench.db, { id: newId(), actId: id }, ours);
    expect(await track('bob@acme.example')).toBe(bob);
  });

  it('does not take an assistant for the contact she works for', async () => {
    await track('Kim <kim@acme.example>', 'assistant-of', ann);
    bench.now += 1_000;
    await doAct('untrack', { contactId: ann });
    const kim = await track('Kim <kim@acme.example>');
    expect(kim).not.toBe(ann);
    expect(await contact(kim)).toMatchObject({ name: 'Kim' });
    expect(await bench.db.addresses.get('kim@acme.example')).toMatchObject({ contactId: kim, role: 'own' });
  });
});

it('keeps a copy readable whatever a page asks', async () => {
  await doAct('hideBadges', { untilAt: -1e300 });
  const { text } = await services.saveCopy(bench.db, { id: newId() }, bench.ours());
  expect(await services.bringBackCopy(bench.db, { id: newId(), text, dryRun: true }, bench.ours())).toMatchObject({
    ok: true,
  });
});
