import { expect, it } from 'vitest';
import { handledOn } from '@/lib/db/day';
import { newId } from '@/lib/messaging/new-id';
import { aBench, aMail, aReport, day, hour } from '@/tests/support/background';
import { services } from './services';

it('who only wrote himself was not seen to, and takes no place of the day', async () => {
  const bench = await aBench();
  const { db } = bench;
  await services.giveConsent(db, { id: newId(), ownAddresses: ['sam@ours.example'] }, bench.ours());
  const contactIds: string[] = [];
  for (const mailbox of ['ann@acme.example', 'bo@acme.example']) {
    const people = [{ mailbox, as: 'customer' as const }];
    const [contactId = ''] = (await services.track(db, { id: newId(), people }, bench.page())).contactIds;
    await services.setLastInTouch(db, { id: newId(), contactId, when: '2026-06-20' }, bench.page());
    contactIds.push(contactId);
  }
  const [ann = '', bo = ''] = contactIds;
  const report = (from: string, to: string) => {
    const mailbox = from === 'sam@ours.example' ? to : from;
    const role = mailbox === from ? ('from' as const) : ('to' as const);
    const mail = aMail(bench.now - hour, { mailbox, role, from, recipients: [to], messageId: `${from} ${to}` });
    return services.reportSightings(db, aReport('thread', [mail]), bench.page());
  };
  const handled = () => handledOn(db, '2026-08-04');
  await report('ann@acme.example', 'sam@ours.example');
  expect(await handled()).toEqual([]);
  await report('sam@ours.example', 'bo@acme.example');
  expect(await handled()).toEqual([bo]);
  expect((await db.contacts.get(ann))?.attentionAt).toBeGreaterThan(bench.now);
  bench.now += day;
  expect(await handledOn(db, '2026-08-05')).toEqual([]);
});
