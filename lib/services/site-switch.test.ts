import { beforeEach, describe, expect, it } from 'vitest';
import { settingsOf } from '@/lib/db/settings';
import { newId } from '@/lib/messaging/new-id';
import { aBench, type Bench } from '@/tests/support/background';
import { services } from './services';

const crm = 'https://crm.acme.example';
let bench: Bench;
beforeEach(async () => {
  bench = await aBench();
  await services.giveConsent(bench.db, { id: newId(), ownAddresses: [] }, bench.ours());
});

const turn = (isOff: boolean, context = bench.ours(), origin = `${crm}/`) =>
  services.turnSite(bench.db, { id: newId(), origin, isOff }, context);
const mayRead = async (origin: string) => (await services.hello(bench.db, {}, bench.page(1, origin))).consent;
const off = async () => (await settingsOf(bench.db, 'en-GB')).offOrigins;

describe('a site that is turned off', () => {
  it('may not be read until it is turned on again, and no other site is concerned', async () => {
    await turn(true);
    expect(await off()).toEqual([crm]);
    expect([await mayRead(crm), await mayRead('https://mail.google.com')]).toEqual([false, true]);
    expect(await turn(false)).toMatchObject({ text: 'On at crm.acme.example again.' });
    expect(await mayRead(crm)).toBe(true);
  });

  it('stands once however often it is turned off, and undo turns it on', async () => {
    await turn(true);
    const id = newId();
    await turn(true);
    await services.turnSite(bench.db, { id, origin: 'https://other.example', isOff: true }, bench.ours());
    expect(await off()).toEqual([crm, 'https://other.example']);
    await services.undo(bench.db, { id: newId(), actId: id }, bench.ours());
    expect(await off()).toEqual([crm]);
  });

  it('is turned off by its own pages, and by no others', async () => {
    await turn(true, bench.page(1, crm));
    expect(await off()).toEqual([crm]);
    await expect(turn(true, bench.page(1, crm), 'https://mail.google.com')).rejects.toMatchObject({
      key: 'errorBadRequest',
    });
    await expect(turn(true, bench.ours(), 'no address')).rejects.toMatchObject({ key: 'errorBadRequest' });
    expect(await off()).toEqual([crm]);
  });
});
